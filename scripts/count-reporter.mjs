/** A reporter for node's test runner that counts, and keeps the names of what failed: one line of JSON at the end. */
export default async function* countReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { details, name, file, skip, todo } = event.data;
    if (details?.type === 'suite') continue;
    if (event.type === 'test:fail' && !todo) {
      counts.failed += 1;
      counts.failures.push(`${file}: ${name}`);
    } else if (skip !== undefined || todo !== undefined) counts.skipped += 1;
    // A file without a test in it is reported as one test that passed: it proves nothing.
    else if (name !== file && !file?.endsWith(name)) counts.passed += 1;
  }
  yield `${JSON.stringify(counts)}\n`;
}

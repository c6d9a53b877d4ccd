/** Of why something failed, so much is kept: enough to know where to look. */
const MOST_LINES = 6;
const MOST_SIGNS = 160;

/** The first lines of what it said. The runner wraps what was thrown. */
function reasonOf(error) {
  const said = error?.cause?.message ?? error?.cause ?? error?.message ?? '';
  const lines = String(said)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.slice(0, MOST_LINES).map((line) => `\n      ${line.slice(0, MOST_SIGNS)}`);
}

/** A reporter for node's test runner that counts, and keeps what failed and why: one line of JSON at the end. */
export default async function* countReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { details, name, file, skip, todo } = event.data;
    if (details?.type === 'suite') continue;
    if (event.type === 'test:fail' && !todo) {
      counts.failed += 1;
      counts.failures.push(`${file}: ${name}${reasonOf(details?.error).join('')}`);
    } else if (skip !== undefined || todo !== undefined) counts.skipped += 1;
    // A file without a test in it is reported as one test that passed: it proves nothing.
    else if (name !== file && !file?.endsWith(name)) counts.passed += 1;
  }
  yield `${JSON.stringify(counts)}\n`;
}

import { claimPage, version } from '../../src/claim-page';

const CLAIM = Symbol.for('samen-widgets');
const page = globalThis as { [CLAIM]?: { version: string } };

function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`expected ${String(expected)}, got ${String(actual)}`);
}

/** What is said on the console while something runs. */
function warningsDuring(run: () => void): string[] {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => void said.push(text);
  try {
    run();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('the library loaded more than once', () => {
  beforeEach(() => {
    page[CLAIM] = undefined;
  });

  it('serves the page when it is the first', () => {
    equal(claimPage(), true);
    equal(page[CLAIM]?.version, version);
  });

  it('leaves the page to the first, in silence, when it is the same version', () => {
    claimPage();
    const warnings = warningsDuring(() => equal(claimPage(), false));
    equal(warnings.length, 0);
  });

  it('leaves the page to another version that came first, and warns once', () => {
    page[CLAIM] = { version: '9.9.9' };
    const warnings = warningsDuring(() => equal(claimPage(), false));
    equal(warnings.length, 1);
    equal(warnings[0]?.includes('9.9.9'), true);
    equal(page[CLAIM]?.version, '9.9.9');
  });
});

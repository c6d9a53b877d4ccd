/** Whoever sees something new reads it for so long. */
const READING_MS = 100;
/** A page that never rests is waited for no longer. */
const PATIENCE_MS = 1000;

/**
 * Once what just came is drawn and nothing else happens: what is done then takes nothing from drawing it. In a browser
 * that does not say when it has nothing to do, after the first of these.
 */
export const atRest = (): Promise<void> =>
  new Promise((done) => {
    const rest = () =>
      'requestIdleCallback' in globalThis ? requestIdleCallback(() => done(), { timeout: PATIENCE_MS }) : done();
    setTimeout(rest, READING_MS);
  });

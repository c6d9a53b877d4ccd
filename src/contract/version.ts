/** What the API promises; the major number stands in the path. */
export const API_VERSION = '1.0.0';

/** Whether an answer is of another major version: nothing it says can be relied on. One that says nothing is ours. */
export function isOtherVersion(said: string | null): boolean {
  return said !== null && said.split('.')[0] !== API_VERSION.split('.')[0];
}

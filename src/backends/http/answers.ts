/**
 * What an answer means: its output, or the error it stands for. Something on the way (a portal that wants
 * one to sign in, a proxy, a page that says 404) may answer instead of the backend: it is not taken at its word.
 */
import { API_VERSION, isOtherVersion } from '../../contract/version';
import { SamenError } from '../../model/errors';

/** The output of a successful answer; `undefined` when it says nothing (204). Throws `SamenError` only. */
export async function readAnswer(response: Response, now: number): Promise<unknown> {
  refuseOtherVersion(response);
  if (response.ok && response.status === 204) return undefined;
  const said = await readJson(response);
  if (!response.ok) throw await refusal(response, said, now);
  if (said === undefined) throw new SamenError('network', 'Something else answered, not the backend');
  return said;
}

/** A server of another major version under this address: nothing it says can be relied on. */
export function refuseOtherVersion({ headers }: Response): void {
  const version = headers.get('API-Version');
  if (isOtherVersion(version))
    throw new SamenError('misconfigured', `The backend speaks version ${String(version)}, this library ${API_VERSION}`);
}

/** `undefined` when it is no JSON. An answer that is cut off is none: it may be asked again. */
async function readJson(response: Response): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw new SamenError('network', 'The answer was cut off', { cause });
  }
  if (!/^application\/([\w.-]+\+)?json\b/i.test(response.headers.get('Content-Type') ?? '')) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What it means is fetched when it is needed. Without that it may come right later, as far as anybody knows. */
async function refusal(response: Response, said: unknown, now: number): Promise<SamenError> {
  try {
    const { errorOf } = await import('./refusals');
    return errorOf(response, said, now);
  } catch (cause) {
    return new SamenError('busy', `The backend answered ${String(response.status)}`, { cause });
  }
}

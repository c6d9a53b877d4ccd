import type { Me } from '../contract/operations';

/**
 * Who was here before the page was loaded again, for when the backend cannot be asked, and with what
 * key their things are sealed; `now` puts another in the place, `null` nobody. Kept for as long as the
 * tab or the session and no longer: on a shared computer the next person opens another one.
 */
export function presumed(client: string, now?: Me | null): Me | null | undefined {
  try {
    const name = `samen-me ${client}`;
    if (now !== undefined) sessionStorage[name] = JSON.stringify(now);
    return JSON.parse(sessionStorage[name] as string) as Me | null;
  } catch {
    // Nobody was; or it is blocked or full: without a network, nothing can be written after a reload.
    return undefined;
  }
}

import type { AuthRequest, Authenticator, SignedIn } from './authenticator';
import { headerOf, refused } from './headers';
import { isLoopback } from './loopback';
import { isId } from '../../model/id';

const HEADER = 'samen-demo-person';
/** Set by the chooser on the page of the demonstration. */
const COOKIE = 'samen-demo-person';

/** Who asks is whoever they say they are: for the demonstration, and only on one's own machine. */
export function demoAuthenticator(): Authenticator {
  return {
    async authenticate(request: AuthRequest): Promise<SignedIn | undefined> {
      const said = headerOf(request, HEADER);
      const personId = said ?? cookieOf(request);
      if (personId === undefined) return undefined;
      if (!isLoopback(request.remoteAddress)) throw refused('The demonstration is for this machine only');
      if (!isId(personId)) throw refused('There can be no such person');
      // The people of the demonstration have their names in the space; here is only the id.
      return { personId, name: personId, byCookie: said === undefined };
    },
  };
}

function cookieOf(request: AuthRequest): string | undefined {
  const pairs = (headerOf(request, 'cookie') ?? '').split(';').map((pair) => pair.split('='));
  const values = pairs.filter(([name]) => name?.trim() === COOKIE).map(([, ...value]) => value.join('=').trim());
  if (new Set(values).size > 1) throw refused('The cookie names more than one');
  return values[0] || undefined;
}

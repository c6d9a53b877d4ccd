import { createHash, timingSafeEqual } from 'node:crypto';
import type { AuthRequest, Authenticator, SignedIn } from './authenticator';
import { nameOf, partyOf, personIdOf } from './claims';
import { headerOf, refused, utf8Of } from './headers';
import { isLoopback } from './loopback';

export interface ProxySettings {
  /** What the proxy sends along to be believed. */
  secret: string;
  secretHeader: string;
  personHeader: string;
  nameHeader: string;
  partyHeader: string;
}

/**
 * Who asks is proven by a proxy on this machine, which signed them in and says so in headers, with a secret.
 * To the proxy a browser proves it by a cookie or another thing it sends along by itself, also from a page of
 * somebody else; so what the proxy passes on counts as a cookie.
 */
export function proxyAuthenticator(settings: ProxySettings): Authenticator {
  const right = digest(settings.secret);
  const [secretName, personName, nameName, partyName] = [
    settings.secretHeader.toLowerCase(),
    settings.personHeader.toLowerCase(),
    settings.nameHeader.toLowerCase(),
    settings.partyHeader.toLowerCase(),
  ];
  return {
    async authenticate(request: AuthRequest): Promise<SignedIn | undefined> {
      const secret = headerOf(request, secretName);
      const [person, name, party] = [personName, nameName, partyName].map((each) => headerOf(request, each));
      if ([secret, person, name, party].every((each) => each === undefined)) return undefined;
      if (!isLoopback(request.remoteAddress)) throw refused('Only a proxy on this machine is believed');
      // Digests are as long as each other and tell nothing of how much of the secret was right.
      if (secret === undefined || !timingSafeEqual(digest(secret), right))
        throw refused('The proxy did not prove itself');
      if (person === undefined) return undefined;
      // Node joins a header that stands there twice: one of the two was not the proxy's.
      if (person.includes(',')) throw refused(`The header ${personName} names more than one`);
      const personId = personIdOf('proxy', utf8Of(person));
      if (personId === undefined) throw refused(`The header ${personName} names nobody`);
      const partyClaim = partyOf(readable(party));
      return {
        personId,
        name: nameOf(readable(name)),
        ...(partyClaim !== undefined && { partyClaim }),
        byCookie: true,
      };
    },
  };
}

/** Proxies send UTF-8, and some of them Latin-1. */
function readable(value: string | undefined): string | undefined {
  return value === undefined ? undefined : (utf8Of(value) ?? value);
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

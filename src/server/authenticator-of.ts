import type { Authenticator } from './auth/authenticator';
import { demoAuthenticator } from './auth/demo';
import { oidcAuthenticator } from './auth/oidc';
import { proxyAuthenticator } from './auth/proxy';
import type { AuthSettings } from './settings';

/** Who proves who asks, as the settings say. */
export function authenticatorOf(auth: AuthSettings): Authenticator {
  switch (auth.kind) {
    case 'demo':
      return demoAuthenticator();
    case 'proxy':
      return proxyAuthenticator(auth);
    case 'oidc':
      return oidcAuthenticator(auth);
  }
}

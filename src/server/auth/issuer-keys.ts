import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { isLoopbackHost } from './loopback';
import { SamenError } from '../../model/errors';

/** A key nobody knows has them fetched anew, but not more often than this: anybody can make up keys. */
const COOLDOWN_MS = 30_000;
/** A key that the issuer withdrew is believed no longer than this. */
const MAX_AGE_MS = 600_000;
const TIMEOUT_MS = 5_000;
/** After a failure nobody asks for this long: an issuer in trouble is not helped by a request for each of ours. */
const REST_MS = 5_000;

export interface Issuer {
  issuer: string;
  /** Where its keys are; by default its OpenID configuration says so. */
  jwksUri?: string;
}

type Json = Record<string, unknown>;

/** The keys of an issuer: fetched when first needed, and again as they change. Throws `busy` when they cannot be. */
export function issuerKeys({ issuer, jwksUri }: Issuer): JWTVerifyGetKey {
  let restsUntil = 0;
  const configuration = new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  return createRemoteJWKSet(jwksUri === undefined ? configuration : new URL(jwksUri), {
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: MAX_AGE_MS,
    timeoutDuration: TIMEOUT_MS,
    // The configuration is read along with the keys each time: an issuer that moves them is followed.
    [customFetch]: async (_address, { signal }) => {
      if (Date.now() < restsUntil) throw unavailable('asked a moment ago', restsUntil - Date.now());
      try {
        const address = jwksUri ?? keysAddress(await fetchJson(configuration.href, signal), issuer);
        const keys = await fetchJson(address, signal);
        // Throws for what is no set of keys: that is a failure too.
        createLocalJWKSet(keys as unknown as JSONWebKeySet);
        return Response.json(keys);
      } catch (error) {
        restsUntil = Date.now() + REST_MS;
        throw error instanceof SamenError ? error : unavailable(reasonOf(error));
      }
    },
  });
}

function keysAddress({ issuer: says, jwks_uri: address }: Json, issuer: string): string {
  if (says !== issuer) throw unavailable('its configuration is that of another issuer');
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : undefined;
  // Whoever can change the keys on their way can be anybody.
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname));
  if (!url || !isSafe) throw unavailable('its configuration names no https address of keys');
  return url.href;
}

async function fetchJson(address: string, signal: AbortSignal): Promise<Json> {
  const response = await fetch(address, { signal, redirect: 'manual', headers: { accept: 'application/json' } });
  if (!response.ok) {
    await response.body?.cancel();
    throw unavailable(`HTTP ${String(response.status)}`);
  }
  const json: unknown = await response.json();
  if (typeof json !== 'object' || json === null) throw unavailable('no JSON object');
  return json as Json;
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWKSInvalid) return 'no set of keys';
  const { name, cause } = error as Error;
  if (name === 'TimeoutError') return 'no answer in time';
  const code = (cause as { code?: unknown } | undefined)?.code;
  return name === 'SyntaxError' ? 'no JSON' : `no connection${typeof code === 'string' ? `, ${code}` : ''}`;
}

function unavailable(reason: string, waitMs = REST_MS): SamenError {
  return new SamenError('busy', `The issuer's keys cannot be fetched (${reason})`, {
    retryAfterSeconds: waitMs / 1000,
  });
}

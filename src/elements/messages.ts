import { addDutch } from './message-sources';
import type { MessageSource, TermOf } from './message-sources';
import { commonNl } from '../locales/common.nl';
import type { CommonMessages } from '../locales/common.nl';
import { isSaid } from '../locales/register';
import type { SamenError, SamenErrorKind } from '../model/errors';

export { addDutch, loadEnglish } from './message-sources';
export type { MessageSource } from './message-sources';

/*
 * The words of forms and states, and what an error is to people. The first view of a widget needs none
 * of it: whatever imports this file is fetched late, and has these words with it.
 */
const COMMON: MessageSource = {
  key: 'common',
  nl: commonNl,
  en: () => import('../locales/common.en').then(({ commonEn }) => commonEn),
};
addDutch([COMMON]);

/** A message of every widget, by key. */
export type CommonTerm = TermOf<CommonMessages>;

const KIND = {
  invalid: 'errorInvalid',
  notSignedIn: 'errorNotSignedIn',
  forbidden: 'errorForbidden',
  notFound: 'errorNotFound',
  conflict: 'errorConflict',
  stale: 'errorStale',
  versionRequired: 'errorVersionRequired',
  busy: 'errorBusy',
  network: 'errorNetwork',
  storage: 'errorStorage',
  misconfigured: 'errorMisconfigured',
} as const satisfies Record<SamenErrorKind, keyof CommonMessages>;

/** What people read for an error: the sentence of its reason, or else of its kind. Never its `message`. */
export function errorSentence(error: SamenError | undefined, t: CommonTerm): string {
  if (!error) return t('errorBusy');
  const { kind, reason } = error;
  return t(reason !== undefined && isSaid(reason) ? reason : (KIND[kind] ?? 'errorBusy'));
}

const CODE: Record<SamenErrorKind, string> = {
  invalid: 'S-400',
  notSignedIn: 'S-401',
  forbidden: 'S-403',
  notFound: 'S-404',
  conflict: 'S-409',
  stale: 'S-412',
  versionRequired: 'S-428',
  busy: 'S-503',
  network: 'S-100',
  storage: 'S-507',
  misconfigured: 'S-300',
};

/** What one tells the service desk. */
export function supportCode(error: SamenError): string {
  return CODE[error.kind] ?? 'S-500';
}

/** What somebody may ask of what is kept of them (DOMAIN: "Privacy promises", "For you"). */
import type { Day, Id } from './types';

/** How often somebody is told by e-mail, without content, that something waits. */
export type MailRhythm = 'atOnce' | 'daily' | 'never';
export const MAIL_RHYTHMS: readonly MailRhythm[] = ['atOnce', 'daily', 'never'];

export interface Preferences {
  mail: MailRhythm;
  language: 'nl' | 'en';
  version: number;
}

/** Of who never said anything else. */
export const DEFAULT_PREFERENCES: Readonly<Preferences> = { mail: 'daily', language: 'nl', version: 0 };

/** Everything of one person in a space, and nothing of others, by kind; plain rows without what only keeps it safe. */
export interface OwnData {
  personId: Id;
  spaceId: Id;
  exportedOn: Day;
  /** Of each kind, what is theirs. */
  kinds: Record<string, unknown[]>;
}

/** One thing that waits for somebody. `count`: how many of them. */
export interface Waits {
  kind:
    | 'ballOffered'
    | 'ballSilent'
    | 'experienceAsked'
    | 'experienceAnswered'
    | 'followUp'
    | 'roundOpen'
    | 'sessionComing'
    | 'toApprove'
    | 'resultDraft'
    | 'ideaOpen'
    | 'reported';
  count: number;
  /** Those that it is about, newest first; at most twenty. */
  ids: Id[];
}

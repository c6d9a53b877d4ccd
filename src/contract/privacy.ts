/** Inputs and outputs of the operations on what is kept of whoever asks. */
import type { Based } from './operations';
import type { MailRhythm, OwnData, Preferences, Waits } from '../model/privacy-types';
import type { Id } from '../model/types';

export interface PrivacyOperations {
  /** Over HTTP also of all spaces at once, without one in the query. */
  getOwnData: { input: Record<never, never>; output: OwnData };
  getPreferences: { input: Record<never, never>; output: Preferences };
  savePreferences: { input: { mail: MailRhythm; language: 'nl' | 'en' } & Based; output: Preferences };
  /** Leaves the space: the name goes with it, and there is no way back to it. */
  leaveSpace: { input: Record<never, never>; output: { id: Id } };
  /** Leaves all spaces. */
  eraseMe: { input: Record<never, never>; output: { id: Id } };
  listForMe: { input: Record<never, never>; output: { items: Waits[]; asOf: string } };
}

/** What somebody may ask of what is kept of them. */
import { memberOf } from './context';
import type { Context } from './context';
import { listForMe } from './for-me';
import { ownData } from './own-data';
import type { PrivacyRead, Reads } from './reads';
import { DEFAULT_PREFERENCES } from '../model/privacy-types';

export const PRIVACY_READS: Reads<PrivacyRead> = {
  getOwnData: ownData,

  async getPreferences(context: Context) {
    const { id } = memberOf(context);
    return (await context.tx.load('preferences', id)) ?? DEFAULT_PREFERENCES;
  },

  listForMe,
};

/** What the operations on what is kept of whoever asks take, and what they answer. */
import * as v from 'valibot';
import type { PrivacyOperations } from './privacy';
import { nothing, version } from './schema-parts';
import { MAIL_RHYTHMS } from '../model/privacy-types';

const mail = v.picklist(MAIL_RHYTHMS);
const language = v.picklist(['nl', 'en']);

export const PRIVACY_SCHEMAS = {
  getOwnData: nothing,
  getPreferences: nothing,
  savePreferences: v.strictObject({ version, mail, language }),
  leaveSpace: nothing,
  eraseMe: nothing,
  listForMe: nothing,
} as const satisfies Record<keyof PrivacyOperations, v.GenericSchema>;

const id = v.string();
const preferences = v.strictObject({ mail, language, version });
const ownData = v.strictObject({
  personId: id,
  spaceId: id,
  exportedOn: v.pipe(v.string(), v.isoDate()),
  kinds: v.record(v.string(), v.array(v.unknown())),
});

/** One's own data where no space is named: all of them, one after the other. */
export const OWN_DATA_OF_ALL_SPACES = v.strictObject({ spaces: v.array(ownData) });

export const PRIVACY_ANSWERS = {
  getOwnData: ownData,
  getPreferences: preferences,
  savePreferences: preferences,
  leaveSpace: v.strictObject({ id }),
  eraseMe: v.strictObject({ id }),
  listForMe: v.strictObject({
    items: v.array(
      v.strictObject({
        kind: v.picklist([
          ...(['ballOffered', 'ballSilent', 'experienceAsked', 'experienceAnswered', 'followUp'] as const),
          ...(['roundOpen', 'sessionComing', 'toApprove', 'resultDraft', 'ideaOpen', 'reported'] as const),
        ]),
        count: v.pipe(v.number(), v.integer(), v.minValue(1)),
        ids: v.array(id),
      }),
    ),
    asOf: v.string(),
  }),
} satisfies { [N in keyof PrivacyOperations]: v.GenericSchema<PrivacyOperations[N]['output']> };

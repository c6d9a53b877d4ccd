/** What the operations on the backpack take. */
import * as v from 'valibot';
import type { ExperienceOperations } from './experiences';
import { id, page, required, text, version } from './schema-parts';
import { MOST_DRIVERS, PICTURE_LIMIT } from '../model/limits';
import { TEXT_LIMIT, TITLE_LIMIT } from '../model/text';

const kind = v.picklist(['success', 'lesson', 'question']);
const reaction = v.picklist(['recognise', 'help', 'learn']);
const filter = {
  driver: v.optional(id),
  party: v.optional(id),
  kind: v.optional(kind),
  agendaItem: v.optional(id),
};
/** Four characters hold three bytes. */
const BASE64_LIMIT = Math.ceil(PICTURE_LIMIT / 3) * 4;
const moderation = v.strictObject({ id, reason: v.optional(text(TEXT_LIMIT), '') });
const reasoned = v.strictObject({ id, reason: required(TEXT_LIMIT) });

export const EXPERIENCE_SCHEMAS = {
  listExperiences: v.strictObject({
    ...page,
    ...filter,
    collection: v.optional(v.picklist(['mine', 'packed', 'pending'])),
  }),
  searchExperiences: v.strictObject({ ...page, ...filter, text: required(TITLE_LIMIT) }),
  getExperience: v.strictObject({ id }),
  saveExperience: v.strictObject({
    id,
    version,
    title: required(TITLE_LIMIT),
    kind,
    whatHappened: required(TEXT_LIMIT),
    whatLearned: v.optional(text(TEXT_LIMIT)),
    whatNext: v.optional(text(TEXT_LIMIT)),
    askOthers: v.optional(text(TEXT_LIMIT)),
    adviceWelcome: v.boolean(),
    driverIds: v.pipe(v.array(id), v.maxLength(MOST_DRIVERS, 'tooLong')),
    agendaItemId: v.optional(id),
    pictureId: v.optional(id),
    language: v.picklist(['nl', 'en']),
    authorShownAs: v.picklist(['named', 'jobTitle', 'anonymous']),
    audience: v.picklist(['me', 'party', 'internal', 'everyone']),
  }),
  eraseExperience: v.strictObject({ id, version }),
  followUpExperience: v.strictObject({ id, answer: v.picklist(['yes', 'busy', 'no']) }),
  packExperience: v.strictObject({ id, isPacked: v.boolean() }),
  setReaction: v.strictObject({ id, reaction }),
  removeReaction: v.strictObject({ id, reaction }),
  listReplies: v.strictObject({ ...page, id }),
  saveReply: v.strictObject({ experienceId: id, id, version, text: required(TEXT_LIMIT), isQuestion: v.boolean() }),
  eraseReply: v.strictObject({ experienceId: id, id, version }),
  reportExperience: reasoned,
  hideExperience: reasoned,
  showExperience: moderation,
  pinExperience: moderation,
  unpinExperience: moderation,
  approveExperience: moderation,
  listReports: v.strictObject(page),
  savePicture: v.strictObject({
    id,
    data: v.pipe(
      v.string(),
      v.minLength(1, 'required'),
      v.maxLength(BASE64_LIMIT, 'tooLong'),
      v.check((value) => value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value), 'format'),
    ),
  }),
  getPicture: v.strictObject({ id }),
  listLogEntries: v.strictObject(page),
} as const satisfies Record<keyof ExperienceOperations, v.GenericSchema>;

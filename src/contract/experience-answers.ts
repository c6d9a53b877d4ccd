/** What the operations on the backpack answer. */
import * as v from 'valibot';
import type { ExperienceOperations } from './experiences';

const id = v.string();
const day = v.pipe(v.string(), v.isoDate());
const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const audience = v.picklist(['me', 'party', 'internal', 'everyone']);
const reaction = v.picklist(['recognise', 'help', 'learn']);
const followUp = v.picklist(['yes', 'busy', 'no']);
const pictureType = v.picklist(['image/jpeg', 'image/png', 'image/webp']);
const byline = v.strictObject({
  name: v.string(),
  jobTitle: v.string(),
  partyId: id,
  isFormer: v.optional(v.literal(true)),
});
const experience = v.strictObject({
  id,
  title: v.string(),
  kind: v.picklist(['success', 'lesson', 'question']),
  whatHappened: v.string(),
  whatLearned: v.optional(v.string()),
  whatNext: v.optional(v.string()),
  askOthers: v.optional(v.string()),
  adviceWelcome: v.boolean(),
  driverIds: v.array(id),
  agendaItemId: v.optional(id),
  pictureId: v.optional(id),
  language: v.picklist(['nl', 'en']),
  authorShownAs: v.picklist(['named', 'jobTitle', 'anonymous']),
  author: v.optional(byline),
  audienceChoice: audience,
  writtenOn: day,
  status: v.picklist(['published', 'pending', 'erased']),
  hidden: v.optional(v.strictObject({ reason: v.string(), on: day })),
  isPinned: v.boolean(),
  followUp: v.optional(followUp),
  version: number,
  isMine: v.boolean(),
  isWaiting: v.optional(v.literal(true)),
  advice: v.picklist(['open', 'askFirst']),
  reactions: v.strictObject({ recognise: number, help: number, learn: number }),
  myReactions: v.array(reaction),
  helpers: v.optional(v.array(byline)),
  replies: number,
  questions: number,
  isPacked: v.boolean(),
  isFollowUpDue: v.optional(v.literal(true)),
  agendaItems: v.optional(v.array(v.strictObject({ id, title: v.string() }))),
});
const reply = v.strictObject({
  id,
  experienceId: id,
  text: v.string(),
  isQuestion: v.boolean(),
  isByAuthor: v.boolean(),
  author: v.optional(byline),
  writtenOn: day,
  version: number,
  isMine: v.boolean(),
  isWaiting: v.optional(v.literal(true)),
});
const labels = v.strictObject({
  me: v.strictObject({
    personId: id,
    name: v.string(),
    member: v.optional(
      v.strictObject({
        id,
        partyId: id,
        name: v.string(),
        jobTitle: v.string(),
        role: v.picklist(['member', 'coreTeam', 'admin']),
      }),
    ),
    sealKey: v.optional(v.string()),
  }),
  parties: v.array(
    v.strictObject({ id, kind: v.picklist(['department', 'partner']), name: v.string(), shortName: v.string() }),
  ),
  drivers: v.array(
    v.strictObject({
      id,
      name: v.string(),
      icon: v.picklist(['house', 'ball', 'conversation', 'backpack', 'bicycle', 'heart', 'compass', 'people']),
    }),
  ),
});
const report = v.strictObject({ id, experienceId: id, reason: v.string(), reportedOn: day, title: v.string() });
const logEntry = v.strictObject({
  id,
  on: day,
  by: byline,
  action: v.picklist(['hide', 'show', 'pin', 'unpin', 'approve', 'settings']),
  aboutId: id,
  reason: v.string(),
  changes: v.optional(v.array(v.strictObject({ what: v.string(), from: v.string(), to: v.string() }))),
});
const gone = v.strictObject({ id });
const pageFields = { nextCursor: v.optional(v.string()), asOf: v.string() };
const pageOf = <T extends v.GenericSchema>(item: T) => v.strictObject({ items: v.array(item), ...pageFields });

export const EXPERIENCE_ANSWERS = {
  listExperiences: v.strictObject({ items: v.array(experience), ...pageFields, labels: v.optional(labels) }),
  searchExperiences: pageOf(experience),
  getExperience: experience,
  saveExperience: experience,
  eraseExperience: gone,
  followUpExperience: experience,
  packExperience: experience,
  setReaction: experience,
  removeReaction: gone,
  listReplies: pageOf(reply),
  saveReply: reply,
  eraseReply: gone,
  reportExperience: gone,
  hideExperience: experience,
  showExperience: experience,
  pinExperience: experience,
  unpinExperience: experience,
  approveExperience: experience,
  listReports: pageOf(report),
  savePicture: v.strictObject({ id, type: pictureType }),
  getPicture: v.strictObject({ id, type: pictureType, data: v.string() }),
  listLogEntries: pageOf(logEntry),
} satisfies { [N in keyof ExperienceOperations]: v.GenericSchema<ExperienceOperations[N]['output']> };

/** What somebody could try in SQL with the tables of the backpack. */
import { mayModerate, mayWriteExperience } from '../../../src/model/permissions';
import { isAuthor } from '../../../src/model/authorship';
import { mayRead } from '../../../src/model/experience-view';
import type { Experience } from '../../../src/model/experience-types';
import type { Id, Viewer } from '../../../src/model/types';
import { isMember, mayManageMembers } from '../../../src/model/permissions';
import { maySee } from '../../../src/model/visibility';
import {
  HIDDEN,
  MINE_UNNAMED,
  MINE_WAITS,
  MY_REPLY,
  OTHERS_UNNAMED,
  OTHERS_WAITS,
  PENDING,
  experienceId,
  experienceOf,
  pictureId,
  proofFor,
  replyId,
  secretFor,
  unnamedOf,
} from './experience-world';
import { inserted, merged, never, removed } from './statements-made';
import type { Statement } from './statements-made';
import { SPACE, VISIBILITIES, WRITER_ELSEWHERE, partyOf, placeOf, slug, viewerOf } from './world';

const presenting = (secret: string) => `select set_config('samen.proofs', '${secret}', true); `;
const add = <T extends { id: Id }>(table: string, row: T, audience: string) =>
  inserted(table, SPACE, row.id, audience, row);

/** On an experience that is there. */
function onExperience(viewer: Viewer, about: Experience): Statement[] {
  const { personId } = viewer;
  const isMine = isMember(viewer) && isAuthor(about, viewer, '');
  const moderates = mayModerate(viewer, about);
  const isSeen = isMember(viewer) && mayRead(about, viewer, isMine);
  const change = (changes: object) => merged('experiences', about.id, changes);
  const reaction = { experienceId: about.id, reaction: 'learn', personId, by: { partyId: partyOf(personId) } };
  const audience = `person:${personId}`;
  const writes = mayWriteExperience(viewer);
  return [
    { sql: change({ title: 'Anders' }), comes: isMine && writes },
    { sql: change({ followUp: 'yes' }), comes: isMine },
    { sql: change({ hidden: { reason: 'Omdat', on: '2026-03-02' } }), comes: moderates },
    { sql: change({ isPinned: true }), comes: moderates },
    { sql: removed('experiences', `id = '${about.id}'`), comes: isMine && about.audience.startsWith('person:') },
    {
      sql: inserted('reactions', SPACE, `${about.id}.learn.${personId}`, audience, reaction),
      comes: writes && isSeen && !isMine,
    },
    ...never(
      inserted('reactions', SPACE, `${about.id}.learn.derde-1`, 'person:derde-1', { ...reaction, personId: 'derde-1' }),
      change({ authorId: 'derde-1' }),
      change({ authorProof: 'x' }),
      change({ authorShownAs: 'anonymous' }),
      change({ sortKey: '0' }),
      change({ writtenOn: '2020-01-01' }),
      change({ isPinned: true, title: 'Anders' }),
      `update samen.experiences set audience = 'everyone' where id = '${about.id}' and audience <> 'everyone'`,
      `update samen.experiences set id = 'ander' where id = '${about.id}'`,
    ),
    // As of who leaves: by whoever may remove them, of what they see; by oneself.
    {
      sql: `update samen.experiences set data = data - 'authorId' || '{"author": {"name": "", "jobTitle": "", "partyId": "${about.author?.partyId ?? ''}", "isFormer": true}}' where id = '${about.id}'`,
      comes: about.authorId !== undefined && isSeen && (isMine || mayManageMembers(viewer, { setup: 'done' })),
    },
  ];
}

function onOwn(viewer: Viewer): Statement[] {
  const { personId } = viewer;
  const writes = mayWriteExperience(viewer);
  const partyId = partyOf(personId);
  const [id, audience] = ['e-nieuw', 'everyone'] as const;
  const named = experienceOf(id, { audience, partyId, writtenBy: personId });
  const { author: _author, authorId: _id, ...bare } = named;
  const jobTitle = {
    ...{ ...bare, authorShownAs: 'jobTitle', authorProof: proofFor(personId, id) },
    author: { name: '', jobTitle: 'medewerker', partyId },
  } as const;
  const anonymous = unnamedOf(id, personId);
  const mine = presenting(secretFor(personId, id));
  const internal = { ...named, audience: 'internal' as const };
  return [
    { sql: add('experiences', named, audience), comes: writes },
    { sql: mine + add('experiences', jobTitle, audience), comes: writes },
    { sql: add('experiences', internal, 'internal'), comes: writes && maySee('internal', viewer) },
    ...never(
      add('experiences', { ...named, authorId: 'derde-1' }, audience),
      add('experiences', { ...named, author: { name: '', jobTitle: '', partyId: 'derde' } }, audience),
      add('experiences', { ...named, isPinned: true }, audience),
      add('experiences', named, 'person:derde-1'),
      // Not presented; another's; with a name beside it; at once, where the space wants it once a day.
      add('experiences', jobTitle, audience),
      presenting(secretFor(personId, 'e-ander')) + add('experiences', jobTitle, audience),
      mine + add('experiences', { ...jobTitle, author: { name: 'Naam', jobTitle: '', partyId } }, audience),
      mine + add('experiences', anonymous, audience),
      mine + add('experiences', { ...anonymous, authorId: personId }, audience),
    ),
    ...unnamed(viewer),
  ];
}

/** On what has no name: by the secret alone, and not before the morning. */
function unnamed(viewer: Viewer): Statement[] {
  const { personId } = viewer;
  const isHere = isMember(viewer);
  const secret = presenting(secretFor(personId, MINE_UNNAMED));
  const stolen = presenting(proofFor(WRITER_ELSEWHERE, OTHERS_UNNAMED));
  const waits = { id: 'e-later', action: 'saveExperience', publishOn: '2026-03-03', version: 1 };
  const later = { ...waits, experience: unnamedOf('e-later', personId), authorProof: proofFor(personId, 'e-later') };
  const own = presenting(secretFor(personId, 'e-later'));
  const change = (id: Id) => merged('waiting', id, { publishOn: '2026-03-04' });
  return [
    { sql: presenting(secretFor(personId, MINE_WAITS)) + change(MINE_WAITS), comes: isHere },
    { sql: presenting(secretFor(personId, MINE_WAITS)) + removed('waiting'), comes: isHere },
    { sql: own + add('waiting', later, 'everyone'), comes: isHere },
    { sql: merged('experiences', PENDING, { status: 'published' }), comes: mayModerate(viewer, later.experience) },
    ...never(
      secret + merged('experiences', MINE_UNNAMED, { title: 'Anders' }),
      secret + removed('experiences', `id = '${MINE_UNNAMED}'`),
      stolen + merged('experiences', OTHERS_UNNAMED, { followUp: 'yes' }),
      stolen + removed('experiences', `id = '${OTHERS_UNNAMED}'`),
      presenting(proofFor(WRITER_ELSEWHERE, OTHERS_WAITS)) + removed('waiting'),
      change(MINE_WAITS),
      removed('waiting'),
      add('waiting', later, 'everyone'),
      own + add('waiting', later, `person:${personId}`),
      own + add('waiting', { ...later, experience: { ...later.experience, authorId: 'derde-1' } }, 'everyone'),
      own + add('waiting', { ...later, experience: { ...later.experience, audience: 'party:derde' } }, 'everyone'),
    ),
  ];
}

function onTheRest(viewer: Viewer): Statement[] {
  const { personId } = viewer;
  const [about, partyId] = [experienceId('everyone'), partyOf(personId)];
  const writes = mayWriteExperience(viewer);
  const [isHere, isCore] = [isMember(viewer), viewer.member?.role === 'coreTeam'];
  const by = { name: '', jobTitle: 'medewerker', partyId };
  const reply = {
    ...{ id: 'r-nieuw', experienceId: about, text: 'x', isQuestion: true, isByAuthor: false, author: by },
    ...{ authorId: personId, writtenOn: '2026-03-02', sortKey: '0', audience: 'everyone', version: 1 },
  } as const;
  const packing = { id: `${experienceId('internal')}.${personId}`, experienceId: experienceId('internal'), personId };
  const report = { id: 'rapport-nieuw', experienceId: about, reason: 'x', reportedOn: '2026-03-02' };
  const entry = {
    id: 'log-nieuw',
    on: '2026-03-02',
    byPersonId: personId,
    by,
    action: 'pin',
    aboutId: about,
    reason: '',
  };
  const picture = {
    id: 'p-nieuw',
    type: 'image/png',
    data: '',
    version: 1,
    authorProof: proofFor(personId, 'p-nieuw'),
  };
  const uploads = presenting(secretFor(personId, 'p-nieuw'));
  return [
    { sql: add('replies', reply, 'everyone'), comes: writes },
    { sql: merged('replies', MY_REPLY, { text: 'Anders' }), comes: isHere && writes },
    { sql: removed('replies', `id = '${MY_REPLY}'`), comes: isHere },
    { sql: add('packings', packing, `person:${personId}`), comes: writes && maySee('internal', viewer) },
    { sql: removed('packings'), comes: isHere },
    { sql: removed('reactions'), comes: isHere },
    { sql: add('reports', report, 'everyone'), comes: writes },
    { sql: removed('reports'), comes: isCore },
    { sql: add('log_entries', entry, 'everyone'), comes: isCore },
    { sql: uploads + add('pictures', picture, 'everyone'), comes: writes },
    ...never(
      add('replies', { ...reply, authorId: 'derde-1' }, 'everyone'),
      add('replies', { ...reply, isByAuthor: true }, 'everyone'),
      add('replies', { ...reply, audience: 'internal' }, 'internal'),
      add('replies', { ...reply, experienceId: experienceId('another-person') }, 'person:jeugd-3'),
      merged('replies', replyId('everyone'), { text: 'Anders' }),
      removed('replies', `id = '${replyId('everyone')}'`),
      merged('replies', MY_REPLY, { experienceId: HIDDEN }),
      add('packings', { ...packing, personId: 'derde-1' }, 'person:derde-1'),
      add('reports', { ...report, personId }, 'everyone'),
      add('reports', { ...report, experienceId: experienceId('another-person') }, 'person:jeugd-3'),
      add('log_entries', { ...entry, byPersonId: 'derde-1' }, 'everyone'),
      merged('log_entries', 'log-everyone', { reason: 'Anders' }),
      removed('log_entries'),
      add('pictures', picture, 'everyone'),
      merged('pictures', pictureId('everyone'), { data: 'x' }),
      removed('pictures', `id = '${pictureId('everyone')}'`),
      `insert into samen.author_salts values ('${SPACE}', 'derde-9', 'x')`,
      `update samen.author_salts set salt = 'x'`,
      removed('author_salts'),
      `update samen.reactions set data = data`,
      'alter table samen.experiences disable trigger guard',
    ),
  ];
}

export function experienceStatementsOf(personId: Id): Statement[] {
  const viewer = viewerOf(personId);
  const everyone = { ...placeOf('everyone', personId) };
  const hidden = experienceOf(HIDDEN, everyone, { hidden: { reason: 'Omdat', on: '2026-02-20' } });
  return [
    ...VISIBILITIES.map((each) => experienceOf(experienceId(slug(each)), placeOf(each, personId))).flatMap((each) =>
      onExperience(viewer, each),
    ),
    // Hiding what is hidden anew is a change too.
    ...onExperience(viewer, hidden),
    ...onOwn(viewer),
    ...onTheRest(viewer),
  ];
}

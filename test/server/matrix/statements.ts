/** What somebody could try in SQL, on every table, and whether the model lets them do what it does. */
import { DRIVERS } from '../../backends/conformance/kit';
import { agendaStatementsOf } from './agenda-statements';
import { resultStatementsOf } from './result-statements';
import { experienceStatementsOf } from './experience-statements';
import { privacyStatementsOf } from './privacy-statements';
import { inserted, json, merged, never, removed } from './statements-made';
import type { Statement } from './statements-made';
import { storyStatementsOf } from './story-statements';
import {
  CLOSED,
  NEW_SPACE,
  OFFER,
  ROUND,
  SPACE,
  VISIBILITIES,
  meaningsFor,
  needsFor,
  openId,
  pairId,
  partyOf,
  spaces,
  viewerOf,
} from './world';
import { audienceChoices } from '../../../src/model/audience';
import {
  isMember,
  isSettingUp,
  mayChangeNeed,
  mayChangeNotice,
  mayChangeSettings,
  mayCheckIn,
  mayEditIntention,
  mayEditPhases,
  mayEraseMeaning,
  mayEraseNeed,
  mayManageMembers,
  mayManageParties,
  mayMatchNeeds,
  mayMoveSetup,
  mayRename,
  mayRunRounds,
  mayWriteMeaning,
  mayWriteNeed,
} from '../../../src/model/permissions';
import type { Day, Id, Need, Viewer } from '../../../src/model/types';
import { maySee } from '../../../src/model/visibility';

const EARLY: Day = '2026-02-20';
const LATE: Day = '2026-03-03';

function onSpaces(personId: Id): Statement[] {
  return [SPACE, NEW_SPACE].flatMap((spaceId): Statement[] => {
    const viewer = viewerOf(personId, spaceId);
    const isNew = spaceId === NEW_SPACE;
    const space = { setup: isNew ? 'parties' : 'done' } as const;
    const party = { id: 'erbij', kind: 'partner', name: 'Erbij', shortName: 'Erbij' };
    const patch = (change: object, comes: boolean) => ({ sql: merged('spaces', spaceId, change), comes, spaceId });
    const member = { id: 'nieuw-1', partyId: 'wonen', name: '', jobTitle: 'x', role: 'admin', version: 1 };
    const manages = mayManageMembers(viewer, space);
    return [
      patch({ name: 'Anders' }, mayRename(viewer)),
      patch({ parties: [...(spaces[spaceId]?.parties ?? []), party] }, mayManageParties(viewer, space)),
      // A party that has a ball stays until it has none.
      patch({ parties: [party] }, isNew && mayManageParties(viewer, space)),
      patch({ phases: [] }, mayEditPhases(viewer)),
      patch({ currentPhaseId: 'start' }, mayEditPhases(viewer)),
      // While a round is open, k stays what it was.
      patch({ settings: { smallestGroup: 6 } }, isNew && mayChangeSettings(viewer)),
      patch({ notice: { purpose: 'x' } }, mayChangeNotice(viewer)),
      patch({ setup: isNew ? 'done' : 'parties' }, mayMoveSetup(viewer) && isSettingUp(space)),
      patch({ id: 'elders', canSeeAll: true }, false),
      { sql: inserted('members', spaceId, 'nieuw-1', 'everyone', member), comes: manages, spaceId },
      { sql: merged('members', 'wonen-3', { role: 'admin' }), comes: manages, spaceId },
      { sql: merged('members', personId, { role: 'coreTeam', partyId: 'derde' }), comes: manages, spaceId },
      { sql: removed('members', `id = 'wonen-3'`), comes: manages, spaceId },
      // Who manages nobody still leaves by that.
      { sql: removed('members'), comes: isMember(viewer), spaceId },
      { sql: merged('intentions', 'intention', { text: 'Anders' }), comes: mayEditIntention(viewer), spaceId },
      ...never(
        inserted('members', 'elders', personId, 'everyone', { ...member, id: personId }),
        `update samen.members set id = 'iemand' where id = '${personId}'`,
        `update samen.members set space_id = 'elders'`,
        inserted('spaces', 'zomaar', 'zomaar', 'everyone', { id: 'zomaar', setup: 'done', parties: [party] }),
        removed('spaces'),
        removed('intentions'),
      ),
    ];
  });
}

function onRounds(personId: Id): Statement[] {
  const viewer = viewerOf(personId);
  const round = { id: 'r-3', number: 3, openedOn: EARLY, closesOn: '2026-04-01', drivers: DRIVERS, version: 1 };
  const release = inserted('releases', SPACE, ROUND, 'everyone', { roundId: ROUND, groups: [], notes: [] });
  const closed = (closedOn: Day) =>
    `update samen.rounds set version = 2, data = data || ${json({ closedOn, version: 2 })} where id = '${ROUND}'`;
  const anyone = isMember(viewer);
  const own = { roundId: ROUND, personId, partyId: partyOf(personId), answers: [], version: 1 };
  const mine = (changes: object) => merged('check_ins', `${ROUND}.${personId}`, changes);
  return [
    { sql: inserted('rounds', NEW_SPACE, 'r-3', 'everyone', round), comes: mayRunRounds(viewer), spaceId: NEW_SPACE },
    // On its last day the core team closes a round, after that whoever asks first; before that nobody.
    { sql: release, comes: mayRunRounds(viewer) },
    { sql: `${release}; ${closed('2026-03-02')}`, comes: mayRunRounds(viewer) },
    { sql: release, comes: false, today: EARLY },
    { sql: `${release}; ${closed(EARLY)}`, comes: false, today: EARLY },
    { sql: `${release}; ${closed('2026-03-02')}`, comes: anyone, today: LATE },
    { sql: `${release}; ${closed('2026-02-28')}`, comes: false, today: LATE },
    {
      sql: merged('rounds', ROUND, { participation: { about: 0, of: 10, on: LATE } }),
      comes: anyone,
      today: LATE,
    },
    ...never(
      closed('2026-03-02'),
      merged('rounds', ROUND, { participation: { about: 5, of: 10, on: '2026-03-02' } }),
      merged('rounds', ROUND, { closesOn: '2026-03-01' }),
      merged('rounds', ROUND, { drivers: [] }),
      `update samen.rounds set data = data - 'closedOn' where id = '${CLOSED}'`,
      removed('rounds'),
      merged('releases', CLOSED, { groups: [{}] }),
      removed('releases'),
      inserted('releases', SPACE, 'r-ander', 'everyone', { roundId: 'r-ander' }),
    ),
    { sql: mine({ answers: [{}] }), comes: mayCheckIn(viewer) },
    ...never(
      mine({ partyId: 'jeugd' }),
      mine({ personId: 'derde-1' }),
      merged('check_ins', `${ROUND}.wonen-3`, { answers: [{}] }),
      `update samen.check_ins set audience = 'everyone'`,
      inserted('check_ins', SPACE, `${ROUND}.derde-1`, 'person:derde-1', { ...own, personId: 'derde-1' }),
      inserted('check_ins', SPACE, `${CLOSED}.${personId}`, `person:${personId}`, { ...own, roundId: CLOSED }),
      removed('check_ins'),
    ),
  ];
}

function onNeed(viewer: Viewer, need: Need): Statement[] {
  const may = (isAllowed: boolean) => isAllowed && maySee(need.audience, viewer);
  const change = (changes: object) => merged('needs', need.id, changes);
  const match = change({ status: 'matched', matchedWithId: OFFER });
  const matches = may(mayMatchNeeds(viewer, need, { partyId: 'derde' }));
  const isOpen = need.status === 'open';
  return [
    { sql: change({ text: 'Anders' }), comes: may(mayChangeNeed(viewer, need)) },
    { sql: removed('needs', `id = '${need.id}'`), comes: may(mayEraseNeed(viewer, need)) },
    { sql: match, comes: isOpen && matches },
    { sql: change({ agendaItemId: 'i-everyone-mine' }), comes: !isOpen && matches },
    {
      sql: `update samen.needs set data = data - 'matchedWithId' || '{"status": "open"}' where id = '${need.id}'`,
      comes: !isOpen && matches,
    },
    { sql: change({ status: 'fulfilled' }), comes: !isOpen && may(mayChangeNeed(viewer, need)) },
    ...never(
      change({ partyId: 'derde' }),
      change({ writtenBy: 'derde-1' }),
      change({ createdOn: '2020-01-01' }),
      change({ audience: 'person:derde-1' }),
      `update samen.needs set audience = 'party:derde' where id = '${need.id}'`,
      `update samen.needs set id = 'ander' where id = '${need.id}'`,
    ),
  ];
}

function onNeeds(personId: Id): Statement[] {
  const viewer = viewerOf(personId);
  const party = partyOf(personId);
  const [audience, id] = ['everyone', 'nieuwe'] as const;
  const need = { id, kind: 'ask', partyId: party, driverId: 'd-een', text: 'x', status: 'open', writtenBy: personId };
  const made = (changes: object) => ({ ...need, createdOn: EARLY, audience, version: 1, ...changes });
  const add = (changes: object, to: string = audience) =>
    inserted('needs', SPACE, id, to, made({ audience: to, ...changes }));
  const ids = VISIBILITIES.flatMap((each) => [openId(each), pairId(each)]);
  return [
    ...needsFor(personId)
      .filter((each) => ids.includes(each.id))
      .flatMap((each) => onNeed(viewer, each)),
    { sql: add({}), comes: mayWriteNeed(viewer) },
    ...never(
      add({ partyId: 'derde' }),
      add({ writtenBy: 'derde-1' }),
      add({}, 'party:derde'),
      add({}, 'person:derde-1'),
      add({ status: 'fulfilled' }),
      add({ status: 'matched', matchedWithId: OFFER }),
      // Another's match cannot be taken over.
      merged('needs', 'half-everyone', { matchedWithId: openId('everyoneOfOwnParty') }),
      `update samen.needs set data = data || ${json({ text: 'Alles' })}`,
    ),
  ];
}

function onMeanings(personId: Id): Statement[] {
  const viewer = viewerOf(personId);
  const { member, party } = viewer;
  const mine = meaningsFor(personId).find(({ id }) => id === personId);
  const mayChoose = (choice: string) =>
    mayWriteMeaning(viewer) &&
    member !== undefined &&
    party !== undefined &&
    (audienceChoices(member, party) as string[]).includes(choice);
  const shared = (audience: string) =>
    `update samen.meanings set audience = '${audience}', data = data || ${json({ audience })} where id = '${personId}'`;
  const forged = { ...mine, id: 'derde-1', personId: 'derde-1' };
  return [
    { sql: merged('meanings', personId, { text: 'Anders' }), comes: mayWriteMeaning(viewer) },
    { sql: removed('meanings', `id = '${personId}'`), comes: mayEraseMeaning(viewer, viewer) },
    ...(['party', 'internal', 'everyone'] as const).map((choice) => ({
      sql: shared(choice === 'party' ? `party:${partyOf(personId)}` : choice),
      comes: mayChoose(choice),
    })),
    ...never(
      shared('party:derde'),
      shared('person:derde-1'),
      merged('meanings', personId, { author: { name: '', jobTitle: '', partyId: 'derde' } }),
      inserted('meanings', SPACE, 'derde-1', 'everyone', forged),
      removed('meanings', `id <> '${personId}'`),
      ...meaningsFor(personId).flatMap(({ id }) =>
        id === personId ? [] : [merged('meanings', id, { text: 'Anders' })],
      ),
    ),
  ];
}

function onTheRest(personId: Id): Statement[] {
  const key = inserted('write_keys', SPACE, 'sleutel', 'everyone', { inputHash: 'x', expiresAt: LATE });
  return [
    { sql: key, comes: isMember(viewerOf(personId)) },
    ...never(
      key.replace(`'${SPACE}'`, `'elders'`),
      merged('write_keys', 'key-canary', { inputHash: 'x' }),
      removed('write_keys'),
      `insert into samen.counters values ('${SPACE}', 1000)`,
      'update samen.counters set seq = 0',
      removed('counters'),
      `insert into samen.events (space_id, seq, kind, id) values ('${SPACE}', 1000, 'need', 'x')`,
      removed('events'),
      removed('migrations'),
      `update samen.migrations set checksum = ''`,
      'truncate samen.needs',
      'alter table samen.needs disable row level security',
      'alter table samen.needs disable trigger guard',
      'drop policy reads on samen.needs',
      'create function samen.mine() returns int language sql as $$ select 1 $$',
      'create table samen.mine (id text)',
      `set local session_replication_role = 'replica'; delete from samen.needs`,
      'set local row_security = off; delete from samen.meanings',
    ),
  ];
}

/** Everything, for one person. */
export function statementsOf(personId: Id): Statement[] {
  return [
    onSpaces,
    onRounds,
    onNeeds,
    onMeanings,
    onTheRest,
    experienceStatementsOf,
    agendaStatementsOf,
    resultStatementsOf,
    storyStatementsOf,
    privacyStatementsOf,
  ].flatMap((each) => each(personId));
}

/** What somebody could try in SQL with the tables of the agenda, and what DOMAIN's table of moves says of it. */
import { AUDIENCES, METHOD, handoverOf, itemOf, keyHashOf, sessionId, sessionOf, standingsFor } from './agenda-world';
import type { Standing } from './agenda-world';
import { inserted, json, merged, never, removed } from './statements-made';
import type { Statement } from './statements-made';
import { PEOPLE, SPACE, TODAY, WRITER_ELSEWHERE, partyOf, spaces, viewerOf } from './world';
import type { AgendaItem, Handover } from '../../../src/model/agenda-types';
import { isCoreTeam, isMember } from '../../../src/model/permissions';
import type { Id, Viewer } from '../../../src/model/types';
import { maySee } from '../../../src/model/visibility';

const writes = (viewer: Viewer) => isMember(viewer) && viewer.member?.role !== 'admin';
/** For one's own party; the core team for any. */
const acts = (viewer: Viewer, party: Id | undefined) =>
  writes(viewer) && (isCoreTeam(viewer) || (party !== undefined && viewer.member?.partyId === party));
const isDepartment = (party: Id | undefined) =>
  spaces[SPACE]?.parties.find(({ id }) => id === party)?.kind === 'department';

const moved = (id: Id, data: string) =>
  `update samen.balls set version = version + 1, data = ${data} where id = '${id}'`;
const logged = (row: Handover) => inserted('handovers', SPACE, row.id, row.audience, row);

function onBall(viewer: Viewer, { item, ball, sides, state }: Standing): Statement[] {
  const { personId } = viewer;
  const { id, audience } = item;
  const own = partyOf(personId);
  const sees = maySee(audience, viewer);
  const { holderId, offer } = ball;
  const line = (changes: Partial<Handover>) =>
    logged(handoverOf(id, 2, { audience, by: { partyId: own, jobTitle: '' }, ...changes }));
  const move = (data: string, changes: Partial<Handover>) => `${moved(id, data)}; ${line(changes)}`;
  const holds = (party: Id) => `data - 'offer' || ${json({ holderId: party })}`;
  const offers = (changes: object = {}) => {
    const made = { toPartyId: sides.third, note: '', offeredAt: `${TODAY}T10:00:00Z`, byPersonId: personId };
    return `data || ${json({ offer: { ...made, ...changes } })}`;
  };
  const offered = { kind: 'offered', toPartyId: sides.third } as const;
  const mayOffer = sees && acts(viewer, holderId) && holderId !== undefined && holderId !== sides.third;
  const accepts = sees && acts(viewer, offer?.toPartyId) && offer !== undefined && offer.byPersonId !== personId;
  const isAccepted = accepts && offer.toPartyId === own;
  const becomesOwn = holderId === undefined ? sees && writes(viewer) && state !== 'done' : isAccepted;
  const isProgress = sees && acts(viewer, holderId) && holderId !== undefined;
  return [
    ...(holderId === own || state === 'done'
      ? []
      : [{ sql: move(holds(own), { kind: holderId ? 'accepted' : 'taken', toPartyId: own }), comes: becomesOwn }]),
    ...(holderId === undefined
      ? []
      : [
          { sql: move(`data || ${json({ nextStep: 'Bellen' })}`, { kind: 'progress' }), comes: isProgress },
          { sql: move(`data - 'holderId' - 'offer'`, { kind: 'released', reason: 'x' }), comes: isProgress },
          { sql: move(offers(), offered), comes: mayOffer && (offer === undefined || state === 'byMeLapsed') },
        ]),
    ...(offer === undefined
      ? []
      : [
          {
            sql: move(`data - 'offer'`, { kind: 'returned' }),
            comes: sees && (acts(viewer, holderId) || acts(viewer, offer.toPartyId)),
          },
        ]),
    // On behalf of a party, with the reason: the core team alone.
    ...(state === 'theirs'
      ? [
          {
            sql: move(`data || '{"nextStep": "Bellen"}'`, {
              kind: 'progress',
              onBehalfOf: sides.other,
              reason: 'Ziek',
            }),
            comes: sees && isCoreTeam(viewer),
          },
        ]
      : []),
    ...never(
      // Without a line in the log; and a line without a move.
      moved(id, holderId ? `data - 'holderId' - 'offer'` : holds(own)),
      line({ kind: 'taken', toPartyId: own }),
      line({ kind: 'progress' }),
      line({ kind: 'cleared' }),
      // To whom it was not offered; to oneself; to who does not see it, or is not there; as if another offered it.
      move(holds('vreemd'), { kind: 'taken', toPartyId: 'vreemd' }),
      ...(holderId
        ? [
            move(offers({ toPartyId: holderId }), { ...offered, toPartyId: holderId }),
            move(offers({ toPartyId: 'vreemd' }), { ...offered, toPartyId: 'vreemd' }),
            move(offers({ byPersonId: WRITER_ELSEWHERE }), offered),
            ...(audience === 'internal'
              ? [move(offers({ toPartyId: 'derde' }), { ...offered, toPartyId: 'derde' })]
              : []),
          ]
        : []),
      // Signed by another party; that time passed is nobody's to say.
      move(`data || '{"nextStep": "x"}'`, { kind: 'progress', by: { partyId: 'vreemd', jobTitle: '' } }),
      move(`data || '{"nextStep": "x"}'`, { kind: 'expired' }),
      ...(isCoreTeam(viewer)
        ? [move(`data || '{"nextStep": "x"}'`, { kind: 'progress', onBehalfOf: sides.other })]
        : []),
      // Nobody's own: the line that is there, and the ball without its item.
      merged('handovers', `o-${id}-1`, { reason: 'Anders' }),
      removed('handovers', `id = 'o-${id}-1'`),
      removed('balls', `id = '${id}'`),
      `update samen.balls set audience = 'everyone' where id = '${id}' and audience = 'internal'`,
      merged('balls', id, { id: 'ander' }),
    ),
  ];
}

function onItem(viewer: Viewer, { item, ball, sides, state }: Standing): Statement[] {
  const { id, audience, createdByPartyId } = item;
  const own = partyOf(viewer.personId);
  const sees = maySee(audience, viewer);
  const isCore = sees && isCoreTeam(viewer);
  const edits = sees && acts(viewer, ball.holderId ?? createdByPartyId);
  const change = (changes: Partial<AgendaItem>) => merged('agenda_items', id, changes);
  const joins = (partyId: Id) => change({ participations: [...item.participations, { partyId, as: 'thinking' }] });
  const opened = `update samen.agenda_items set audience = 'everyone', data = data || '{"audience": "everyone"}' where id = '${id}'`;
  const narrowed = `update samen.agenda_items set audience = 'internal', data = data || '{"audience": "internal"}' where id = '${id}'`;
  const partnerHas = [ball.holderId, ball.offer?.toPartyId].some((party) => party && !isDepartment(party));
  const settled = (partyId: Id) => change({ settled: [{ itemId: 'x', by: { partyId, jobTitle: '' }, on: TODAY }] });
  const isClosed = state === 'done';
  return [
    { sql: change({ title: 'Anders' }), comes: edits },
    { sql: change({ topics: ['anders'] }), comes: edits },
    { sql: change({ status: 'stopped', statusReason: 'Klaar mee' }), comes: isCore || (edits && !isClosed) },
    { sql: change({ status: 'done' }), comes: !isClosed && edits },
    ...(isClosed ? [{ sql: change({ status: 'running' }), comes: isCore }] : []),
    ...(item.status === 'idea'
      ? [
          {
            sql: change({ status: 'running', participations: [{ partyId: own, as: 'doing' }] }),
            comes: sees && writes(viewer),
          },
        ]
      : []),
    { sql: joins('derde'), comes: isCore || (sees && writes(viewer) && own === 'derde') },
    ...(ball.holderId === own ? [] : [{ sql: joins(own), comes: sees && writes(viewer) }]),
    ...(item.participations.length > 0 && ball.holderId !== own
      ? [{ sql: change({ participations: [] }), comes: isCore }]
      : []),
    ...(audience === 'internal'
      ? [{ sql: opened, comes: edits }]
      : [{ sql: narrowed, comes: isCore && maySee('internal', viewer) && !partnerHas }]),
    { sql: change({ mergedIntoId: 'ander' }), comes: isCore },
    { sql: change({ followsId: 'ander' }), comes: edits },
    { sql: settled(own), comes: sees && writes(viewer) },
    { sql: removed('agenda_items', `id = '${id}'`), comes: isCore },
    ...never(
      settled('vreemd'),
      change({ createdByPartyId: own === createdByPartyId ? sides.other : own }),
      change({ createdOn: '2020-01-01' }),
      change({ needId: 'x' }),
      `update samen.agenda_items set id = 'ander' where id = '${id}'`,
      // The column and the row say the same.
      `update samen.agenda_items set audience = '${audience === 'internal' ? 'everyone' : 'internal'}' where id = '${id}'`,
    ),
  ];
}

function onNewItems(viewer: Viewer): Statement[] {
  const own = partyOf(viewer.personId);
  const made = itemOf('i-nieuw', { createdByPartyId: own, status: 'idea' });
  const add = (changes: Partial<AgendaItem> = {}, audience = 'everyone') =>
    inserted('agenda_items', SPACE, 'i-nieuw', audience, { ...made, ...changes });
  const ball = (changes: object = {}) =>
    inserted('balls', SPACE, 'i-nieuw', 'everyone', {
      id: 'i-nieuw',
      movedAt: `${TODAY}T10:00:00Z`,
      version: 1,
      ...changes,
    });
  const may = writes(viewer);
  return [
    { sql: `${add()}; ${ball()}`, comes: may },
    { sql: add({ audience: 'internal' }, 'internal'), comes: may && maySee('internal', viewer) },
    { sql: add({ participations: [{ partyId: own, as: 'doing' }] }), comes: may },
    { sql: add({ participations: [{ partyId: 'vreemd', as: 'doing' }] }), comes: isCoreTeam(viewer) },
    ...never(
      add({ createdByPartyId: 'vreemd' }),
      add({ status: 'running' }),
      add({ mergedIntoId: 'x' }),
      add({ settled: [{ itemId: 'x', by: { partyId: own, jobTitle: '' }, on: TODAY }] }),
      add({ audience: 'internal' }),
      ball(),
      `${add()}; ${ball({ holderId: 'derde' })}`,
      `${add()}; ${inserted('balls', SPACE, 'i-nieuw', 'internal', { id: 'i-nieuw', movedAt: `${TODAY}T10:00:00Z`, version: 1 })}`,
    ),
  ];
}

function onTheRest(viewer: Viewer): Statement[] {
  const { personId } = viewer;
  const isCore = isCoreTeam(viewer);
  const isHere = isMember(viewer);
  const other = Object.values(PEOPLE).find((id) => id !== personId) ?? '';
  const key = (id: Id) => inserted('calendar_keys', SPACE, id, `person:${id}`, { keyHash: 'x', version: 1 });
  return [
    ...AUDIENCES.flatMap((audience): Statement[] => {
      const comes = isCore && maySee(audience, viewer);
      const id = sessionId(audience);
      const added = { ...sessionOf(audience), id: 's-nieuw' };
      return [
        { sql: inserted('sessions', SPACE, 's-nieuw', audience, added), comes },
        { sql: merged('sessions', id, { title: 'Anders' }), comes },
        { sql: removed('sessions', `id = '${id}'`), comes },
      ];
    }),
    { sql: removed('sessions'), comes: isCore },
    { sql: removed('agenda_items'), comes: isCore },
    { sql: merged('calendar_keys', personId, { keyHash: 'nieuw' }), comes: isHere },
    { sql: removed('calendar_keys'), comes: isHere },
    ...never(
      inserted('sessions', SPACE, 's-nieuw', 'everyone', sessionOf('internal')),
      merged('methods', METHOD, { name: 'Anders' }),
      removed('methods'),
      inserted('methods', SPACE, 'm-nieuw', 'everyone', { id: 'm-nieuw' }),
      removed('handovers'),
      removed('balls'),
      `update samen.handovers set data = data`,
      key(other),
      merged('calendar_keys', WRITER_ELSEWHERE, { keyHash: 'mijn' }),
      `update samen.calendar_keys set data = data || ${json({ keyHash: keyHashOf('x') })} where id <> '${personId}'`,
      removed('calendar_keys', `id <> '${personId}'`),
      'alter table samen.balls disable trigger guard',
      'set constraints all immediate; alter table samen.handovers disable trigger borne_out',
      'truncate samen.handovers',
    ),
  ];
}

export function agendaStatementsOf(personId: Id): Statement[] {
  const viewer = viewerOf(personId);
  const standings = standingsFor(personId, partyOf(personId));
  return [
    ...standings.flatMap((each) => onBall(viewer, each)),
    ...standings.flatMap((each) => onItem(viewer, each)),
    ...onNewItems(viewer),
    ...onTheRest(viewer),
  ];
}

/** What somebody could try in SQL with results and ideas, and what DOMAIN says of it. */
import { itemOf } from './agenda-world';
import { ideaOf, ideasFor, resultOf, resultsFor } from './result-world';
import { inserted, json, merged, never, removed } from './statements-made';
import type { Statement } from './statements-made';
import { SPACE, TODAY, WRITER_ELSEWHERE, partyOf, viewerOf } from './world';
import type { Idea, Result } from '../../../src/model/result-types';
import { isCoreTeam, isMember } from '../../../src/model/permissions';
import type { Id, Viewer } from '../../../src/model/types';
import { maySee, maySeeResult } from '../../../src/model/visibility';

const writes = (viewer: Viewer) => isMember(viewer) && viewer.member?.role !== 'admin';
const signed = (partyId: Id) => ({ partyId, jobTitle: '' });

function onResult(viewer: Viewer, result: Result): Statement[] {
  const { id, audience, createdByPartyId, history, status } = result;
  const own = partyOf(viewer.personId);
  const isCore = isCoreTeam(viewer);
  const isDraft = result.publication === undefined;
  const sees = maySeeResult(result, viewer) && writes(viewer);
  const edits = sees && (isCore || own === createdByPartyId);
  const change = (changes: object) => merged('results', id, changes);
  const line = (kind: string, partyId = own, becomes: string = status) => ({
    ...{ on: TODAY, by: signed(partyId), kind, status: becomes },
  });
  const publication = { on: TODAY, reason: 'Omdat', by: signed(own) };
  const published = (changes: object = {}, column: string = audience) =>
    `update samen.results set audience = '${column}', data = data || ${json({
      publication,
      history: [...history, line('published')],
      ...changes,
    })} where id = '${id}'`;
  const becomes = (next: string, lines: object[]) => change({ status: next, history: [...history, ...lines] });
  const readers = (next: string) =>
    isDraft
      ? change({ audience: next })
      : `update samen.results set audience = '${next}', data = data || ${json({ audience: next })} where id = '${id}'`;
  const isPartners = !['beleid', 'wonen'].includes(createdByPartyId);
  return [
    { sql: change({ title: 'Anders' }), comes: edits },
    { sql: change({ experienceIds: ['ander'], measurements: [], changedOn: TODAY }), comes: edits },
    { sql: becomes('reached', [line('status', own, 'reached')]), comes: edits },
    { sql: removed('results', `id = '${id}'`), comes: isDraft ? edits : sees && isCore },
    ...(isDraft ? [{ sql: published(), comes: sees && isCore }] : []),
    ...(audience === 'internal'
      ? [{ sql: readers('everyone'), comes: edits && (isDraft || isCore) }]
      : [
          {
            sql: readers('internal'),
            comes: edits && maySee('internal', viewer) && !isPartners && (isDraft || isCore),
          },
        ]),
    ...never(
      // Published by nobody, for nothing, in another's name, or without a line that says so.
      ...(isDraft
        ? [
            published({ publication: { ...publication, reason: '' } }),
            published({ publication: { ...publication, by: signed('vreemd') } }),
            published({ history }),
            published({}, `party:${createdByPartyId}`),
            `update samen.results set audience = 'everyone' where id = '${id}'`,
          ]
        : [
            change({ publication: { ...publication, reason: 'Anders' } }),
            `update samen.results set audience = 'party:${createdByPartyId}', data = data - 'publication' where id = '${id}'`,
          ]),
      // Its history only grows, in one's own name, by what was done.
      change({ history: [] }),
      change({ history: [{ ...history[0], status: 'stopped' }] }),
      change({ history: [...history, line('drafted')] }),
      change({ history: [...history, line('published')] }),
      becomes('reached', []),
      becomes('reached', [line('status', 'vreemd', 'reached')]),
      becomes('reached', [line('status', own, 'stopped')]),
      // It stays whose it is.
      change({ createdByPartyId: own === createdByPartyId ? 'derde' : own }),
      change({ createdOn: '2020-01-01' }),
      change({ id: 'ander' }),
      `update samen.results set id = 'ander' where id = '${id}'`,
      // Values without what they are of, and a goal that is where one began.
      `update samen.results set data = data - 'measure' where id = '${id}'`,
      change({ measure: { ...result.measure, goal: 0 } }),
    ),
  ];
}

function onIdea(viewer: Viewer, idea: Idea): Statement[] {
  const { id, audience, status, participations, writtenBy } = idea;
  const own = partyOf(viewer.personId);
  const sees = maySee(audience, viewer) && writes(viewer);
  const isCore = sees && isCoreTeam(viewer);
  const isOpen = status === 'open';
  const isTheirs = sees && isOpen && writtenBy === viewer.personId;
  const change = (changes: object) => merged('ideas', id, changes);
  const others = participations.filter(({ partyId }) => partyId !== own);
  const joins = (partyId: Id) =>
    change({
      participations: [...participations.filter((each) => each.partyId !== partyId), { partyId, as: 'doing' }],
    });
  const adopts = (ideaId: Id, next: object = {}) =>
    `${inserted('agenda_items', SPACE, 'i-nieuw', audience, {
      ...itemOf('i-nieuw', { audience, status: 'idea', createdByPartyId: own }),
      ideaId,
    })}; update samen.ideas set data = data - 'answer' || ${json({ status: 'adopted', agendaItemId: 'i-nieuw', ...next })} where id = '${id}'`;
  const declines = (text: string) => change({ status: 'declined', answer: { text, on: TODAY } });
  const narrowed = `update samen.ideas set audience = 'internal', data = data || '{"audience": "internal"}' where id = '${id}'`;
  return [
    { sql: change({ text: 'Anders' }), comes: isTheirs },
    { sql: joins(own), comes: sees && isOpen },
    ...(others.length < participations.length
      ? [{ sql: change({ participations: others }), comes: sees && isOpen }]
      : []),
    ...(isOpen ? [{ sql: declines('Nu niet'), comes: isCore }] : []),
    ...(status === 'adopted' ? [] : [{ sql: adopts(id), comes: isCore }]),
    ...(audience === 'everyone' ? [{ sql: narrowed, comes: isTheirs && maySee('internal', viewer) }] : []),
    { sql: removed('ideas', `id = '${id}'`), comes: isCore || isTheirs },
    ...never(
      ...(isOpen ? [] : [declines('Anders')]),
      ...(status === 'adopted' ? [adopts(id)] : []),
      joins('vreemd'),
      declines(''),
      // An item that is not there, or came of another.
      change({ status: 'adopted', agendaItemId: 'nergens' }),
      ...(status === 'adopted' ? [] : [change({ status: 'adopted', agendaItemId: 'i-everyone-mine' })]),
      change({ answer: { text: 'x', on: TODAY } }),
      change({ status: 'stuk' }),
      change({ by: signed('vreemd') }),
      change({ writtenBy: writtenBy === viewer.personId ? WRITER_ELSEWHERE : viewer.personId }),
      change({ experienceId: 'x' }),
      change({ audience: audience === 'internal' ? 'everyone' : 'internal' }),
    ),
  ];
}

function onNew(viewer: Viewer): Statement[] {
  const { personId } = viewer;
  const own = partyOf(personId);
  const may = writes(viewer);
  const inside = may && maySee('internal', viewer);
  const result = resultOf('r-nieuw', { createdByPartyId: own, measurements: [] });
  const draft = (changes: object = {}, audience = `party:${own}`) =>
    inserted('results', SPACE, 'r-nieuw', audience, { ...result, ...changes });
  const idea = ideaOf('d-nieuw', {
    ...{ by: signed(own), writtenBy: personId, participations: [{ partyId: own, as: 'thinking' as const }] },
  });
  const shared = (changes: object = {}, audience = 'everyone') =>
    inserted('ideas', SPACE, 'd-nieuw', audience, { ...idea, ...changes });
  const publication = { on: TODAY, reason: 'Omdat', by: signed(own) };
  return [
    { sql: draft(), comes: may },
    { sql: draft({ audience: 'internal' }), comes: inside },
    { sql: shared(), comes: may },
    { sql: shared({ audience: 'internal' }, 'internal'), comes: inside },
    { sql: removed('results'), comes: may && resultsFor(own).some((each) => mayErase(viewer, each)) },
    ...never(
      draft({ publication }, 'everyone'),
      draft({}, 'everyone'),
      draft({ createdByPartyId: 'vreemd' }, 'party:vreemd'),
      draft({ measurements: [{ id: 'x', on: TODAY, value: 1 }] }),
      draft({ history: [] }),
      draft({ history: [{ ...result.history[0], kind: 'published' }] }),
      draft({ history: [{ ...result.history[0], by: signed('vreemd') }] }),
      shared({ writtenBy: WRITER_ELSEWHERE }),
      shared({ by: signed('vreemd') }),
      shared({ status: 'adopted', agendaItemId: 'x' }),
      shared({ answer: { text: 'x', on: TODAY } }),
      shared({ participations: [{ partyId: 'vreemd', as: 'doing' }] }),
      shared({}, 'internal'),
      'alter table samen.results disable trigger guard',
    ),
  ];
}

function mayErase(viewer: Viewer, result: Result): boolean {
  if (!maySeeResult(result, viewer)) return false;
  return isCoreTeam(viewer) || (!result.publication && partyOf(viewer.personId) === result.createdByPartyId);
}

export function resultStatementsOf(personId: Id): Statement[] {
  const viewer = viewerOf(personId);
  return [
    ...resultsFor(partyOf(personId)).flatMap((each) => onResult(viewer, each)),
    ...ideasFor(personId, partyOf(personId)).flatMap((each) => onIdea(viewer, each)),
    ...onNew(viewer),
  ];
}

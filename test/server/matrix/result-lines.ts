/** The lines of results and ideas: what somebody tries with each, and what the model says must come of it. */
import { decided, ofSpace, reading, told } from './cases';
import type { Case, Line } from './cases';
import { VALUE, ideasFor, resultsFor } from './result-world';
import { NO_SPACE, SPACE, partyOf, spaces, viewerOf } from './world';
import { DRIVERS, TODAY, ideaInput, resultInput } from '../../backends/conformance/kit';
import type { Input, OperationName } from '../../../src/contract/operations';
import { adoptIdea, declineIdea, demandIdeaEraser, joinIdea, saveIdea } from '../../../src/model/idea';
import { newId } from '../../../src/model/new-id';
import { isMember, mayWriteResults } from '../../../src/model/permissions';
import { demandEraser, eraseMeasurement, publishResult, saveMeasurement, saveResult } from '../../../src/model/result';
import type { Idea, Result } from '../../../src/model/result-types';
import type { Id, Party, Viewer } from '../../../src/model/types';
import { maySee, maySeeResult, resultAudience } from '../../../src/model/visibility';

type Name =
  | ('listResults' | 'getResult' | 'saveResult' | 'eraseResult' | 'publishResult')
  | ('saveMeasurement' | 'eraseMeasurement')
  | ('listIdeas' | 'saveIdea' | 'eraseIdea' | 'joinIdea' | 'adoptIdea' | 'declineIdea');

const ABSENT: Id = newId();
const parties = (): readonly Party[] => spaces[SPACE]?.parties ?? [];
const NOTHING_SEEN = { experiences: new Set<Id>(), items: new Set<Id>() };

interface On<T> {
  things: (personId: Id) => T[];
  sees: (thing: T, viewer: Viewer) => boolean;
  about: (thing: T) => Case['about'];
}

const RESULTS: On<Result> = {
  things: (personId) => resultsFor(partyOf(personId)),
  sees: maySeeResult,
  about: (result) => ({
    audience: resultAudience(result),
    partyId: result.createdByPartyId,
    writtenBy: `${result.createdByPartyId}-7`,
  }),
};
const IDEAS: On<Idea> = {
  things: (personId) => ideasFor(personId, partyOf(personId)),
  sees: ({ audience }, viewer) => maySee(audience, viewer),
  // Whoever would be its writer claims to be that person.
  about: ({ writtenBy, by }) => ({ audience: `person:${writtenBy}`, partyId: by.partyId, writtenBy }),
};

function onEach<N extends Name, T extends { id: Id }>(
  { things, sees, about }: On<T>,
  input: (id: Id, thing: T) => Input<N>,
  decide: (thing: T, viewer: Viewer) => unknown,
): Line<N> {
  return (personId) =>
    things(personId).map((thing): Case<N> => {
      const viewer = viewerOf(personId);
      const made = input(thing.id, thing);
      const there = about(thing);
      return {
        label: thing.id,
        spaceId: SPACE,
        input: made,
        outcome: isMember(viewer) && sees(thing, viewer) ? decided(() => decide(thing, viewer)) : 'hidden',
        absent: isMember(viewer) ? { spaceId: SPACE, input: input(ABSENT, thing) } : { spaceId: NO_SPACE, input: made },
        ...(there && { about: there }),
      };
    });
}

const both =
  <N extends OperationName>(...lines: Line<N>[]): Line<N> =>
  (personId) =>
    lines.flatMap((line) => line(personId));

const acting = (viewer: Viewer) => ({ viewer, today: TODAY, now: new Date(`${TODAY}T10:00:00Z`) });
const editing = (id: Id, { audience }: Result) => resultInput({ id, version: 1, partyIds: [], audience });
const wording = (id: Id, { audience }: Idea) => ideaInput({ id, version: 1, audience });
const value = { id: newId(), on: TODAY, value: 6 };

export const RESULT_LINES: { [N in Name]: Line<N> } = {
  listResults: reading<'listResults'>({ limit: 100 }),
  getResult: onEach(
    RESULTS,
    (id) => ({ id }),
    () => undefined,
  ),
  saveResult: both<'saveResult'>(
    ofSpace(
      () => ({ new: resultInput({ partyIds: [] }) }),
      (viewer) => told(viewer, mayWriteResults(viewer)),
    ),
    onEach(RESULTS, editing, (previous, viewer) =>
      saveResult(editing(previous.id, previous), {
        ...{ previous, viewer, parties: parties(), drivers: DRIVERS, seen: NOTHING_SEEN, today: TODAY },
      }),
    ),
  ),
  eraseResult: onEach(
    RESULTS,
    (id) => ({ id, version: 1 }),
    (result, viewer) => {
      demandEraser(viewer, result);
    },
  ),
  publishResult: onEach(
    RESULTS,
    (id) => ({ id, version: 1, reason: 'Omdat' }),
    (result, viewer) => publishResult(result, 'Omdat', acting(viewer)),
  ),
  saveMeasurement: onEach(
    RESULTS,
    (resultId) => ({ resultId, version: 1, ...value }),
    (result, viewer) => saveMeasurement(result, value, acting(viewer)),
  ),
  eraseMeasurement: onEach(
    RESULTS,
    (resultId) => ({ resultId, id: VALUE, version: 1 }),
    (result, viewer) => eraseMeasurement(result, VALUE, acting(viewer)),
  ),
  listIdeas: reading<'listIdeas'>({ limit: 100 }),
  saveIdea: both<'saveIdea'>(
    ofSpace(
      () => ({ new: ideaInput() }),
      (viewer) => told(viewer, mayWriteResults(viewer)),
    ),
    onEach(IDEAS, wording, (previous, viewer) =>
      saveIdea(wording(previous.id, previous), {
        ...{ previous, viewer, parties: parties(), drivers: DRIVERS, today: TODAY },
      }),
    ),
  ),
  eraseIdea: onEach(
    IDEAS,
    (id) => ({ id, version: 1 }),
    (idea, viewer) => {
      demandIdeaEraser(idea, viewer);
    },
  ),
  joinIdea: onEach(
    IDEAS,
    (id) => ({ id, as: 'doing' }),
    (idea, viewer) => joinIdea(idea, 'doing', viewer),
  ),
  adoptIdea: onEach(
    IDEAS,
    (id) => ({ id, version: 1, agendaItemId: newId(), title: 'Toch' }),
    (idea, viewer) => adoptIdea(idea, { agendaItemId: 'nieuw', title: 'Toch' }, acting(viewer)),
  ),
  declineIdea: onEach(
    IDEAS,
    (id) => ({ id, version: 1, reason: 'Nu niet' }),
    (idea, viewer) => declineIdea(idea, 'Nu niet', acting(viewer)),
  ),
};

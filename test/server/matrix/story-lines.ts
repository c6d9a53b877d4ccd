/** The lines of the chain, the figures, the report and reports that are kept. */
import { AUDIENCES, itemId } from './agenda-world';
import { ofSpace, onNeeds, reading, told } from './cases';
import type { Case, Line } from './cases';
import { keptId } from './story-world';
import { NO_SPACE, SPACE, partyOf, viewerOf } from './world';
import { PERIOD, keptInput } from '../../backends/conformance/story-kit';
import type { Input } from '../../../src/contract/operations';
import type { ItemAudience } from '../../../src/model/agenda-types';
import { newId } from '../../../src/model/new-id';
import { isMember, mayKeepReports } from '../../../src/model/permissions';
import type { Id, Viewer } from '../../../src/model/types';

type Name = 'getFigures' | 'getChain' | 'getReport' | 'listKeptReports' | 'getKeptReport' | 'saveKeptReport';

const ABSENT: Id = newId();

/** Something for departments, and something for everyone. */
function onBoth<N extends Name>(
  idOf: (audience: ItemAudience) => Id,
  input: (id: Id, audience: ItemAudience) => Input<N>,
  may: (viewer: Viewer) => boolean = () => true,
): Line<N> {
  return (personId) =>
    AUDIENCES.map((audience): Case<N> => {
      const viewer = viewerOf(personId);
      const made = input(idOf(audience), audience);
      return {
        label: idOf(audience),
        spaceId: SPACE,
        input: made,
        outcome: told(viewer, may(viewer), audience),
        absent: isMember(viewer)
          ? { spaceId: SPACE, input: input(ABSENT, audience) }
          : { spaceId: NO_SPACE, input: made },
        about: { audience, partyId: partyOf(personId), writtenBy: personId },
      };
    });
}

const all =
  <N extends Name>(...lines: Line<N>[]): Line<N> =>
  (personId) =>
    lines.flatMap((line) => line(personId));

export const STORY_LINES: { [N in Name]: Line<N> } = {
  getFigures: reading<'getFigures'>({}),
  getChain: all<'getChain'>(
    reading<'getChain'>({ kind: 'driver', id: 'd-een' }),
    onBoth(
      (audience) => itemId(audience, 'mine'),
      (id) => ({ kind: 'agendaItem', id }),
    ),
    onNeeds(
      'from',
      (id) => ({ kind: 'need', id }),
      (viewer, need) => told(viewer, true, need.audience),
    ),
  ),
  getReport: all<'getReport'>(
    reading<'getReport'>(PERIOD),
    onBoth(keptId, (kept) => ({ ...PERIOD, kept })),
  ),
  listKeptReports: reading<'listKeptReports'>({ limit: 100 }),
  getKeptReport: onBoth(keptId, (id) => ({ id })),
  saveKeptReport: all<'saveKeptReport'>(
    ofSpace(
      () => ({ new: keptInput() }),
      (viewer) => told(viewer, mayKeepReports(viewer)),
    ),
    onBoth(keptId, (id, audience) => keptInput({ id, audience, version: 1 }), mayKeepReports),
  ),
};

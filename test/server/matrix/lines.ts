/**
 * A line for every operation: with which inputs somebody tries it, on things of every visibility, and what
 * must come of it: asked of the model's own functions. A new operation without a line does not compile.
 */
import { DRIVERS } from '../../backends/conformance/kit';
import { AGENDA_LINES } from './agenda-lines';
import { BOTH, ofSpace, onNeeds, reading, taken, told } from './cases';
import type { Line, Outcome } from './cases';
import { EXPERIENCE_LINES } from './experience-lines';
import { RESULT_LINES } from './result-lines';
import { PRIVACY_LINES } from './privacy-lines';
import { STORY_LINES } from './story-lines';
import { CLOSED, NEW_SPACE, NO_SPACE, OFFER, ROUND, SPACE, openId, pairId, partyOf, viewerOf } from './world';
import type { Input, OperationName } from '../../../src/contract/operations';
import { audienceChoices } from '../../../src/model/audience';
import { newId } from '../../../src/model/new-id';
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
import type { Id, Need, Space, Viewer } from '../../../src/model/types';

const THIRD = { partyId: 'derde' };
const matching = (viewer: Viewer, need: Need): Outcome =>
  told(viewer, mayMatchNeeds(viewer, need, THIRD), need.audience);
const words = { kind: 'ask', driverId: 'd-een', text: 'Van mij' } as const;
const all =
  <N extends OperationName>(...lines: Line<N>[]): Line<N> =>
  (personId) =>
    lines.flatMap((line) => line(personId));

const memberInputs = (personId: Id, version: number) => ({
  name: '',
  jobTitle: 'x',
  partyId: partyOf(personId) === 'weg' ? 'wonen' : partyOf(personId),
  version,
});

/** Each change of a space, and who may. */
const PATCHES: Record<
  string,
  [patch: (space: Space) => Partial<Input<'changeSpace'>>, may: (viewer: Viewer, space: Space) => boolean]
> = {
  name: [() => ({ name: 'Anders' }), mayRename],
  parties: [
    // A party that has members cannot be missing: this brings back the one that left.
    ({ parties }) => ({ parties: [...parties, { id: 'weg', kind: 'partner', name: 'Weg', shortName: 'Weg' }] }),
    mayManageParties,
  ],
  phases: [({ phases }) => ({ phases: [...phases, { id: 'later', name: 'Later', goal: '' }] }), mayEditPhases],
  currentPhase: [() => ({ currentPhaseId: 'start' }), mayEditPhases],
  settings: [({ settings }) => ({ settings: { ...settings, smallestGroup: 7 } }), mayChangeSettings],
  notice: [() => ({ notice: { purpose: 'a', basis: 'b', retention: 'c', contact: 'd' } }), mayChangeNotice],
  setup: [
    (space) => ({ setup: isSettingUp(space) ? 'done' : 'parties' }),
    // Who could begin the set-up anew would regain the rights that go with it.
    (viewer, space) => mayMoveSetup(viewer) && isSettingUp(space),
  ],
};

export const LINES: { [N in OperationName]: Line<N> } = {
  ...PRIVACY_LINES,
  ...AGENDA_LINES,
  ...EXPERIENCE_LINES,
  ...RESULT_LINES,
  ...STORY_LINES,
  getMe: ofSpace(
    () => ({ mine: {} }),
    () => 'allowed',
    BOTH,
  ),
  getSpace: reading<'getSpace'>({}),
  createSpace: (personId) => {
    const [input, nowhere] = [
      { id: SPACE, name: 'Van mij' },
      { id: NO_SPACE, name: 'Van mij' },
    ];
    const absent = { spaceId: NO_SPACE, input: nowhere };
    const isHere = isMember(viewerOf(personId));
    return [
      { label: 'over one that is there', spaceId: SPACE, input, absent, outcome: isHere ? 'conflict' : 'hidden' },
      // Making spaces is for who keeps the installation, whatever one is in a space.
      { label: 'a new one', spaceId: NO_SPACE, input: nowhere, absent, outcome: 'hidden' },
    ];
  },
  changeSpace: ofSpace<'changeSpace'>(
    (_, space) =>
      Object.fromEntries(
        Object.entries(PATCHES).map(([label, [patch]]) => [label, { id: space.id, version: 1, ...patch(space) }]),
      ),
    (viewer, space, label) => {
      const outcome = told(viewer, PATCHES[label]?.[1](viewer, space) ?? false);
      // k is chosen before a round, not while people check in under a promise.
      return label === 'settings' && space.id === SPACE && outcome === 'allowed' ? 'conflict' : outcome;
    },
    BOTH,
  ),
  listMembers: reading<'listMembers'>({}),
  saveMember: ofSpace<'saveMember'>(
    (personId) => ({
      newcomer: { ...memberInputs(personId, 0), id: 'nieuwkomer', role: 'admin' },
      oneself: { ...memberInputs(personId, viewerOf(personId).member ? 1 : 0), id: personId, role: 'admin' },
      another: { ...memberInputs('wonen-3', 1), id: 'wonen-3', role: 'coreTeam' },
    }),
    (viewer, space) => told(viewer, mayManageMembers(viewer, space)),
    BOTH,
  ),
  removeMember: ofSpace<'removeMember'>(
    (personId) => ({ another: { id: 'wonen-3', version: 1 }, oneself: { id: personId, version: 1 } }),
    (viewer, space) => told(viewer, mayManageMembers(viewer, space)),
    BOTH,
  ),
  getIntention: reading<'getIntention'>({}),
  saveIntention: ofSpace<'saveIntention'>(
    () => ({ other: { version: 1, text: 'Van mij', promise: '', drivers: DRIVERS } }),
    (viewer) => told(viewer, mayEditIntention(viewer)),
    BOTH,
  ),
  listRounds: reading<'listRounds'>({}),
  openRound: ofSpace<'openRound'>(
    () => ({ one: { id: newId(), closesOn: '2026-04-01' } }),
    (viewer) => told(viewer, mayRunRounds(viewer)),
    [NEW_SPACE],
  ),
  closeRound: ofSpace<'closeRound'>(
    () => ({ due: { id: ROUND, version: 1 } }),
    (viewer) => told(viewer, mayRunRounds(viewer)),
  ),
  getMyCheckIn: reading<'getMyCheckIn'>({ roundId: ROUND }),
  saveCheckIn: ofSpace<'saveCheckIn'>(
    () => ({
      mine: { roundId: ROUND, version: 1, answers: DRIVERS.map(({ id }) => ({ driverId: id, answer: 'notWorking' })) },
    }),
    (viewer) => told(viewer, mayCheckIn(viewer)),
  ),
  getSummary: reading<'getSummary'>({ roundId: CLOSED }),
  listNeeds: reading<'listNeeds'>({ limit: 100 }),
  saveNeed: all<'saveNeed'>(
    ofSpace(
      () => ({ new: { id: newId(), version: 0, ...words } }),
      (viewer) => told(viewer, mayWriteNeed(viewer)),
    ),
    onNeeds(
      'changed',
      (id, version) => ({ id, version, ...words }),
      (viewer, need) => told(viewer, mayChangeNeed(viewer, need), need.audience),
    ),
    onNeeds('under a taken id', (id, version) => ({ id, version, ...words }), taken, { versions: [0] }),
  ),
  eraseNeed: all<'eraseNeed'>(
    ...[openId, pairId].map((idOf) =>
      onNeeds<'eraseNeed'>(
        idOf === openId ? 'open' : 'matched',
        (id, version) => ({ id, version }),
        (viewer, need) => told(viewer, mayEraseNeed(viewer, need), need.audience),
        { idOf },
      ),
    ),
  ),
  listNeedSuggestions: reading<'listNeedSuggestions'>({}),
  matchNeed: all<'matchNeed'>(
    onNeeds('with a third', (id, version) => ({ id, withId: OFFER, version }), matching),
    onNeeds('a third with it', (id) => ({ id: OFFER, withId: id, version: 1 }), matching),
  ),
  unmatchNeed: onNeeds('matched', (id, version) => ({ id, version }), matching, { idOf: pairId }),
  fulfilNeed: onNeeds(
    'matched',
    (id, version) => ({ id, version }),
    (viewer, need) => {
      const outcome = matching(viewer, need);
      return outcome === 'allowed' && !mayChangeNeed(viewer, need) ? 'conflict' : outcome;
    },
    { idOf: pairId },
  ),
  listMeanings: reading<'listMeanings'>({ limit: 100 }),
  saveMeaning: ofSpace<'saveMeaning'>(
    () =>
      Object.fromEntries(
        (['me', 'party', 'internal', 'everyone'] as const).map((audience) => [
          audience,
          { version: 1, text: 'Van mij', audience },
        ]),
      ),
    (viewer, _space, label) => {
      const { member, party } = viewer;
      const mayChoose = member && party && (audienceChoices(member, party) as string[]).includes(label);
      return told(viewer, mayWriteMeaning(viewer) && mayChoose === true);
    },
  ),
  eraseMeaning: ofSpace<'eraseMeaning'>(
    () => ({ mine: { version: 1 } }),
    (viewer) => told(viewer, mayEraseMeaning(viewer, viewer)),
  ),
};

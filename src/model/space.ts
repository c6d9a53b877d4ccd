import { SamenError } from './errors';
import type { FieldError } from './errors';
import { isId } from './id';
import { ROUND_INTERVAL_DAYS, SMALLEST_GROUP, SMALLEST_SENTENCES } from './limits';
import {
  demand,
  demandMember,
  mayChangeNotice,
  mayChangeSettings,
  mayEditPhases,
  mayManageMembers,
  mayManageParties,
  mayMoveSetup,
  mayRename,
} from './permissions';
import { isRetention } from './retention';
import { TITLE_LIMIT, checkText, tidyText } from './text';
import { RETAINED_KINDS } from './types';
import type { Id, Member, Party, Phase, RetainedKind, Space, SpaceSettings, Viewer } from './types';

export const DEFAULT_SETTINGS: Readonly<SpaceSettings> = {
  smallestGroup: SMALLEST_GROUP,
  smallestSentences: SMALLEST_SENTENCES,
  roundIntervalDays: ROUND_INTERVAL_DAYS,
};

/** What may be changed of a space; what is absent stays. */
export type SpacePatch = Partial<
  Pick<Space, 'name' | 'parties' | 'phases' | 'currentPhaseId' | 'settings' | 'notice' | 'setup'>
>;

export interface SpaceState {
  space: Space;
  viewer: Viewer;
  /** k is chosen before a round, not while people check in under a promise. */
  hasOpenRound: boolean;
  /** Parties that cannot go: they have members. */
  partyIdsInUse: readonly Id[];
}

/** A new space: its maker is its core team, in the first party, and the guided set-up begins. */
export function createSpace(
  input: { id: Id; name: string },
  creator: Omit<Member, 'role' | 'partyId'>,
  firstParty: Party,
): { space: Space; member: Member } {
  const fields = [
    ...(isId(input.id) ? [] : [format('/id')]),
    ...checkText('/name', input.name, { required: true, limit: TITLE_LIMIT }),
  ];
  refuseFields(fields);
  return {
    space: {
      id: input.id,
      name: tidyText(input.name),
      parties: [firstParty],
      phases: [],
      settings: { ...DEFAULT_SETTINGS },
      setup: 'parties',
      version: 1,
    },
    member: { ...creator, partyId: firstParty.id, role: 'coreTeam' },
  };
}

/** The space after this change. Throws `forbidden`, `invalid` or `conflict`. */
export function changeSpace(patch: SpacePatch, state: SpaceState): Space {
  const { space, viewer, hasOpenRound } = state;
  demandRights(patch, space, viewer);
  refuseFields(findSpaceErrors(patch, state));
  if (hasOpenRound && patch.settings && isOtherRelease(patch.settings, space.settings)) {
    throw new SamenError('conflict', 'What is shown is settled before a round opens', { reason: 'roundIsOpen' });
  }
  const next: Space = { ...space, version: space.version + 1 };
  if (patch.name !== undefined) next.name = tidyText(patch.name);
  if (patch.parties) next.parties = patch.parties.map(tidyParty);
  if (patch.phases) next.phases = patch.phases.map(tidyPhase);
  if (patch.currentPhaseId !== undefined) next.currentPhaseId = patch.currentPhaseId;
  if (patch.settings) next.settings = { ...patch.settings };
  if (patch.notice) next.notice = { ...patch.notice };
  if (patch.setup) next.setup = patch.setup;
  // The phase that was current may be gone from the list.
  if (!next.phases.some((phase) => phase.id === next.currentPhaseId)) delete next.currentPhaseId;
  return next;
}

/** A change asks the right for each thing it touches; things sent along unchanged ask none. */
function demandRights(patch: SpacePatch, space: Space, viewer: Viewer): void {
  demandMember(viewer);
  const touches = (key: keyof SpacePatch) => patch[key] !== undefined && !isAlike(patch[key], space[key]);
  if (touches('name')) demand(mayRename(viewer), viewer, 'rename the space');
  if (touches('parties')) demand(mayManageParties(viewer, space), viewer, 'change the parties');
  if (touches('phases') || touches('currentPhaseId')) demand(mayEditPhases(viewer), viewer, 'change the phases');
  if (touches('settings')) demand(mayChangeSettings(viewer), viewer, 'change the settings');
  if (touches('notice')) demand(mayChangeNotice(viewer), viewer, 'change the notice');
  if (touches('setup')) {
    // Who could begin the set-up anew would regain the rights that go with it.
    demand(mayMoveSetup(viewer) && space.setup !== 'done', viewer, 'go back to the set-up');
  }
}

function findSpaceErrors(patch: SpacePatch, { space, partyIdsInUse }: SpaceState): FieldError[] {
  const errors: FieldError[] = [];
  const { name, parties, phases, currentPhaseId, settings, notice } = patch;
  if (name !== undefined) errors.push(...checkText('/name', name, { required: true, limit: TITLE_LIMIT }));
  if (parties) {
    errors.push(...findListErrors(parties, '/parties'), ...parties.flatMap(findPartyErrors));
    const isKept = (id: Id) => parties.some((party) => party.id === id);
    if (!partyIdsInUse.every(isKept)) errors.push({ pointer: '/parties', code: 'required' });
  }
  if (phases) errors.push(...findListErrors(phases, '/phases'), ...phases.flatMap(findPhaseErrors));
  if (currentPhaseId !== undefined && !(phases ?? space.phases).some((phase) => phase.id === currentPhaseId)) {
    errors.push({ pointer: '/currentPhaseId', code: 'unknown' });
  }
  if (settings) errors.push(...findSettingsErrors(settings));
  if (notice) errors.push(...Object.entries(notice).flatMap(([key, text]) => checkText(`/notice/${key}`, text)));
  return errors;
}

function findSettingsErrors(settings: SpaceSettings): FieldError[] {
  const { smallestGroup, smallestSentences, roundIntervalDays } = settings;
  const isInterval =
    Number.isInteger(roundIntervalDays) && (roundIntervalDays === 0 || roundIntervalDays >= ROUND_INTERVAL_DAYS);
  const isFrom = (value: number, lowest: number) => Number.isInteger(value) && value >= lowest;
  return [
    ...(isFrom(smallestGroup, SMALLEST_GROUP) ? [] : [format('/settings/smallestGroup')]),
    ...(isFrom(smallestSentences, SMALLEST_SENTENCES) ? [] : [format('/settings/smallestSentences')]),
    ...(isInterval ? [] : [format('/settings/roundIntervalDays')]),
    ...Object.entries(settings.retentionDays ?? {}).flatMap(([kind, days]) =>
      RETAINED_KINDS.includes(kind as RetainedKind) && isRetention(days)
        ? []
        : [format(`/settings/retentionDays/${kind}`)],
    ),
  ];
}

function findPartyErrors(party: Party, index: number): FieldError[] {
  const at = `/parties/${index}`;
  return [
    ...(party.kind === 'department' || party.kind === 'partner'
      ? []
      : [{ pointer: `${at}/kind`, code: 'unknown' } as const]),
    ...checkText(`${at}/name`, party.name, { required: true, limit: TITLE_LIMIT }),
    ...checkText(`${at}/shortName`, party.shortName, { limit: TITLE_LIMIT }),
    ...checkText(`${at}/task`, party.task),
  ];
}

function findPhaseErrors(phase: Phase, index: number): FieldError[] {
  const at = `/phases/${index}`;
  return [
    ...checkText(`${at}/name`, phase.name, { required: true, limit: TITLE_LIMIT }),
    ...checkText(`${at}/goal`, phase.goal),
  ];
}

function findListErrors(items: readonly { id: Id }[], at: string): FieldError[] {
  const ids = items.map((item) => item.id);
  return ids.flatMap((id, index): FieldError[] => {
    if (!isId(id)) return [format(`${at}/${index}/id`)];
    return ids.indexOf(id) < index ? [{ pointer: `${at}/${index}/id`, code: 'duplicate' }] : [];
  });
}

export interface MemberState {
  space: Space;
  viewer: Viewer;
}

/** A member as it will be kept. Throws `forbidden` or `invalid`. */
export function saveMember(input: Member, { space, viewer }: MemberState): Member {
  demand(mayManageMembers(viewer, space), viewer, 'change the members');
  refuseFields([
    ...(isId(input.id) ? [] : [format('/id')]),
    ...checkText('/name', input.name, { limit: TITLE_LIMIT }),
    ...checkText('/jobTitle', input.jobTitle, { limit: TITLE_LIMIT }),
    ...(space.parties.some((party) => party.id === input.partyId)
      ? []
      : [{ pointer: '/partyId', code: 'unknown' } as const]),
    ...(ROLES.includes(input.role) ? [] : [{ pointer: '/role', code: 'unknown' } as const]),
  ]);
  const { id, partyId, role } = input;
  return { id, partyId, name: tidyText(input.name), jobTitle: tidyText(input.jobTitle), role };
}

const ROLES: readonly Member['role'][] = ['member', 'coreTeam', 'admin'];

/** The other settings have nothing to do with what a round promises. */
function isOtherRelease(one: SpaceSettings, other: SpaceSettings): boolean {
  return (['smallestGroup', 'smallestSentences', 'roundIntervalDays'] as const).some((key) => one[key] !== other[key]);
}

function tidyParty({ id, kind, name, shortName, task }: Party): Party {
  const party: Party = { id, kind, name: tidyText(name), shortName: tidyText(shortName) || tidyText(name) };
  return task ? { ...party, task: tidyText(task) } : party;
}

function tidyPhase({ id, name, goal }: Phase): Phase {
  return { id, name: tidyText(name), goal: tidyText(goal) };
}

/** Plain data: alike when they have the same content, whatever the order of the keys. */
function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const a = Object.entries(one).filter(([, value]) => value !== undefined);
  const b = new Map(Object.entries(other).filter(([, value]) => value !== undefined));
  return (
    Array.isArray(one) === Array.isArray(other) &&
    a.length === b.size &&
    a.every(([key, value]) => isAlike(value, b.get(key)))
  );
}

function format(pointer: string): FieldError {
  return { pointer, code: 'format' };
}

function refuseFields(fields: FieldError[]): void {
  if (fields.length > 0) throw new SamenError('invalid', 'The input is wrong', { fields });
}

import { DEFAULT_SETTINGS } from '../../src/model/space';
import type {
  Driver,
  Intention,
  Member,
  Need,
  Party,
  PartyKind,
  Role,
  Round,
  Space,
  Viewer,
} from '../../src/model/types';

/* Small pieces of a space, for the tests of the model. */

export function driver(id: string): Driver {
  return { id, name: id, icon: 'house', explanation: '', question: '', goodExample: '', badExample: '' };
}

export function party(id: string, kind: PartyKind = 'department'): Party {
  return { id, kind, name: id, shortName: id };
}

export function viewer(partyId: string, role: Role = 'member', kind: PartyKind = 'department', n = 1): Viewer {
  const member: Member = { id: `${partyId}-${n}`, partyId, name: '', jobTitle: 'consulent', role };
  return { personId: member.id, spaceId: 'sociaal-domein', member, party: party(partyId, kind) };
}

/** Signed in, but not a member of this space. */
export const stranger: Viewer = { personId: 'afd-werk-1', spaceId: 'sociaal-domein' };

export function space(changes: Partial<Space> = {}): Space {
  return {
    id: 'sociaal-domein',
    name: 'Sociaal domein',
    parties: [party('afd-werk'), party('par-welzijn', 'partner')],
    phases: [{ id: 'f1', name: 'Kijken', goal: '' }],
    settings: { ...DEFAULT_SETTINGS },
    setup: 'done',
    version: 3,
    ...changes,
  };
}

export function intention(count = 3): Intention {
  const drivers = Array.from({ length: count }, (_, index) => driver(`d-${index + 1}`));
  return { text: 'Meedoen', promise: '', drivers, changedOn: '2026-01-01', version: 1 };
}

export function round(changes: Partial<Round> = {}): Round {
  return {
    id: 'r1',
    number: 1,
    openedOn: '2026-03-01',
    closesOn: '2026-03-15',
    drivers: intention().drivers,
    participation: { about: 0, of: 20, on: '2026-03-01' },
    version: 1,
    ...changes,
  };
}

export function need(id: string, kind: Need['kind'], partyId: string, changes: Partial<Need> = {}): Need {
  return {
    id,
    kind,
    partyId,
    driverId: 'd-1',
    text: 'Iets',
    status: 'open',
    writtenBy: `${partyId}-1`,
    createdOn: '2026-03-01',
    audience: 'everyone',
    version: 1,
    ...changes,
  };
}

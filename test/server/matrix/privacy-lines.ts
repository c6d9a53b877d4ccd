/** The lines of what somebody asks of what is kept of them: for members, and each of their own alone. */
import { ofSpace, reading, told } from './cases';
import type { Line } from './cases';
import { NO_SPACE, SPACE, viewerOf } from './world';
import type { PrivacyOperations } from '../../../src/contract/privacy';
import type { Viewer } from '../../../src/model/types';

const everybodyHere = (viewer: Viewer) => told(viewer, true);

/** Of each role the world has two, so that each of them may go; and nobody goes as another. */
const leaving: Line<'leaveSpace' | 'eraseMe'> = (personId) => [
  {
    label: 'oneself',
    spaceId: SPACE,
    input: {},
    absent: { spaceId: NO_SPACE, input: {} },
    outcome: everybodyHere(viewerOf(personId)),
    about: { audience: 'person:derde-1', partyId: 'derde', writtenBy: 'derde-1' },
  },
];

export const PRIVACY_LINES: { [N in keyof PrivacyOperations]: Line<N> } = {
  getOwnData: reading<'getOwnData'>({}),
  getPreferences: reading<'getPreferences'>({}),
  savePreferences: ofSpace<'savePreferences'>(
    () => ({ mine: { version: 0, mail: 'never', language: 'nl' } }),
    everybodyHere,
  ),
  leaveSpace: leaving as Line<'leaveSpace'>,
  eraseMe: leaving as Line<'eraseMe'>,
  listForMe: reading<'listForMe'>({}),
};

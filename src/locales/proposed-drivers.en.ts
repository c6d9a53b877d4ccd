import type { DriverWords } from './proposed-drivers.nl';

/** Five drivers to begin with, in English. */
export const proposedDriversEn: readonly DriverWords[] = [
  [
    'The resident first',
    'house',
    'We begin with what the resident needs.',
    'Did we look at the resident first this month?',
    'We ask first: what do you need?',
    'We mostly talk about who pays.',
  ],
  [
    'Owned together',
    'ball',
    'One of us has the ball. The others help.',
    'Was it clear all along who had the ball?',
    'I know whose turn it is.',
    'I thought the other was doing it.',
  ],
  [
    'Open and honest',
    'conversation',
    'We say what we need.',
    'Could you say what you needed?',
    'I dare to ask for help.',
    'I keep it to myself.',
  ],
  [
    'Learning by doing',
    'backpack',
    'We try something small and look back.',
    'Did you try something this month?',
    'We try it and talk about it.',
    'We wait until the plan is done.',
  ],
  [
    'Close and simple',
    'bicycle',
    'We arrange it close to home.',
    'Did we make it easy for the resident?',
    'One talk, one plan.',
    'The same story three times.',
  ],
];

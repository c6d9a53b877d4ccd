import type { PartProps, PartTable } from '../../elements/part-keeper';
import type { Id } from '../../model/types';

/** What most visits do not need: fetched, and defined, when first shown. */
export type PartName =
  'driver' | 'check-in' | 'needs' | 'history' | 'intention' | 'rounds' | 'phases' | 'setup' | 'month';

/** What the core team does in place, as it stands in an address, and the part that does it. */
export const TASKS = {
  // An address may say "constructor" too: only what stands here is a task.
  __proto__: null,
  intention: 'intention',
  'open-round': 'rounds',
  'close-round': 'rounds',
  phases: 'phases',
  month: 'month',
} as unknown as Readonly<Partial<Record<string, PartName>>>;

export interface CompassPartProps extends PartProps {
  /** The party whose group is marked. */
  party: Id | undefined;
}

export const PARTS: PartTable<PartName> = {
  driver: () => import('./parts/driver').then(({ CompassDriver }) => CompassDriver),
  'check-in': () => import('./parts/check-in').then(({ CompassCheckIn }) => CompassCheckIn),
  needs: () => import('./parts/needs').then(({ CompassNeeds }) => CompassNeeds),
  history: () => import('./parts/history').then(({ CompassHistory }) => CompassHistory),
  intention: () => import('./parts/intention').then(({ CompassIntention }) => CompassIntention),
  rounds: () => import('./parts/rounds').then(({ CompassRounds }) => CompassRounds),
  phases: () => import('./parts/phases').then(({ CompassPhases }) => CompassPhases),
  month: () => import('./parts/month').then(({ CompassMonth }) => CompassMonth),
  setup: () => import('./parts/setup').then(({ CompassSetup }) => CompassSetup),
};

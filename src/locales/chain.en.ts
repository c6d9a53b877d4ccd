import type { ChainMessages } from './chain.nl';

export const chainEn: ChainMessages = {
  chainTitle: 'How this came about',
  chainText: 'Read from left to right, or back. Each step takes you there.',
  chainTextDown: 'Read from top to bottom, or back. Each step takes you there.',
  chainEmpty: 'Nothing is tied to this yet. That comes when somebody ties an agenda item or a result to it.',
  chainFailed: 'How this came about could not be loaded.',
  chainKind: (kind) =>
    ({
      experience: 'Experience',
      driver: 'Driver',
      need: 'Need',
      agendaItem: 'Agenda item',
      idea: 'Idea',
      result: 'Result',
    })[kind],
  chainKinds: (kind) =>
    ({
      experience: 'Experiences',
      driver: 'Drivers',
      need: 'Needs',
      agendaItem: 'Agenda items',
      idea: 'Ideas',
      result: 'Results',
    })[kind],
  chainStatus: (status) =>
    (
      ({
        idea: 'Idea',
        running: 'Running',
        paused: 'Paused',
        done: 'Done',
        stopped: 'Stopped',
        open: 'Open',
        matched: 'Matched',
        fulfilled: 'Fulfilled',
        adopted: 'Taken up',
        declined: 'Not now',
        firstSign: 'First sign',
        interim: 'Interim',
        reached: 'Reached',
      }) as Partial<Record<string, string>>
    )[status] ?? '',
  chainHere: 'you are here',
  chainBallWith: (party) => `The ball: ${party}`,
  chainNow: 'Now:',
  chainMore: (count) => (count === 1 ? 'Show 1 more' : `Show ${count} more`),
};

import type { ChainKind } from '../model/result-types';

/** What is said of how things came from each other, in Dutch (B1). The English has the same keys, or does not compile. */
export const chainNl = {
  chainTitle: 'Hoe dit zo kwam',
  chainText: 'Lees van links naar rechts, of terug. Elk punt brengt je er naartoe.',
  chainTextDown: 'Lees van boven naar beneden, of terug. Elk punt brengt je er naartoe.',
  chainEmpty: 'Hier hangt nog niets aan vast. Dat komt als iemand een agendapunt of een resultaat hieraan verbindt.',
  chainFailed: 'Hoe dit zo kwam, kon niet laden.',
  chainKind: (kind: ChainKind) =>
    ({
      experience: 'Ervaring',
      driver: 'Drijfveer',
      need: 'Behoefte',
      agendaItem: 'Agendapunt',
      idea: 'Idee',
      result: 'Resultaat',
    })[kind],
  chainKinds: (kind: ChainKind) =>
    ({
      experience: 'Ervaringen',
      driver: 'Drijfveren',
      need: 'Behoeften',
      agendaItem: 'Agendapunten',
      idea: 'Ideeën',
      result: 'Resultaten',
    })[kind],
  chainStatus: (status: string) =>
    (
      ({
        idea: 'Idee',
        running: 'Loopt',
        paused: 'Gepauzeerd',
        done: 'Klaar',
        stopped: 'Gestopt',
        open: 'Open',
        matched: 'Gekoppeld',
        fulfilled: 'Vervuld',
        adopted: 'Opgepakt',
        declined: 'Nu niet',
        firstSign: 'Eerste teken',
        interim: 'Tussenstand',
        reached: 'Bereikt',
      }) as Partial<Record<string, string>>
    )[status] ?? '',
  chainHere: 'hier ben je',
  chainBallWith: (party: string) => `De bal: ${party}`,
  chainNow: 'Nu:',
  chainMore: (count: number) => (count === 1 ? 'Nog 1 tonen' : `Nog ${count} tonen`),
};

export type ChainMessages = typeof chainNl;

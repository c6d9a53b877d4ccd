/** What the figures of a release say in words: derived, the same for every reader. */
import type { Petal } from './rose';
import type { CompassMessages } from '../../locales/compass.nl';
import type { DriverResult, Round } from '../../model/types';

export type Term<M> = <K extends keyof M>(
  key: K,
  ...args: M[K] extends (...args: infer A) => string ? A : []
) => string;
export type CompassTerm = Term<CompassMessages>;

/** Everyone together, or one group that is shown. */
export interface Shown {
  respondents: number;
  answers: readonly DriverResult[];
}

export interface Story {
  headline: string;
  text: string;
}

/** A headline and some sentences about a closed round; nothing is said that the release does not hold. */
export function storyOf(round: Round, shown: Shown | undefined, petals: readonly Petal[], t: CompassTerm): Story {
  if (!shown) return { headline: '', text: t('nothingShown') };
  const known = petals.filter((petal) => petal.share !== undefined);
  const sorted = [...known].sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const [best, weakest] = [sorted[0], sorted.at(-1)];
  const compared = known.filter((petal) => petal.was !== undefined);
  const up = compared.filter((petal) => (petal.share ?? 0) > (petal.was ?? 0)).length;
  const first = round.number === 1 ? t('firstRound') : '';
  const change = compared.length === 0 ? first : up === compared.length ? t('allUp') : t('someUp', up, compared.length);
  const attention = weakest && weakest !== best ? t('attention', weakest.driver.name) : '';
  const [most, least] = [goodOf(best, shown), goodOf(weakest, shown)];
  const sentences = [
    t('tookPart', shown.respondents, round.number),
    best && most !== undefined ? t('strongest', best.driver.name, most, shown.respondents) : '',
    // It goes on from the sentence before: without that one, "that" would point at nothing.
    weakest && weakest !== best && most !== undefined && least !== undefined
      ? t('weakest', weakest.driver.name, least)
      : '',
  ];
  return {
    headline: [change, attention].filter(Boolean).join(' '),
    text: sentences.filter(Boolean).join(' '),
  };
}

/** How many said "good", where the release says so: of "most of them" it gives no number. */
function goodOf(petal: Petal | undefined, { answers }: Shown): number | undefined {
  const result = answers.find(({ driverId }) => driverId === petal?.driver.id);
  return result && 'good' in result ? result.good : undefined;
}

import type { Release, Round } from './types';

/** A round with its release, as it was stored at closing: suppressed then, and not computed again. */
export interface ReleasedRound {
  round: Round;
  release: Release;
  before?: { round: Round; release: Release };
}

import type { ResultView } from '../../model/result-types';

/** A draft that the reader may publish: it stands above the board, and not among what is shown already. */
export const isWaiting = ({ acts, publication }: ResultView): boolean => !publication && acts.includes('publish');

import type { OperationName } from '../../contract/operations';

/** What is taken away is a part of something: that is answered as it is now, with its version. */
export const ANSWERS_WHAT_IS_LEFT: ReadonlySet<OperationName> = new Set(['eraseMeasurement']);

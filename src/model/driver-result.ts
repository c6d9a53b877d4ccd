import type { Answer, DriverResult } from './types';

/** What a result counts for in a total: "the most of them" as if all had. */
export function valueOf(result: DriverResult, respondents: number, answer: Answer): number {
  if ('mostly' in result) return result.mostly === answer ? respondents : 0;
  return result[answer];
}

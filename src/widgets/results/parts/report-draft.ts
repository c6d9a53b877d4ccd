/** What the core team writes and chooses for a report, as typed. */
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsReportMessages } from '../../../locales/results-report.nl';
import type { ItemAudience } from '../../../model/agenda-types';
import { newId } from '../../../model/new-id';
import type { Choice, ChosenExperience, KeptReport } from '../../../model/result-types';
import type { Id } from '../../../model/types';
import type { FormError } from '../../../ui/errors';

export interface Draft {
  id: Id;
  introduction: string;
  /** Which and why, and no word of theirs: that is read when it is shown, for it may be erased or hidden meanwhile. */
  chosen: Choice[];
  audience: ItemAudience;
  /** The version that was read when one began; 0: not kept yet. */
  version: number;
}

export const blank = (): Draft => ({ id: newId(), introduction: '', chosen: [], audience: 'everyone', version: 0 });

export function draftOf({ id, introduction, audience, version, choices }: KeptReport): Draft {
  return { id, introduction, audience, version, chosen: choices };
}

/** Of what is printed, only which and why. */
export const choiceOf = ({ experienceId, reason }: Choice): Choice => ({ experienceId, reason });

/** As it was kept in this browser; an earlier version kept what was chosen whole. */
export const draftAgain = (found: Draft): Draft => ({ ...found, chosen: found.chosen.map(choiceOf) });

/** The id of the field in which is said why this one. */
export const reasonId = (experienceId: Id): string => `reason-${experienceId}`;

/** `chosen`: those that are shown. */
export function draftErrors(
  introduction: string,
  chosen: readonly ChosenExperience[],
  {
    t,
    text,
  }: { t: TermOf<ResultsReportMessages>; text: (id: string, value: string, required?: string) => FormError[] },
): FormError[] {
  const errors = chosen.flatMap(({ experienceId, reason, title }) =>
    text(reasonId(experienceId), reason, t('choiceWhyRequired', title)),
  );
  return [...text('introduction', introduction), ...errors];
}

/** Keeping a report: what was chosen and written for a period. */
import { SamenError } from './errors';
import type { FieldError } from './errors';
import { demand, demandMember, mayKeepReports } from './permissions';
import { findPeriodErrors } from './report';
import type { Choice, KeptReport } from './result-types';
import { checkText, tidyText } from './text';
import type { Day, Id, Viewer } from './types';
import { maySee } from './visibility';

export interface KeptReportState {
  previous: KeptReport | undefined;
  viewer: Viewer;
  /** Of the experiences that are or were chosen, those that whoever keeps it may read. */
  readable: ReadonlySet<Id>;
  today: Day;
}

/** A new one, or a changed one. Throws `forbidden` or `invalid`. */
export function keepReport(
  input: Omit<KeptReport, 'keptOn' | 'version'>,
  { previous, viewer, readable, today }: KeptReportState,
): KeptReport {
  demandKeeper(previous, viewer);
  // What was chosen before and is not theirs to read is as unknown as what never was: it stays without being named.
  const fields = findErrors(input, readable);
  if (fields.length > 0) throw new SamenError('invalid', 'The report is not complete', { fields });
  if (!maySee(input.audience, viewer)) {
    throw new SamenError('forbidden', `This member cannot choose the audience "${input.audience}"`, {
      fields: [{ pointer: '/audience', code: 'unknown' }],
    });
  }
  const { id, from, until, introduction, choices, audience } = input;
  const mine = choices.map(({ experienceId, reason }) => ({ experienceId, reason: tidyText(reason) }));
  return {
    ...{ id, from, until, introduction: tidyText(introduction) },
    choices: [...mine, ...unseen(previous, mine, readable)],
    ...{ audience, keptOn: today, version: (previous?.version ?? 0) + 1 },
  };
}

/** Whether somebody may keep reports, and this one. */
export function demandKeeper(previous: KeptReport | undefined, viewer: Viewer): void {
  demandMember(viewer);
  if (previous && !maySee(previous.audience, viewer)) throw new SamenError('notFound', 'Not there, or not for you');
  demand(mayKeepReports(viewer), viewer, 'keep reports');
}

const idOf = ({ experienceId }: Choice): Id => experienceId;

/** What another chose and this one may not read, and so could not leave out, stays. */
function unseen(previous: KeptReport | undefined, mine: readonly Choice[], readable: ReadonlySet<Id>): Choice[] {
  const chosen = new Set(mine.map(idOf));
  return (previous?.choices ?? []).filter((choice) => !readable.has(idOf(choice)) && !chosen.has(idOf(choice)));
}

function findErrors(input: Omit<KeptReport, 'keptOn' | 'version'>, known: ReadonlySet<Id>): FieldError[] {
  const { introduction, choices } = input;
  const ids = choices.map(idOf);
  return [
    ...findPeriodErrors(input),
    ...checkText('/introduction', introduction),
    ...choices.flatMap(({ experienceId, reason }, index): FieldError[] => {
      const at = `/choices/${String(index)}`;
      const errors = checkText(`${at}/reason`, reason);
      if (!known.has(experienceId)) errors.push({ pointer: `${at}/experienceId`, code: 'unknown' });
      if (ids.indexOf(experienceId) < index) errors.push({ pointer: `${at}/experienceId`, code: 'duplicate' });
      return errors;
    }),
  ];
}

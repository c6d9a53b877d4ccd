/** A report that somebody just kept, laid over those that are known. */
import { lay } from './lay';
import type { Overlays } from './lay';
import type { Page, ReadName, WriteName } from '../contract/operations';
import type { KeptReport } from '../model/result-types';
import { toDay } from '../model/today';

export const REPORT_OVERLAYS: Overlays = {
  listKeptReports: {
    saveKeptReport: lay<'listKeptReports', 'saveKeptReport'>(
      (known, { version: _based, ...words }, _me, { cursor }) => {
        const before = known.items.find(({ id }) => id === words.id);
        // A new one is at the beginning: of what comes later in the list, nothing is known of it.
        if (!before && cursor) return known;
        const kept = { ...words, keptOn: before?.keptOn ?? toDay(new Date()), version: before?.version ?? 0 };
        const items = before ? known.items.map((each) => (each === before ? kept : each)) : [kept, ...known.items];
        return { ...known, items };
      },
    ),
  },
  getKeptReport: {
    saveKeptReport: lay<'getKeptReport', 'saveKeptReport'>((known, { version: _based, ...words }) =>
      known.id === words.id ? { ...known, ...words } : known,
    ),
  },
};

/** The report as the backend answered, in the place of what was laid there. */
export function withReportAnswer(operation: ReadName, known: unknown, write: WriteName, output: unknown): unknown {
  if (write !== 'saveKeptReport') return known;
  const answer = output as KeptReport;
  const put = (one: KeptReport) => (one.id === answer.id ? answer : one);
  if (operation === 'getKeptReport') return put(known as KeptReport);
  if (operation !== 'listKeptReports') return known;
  const page = known as Page<KeptReport>;
  return { ...page, items: page.items.map(put) };
}

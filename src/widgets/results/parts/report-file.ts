/** A report as a file: the same figures for a spreadsheet and for a program. */
import { saveFile } from '../../../elements/save-file';
import { reportCsv } from '../../../model/report-csv';
import { CSV_WORDS } from '../../../model/report-csv-words';
import type { PeriodReport } from '../../../model/result-types';
import type { Driver, Party } from '../../../model/types';

export interface FileOptions {
  report: PeriodReport;
  introduction: string;
  /** Before the days of the period: "tussenbericht". */
  fileName: string;
  parties: readonly Party[];
  drivers: readonly Driver[];
  language: 'nl' | 'en';
}

const byId = (all: readonly { id: string; name: string }[]) => new Map(all.map(({ id, name }) => [id, name]));

/** Has the browser keep it; gives its name. */
export function saveReport(type: 'csv' | 'json', options: FileOptions): string {
  const { report, introduction, fileName, parties, drivers, language } = options;
  const name = `${fileName}-${report.from}-${report.until}.${type}`;
  if (type === 'json') {
    saveFile(name, 'application/json', JSON.stringify({ introduction, ...report }, null, 2));
  } else {
    const names = { parties: byId(parties), drivers: byId(drivers) };
    saveFile(name, 'text/csv', reportCsv(report, names, CSV_WORDS[language]));
  }
  return name;
}

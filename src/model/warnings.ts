/**
 * What a text may give away of somebody, found while it is written (DOMAIN "Warnings while writing"). It never
 * blocks: a person decides. Few false alarms matter as much as finding all, or nobody reads them.
 */
import {
  BSNS,
  DATES,
  EMAIL,
  NOBODYS,
  POSTCODE,
  STREETS,
  TELEPHONES,
  isBsn,
  isDateOfBirth,
  isHouse,
  isPersonal,
  isPostcode,
} from './warning-patterns';

export type WarningKind = 'bsn' | 'telephone' | 'email' | 'dateOfBirth' | 'address' | 'jobTitle';

/** Something in a text that points at somebody. */
export interface Warning {
  kind: WarningKind;
  /** UTF-16 offsets, as `slice` takes them. */
  start: number;
  end: number;
  text: string;
}

/** A job title, and what the party is called in which people have it. */
export interface JobTitleHint {
  jobTitle: string;
  partyNames: readonly string[];
  /** So few have it there that title and party together point at somebody. */
  few: boolean;
}

export interface WarningContext {
  /** The writer's own: where few have it, it points at the writer by itself. */
  jobTitle?: string;
  jobTitlePeers?: 'few' | 'enough';
  /** Those of others: they point at somebody in one sentence with their party. */
  jobTitles?: readonly JobTitleHint[];
}

/** How much of what stands around a find is looked at, in characters. */
const NEAR = 160;
/** Stands in place of what is found already, or nobody's: no pattern has it. */
const FOUND = '\u0000';

/** In the order of the text; none overlaps another. */
export function findWarnings(text: string, context: WarningContext = {}): Warning[] {
  const warnings: Warning[] = [];
  let left = text;
  const take = (kind: WarningKind | undefined, start: number, end: number) => {
    left = left.slice(0, start) + FOUND.repeat(end - start) + left.slice(end);
    if (kind) warnings.push({ kind, start, end, text: text.slice(start, end) });
  };
  /** `lengthOf`: of what is to be taken, 0 for a false alarm. */
  const find = (
    kind: WarningKind | undefined,
    patterns: readonly RegExp[],
    lengthOf: (found: RegExpMatchArray, before: string, after: string) => number | boolean = () => true,
  ) => {
    for (const pattern of patterns) {
      const seen = left;
      for (const found of seen.matchAll(pattern)) {
        const start = found.index;
        const end = start + found[0].length;
        const length = lengthOf(found, seen.slice(Math.max(0, start - NEAR), start), seen.slice(end, end + NEAR));
        if (length) take(kind, start, length === true ? end : start + length);
      }
    }
  };
  find(undefined, NOBODYS);
  find('email', [EMAIL], isPersonal);
  find('telephone', TELEPHONES);
  find('bsn', BSNS, isBsn);
  find('dateOfBirth', DATES, isDateOfBirth);
  find('address', STREETS, isHouse);
  find('address', [POSTCODE], isPostcode);
  for (const { jobTitle, partyNames, few } of context.jobTitles ?? []) {
    if (!few || !jobTitle.trim() || partyNames.length === 0) continue;
    find('jobTitle', [wordsOf([jobTitle], 'i')], ([found], before, after) =>
      lengthWithParty(found, before, after, partyNames),
    );
  }
  const { jobTitle, jobTitlePeers } = context;
  if (jobTitle?.trim() && jobTitlePeers === 'few') find('jobTitle', [wordsOf([jobTitle], 'i')]);
  return warnings.sort((one, other) => one.start - other.start);
}

/** The text without it, and without blanks left over; the text as it is, when it is not there any more. */
export function withoutWarning(text: string, { start, end, text: found }: Warning): string {
  if (text.slice(start, end) !== found) return text;
  let before = withoutBlankEnd(text.slice(0, start));
  let after = text.slice(end).replace(BLANK_START, '');
  // Brackets with nothing between them go along.
  if (before.endsWith('(') && after.startsWith(')')) {
    before = withoutBlankEnd(before.slice(0, -1));
    after = after.slice(1).replace(BLANK_START, '');
  }
  const isJoined = before === '' || after === '' || /[\n(]$/.test(before) || /^[\n.,;:!?)]/.test(after);
  return before + (isJoined ? '' : ' ') + after;
}

const BLANK_START = /^[ \t]+/;
const withoutBlankEnd = (text: string) => text.replace(/(?<![ \t])[ \t]+$/, '');

/** Any of these, as whole words. */
function wordsOf(words: readonly string[], flags = '', around = ['(?<![\\p{L}\\d])', '(?![\\p{L}\\d])']): RegExp {
  const any = words.map((word) => word.trim().replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  return new RegExp(`${around[0] ?? ''}(?:${any})${around[1] ?? ''}`, `gu${flags}`);
}

/**
 * Of a title and, where it follows at once, its party ("de jeugdconsulent van Wonen"); of the title alone where
 * the party stands elsewhere in the sentence; 0 where it does not.
 */
function lengthWithParty(title: string, before: string, after: string, partyNames: readonly string[]): number {
  const next = wordsOf(partyNames, '', [
    '^,? (?:van|bij|uit|in|of|at|from)(?: (?:de|het|the|afdeling|team)){0,2} ',
    '(?![\\p{L}\\d])',
  ]).exec(after);
  if (next) return title.length + next[0].length;
  const [earlier = ''] = /[^.!?\n]*$/.exec(before) ?? [];
  const [later = ''] = /^[^.!?\n]*/.exec(after) ?? [];
  // A capital at the beginning of a sentence says nothing: "Wonen is moeilijk" is not about a department.
  const isNamed = [...earlier.matchAll(wordsOf(partyNames))].some(
    ({ 0: name, index }) => name.includes(' ') || /[\p{L}\d]/u.test(earlier.slice(0, index)),
  );
  return isNamed || wordsOf(partyNames).test(later) ? title.length : 0;
}

import type { FieldError } from './errors';

/** API.md "Manners": texts and titles, in characters (an emoji of one code point counts as one). */
export const TEXT_LIMIT = 5000;
export const TITLE_LIMIT = 200;

export type TextProblem = Extract<FieldError['code'], 'required' | 'tooLong' | 'controlCharacters'>;

export interface TextRules {
  /** At most so many characters; `TEXT_LIMIT` unless told. */
  limit?: number;
  /** Whether an empty or blank text is a problem. */
  required?: boolean;
}

/**
 * Control characters but line breaks (Cc), halves of a surrogate pair (Cs, which no UTF-8 can hold),
 * and the bidirectional overrides and isolates, with which a sentence can be made to read as another.
 */
const REFUSED = /(?![\n\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** What is wrong with a text; nothing when it may be kept. For schemas, rules and fields alike. */
export function findTextProblems(
  text: string,
  { limit = TEXT_LIMIT, required = false }: TextRules = {},
): TextProblem[] {
  const problems: TextProblem[] = [];
  if (required && text.trim() === '') problems.push('required');
  // Counting code points of something huge is needless work: no character takes more than two units.
  if (text.length > limit * 2 || [...text].length > limit) problems.push('tooLong');
  if (REFUSED.test(text)) problems.push('controlCharacters');
  return problems;
}

/** Whether a text may be kept as it is. */
export function isFineText(text: string, rules: TextRules = {}): boolean {
  return findTextProblems(text, rules).length === 0;
}

/** The problems of one field of an input, with the pointer to it. */
export function checkText(pointer: string, text: string | undefined, rules: TextRules = {}): FieldError[] {
  return findTextProblems(text ?? '', rules).map((code) => ({ pointer, code }));
}

/** A text as it is kept: no blanks around it, line breaks alike. */
export function tidyText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

const SENTENCE_LIMIT = 240;

/** The first sentence of a text, for where there is room for one. */
export function firstSentence(text: string): string {
  const [line = ''] = text.trim().split('\n');
  const sentence = /^.*?[.!?…]['"’”)]*(?=\s|$)/u.exec(line)?.[0] ?? line;
  const letters = [...sentence];
  return letters.length > SENTENCE_LIMIT ? `${letters.slice(0, SENTENCE_LIMIT - 1).join('')}…` : sentence;
}

/**
 * How what points at somebody is written, in Dutch and in English. Every pattern takes a time that grows with
 * the length of the text and no faster: it begins where a word does, and what repeats in it is bounded.
 */

/** Decides on what a pattern found, with what stands right before and after it. */
type Judge = (found: RegExpMatchArray, before: string, after: string) => boolean;

const W = '[\\p{L}\\d]';
const BEGIN = `(?<!${W})`;
const END = `(?!${W})`;
const pattern = (source: string, flags = '') => new RegExp(source, `gu${flags}`);

/** Numbers that are nobody's: of an account, of money, of many. */
export const NOBODYS = [
  pattern(`${BEGIN}NL\\d\\d ?[A-Z]{4}(?: ?\\d{4}){2} ?\\d\\d`),
  pattern(`(?:€|${BEGIN}EUR) ?\\d[\\d.,]{0,20}`),
  pattern(`(?<![\\d.,])\\d[\\d.]{0,14}(?:,[\\d-]{1,2})? ?(?:euro|miljoen|inwoners|procent|%)`),
];

export const EMAIL = pattern('(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]{1,64}@(?:[\\p{L}\\d-]{1,63}\\.){1,8}\\p{L}{2,24}');
/** Boxes that many read. */
export const isPersonal: Judge = ([email]) =>
  !/^(?:info|contact|post|gemeente|helpdesk|secretariaat|loket|balie|no-?reply)@/i.test(email);

/** 0800, 0900 and 088 are of organisations; 14 0xx and 112 are too short to be found. */
const OF_MANY = '(?!0800|090|088)';
/** An opening bracket that is closed behind the area code. */
const BRACKET = '(?:\\((?=0\\d{1,3}\\)))?';
const rest = (digits: number) => `(?: ?[-/.] ?| )?\\d(?:[ .-]?\\d){${String(digits - 1)}}(?!\\d)`;
export const TELEPHONES = [
  pattern(`(?<![\\p{L}\\d+]|\\d[.,/-])${BRACKET}06\\)?${rest(8)}`),
  pattern(
    `(?<![\\p{L}\\d+/]|\\d[ .,-])${BRACKET}${OF_MANY}(?:0[1-57-9]\\d\\)?${rest(7)}|0[1-57-9]\\d\\d\\)?${rest(6)})`,
  ),
  pattern(`${BEGIN}(?:\\+|00)31 ?(?:\\(0\\) ?)?(?!800|90|88)-?[1-9](?:[ .-]?\\d){8}(?!\\d)`),
  pattern(`${BEGIN}(?:\\+(?!31)[1-9]\\d{0,2}|00(?:32|49))(?:[ .-]?\\d){7,11}(?!\\d)`),
];

export const BSNS = [
  pattern('(?<![\\p{L}\\d]|\\d[.,-]|[€$/-])\\d{8,9}(?![.,-]?\\d|\\p{L})'),
  pattern(
    '(?<![\\p{L}\\d]|\\d[ .,-]|[€$/-])(?:\\d{2,3}([ .-])\\d{3}\\1\\d{3}|\\d{4}([ .-])\\d\\d\\2\\d{3}|\\d{4}([ .])\\d\\d\\3\\d\\d)(?![ .,-]?\\d|\\p{L})',
  ),
];
export const isBsn: Judge = ([found], before, after) => {
  const digits = found.replace(/\D/g, '');
  // Eight digits lost a nought in front.
  const sum = [...digits.padStart(9, '0')].reduce(
    (all, digit, at) => all + Number(digit) * (at === 8 ? -1 : 9 - at),
    0,
  );
  if (sum % 11 !== 0 || Number(digits) === 0) return false;
  if (/(?:kvk|factuur|order|rekening)(?:nummer|nr\.?)?[: ]{0,3}$/i.test(before) || /^ ?(?:euro|eur|€)/i.test(after))
    return false;
  // A day without hyphens.
  return !/^(?:19|20)\d\d[01]\d[0-3]\d$/.test(digits) || /bsn|burgerservice/i.test(before);
};

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const MONTHS = '(?:jan|feb|maart|mrt|march|apr|mei|may|ju[nl]|aug|sep|o[kc]t|nov|dec)\\p{L}{0,7}\\.?';
const YEAR = '(?<year>\\d{4}|\\d\\d)';
export const DATES = [
  pattern(`(?<![\\p{L}\\d]|\\d[-/.])${DAY}([-/.] ?)${MONTH}\\1${YEAR}(?![-/.]?\\d|\\p{L})`),
  pattern(`${BEGIN}${DAY}(?:e|st|nd|rd|th)? (?:of )?${MONTHS} ${YEAR}${END}`, 'i'),
  pattern(`${BEGIN}${MONTHS} ${DAY}(?:st|nd|rd|th)?,? (?<year>\\d{4})${END}`, 'i'),
  pattern(`(?<![\\p{L}\\d]|\\d-)(?<year>\\d{4})-${MONTH}-${DAY}(?!-?\\d|\\p{L})`),
];
const BIRTH =
  /(?<!\p{L})(?:geb\.?|geboren|geboorte(?:datum|dag)|verjaart|verjaardag|jarig|born|birth(?: ?da(?:te|y))?)(?!\p{L})[^.!?\n]{0,30}$/iu;
const OF_A_PLAN = /(?:idee|plan|project|idea) (?:is|was|werd) (?:geboren|born)[^.!?\n]{0,30}$/i;
/** Rules and rounds begin and end on a day, people do not. */
const OF_A_RULE = /(?<!\p{L})(?:per|sinds|vanaf|tot|t\/m|van|met|d\.d\.|since|from|until|of) (?:\p{L}{2,6}dag )?$/iu;
export const isDateOfBirth: Judge = ({ groups }, before, after) => {
  if ((BIRTH.test(before) && !OF_A_PLAN.test(before)) || /^[ ,]{0,2}(?:geboren|born)(?!\p{L})/iu.test(after))
    return true;
  const year = Number(groups?.['year']);
  return year >= 1900 && year < 2010 && !OF_A_RULE.test(before);
};

const HOUSE = `(?<house>\\d{1,4})(?:-?[a-zA-Z]${END}| [A-Z]${END}| ?(?:bis|hs)${END}|-\\d{1,3})?(?!${W}|[.,]\\d)`;
const CODE = `[1-9]\\d{3} ?(?!S[ADS])[A-Z]{2}${END}`;
const OF_WHOM =
  '(?:(?:Burgemeester|Dr\\.|Prof\\.|Koningin|Prins(?:es)?|Sint|St\\.|Jan|Nieuwe|Oude|Korte|Grote|Kleine) (?:(?:van|de|der|den|ten|ter) ){0,3})?';
const NAME = "[\\p{L}'’-]{1,40}";
export const STREETS = [
  pattern(
    `${BEGIN}${OF_WHOM}(?:\\p{L}${NAME}(?:straat|gracht|singel)|\\p{Lu}${NAME}(?:laan|weg|plein|kade|dreef|steeg|dijk|plantsoen|hof|pad|park|boulevard|brink|erf)|Laan van(?: (?:de|den|der|het|\\p{Lu}[\\p{L}-]{1,30})){1,3}) ${HOUSE}(?:,? ?${CODE})?`,
  ),
  pattern(`${BEGIN}(?<house>\\d{1,4})[a-z]? (?:\\p{Lu}\\p{Ll}{1,20} ){1,2}(?:Street|Road|Lane|Avenue)${END}`),
];
const NO_STREET = /^(?:(?:onder|snel|terug|uit|om)weg|(?:leer|klant|zorg)pad|\p{L}{2,5}slaan) /iu;
/** "Op het Kerkplein 3 keer": the number belongs to what follows. */
const COUNTED =
  /^ (?:keer|maal|uur|jaar|dag|wee?k|maand|mensen|gezin|kind|bewoner|jonge|collega|gesprek|aanvra|melding|people|year|famil|day)/i;
export const isHouse: Judge = ({ 0: found, groups }, _before, after) =>
  // With a postcode behind it, it is no year.
  (!/^(?:19|20)\d\d$/.test(groups?.['house'] ?? '') || /[A-Z]{2}$/.test(found)) &&
  !NO_STREET.test(found) &&
  !COUNTED.test(after);

export const POSTCODE = pattern(`(?<![\\p{L}\\d.,€-])${CODE}`);
export const isPostcode: Judge = ([found], before) =>
  !/ [KMGT]B$/.test(found) && (!/^(?:19|20)\d\d /.test(found) || /(?:^|[,\n(:]) {0,3}$/.test(before));

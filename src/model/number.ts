/** Numbers as people type them: with a comma in Dutch, a point in English, and what groups thousands left out. */

/** Larger than this is a mistake, and cannot be drawn. */
const LARGEST = 1e12;
const PLAIN = /^[+-]?\d+(\.\d+)?$/;

/**
 * The number in a text, or undefined if there is none: "2,5", "1.250", "1 250,75", "−3". In Dutch a point before three
 * digits groups thousands, unless it is 0.125; any other point or comma is where the decimals begin.
 */
export function typedNumber(text: string, language: 'nl' | 'en'): number | undefined {
  const [groups, decimals] = language === 'nl' ? ['.', ','] : [',', '.'];
  const said = text
    .trim()
    .replace(/[\s\u00a0\u202f]+(?=\d{3}(\D|$))/g, '')
    .replace('−', '-');
  const isGrouped = new RegExp(`^[+-]?[1-9]\\d{0,2}(\\${groups}\\d{3})+(\\${decimals}\\d+)?$`);
  const plain = isGrouped.test(said) ? said.replaceAll(groups, '') : said;
  const pointed = plain.replace(/[.,]/, '.');
  if (!PLAIN.test(pointed)) return undefined;
  const number = Number(pointed);
  return Math.abs(number) <= LARGEST ? number : undefined;
}

/** As it is typed in a field: with the comma or point of the language, and nothing that groups. */
export function asTyped(number: number, language: 'nl' | 'en'): string {
  const plain = number.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 12 });
  return language === 'nl' ? plain.replace('.', ',') : plain;
}

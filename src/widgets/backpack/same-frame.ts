import type { CardFrame } from './card';

/** The frame there was, when this one says the same: then no card need be drawn again. */
export function sameFrame(before: CardFrame | undefined, now: CardFrame): CardFrame {
  const isSame =
    before?.labels === now.labels &&
    before.language === now.language &&
    before.today === now.today &&
    before.mayWrite === now.mayWrite &&
    before.level === now.level;
  return before && isSame ? before : now;
}

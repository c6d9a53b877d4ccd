/** Whether an element is this wide, in em of its own. */
export function isWideFrom(element: Element, fromEm: number): boolean {
  const em = Number.parseFloat(getComputedStyle(element).fontSize) || 16;
  return element.getBoundingClientRect().width >= fromEm * em;
}

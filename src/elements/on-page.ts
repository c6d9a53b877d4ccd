/** Whether a widget stands in the page: a link into one that does not leads nowhere. */
export function isOnPage(tag: 'samen-agenda' | 'samen-backpack' | 'samen-compass' | 'samen-results'): boolean {
  return typeof document !== 'undefined' && document.querySelector(tag) !== null;
}

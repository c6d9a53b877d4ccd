const TYPED = 'input, select, textarea, [contenteditable]';
const TAB_STOP = 'a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]';

/**
 * The keys of a feed: Page Down and Page Up to the next and previous article, Control with End and Home to what
 * stands after and before the feed. Whoever types, or is in a dialog, has them for themselves.
 */
export function hearFeedKeys(root: HTMLElement | DocumentFragment): void {
  root.addEventListener('keydown', (event) => onFeedKey(event as KeyboardEvent, root));
}

function onFeedKey(event: KeyboardEvent, root: ParentNode): void {
  const { key, ctrlKey, shiftKey, altKey, metaKey } = event;
  const path = event.composedPath().filter((node) => node instanceof Element);
  const inside = path.find((node) => node.matches('.feed'));
  const isOthers = path[0]?.matches(TYPED) || path.some((node) => node.matches('dialog'));
  if (!inside || isOthers || shiftKey || altKey || metaKey) return;
  let target: HTMLElement | undefined;
  if (!ctrlKey && (key === 'PageDown' || key === 'PageUp')) {
    const articles = [...inside.querySelectorAll<HTMLElement>('article')];
    const at = articles.findIndex((each) => event.composedPath().includes(each));
    target = articles[at + (key === 'PageDown' ? 1 : -1)];
  } else if (ctrlKey && (key === 'End' || key === 'Home')) {
    const beyond = key === 'End' ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const stops = [...root.querySelectorAll<HTMLElement>(TAB_STOP)].filter(
      (stop) =>
        !inside.contains(stop) && (inside.compareDocumentPosition(stop) & beyond) !== 0 && stop.checkVisibility(),
    );
    target = key === 'End' ? stops[0] : stops.at(-1);
  }
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (target.matches('article')) target.scrollIntoView({ block: 'start' });
}

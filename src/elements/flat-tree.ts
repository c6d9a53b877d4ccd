/** The parent as the reader sees it: out of a slot, out of a shadow root. */
export function parentOf(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

/** An element and the elements around it, nearest first, through slots and shadow roots. */
export function* elementsFrom(element: Element): Generator<Element> {
  for (let node: Node | null = element; node; node = parentOf(node)) if (node instanceof Element) yield node;
}

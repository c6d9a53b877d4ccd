import { warnOnce } from './configuration';

/** Defines an element unless its name is taken: `customElements.define` twice throws, and the first to load serves all. */
export function defineElement(tag: `samen-${string}`, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const known = customElements.get(tag);
  if (known === undefined) customElements.define(tag, element);
  else if (known !== element) warnOnce(`<${tag}> is of another copy of the library.`);
}

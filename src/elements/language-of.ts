import { plain } from './config';
import { elementsFrom } from './flat-tree';

export type Language = 'nl' | 'en';

/** The nearest `lang` from an element upwards, through shadow roots; only what we speak. */
export function languageOf(element: Element): Language {
  for (const node of elementsFrom(element)) {
    const lang = plain(node.getAttribute('lang'))?.toLowerCase().slice(0, 2);
    if (lang === 'nl' || lang === 'en') return lang;
    // A language of the page that we do not speak is still an answer: what is further up does not
    // count. On the element itself it is a wrong value, and the default is what stands above it.
    if (lang && node !== element) return 'nl';
  }
  return 'nl';
}

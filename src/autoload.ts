/**
 * The usual way in, `samen.js`: looks which Samen elements the page holds, also those inserted later,
 * and fetches the code of those only. Of a feed the first posts come before that code.
 */
import { fetchAhead } from './backends/registry';
import { claimPage } from './claim-page';
import { configurationOf } from './elements/configuration';
import { whenIdle } from './elements/when-idle';
import { firstLook, painted } from './first-look';

const definitions: Record<string, () => Promise<unknown>> = {
  'samen-backpack': () => import('./widgets/backpack/define'),
  'samen-compass': () => import('./widgets/compass/define'),
  'samen-space': () => import('./elements/define-samen-space'),
};
const tags = Object.keys(definitions);
const selector = tags.join(',');
const fetching = new Set<string>();
const looked = new WeakSet<Element>();

function load(element: Element): void {
  const tag = element.localName;
  if (fetching.has(tag) || customElements.get(tag)) return;
  const wanted = () => define(element);
  const look = tag === 'samen-backpack' && !looked.has(element) ? firstLook(element, wanted) : undefined;
  looked.add(element);
  // Whatever came of it, the widget goes on from there.
  if (look) look.then(painted).then(() => whenIdle(wanted), wanted);
  else wanted();
}

function define(element: Element): void {
  const tag = element.localName;
  const definition = definitions[tag];
  if (!definition || fetching.has(tag) || customElements.get(tag)) return;
  fetching.add(tag);
  fetchAhead(configurationOf(element, { backend: element.getAttribute('backend') ?? undefined }).backend);
  definition().catch((cause: unknown) => {
    // The fallback inside the tag stays; the next one inserted tries again.
    fetching.delete(tag);
    console.error(`<${tag}> could not be loaded.`, cause);
  });
}

function loadWithin(node: Element | Document): void {
  if (fetching.size === tags.length) return;
  if (node instanceof Element) load(node);
  for (const element of node.querySelectorAll(selector)) load(element);
}

/** Begins to watch the document; ends when every element has been asked for. */
function watch(): void {
  loadWithin(document);
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) loadWithin(node);
    }
    if (tags.every((tag) => customElements.get(tag))) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

if (claimPage()) watch();

/** For a page without a bundler: another home for the data, before or after its elements. */
export { registerBackend } from './backends/registry';

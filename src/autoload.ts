/**
 * The usual way in, `samen.js`: looks which Samen elements the page holds, also those inserted later,
 * and fetches the code of those only. Of a feed the first posts come before that code.
 */
import { fetchAhead } from './backends/registry';
import { claimPage } from './claim-page';
import { configurationOf } from './elements/configuration';

const definitions: Record<string, () => Promise<unknown>> = {
  'samen-agenda': () => import('./widgets/agenda/define'),
  'samen-backpack': () => import('./widgets/backpack/define'),
  'samen-compass': () => import('./widgets/compass/define'),
  'samen-results': () => import('./widgets/results/define'),
  'samen-space': () => import('./elements/define-samen-space'),
};
const tags = Object.keys(definitions);
const selector = tags.join(',');
const fetching = new Set<string>();

const fetchDrawing = () => import('./widgets/backpack/first-view');

function load(element: Element): void {
  const wanted = () => define(element);
  if (element.localName === 'samen-backpack') {
    fetchDrawing().catch(() => undefined);
    // Whatever comes of it, the widget goes on from there.
    import('./first-look').then(({ firstLook }) => firstLook(element, fetchDrawing, wanted)).then(wanted, wanted);
  } else wanted();
}

/** Fetches and defines what an element is; once. */
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

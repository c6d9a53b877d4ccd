/**
 * The first look at a feed: asked for, and drawn, before the widget's own code is here (docs/adr/0009). Only where all
 * is as most pages have it; at anything else it steps aside, and the widget does all of it, as it does everywhere.
 */
import { askAhead } from './backends/http/ahead';
import type { AnswerAhead } from './backends/http/ahead';
import { firstQuestion } from './contract/first-question';
import { isOtherVersion } from './contract/version';
import { configurationOf, isUsual } from './elements/configuration';
import { FirstView } from './elements/first-view';
import { SOON_MS } from './elements/soon';
import { languageOf } from './elements/language-of';
import { atRest } from './client/at-rest';
import type { FirstDrawing, FirstPage } from './widgets/backpack/first-view';

/** Where an editor set any of these, the feed is another one, or drawn otherwise. */
const OTHERWISE = ['view', 'kind', 'driver', 'party', 'limit', 'composer', 'readonly', 'preview'];
/** Set from code: the widget knows what to make of it. */
const FROM_CODE = [...OTHERWISE, 'backend', 'space', 'heading', 'headingLevel'];

/** Then the widget comes, and knows what to say of an answer that does not. */
const PATIENCE_MS = 1200;
/** Its code does not come either: what the editor put there is better than the shape of nothing. */
const GIVEN_UP_MS = 10_000;

/**
 * Draws the first posts, where it can. Resolves when the widget may come; `onAct`: it is to come now, for somebody does
 * something there.
 */
export async function firstLook(
  element: Element,
  fetchDrawing: () => Promise<FirstDrawing>,
  onAct: () => void,
): Promise<void> {
  const said = (name: string) => element.getAttribute(name) ?? undefined;
  const configuration = configurationOf(element, { backend: said('backend'), space: said('space') });
  const isHere = configuration.backend === 'local:';
  if (isHere || !isUsual(configuration) || !isSecureContext || !isOrdinary(element)) return;
  const address = new URL(configuration.backend, location.href).href.replace(/\/+$/, '');
  const answer = askAhead(address, firstQuestion(configuration.space));
  const { drawFeed, drawSkeleton, drawFallback } = await fetchDrawing();
  const soon = await Promise.race([answer, after(SOON_MS)]);
  // Its class may have come by another way; or there is nothing to draw, and the widget says why.
  if (element.matches(':defined') || (soon && !pageOf(soon))) return;
  const view = new FirstView(element, configuration, onAct);
  if (!soon) {
    drawSkeleton(element, view);
    setTimeout(() => {
      if (!element.matches(':defined') && !view.root.querySelector('article')) drawFallback(view);
    }, GIVEN_UP_MS);
  }
  const late = soon ?? (await Promise.race([answer, after(PATIENCE_MS)]));
  const page = late && pageOf(late);
  if (!page || element.matches(':defined')) return;
  drawFeed(element, view, page);
  await atRest();
}

function isOrdinary(element: Element): boolean {
  return (
    !element.shadowRoot &&
    !element.matches(':defined') &&
    !OTHERWISE.some((name) => element.hasAttribute(name)) &&
    !FROM_CODE.some((name) => Object.hasOwn(element, name)) &&
    languageOf(element) === 'nl' &&
    !location.hash.includes('samen=backpack')
  );
}

/** What was answered, when that is a feed with something in it, for a member. */
function pageOf({ response: { ok, headers }, text }: AnswerAhead): FirstPage | undefined {
  if (!ok || isOtherVersion(headers.get('API-Version'))) return undefined;
  const page = JSON.parse(text) as Partial<FirstPage>;
  return page.labels?.me.member && page.items?.length ? (page as FirstPage) : undefined;
}

const after = (milliseconds: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, milliseconds));

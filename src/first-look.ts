/**
 * The first look at a feed: asked for, and drawn, before the widget's own code is here (docs/adr/0009). Only where all
 * is as most pages have it; at anything else it steps aside, and the widget does all of it, as it does everywhere.
 */
import { resolveAddress } from './backends/http/address';
import { askAhead } from './backends/http/ahead';
import type { AnswerAhead } from './backends/http/ahead';
import { firstQuestion } from './contract/first-question';
import { isOtherVersion } from './contract/version';
import { configurationOf, isUsual } from './elements/configuration';
import type { Configuration } from './elements/configuration';
import { FirstView } from './elements/first-view';
import { languageOf } from './elements/localize';
import type { FirstPage } from './widgets/backpack/first-view';

/** Where an editor set any of these, the feed is another one, or drawn otherwise. */
const OTHERWISE = ['view', 'kind', 'driver', 'party', 'limit', 'composer', 'readonly', 'preview'];
/** Set from code: the widget knows what to make of it. */
const FROM_CODE = [...OTHERWISE, 'backend', 'space', 'heading', 'headingLevel'];

function isOrdinary(element: Element): boolean {
  return (
    !element.shadowRoot &&
    !OTHERWISE.some((name) => element.hasAttribute(name)) &&
    !FROM_CODE.some((name) => Object.hasOwn(element, name)) &&
    languageOf(element) === 'nl' &&
    !location.hash.includes('samen=backpack')
  );
}

/** The way to the first posts; undefined where the widget is to do it. `onAct`: somebody does something there. */
export function firstLook(element: Element, onAct: () => void): Promise<void> | undefined {
  const configuration = configurationOf(element, {
    backend: element.getAttribute('backend') ?? undefined,
    space: element.getAttribute('space') ?? undefined,
  });
  if (!isUsual(configuration) || configuration.backend === 'local:' || !isOrdinary(element)) return undefined;
  try {
    const answer = askAhead(resolveAddress(configuration.backend), firstQuestion(configuration.space));
    return look(element, configuration, answer, onAct);
  } catch {
    // An address that cannot be used: the widget says so.
    return undefined;
  }
}

async function look(
  element: Element,
  configuration: Configuration,
  answer: Promise<AnswerAhead>,
  onAct: () => void,
): Promise<void> {
  const [{ drawFeed, drawSkeleton }, early] = await Promise.all([
    import('./widgets/backpack/first-view'),
    Promise.race([answer, painted()]),
  ]);
  // Its class may have come by another way.
  if (element.matches(':defined')) return;
  const view = new FirstView(element, configuration, onAct);
  if (!early) drawSkeleton(element, view);
  const page = pageOf(early ?? (await answer));
  if (page && !element.matches(':defined')) drawFeed(element, view, page);
}

/** What was answered, when that is a feed with something in it, for a member. */
function pageOf({ response: { ok, headers }, text }: AnswerAhead): FirstPage | undefined {
  if (!ok || isOtherVersion(headers.get('API-Version'))) return undefined;
  const page = JSON.parse(text) as Partial<FirstPage>;
  return page.labels?.me.member && page.items?.length ? (page as FirstPage) : undefined;
}

/** Once what was drawn is seen; soon, where nothing is painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
}

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { frame, place, until } from '../elements/support';
import type { UiStage } from '../../stories/ui-stage';
import * as stories from '../../stories/ui.stories';

/** The parts that stand on a page side by side; a dialog covers the others. */
const NAMES = ['Buttons', 'Notices', 'ChipsAndLabels', 'Fields', 'Tabs', 'Toast', 'Skeleton', 'Charts'] as const;

/** Every part of the interface as its story shows it, drawn and at rest. */
export async function showEveryPart(style = ''): Promise<UiStage[]> {
  const draw = (name: (typeof NAMES)[number]) => (stories[name].render as unknown as () => TemplateResult)();
  const container = place(html`${NAMES.map(draw)}`);
  container.style.cssText = style;
  const stages = [...container.querySelectorAll<UiStage>('samen-ui-stage')];
  await Promise.all(stages.map((stage) => stage.updateComplete));
  // Icons that are not of a first view are fetched; their place is an empty group until then.
  await until('every icon is drawn', () => !elementsOf(stages).some((one) => one.matches('.icon > g:empty')));
  for (const stage of stages) settle(stage);
  await frame();
  return stages;
}

/** What rises when it comes has risen; what breathes for ever stands still. */
function settle(stage: UiStage): void {
  for (const animation of stage.shadowRoot?.getAnimations() ?? []) animation.cancel();
}

/** Every element of the parts, in order. */
export function elementsOf(stages: readonly UiStage[]): HTMLElement[] {
  return stages.flatMap((stage) => [...(stage.shadowRoot?.querySelectorAll<HTMLElement>('.samen, .samen *') ?? [])]);
}

/** How a failing element is named in a message. */
export function nameOf(element: Element): string {
  const text = element.textContent?.replace(/\s+/g, ' ').trim().slice(0, 30) ?? '';
  return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> "${text}"`;
}

/** Whether an element holds text of its own. */
export function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
}

/** Whether it is seen: drawn, and not the kind that only screen readers get. */
export function isSeen(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return element.checkVisibility() && !element.closest('.hidden') && box.width > 1 && box.height > 1;
}

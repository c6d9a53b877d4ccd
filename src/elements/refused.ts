import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { addDutch, errorSentence, loadEnglish } from './messages';
import type { CommonTerm, MessageSource } from './messages';
import { REASONS } from './reason-messages';
import type { TermOf } from './message-sources';
import { refusedHere } from './refused-here';
import type { Frame } from './states';
import type { PendingWrite } from '../client/types';
import { doingNl } from '../locales/doing.nl';
import { icon } from '../ui/icon';

const DOING: MessageSource = {
  key: 'doing',
  nl: doingNl,
  en: () => import('../locales/doing.en').then(({ doingEn }) => doingEn),
};
addDutch([DOING, REASONS]);

/** The English words of this list, when they are not here yet. */
export const loadRefusedEnglish = (): Promise<unknown> | undefined => loadEnglish([DOING, REASONS]);

const doingTerm = (t: CommonTerm) => t as unknown as TermOf<typeof doingNl>;

/** What a write was, in a few words; also for one that a newer version of the library kept. */
function doingSentence(operation: string, t: CommonTerm): string {
  const key = `doing${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;
  return doingTerm(t)(Object.hasOwn(doingNl, key) ? (key as keyof typeof doingNl) : 'doingOther');
}

/** What people type, by the names it has in the contract; ids and versions are nobody's text. */
const TYPED = new Set([
  'text',
  'promise',
  'note',
  'name',
  'explanation',
  'question',
  'goodExample',
  'badExample',
  'goal',
  'task',
  'jobTitle',
  'purpose',
  'basis',
  'retention',
  'contact',
  'reason',
  'nextStep',
  'title',
  'whatHappened',
  'whatLearned',
  'whatNext',
  'askOthers',
  'whatIsDifferent',
  'forWhom',
  'stillNeeded',
  'introduction',
]);

/** The typed texts in an input, in order: what one would not want to type again. */
export function typedTexts(input: unknown, found: string[] = []): string[] {
  if (Array.isArray(input)) for (const one of input) typedTexts(one, found);
  else if (input && typeof input === 'object') {
    for (const [key, value] of Object.entries(input)) {
      if (typeof value === 'string') {
        if (TYPED.has(key) && value.trim()) found.push(value);
      } else typedTexts(value, found);
    }
  }
  return found;
}

export interface RefusedOptions {
  writes: readonly PendingWrite[];
  t: CommonTerm;
  heading: (content: string) => TemplateResult;
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
  onCopy: (text: string) => void;
}

function texts(label: string, all: readonly string[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<div class="said"><p class="small">${label}</p>${all.map((text) => html`<p dir="auto" class="typed">${text}</p>`)}</div>`;
}

/** What was refused: kept, with the reason, and the two things one can do (DESIGN.md, data's way). */
export function refusedList({ writes, t, heading, ...on }: RefusedOptions): TemplateResult {
  return html`<div class="note note--bad refused">
    ${icon('alert')} ${heading(t('refusedTitle', writes.length))}
    <ul>
      ${writes.map((write) => {
        const mine = typedTexts(write.input);
        const theirs = write.error?.kind === 'stale' ? typedTexts(write.error.current) : [];
        const doing = doingSentence(write.operation, t);
        return html`<li class="stack stack--tight" data-write=${write.id}>
          <p><b id="doing-${write.id}">${doing}</b>: ${errorSentence(write.error, t)} ${mine.length ? t('refusedKept') : nothing}</p>
          ${texts(doingTerm(t)('refusedYours'), mine)} ${texts(doingTerm(t)('refusedCurrent'), theirs)}
          <div class="row">
            <button type="button" class="btn" aria-describedby="doing-${write.id}" @click=${() => on.onRetry(write.id)}>
              ${icon('refresh')}${t('again')}
            </button>
            <button type="button" class="btn" aria-describedby="doing-${write.id}" @click=${() => on.onDiscard(write.id)}>
              ${icon('trash')}${t('discard')}
            </button>
            ${
              mine.length
                ? html`<button type="button" class="btn btn--quiet" aria-describedby="doing-${write.id}" @click=${() => on.onCopy(mine.join('\n\n'))}>
                  ${icon('copy')}${t('copy')}
                </button>`
                : nothing
            }
          </div>
        </li>`;
      })}
    </ul>
  </div>`;
}

/** Throws a refused write away; the focus goes to its neighbour, or to the widget's heading. */
export async function discardWrite(
  id: string,
  { client, element, announce, focusHeading, t }: Pick<Frame, 'client' | 'element' | 'announce' | 'focusHeading' | 't'>,
): Promise<void> {
  const ids = refusedHere(client, element).map((write) => write.id);
  const at = ids.indexOf(id);
  const neighbour = ids[at + 1] ?? ids[at - 1];
  await client.discard(id);
  announce(t('discarded'));
  await element.updateComplete;
  const next = neighbour && element.shadowRoot?.querySelector<HTMLElement>(`[data-write="${neighbour}"] button`);
  if (next) next.focus();
  else await focusHeading();
}

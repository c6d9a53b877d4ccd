/** One's own as a file, and as a page to print: made in the browser, and going nowhere else. */
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { titleOf } from './composer-draft';
import type { ExperienceDraft } from './composer-draft';
import type { SpaceClient } from '../../../client/types';
import type { PictureOutput } from '../../../contract/experiences';
import type { ExperienceView } from '../../../model/experience-types';
import type { Id } from '../../../model/types';

export interface Own {
  mine: readonly ExperienceView[];
  packed: readonly ExperienceView[];
  drafts: readonly ExperienceDraft[];
}

/** As JSON, with the pictures of one's own. */
export async function ownAsJson(client: SpaceClient, own: Own, savedAt: Date): Promise<string> {
  const ids = [...new Set(own.mine.flatMap(({ pictureId }) => (pictureId ? [pictureId] : [])))];
  const pictures = (await Promise.all(ids.map((id) => pictureOf(client, id)))).filter((each) => each !== undefined);
  const { personId, name, member } = client.me() ?? {};
  const me = { personId, name, jobTitle: member?.jobTitle, partyId: member?.partyId };
  return JSON.stringify({ savedAt: savedAt.toISOString(), space: client.spaceId, me, ...own, pictures }, null, 2);
}

/** Nothing where it cannot be had now: the words are worth keeping without it. */
function pictureOf(client: SpaceClient, id: Id): Promise<PictureOutput | undefined> {
  return new Promise((resolve) => {
    const stop = client.watch('getPicture', { id }, ({ status, data }) => {
      if (!data && status !== 'error') return;
      resolve(data);
      // It is called at once with what is known: then there is no way to stop yet.
      queueMicrotask(() => stop());
    });
  });
}

export interface PrintWords {
  heading: string;
  printedOn: string;
  mine: string;
  packed: string;
  drafts: string;
  happened: string;
  learned: string;
  next: string;
  ask: string;
  /** Who wrote it, when, for whom. */
  about: (experience: ExperienceView) => string;
}

const PRINT_CSS = `
  body { font: 11pt/1.45 system-ui, sans-serif; color: #000; background: #fff; margin: 2cm; }
  h1 { font-size: 20pt; margin: 0; } h2 { font-size: 15pt; margin: 1.2em 0 0.3em; } h3 { font-size: 12pt; margin: 0; }
  article { break-inside: avoid; border-top: 1px solid #999; padding: 0.7em 0; }
  p, dl, dd { margin: 0.2em 0; overflow-wrap: anywhere; white-space: pre-line; } dt { font-weight: bold; margin-top: 0.4em; }
`;

/**
 * Prints one's own and nothing of the page around it: in a frame of its own, for a page that is printed takes
 * everything else along.
 */
export function printOwn(own: Own, words: PrintWords, language: string): void {
  const frame = document.createElement('iframe');
  // Not shown, but drawn: what is not drawn cannot be printed.
  Object.assign(frame.style, { position: 'fixed', inlineSize: '0', blockSize: '0', border: '0' });
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.addEventListener(
    'load',
    () => {
      const view = frame.contentWindow;
      const page = frame.contentDocument;
      if (!view || !page) return;
      page.documentElement.lang = language;
      page.title = words.heading;
      // One of the frame's own: a sheet of another page cannot be adopted.
      const sheet = new (view as unknown as typeof globalThis).CSSStyleSheet();
      sheet.replaceSync(PRINT_CSS);
      page.adoptedStyleSheets = [sheet];
      render(printed(own, words), page.body);
      view.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
      view.focus();
      view.print();
    },
    { once: true },
  );
  document.body.append(frame);
}

function printed({ mine, packed, drafts }: Own, words: PrintWords): TemplateResult {
  return html`<h1>${words.heading}</h1><p>${words.printedOn}</p>
    ${section(
      words.mine,
      mine.map((one) => story(one, one.title, words.about(one), words)),
    )}
    ${section(
      words.packed,
      packed.map((one) => story(one, one.title, words.about(one), words)),
    )}
    ${section(
      words.drafts,
      drafts.map((one) => story(one, titleOf(one), '', words)),
    )}`;
}

function section(heading: string, stories: readonly TemplateResult[]): TemplateResult | typeof nothing {
  return stories.length > 0 ? html`<h2>${heading}</h2>${stories}` : nothing;
}

type Told = Pick<ExperienceView, 'whatHappened' | 'whatLearned' | 'whatNext' | 'askOthers' | 'language'>;

function story(one: Told, title: string, about: string, words: PrintWords): TemplateResult {
  const line = (label: string, text: string | undefined) => (text ? html`<dt>${label}</dt><dd>${text}</dd>` : nothing);
  return html`<article lang=${one.language}>
    <h3 dir="auto">${title}</h3>
    ${about ? html`<p>${about}</p>` : nothing}
    <dl dir="auto">${line(words.happened, one.whatHappened)}${line(words.learned, one.whatLearned)}${line(words.next, one.whatNext)}${line(words.ask, one.askOthers)}</dl>
  </article>`;
}

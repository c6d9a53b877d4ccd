import { css, html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { BackpackLatePart } from './late';
import { experienceStyles } from '../card.styles';
import type { PendingWrite } from '../../../client/types';
import { errorSentence } from '../../../elements/messages';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

type Save = PendingWrite<'saveExperience'>;

function isRefusedSave(write: PendingWrite): write is Save {
  return write.operation === 'saveExperience' && write.status === 'refused';
}

/** What was not accepted: on top of the feed, with all that was written, the reason, and the two things one can do. */
export class BackpackRefused extends BackpackLatePart {
  static override styles: CSSResultGroup = [
    BackpackLatePart.styles,
    experienceStyles,
    css`
      .is-refused { border-color: var(--_on-bad); }
      .note .btn--quiet { color: inherit; }
    `,
  ];

  override render(): TemplateResult {
    const writes = (this.client?.pending() ?? []).filter(isRefusedSave);
    return html`<div class="samen stack">${writes.map((write) => this.#renderWrite(write))}</div>`;
  }

  #renderWrite({ id, input, error }: Save): TemplateResult {
    const { t } = this;
    const title = input.title || t('untitled');
    const parts: [string, string | undefined][] = [
      [t('what'), input.whatHappened],
      [t('so'), input.whatLearned],
      [t('now'), input.whatNext],
    ];
    return html`<article class="card is-refused" aria-labelledby="title-${id}" tabindex="-1" data-write=${id}>
      ${notice({
        tone: 'bad',
        role: 'alert',
        title: t('notShared'),
        text: `${errorSentence(error, this.common)} ${t('textKept')}`,
        action: html`<button type="button" class="btn" aria-describedby="title-${id}" @click=${() => void this.client?.retry(id)}>${icon('refresh')}${this.common('retry')}</button>
          <button type="button" class="btn btn--quiet" aria-describedby="title-${id}" @click=${() => void this.#discard(id)}>${icon('trash')}${t('throwAway')}</button>`,
      })}
      ${this.heading(0, html`<span dir="auto">${title}</span>`, { class: 'h-card', id: `title-${id}` })}
      <dl class="story">${parts.map(([term, text]) => (text ? html`<div><dt>${term}</dt><dd dir="auto">${text}</dd></div>` : ''))}</dl>
    </article>`;
  }

  async #discard(id: string): Promise<void> {
    await this.client?.discard(id);
    this.say(this.t('thrownAway'));
    await this.updateComplete;
    const next = this.renderRoot.querySelector<HTMLElement>('article');
    if (next) next.focus();
    else this.leave();
  }
}

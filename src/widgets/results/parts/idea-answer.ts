/** The core team takes up an idea, or says why not. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CommonTerm } from '../../../elements/messages';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsIdeasMessages } from '../../../locales/results-ideas.nl';
import { textField } from '../../../ui/field';
import { notice } from '../../../ui/notice';

export interface AnswerOptions {
  t: TermOf<ResultsIdeasMessages>;
  common: CommonTerm;
  doing: 'adopt' | 'decline';
  text: string;
  error: string | undefined;
  refused: string | undefined;
  heading: (words: string) => TemplateResult;
  onType: (text: string) => void;
  onSend: () => void;
  onCancel: () => void;
}

export function answerForm(options: AnswerOptions): TemplateResult {
  const { t, common, doing, text, error, refused, heading, onType, onSend, onCancel } = options;
  const isAdopting = doing === 'adopt';
  const send = (event: Event) => {
    event.preventDefault();
    onSend();
  };
  return html`<form class="stack" novalidate @submit=${send}>
    ${heading(t(isAdopting ? 'ideaAdoptTitle' : 'ideaDeclineTitle'))}
    ${refused ? notice({ tone: 'bad', title: refused, role: 'alert' }) : nothing}
    ${isAdopting ? html`<p class="small">${t('ideaAdoptText')}</p>` : nothing}
    ${textField({
      id: 'answer',
      label: t(isAdopting ? 'ideaAdoptLabel' : 'ideaDeclineLabel'),
      ...(isAdopting ? {} : { description: t('ideaDeclineHint') }),
      value: text,
      multiline: true,
      rows: isAdopting ? 2 : 3,
      ...(error && { error }),
      onInput: onType,
    })}
    <div class="row">
      <button type="submit" class="btn btn--main">${t(isAdopting ? 'ideaAdopt' : 'ideaDeclineDo')}</button>
      <button type="button" class="btn" @click=${onCancel}>${common('cancel')}</button>
    </div>
  </form>`;
}

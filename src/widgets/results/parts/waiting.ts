import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { FORMS_MESSAGES } from './forms-messages';
import { ResultsPart } from './part';
import { hashFor } from '../../../elements/hash-address';
import type { MessageSource } from '../../../elements/messages';
import type { ResultsFormsMessages } from '../../../locales/results-forms.nl';
import type { ResultView } from '../../../model/result-types';
import { icon } from '../../../ui/icon';
import { isWaiting } from '../waiting';

/** For the core team, above the board: the drafts that wait to be published, each with the way to do so. */
export class ResultsWaiting extends ResultsPart<ResultsFormsMessages> {
  static override styles: CSSResultGroup = [
    ResultsPart.styles,
    css`
      section { display: grid; gap: 0.5em; padding: 0.75em 1em; border-radius: var(--_r-m); background: var(--_subtle); }
      li { display: flex; flex-wrap: wrap; gap: 0.25em 1em; align-items: center; }
      li + li { border-block-start: 1px solid var(--_hairline); }
      li > div:first-child { flex: 1 1 16em; min-inline-size: 0; padding-block: 0.35em; overflow-wrap: anywhere; }
      @media (forced-colors: active) {
        section { border: 1px solid; }
      }
    `,
  ];

  protected override get messages(): readonly MessageSource[] {
    return [FORMS_MESSAGES];
  }

  override render(): TemplateResult | typeof nothing {
    const drafts = (this.results ?? []).filter(isWaiting);
    if (drafts.length === 0) return nothing;
    return html`<div class="samen no-print">
      <section aria-labelledby="part-heading">${this.partHeading(this.t('waitsTitle'), 'h-card')}
        <ul>${drafts.map((draft) => this.#renderDraft(draft))}</ul>
      </section>
    </div>`;
  }

  #renderDraft({ id, title, createdByPartyId, changedOn }: ResultView): TemplateResult {
    const { t } = this;
    return html`<li>
      <div><a href=${hashFor('results', id)} dir="auto">${title}</a><br />
        <span class="small muted">${t('waitsBy', this.partyName(createdByPartyId), this.date(changedOn))}</span></div>
      <div><a class="btn" href=${hashFor('results', 'publish', id)}>${icon('check')}${t('publishDo')} <span class="hidden" dir="auto">${title}</span></a></div>
    </li>`;
  }
}

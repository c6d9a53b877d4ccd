import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { BackpackLatePart } from './late';
import { QueryController } from '../../../elements/query-controller';
import { emptyState } from '../../../ui/empty-state';

/** In the place of an experience that a link leads to: that it is gone, or that it cannot be read now. */
export class BackpackMissing extends BackpackLatePart {
  readonly #one = new QueryController(this, 'getExperience', () => ({ id: this.about }));

  override render(): TemplateResult | typeof nothing {
    const { error } = this.#one.view;
    if (error?.kind === 'notFound')
      return emptyState({
        heading: this.heading(0, this.t('goneTitle'), { class: 'h-part' }),
        text: this.t('goneText'),
      });
    // While there is a connection the widget itself says so, with the way to ask again.
    const isSaid = this.client?.state.network === 'online' && error?.kind !== 'forbidden';
    return isSaid ? nothing : this.renderFailed();
  }
}

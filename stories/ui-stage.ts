import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { ContrastGuard } from '../src/elements/contrast-guard';
import { defineElement } from '../src/elements/define';
import { baseStyles } from '../src/ui/base.styles';
import { buttonStyles } from '../src/ui/button.styles';
import { cardStyles } from '../src/ui/card.styles';
import { barStyles } from '../src/ui/bar.styles';
import { chartStyles } from '../src/ui/chart.styles';
import { chipStyles } from '../src/ui/chip.styles';
import { driverStyles } from '../src/ui/driver.styles';
import { tableStyles } from '../src/ui/table.styles';
import { dialogStyles } from '../src/ui/dialog.styles';
import { liftStyles } from '../src/ui/lift.styles';
import { fieldStyles } from '../src/ui/field.styles';
import { noticeStyles } from '../src/ui/notice.styles';
import { skeletonStyles } from '../src/ui/skeleton.styles';
import { tabsStyles } from '../src/ui/tabs.styles';
import { toastStyles } from '../src/ui/toast.styles';
import { tokensStyles } from '../src/ui/tokens.styles';

/** A place to show parts of the interface as they stand in a widget: in a shadow root, with the shared styles. */
export class UiStage extends LitElement {
  static override styles = [
    tokensStyles,
    baseStyles,
    buttonStyles,
    liftStyles,
    cardStyles,
    chipStyles,
    noticeStyles,
    fieldStyles,
    dialogStyles,
    tabsStyles,
    toastStyles,
    skeletonStyles,
    chartStyles,
    barStyles,
    driverStyles,
    tableStyles,
  ];

  /** Draws the part; called again after each `again()`. */
  content?: (again: () => void) => TemplateResult;

  constructor() {
    super();
    new ContrastGuard(this);
  }

  override render(): TemplateResult {
    return html`<section class="samen" lang="nl">${this.content?.(() => this.requestUpdate())}</section>`;
  }
}

defineElement('samen-ui-stage', UiStage);

/** A story of one part. Its state lives in the function that is given. */
export function stage(content: (again: () => void) => TemplateResult): TemplateResult {
  return html`<samen-ui-stage .content=${content}></samen-ui-stage>`;
}

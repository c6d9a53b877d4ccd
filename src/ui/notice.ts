import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from './icon';
import type { IconName } from './icon';

export type Tone = 'info' | 'good' | 'warn' | 'bad' | 'chosen';

export interface NoticeOptions {
  tone: Tone;
  icon?: IconName;
  title: string | TemplateResult;
  text?: string | TemplateResult;
  /** Buttons or links. */
  action?: TemplateResult | typeof nothing;
  /** More, below the sentence: a list, a details. */
  more?: TemplateResult | typeof nothing;
  /** `alert` for what stands in the way of what someone is doing; otherwise it is simply there. */
  role?: 'alert' | 'status';
}

const ICON: Record<Tone, IconName> = {
  info: 'info',
  good: 'check-circle',
  warn: 'warning',
  bad: 'alert',
  chosen: 'info',
};

/** A notice: never by colour alone, always with an icon and a word. */
export function notice(options: NoticeOptions): TemplateResult {
  const { tone, title, text, action, more, role } = options;
  return html`<div class=${tone === 'info' ? 'note' : `note note--${tone}`} role=${role ?? nothing}>
    ${icon(options.icon ?? ICON[tone])}
    <p><b>${title}</b> ${text ?? nothing}</p>
    ${more ?? nothing}${action && action !== nothing ? html`<div class="row">${action}</div>` : nothing}
  </div>`;
}

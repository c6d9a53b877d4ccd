import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language } from './language-of';

/** What the frame of a widget holds. */
export interface FrameContent {
  language: Language;
  isBusy: boolean;
  /** The widget's heading; its id is `samen-heading`. */
  heading: TemplateResult;
  subtitle: unknown;
  /** Buttons beside the heading. */
  actions: unknown;
  /** What is to be said above the content. */
  notices: unknown;
  body: unknown;
  toasts: TemplateResult;
  /** Below all of it. */
  foot?: unknown;
}

/** The frame of every widget. The same before its class is there (`first-view.ts`) and after: one is drawn over the other. */
export function widgetFrame({
  language,
  isBusy,
  heading,
  subtitle,
  actions,
  notices,
  body,
  toasts,
  foot = nothing,
}: FrameContent): TemplateResult {
  return html`<section class="samen" aria-labelledby="samen-heading" lang=${language} aria-busy=${isBusy ? 'true' : nothing}>
    <header class="head">
      <div>
        ${heading} ${subtitle === nothing ? nothing : html`<p class="muted">${subtitle}</p>`}
      </div>
      ${actions}
    </header>
    ${notices} ${body} ${foot} ${toasts}
  </section>`;
}

/** The real shape of what is on its way. */
export function bones(loading: string, skeleton: TemplateResult): TemplateResult {
  return html`<p class="hidden">${loading}</p>
    <div aria-hidden="true">${skeleton}</div>`;
}

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from './icon';
import type { IconName } from './icon';

export interface Tab {
  id: string;
  label: string;
  icon?: IconName;
}

export interface TabsOptions {
  /** Makes the ids of tabs and panels, unique in one shadow root. */
  id: string;
  label: string;
  tabs: readonly Tab[];
  chosen: string;
  onChoose: (id: string) => void;
  /** The content of the chosen tab. */
  panel: TemplateResult | typeof nothing;
}

/** Arrows, Home and End move between tabs (WAI-ARIA tabs pattern); the choice follows the focus. */
function move(event: KeyboardEvent, { tabs, chosen, onChoose }: TabsOptions): void {
  const at = tabs.findIndex((tab) => tab.id === chosen);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const index = (next + tabs.length) % tabs.length;
  const tab = tabs[index];
  if (!tab) return;
  const list = event.currentTarget as HTMLElement;
  list.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  onChoose(tab.id);
}

/** Tabs with one panel. */
export function tabs(options: TabsOptions): TemplateResult {
  const { id, label, chosen, onChoose, panel } = options;
  return html`<div
      class="tabs"
      role="tablist"
      aria-label=${label}
      @keydown=${(event: KeyboardEvent) => move(event, options)}
    >
      ${options.tabs.map(
        (tab) =>
          html`<button
            type="button"
            class="tab"
            role="tab"
            id="${id}-tab-${tab.id}"
            aria-controls="${id}-panel"
            aria-selected=${tab.id === chosen ? 'true' : 'false'}
            tabindex=${tab.id === chosen ? 0 : -1}
            @click=${() => onChoose(tab.id)}
          >
            ${tab.icon ? icon(tab.icon) : nothing}${tab.label}
          </button>`,
      )}
    </div>
    <div role="tabpanel" id="${id}-panel" aria-labelledby="${id}-tab-${chosen}">${panel}</div>`;
}

/** The views of a widget: buttons of which one is current, for when each is a place of its own. */
export function viewNav(options: Omit<TabsOptions, 'panel'>): TemplateResult {
  return html`<nav class="tabs" aria-label=${options.label}>
    ${options.tabs.map(
      (tab) =>
        html`<button
          type="button"
          class="tab"
          aria-current=${tab.id === options.chosen ? 'page' : nothing}
          @click=${() => options.onChoose(tab.id)}
        >
          ${tab.icon ? icon(tab.icon) : nothing}${tab.label}
        </button>`,
    )}
  </nav>`;
}

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from './icon';
import type { IconName } from './icon';

/** The class that gives a driver its colour: `d1` to `d8` by its place in the intention. */
export function driverHue(index: number): string {
  return `d${(((index % 8) + 8) % 8) + 1}`;
}

/** A driver by name: always its icon and its name, never colour alone. */
export function driverLabel(driver: { name: string; icon: IconName }, index: number): TemplateResult {
  return html`<span class="driver ${driverHue(index)}">${icon(driver.icon)}${driver.name}</span>`;
}

/** The round sign of a driver. */
export function driverDisc(name: IconName, index: number): TemplateResult {
  return html`<span class="disc ${driverHue(index)}">${icon(name)}</span>`;
}

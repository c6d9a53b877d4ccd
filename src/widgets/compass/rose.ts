import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { LARGE, SMALL, petalPath, radiusOf, signPlace, ticks } from './rose-geometry';
import type { Shape } from './rose-geometry';
import { shareBar } from '../../ui/bar';
import { driverDisc, driverHue } from '../../ui/driver';
import { vars } from '../../ui/set-vars';
import type { Driver, Id } from '../../model/types';

/** A driver with its share of `good`, 0 to 1, in the last closed round and the one before. */
export interface Petal {
  driver: Driver;
  share?: number | undefined;
  was?: number | undefined;
}

export interface RoseOptions {
  purpose: string;
  petals: readonly Petal[];
  words: {
    percent: (share: number) => string;
    good: (percent: string) => string;
    was: (percent: string) => string;
  };
  onChoose: (driverId: Id) => void;
}

/** The rose with its drivers as buttons around it: for wide places. */
export function rose({ purpose, petals, words, onChoose }: RoseOptions): TemplateResult {
  const hasShares = petals.some(({ share }) => share !== undefined);
  return html`<div class="rose">
    ${picture(
      LARGE,
      petals,
      hasShares
        ? svg`<text class="mark" x="478" y="172">${words.good(words.percent(1))}</text><text class="mark" x="414" y="212">${words.percent(0.5)}</text>`
        : nothing,
    )}
    <p class="purpose"><span>${purpose}</span></p>
    ${petals.map(
      ({ driver, share }, index) =>
        html`<button type="button" class="spoke" data-driver=${driver.id} ${place(LARGE, index, petals.length)} @click=${() => onChoose(driver.id)}>
          ${driverDisc(driver.icon, index)}<b>${driver.name}</b>
          ${share === undefined ? nothing : html`<small>${words.good(words.percent(share))}</small>`}
        </button>`,
    )}
  </div>`;
}

/** The rose as a picture only; the rows under it are the buttons: for narrow places. */
export function smallRose({ petals }: RoseOptions): TemplateResult {
  const { x, y } = SMALL;
  return html`<div class="rose rose--small" aria-hidden="true">
    ${picture(
      SMALL,
      petals,
      svg`<path d="M${x} ${y - 17}l5.5 17h-11z" fill="currentColor"></path><path class="needle" d="M${x} ${y + 17}l5.5-17h-11z"></path>`,
    )}
    ${petals.map(
      ({ driver }, index) =>
        html`<span class="spoke" ${place(SMALL, index, petals.length)}>${driverDisc(driver.icon, index)}</span>`,
    )}
  </div>`;
}

/** One row a driver, with a bar: words and numbers beside the picture. */
export function roseRows({ petals, words, onChoose }: RoseOptions): TemplateResult {
  return html`<ul class="rose-rows" role="list">
    ${petals.map(
      ({ driver, share, was }, index) => html`<li>
        <button type="button" class="rose-row ${driverHue(index)}" data-driver=${driver.id} @click=${() => onChoose(driver.id)}>
          ${driverDisc(driver.icon, index)}<b>${driver.name}</b>
          <span class="num">${share === undefined ? nothing : html`<b>${words.percent(share)}</b>`}</span>
          ${share === undefined ? nothing : shareBar(share, was)}
          ${was === undefined ? nothing : html`<small class="num">${words.was(words.percent(was))}</small>`}
        </button>
      </li>`,
    )}
  </ul>`;
}

function place(shape: Shape, index: number, count: number) {
  const { x, y } = signPlace(shape, index, count);
  return vars({ '--x': x, '--y': y });
}

function picture(shape: Shape, petals: readonly Petal[], inside: unknown): TemplateResult {
  const { width, height, x, y, core, outer } = shape;
  const path = (index: number, share: number) => petalPath(shape, index, petals.length, share);
  return html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
    <circle class="ring" cx=${x} cy=${y} r=${outer}></circle>
    <circle class="ring" cx=${x} cy=${y} r=${radiusOf(shape, 0.5)} stroke-dasharray="2 5"></circle>
    ${shape === LARGE ? svg`<path class="tick" d=${ticks(shape)}></path>` : nothing}
    ${petals.map(({ share }, index) => (share === undefined ? nothing : svg`<path class="petal ${driverHue(index)}" d=${path(index, share)}></path>`))}
    ${petals.map(({ was }, index) => (was === undefined ? nothing : svg`<path class="was" d=${path(index, was)}></path>`))}
    <circle class="core" cx=${x} cy=${y} r=${core - 3}></circle>
    ${inside}
  </svg>`;
}

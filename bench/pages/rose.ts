import { html, render } from 'lit';
import type { CSSResult } from 'lit';
import type { Draw } from './drawing';
import { elementStyles } from '../../src/elements/element.styles';
import { baseStyles } from '../../src/ui/base.styles';
import { driverStyles } from '../../src/ui/driver.styles';
import { tokensStyles } from '../../src/ui/tokens.styles';
import { compassStyles } from '../../src/widgets/compass/compass.styles';
import { rose } from '../../src/widgets/compass/rose';

const sheets = [tokensStyles, baseStyles, elementStyles, driverStyles, compassStyles];

const words = {
  percent: (share: number) => `${String(Math.round(share * 100))}%`,
  good: (percent: string) => `${percent} goed`,
  was: (percent: string) => `was ${percent}`,
};

/** The wide form, in a shadow root with the style sheets it is seen by. */
export const draw: Draw = (place, { purpose, petals }) => {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets.flatMap(({ styleSheet }: CSSResult) => styleSheet ?? []);
  render(html`<section class="samen">${rose({ purpose, petals, words, onChoose: () => undefined })}</section>`, root);
  place.replaceChildren(host);
  return { atRest: Promise.resolve(), takeAway: () => host.remove() };
};

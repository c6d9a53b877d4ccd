import type { ChartOptions } from 'chart.js';
import type { Draw } from './drawing';
import { Chart } from './radar-library';

/** The same numbers as a radar: two lines over the drivers' names, from nothing to all. */
const radar =
  (options: (onComplete: () => void) => ChartOptions<'radar'>): Draw =>
  (place, { petals }) => {
    const canvas = document.createElement('canvas');
    place.replaceChildren(canvas);
    let rest: () => void = () => undefined;
    const atRest = new Promise<void>((resolve) => (rest = resolve));
    const chart = new Chart(canvas, {
      type: 'radar',
      data: {
        labels: petals.map(({ driver }) => driver.name),
        datasets: [
          { data: petals.map(({ share }) => share), borderColor: '#0d49b3' },
          { data: petals.map(({ was }) => was), borderColor: '#16202b', borderDash: [1, 4] },
        ],
      },
      options: { scales: { r: { min: 0, max: 1 } }, ...options(rest) },
    });
    return {
      atRest,
      takeAway: () => {
        chart.destroy();
        canvas.remove();
      },
    };
  };

/** As chart.js comes: it follows its place, and grows into its shape. */
export const draw = radar((onComplete) => ({ animation: { onComplete } }));

/** The same, drawn once. */
export const drawStill = radar((onComplete) => {
  onComplete();
  return { animation: false };
});

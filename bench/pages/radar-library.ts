import { Chart, LineElement, PointElement, RadarController, RadialLinearScale } from 'chart.js';

/** Only what a radar cannot do without: no legend, no tooltip, no filling. */
Chart.register(RadarController, RadialLinearScale, LineElement, PointElement);

export { Chart };

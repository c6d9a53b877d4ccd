/** From where to where a chart goes, so that what changed can be seen and nothing looks larger than it is. */
export interface Scale {
  min: number;
  max: number;
}

/** From nought where that is near; otherwise with a little room on either side. */
export function scaleOf(values: readonly number[]): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.1;
  return {
    min: low >= 0 && low <= high * 0.6 ? 0 : low - room,
    max: high <= 0 && high >= low * 0.6 ? 0 : high + (low === high ? room : 0),
  };
}

/** Three to six round numbers within a scale: steps of 1, 2 or 5. */
export function ticksOf({ min, max }: Scale): number[] {
  const rough = (max - min) / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = size * ([1, 2, 5].find((each) => each * size >= rough) ?? 10);
  const ticks: number[] = [];
  for (let at = Math.ceil(min / step); at * step <= max; at += 1) ticks.push(Number((at * step).toPrecision(12)));
  return ticks;
}

/*
 * A list whose order is changed by buttons: they stand at `{list}-{index}-up`, `-down` and `-remove`, and
 * the one to add with at `add-{list}`. Who uses them by keyboard goes on from where they are.
 */

/** The buttons that get the focus after a move, best first: those of the thing that moved. */
export function movedButtons(list: string, to: number, by: number): string[] {
  const directions = by < 0 ? ['up', 'down'] : ['down', 'up'];
  return directions.map((direction) => `${list}-${String(to)}-${direction}`);
}

/** After something is taken away: its neighbour's button, else the one to add with. */
export function neighbourButtons(list: string, index: number): string[] {
  return [`${list}-${String(index)}-remove`, `${list}-${String(index - 1)}-remove`, `add-${list}`];
}

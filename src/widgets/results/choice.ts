import { STATUSES } from './card';
import { plain } from '../../elements/config';
import { oneOf } from '../../elements/configuration';
import { isId } from '../../model/id';
import type { ResultStatus, ResultView } from '../../model/result-types';
import type { Driver, Id } from '../../model/types';

/** How the results are grouped, and which of them are shown. */
export interface Choice {
  by: 'status' | 'driver';
  status?: ResultStatus | undefined;
  driver?: Id | undefined;
}

/** What an editor chose with attributes; wrong values count as none. */
export function editorsChoice(
  said: Partial<Record<'status' | 'driver', string | undefined>>,
  drivers: readonly Driver[],
  warn: (message: string) => void,
): Choice {
  const status = plain(said.status) && oneOf(said.status, ['', ...STATUSES], '', warn, 'status');
  const id = plain(said.driver);
  const driver = drivers.find((each) => each.id === id)?.id;
  // An id that nobody has would leave nothing, and not say why.
  if (id && !driver && drivers.length > 0) warn(`driver="${id}" is not in this space; all are shown.`);
  return { by: 'status', status: status || undefined, driver };
}

/** A choice as it stands in the page's address: `show/driver/status/reached`. */
export function choicePath({ by, ...rest }: Choice): string[] {
  return ['show', by, ...Object.entries(rest).flatMap(([name, value]) => (value ? [name, value] : []))];
}

/** What an address says of it; undefined when it says something else. */
export function choiceOf([name, by, ...said]: readonly string[]): Choice | undefined {
  if (name !== 'show') return undefined;
  const choice: Choice = { by: by === 'driver' ? by : 'status' };
  for (let at = 0; at + 1 < said.length; at += 2) {
    const [key, value = ''] = [said[at], said[at + 1]];
    if (key === 'status') choice.status = STATUSES.find((each) => each === value);
    if (key === 'driver' && isId(value)) choice.driver = value;
  }
  return choice;
}

/** Whether a result belongs to what was chosen, whatever its status. */
export const isOfDriver = ({ driverIds }: ResultView, { driver }: Choice): boolean =>
  !driver || driverIds.includes(driver);

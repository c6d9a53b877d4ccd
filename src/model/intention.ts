import { SamenError } from './errors';
import type { FieldError } from './errors';
import { isId } from './id';
import { FEWEST_DRIVERS, MOST_DRIVERS } from './limits';
import { demand, mayEditIntention } from './permissions';
import { TITLE_LIMIT, checkText, tidyText } from './text';
import type { Day, Driver, DriverIcon, Intention, Viewer } from './types';

/** The eight drawn icons a driver may carry. */
export const DRIVER_ICONS = [
  'house',
  'ball',
  'conversation',
  'backpack',
  'bicycle',
  'heart',
  'compass',
  'people',
] as const satisfies readonly DriverIcon[];

export interface IntentionChange {
  text: string;
  promise: string;
  drivers: Driver[];
}

export interface IntentionState {
  previous: Intention | null | undefined;
  viewer: Viewer;
  today: Day;
  /** In the guided set-up the sentence comes before the drivers: then fewer than three may be saved. */
  isSettingUp?: boolean;
}

/** The intention after this change. Throws `forbidden`, `invalid`, or `conflict` with `driverCount`. */
export function saveIntention(input: IntentionChange, state: IntentionState): Intention {
  const { previous, viewer, today, isSettingUp = false } = state;
  demand(mayEditIntention(viewer), viewer, 'edit the intention');
  const fields = findIntentionErrors(input);
  if (fields.length > 0) throw new SamenError('invalid', 'The intention is not complete', { fields });
  const count = input.drivers.length;
  if (count > MOST_DRIVERS || (count < FEWEST_DRIVERS && !isSettingUp)) {
    throw new SamenError('conflict', `An intention has 3 to 8 drivers, not ${count}`, { reason: 'driverCount' });
  }
  return {
    text: tidyText(input.text),
    promise: tidyText(input.promise),
    drivers: input.drivers.map(tidyDriver),
    changedOn: today,
    version: (previous?.version ?? 0) + 1,
  };
}

/** All that is wrong with the texts, ids and icons; how many drivers there are is for `saveIntention`. */
export function findIntentionErrors(input: IntentionChange): FieldError[] {
  const ids = input.drivers.map((driver) => driver.id);
  return [
    ...checkText('/text', input.text, { required: true }),
    ...checkText('/promise', input.promise),
    ...input.drivers.flatMap((driver, index) => [
      ...findDriverErrors(driver, `/drivers/${index}`),
      ...(ids.indexOf(driver.id) < index ? [duplicate(`/drivers/${index}/id`)] : []),
    ]),
  ];
}

function findDriverErrors(driver: Driver, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!isId(driver.id)) errors.push({ pointer: `${at}/id`, code: 'format' });
  if (!DRIVER_ICONS.includes(driver.icon)) errors.push({ pointer: `${at}/icon`, code: 'unknown' });
  return [
    ...errors,
    ...checkText(`${at}/name`, driver.name, { required: true, limit: TITLE_LIMIT }),
    ...checkText(`${at}/explanation`, driver.explanation),
    ...checkText(`${at}/question`, driver.question),
    ...checkText(`${at}/goodExample`, driver.goodExample),
    ...checkText(`${at}/badExample`, driver.badExample),
  ];
}

function tidyDriver(driver: Driver): Driver {
  return {
    id: driver.id,
    name: tidyText(driver.name),
    icon: driver.icon,
    explanation: tidyText(driver.explanation),
    question: tidyText(driver.question),
    goodExample: tidyText(driver.goodExample),
    badExample: tidyText(driver.badExample),
  };
}

function duplicate(pointer: string): FieldError {
  return { pointer, code: 'duplicate' };
}

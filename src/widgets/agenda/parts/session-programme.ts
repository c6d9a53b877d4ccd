/** What a session goes through: the steps of its methods, each with the time that there is for it. */
import type { Method } from '../../../model/agenda-types';
import type { Id } from '../../../model/types';

/** What was chosen for a session. */
export interface Programme {
  agendaItemIds: Id[];
  experienceIds: Id[];
  methodIds: Id[];
}

export interface Step {
  /** Of which method; empty when there is none, and the whole session is one step. */
  method: string;
  text: string;
  minutes: number;
}

/** The steps in order. What a method does not say of a step is its remaining time, divided over those. */
export function stepsOf(methods: readonly Method[], sessionMinutes: number, whole: string): Step[] {
  const steps = methods.flatMap((method) => {
    const minutes = minutesOf(method);
    return method.steps.map(({ text }, at) => ({ method: method.name, text, minutes: minutes[at] ?? 1 }));
  });
  return steps.length > 0 ? steps : [{ method: '', text: whole, minutes: sessionMinutes }];
}

function minutesOf({ minutes, steps }: Method): number[] {
  const said = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
  const unsaid = steps.filter((step) => step.minutes === undefined).length;
  const left = Math.max(unsaid, minutes - said);
  let given = 0;
  return steps.map((step) => {
    if (step.minutes !== undefined) return step.minutes;
    given += 1;
    // In whole minutes that are together all of it: the first get what does not divide.
    return Math.floor((left * given) / unsaid) - Math.floor((left * (given - 1)) / unsaid);
  });
}

export const minutesTogether = (methods: readonly Method[]): number =>
  methods.reduce((sum, { minutes }) => sum + minutes, 0);

/** One more at the end, or one less. */
export function toggled(ids: readonly Id[], id: Id, isChosen: boolean): Id[] {
  const others = ids.filter((each) => each !== id);
  return isChosen ? [...others, id] : others;
}

/** One of them a place earlier (`-1`) or later (`1`). */
export function moved(ids: readonly Id[], at: number, by: number): Id[] {
  const next = [...ids];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + by, 0, one);
  return next;
}

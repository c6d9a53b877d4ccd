/**
 * Waiting writes laid over what is known, so that what a person does shows at once. Only what this
 * person may know anyway: the backend's answer replaces it.
 */
import { lay } from './lay';
import type { Overlays } from './lay';
import { AGENDA_OVERLAYS, itemMadeHere, withAgendaAnswer } from './overlay-agenda';
import { EXPERIENCE_OVERLAYS, madeHere, withAnswer } from './overlay-experiences';
import { REPORT_OVERLAYS, withReportAnswer } from './overlay-reports';
import { RESULT_OVERLAYS, resultMadeHere, withResultAnswer } from './overlay-results';
import { SESSION_OVERLAYS } from './overlay-sessions';
import type { PendingWrite } from './types';
import type { Input, Me, Output, ReadName, WriteName } from '../contract/operations';
import type { Meaning, Need } from '../model/types';

/** One item of a list, changed where it stands; others as they are. */
const changeNeed = (change: (need: Need, input: { id: string; withId?: string }) => Need) =>
  lay<'listNeeds', 'matchNeed' | 'unmatchNeed' | 'fulfilNeed'>((known, input) => {
    const one = known.items.find((need) => need.id === input.id);
    const pair = new Set([input.id, one?.matchedWithId, 'withId' in input ? input.withId : undefined]);
    return { ...known, items: known.items.map((need) => (pair.has(need.id) ? change(need, input) : need)) };
  });

const OVERLAYS: Overlays = {
  ...EXPERIENCE_OVERLAYS,
  ...AGENDA_OVERLAYS,
  ...SESSION_OVERLAYS,
  ...RESULT_OVERLAYS,
  ...REPORT_OVERLAYS,
  getSpace: {
    changeSpace: lay<'getSpace', 'changeSpace'>((known, { version: _version, ...changes }) => ({
      ...known,
      ...changes,
    })),
  },
  getIntention: {
    saveIntention: lay<'getIntention', 'saveIntention'>((known, input) => ({
      changedOn: known?.changedOn ?? '',
      ...input,
      version: known?.version ?? 0,
    })),
  },
  getMyCheckIn: {
    saveCheckIn: lay<'getMyCheckIn', 'saveCheckIn'>((known, input) =>
      known.roundId === input.roundId ? { ...known, answers: input.answers } : known,
    ),
  },
  listNeeds: {
    saveNeed: lay<'listNeeds', 'saveNeed'>((known, input, me, asked) => {
      if (known.items.some((need) => need.id === input.id)) {
        return {
          ...known,
          items: known.items.map((need) =>
            need.id === input.id ? { ...need, ...input, version: need.version } : need,
          ),
        };
      }
      const partyId = me?.member?.partyId;
      if (
        !me ||
        !partyId ||
        (asked.party ?? partyId) !== partyId ||
        (asked.driver ?? input.driverId) !== input.driverId
      )
        return known;
      const { version: _version, ...words } = input;
      const need: Need = {
        ...words,
        partyId,
        status: 'open',
        writtenBy: me.personId,
        createdOn: '',
        audience: 'everyone',
        version: 0,
      };
      return { ...known, items: [need, ...known.items] };
    }),
    eraseNeed: lay<'listNeeds', 'eraseNeed'>((known, input) => ({
      ...known,
      items: known.items.filter((need) => need.id !== input.id),
    })),
    matchNeed: changeNeed((need, { id, withId }) => ({
      ...need,
      status: 'matched',
      matchedWithId: need.id === id ? withId : id,
    })),
    unmatchNeed: changeNeed((need) => ({ ...need, status: 'open', matchedWithId: undefined })),
    fulfilNeed: changeNeed((need) => ({ ...need, status: 'fulfilled' })),
  },
  listMeanings: {
    saveMeaning: lay<'listMeanings', 'saveMeaning'>((known, input, me) => {
      if (!me?.member) return known;
      const mine = known.items.find((card) => card.personId === me.personId);
      const { name, jobTitle, partyId } = me.member;
      const card: Meaning = {
        id: me.personId,
        personId: me.personId,
        author: { name, jobTitle, partyId },
        text: input.text,
        audienceChoice: input.audience,
        audience: mine?.audience ?? `person:${me.personId}`,
        changedOn: mine?.changedOn ?? '',
        version: mine?.version ?? 0,
      };
      return { ...known, items: [card, ...known.items.filter((each) => each !== mine)] };
    }),
    eraseMeaning: lay<'listMeanings', 'eraseMeaning'>((known, _input, me) => ({
      ...known,
      items: known.items.filter((card) => card.personId !== me?.personId),
    })),
  },
};

/** The single thing that a write answers with, as it is now. */
const ANSWERS: Partial<Record<WriteName, ReadName>> = {
  createSpace: 'getSpace',
  changeSpace: 'getSpace',
  saveIntention: 'getIntention',
  saveCheckIn: 'getMyCheckIn',
};

/**
 * What is known, with the writes that wait laid over it in order. Refused ones are not. Where nothing is known,
 * one of them may have made it.
 */
export function withPending<R extends ReadName>(
  operation: R,
  readInput: Input<R>,
  known: Output<R> | undefined,
  pending: readonly PendingWrite[],
  me: Me | undefined,
): Output<R> | undefined {
  const table = OVERLAYS[operation];
  const { id } = readInput as { id?: string };
  return pending
    .filter((write) => write.status !== 'refused')
    .reduce<unknown>((data, write) => {
      if (data === undefined) {
        if (!id) return undefined;
        const [by, input] = [write.operation, write.input];
        return [madeHere, itemMadeHere, resultMadeHere].reduce<unknown>(
          (made, here) => made ?? here(operation, id, by, input, me),
          undefined,
        );
      }
      return table?.[write.operation]?.(data, write.input as never, me, readInput) ?? data;
    }, known) as Output<R> | undefined;
}

/** What is known once a write was confirmed: the backend's answer, or for a list the write itself. */
export function withConfirmed<R extends ReadName>(
  operation: R,
  readInput: Input<R>,
  known: Output<R>,
  { write, output }: { write: PendingWrite; output: unknown },
  me: Me | undefined,
): Output<R> {
  const { roundId } = readInput as { roundId?: string };
  if (ANSWERS[write.operation] === operation && roundId === (write.input as { roundId?: string }).roundId)
    return output as Output<R>;
  const laid = withPending(operation, readInput, known, [write], me);
  const answered = withAgendaAnswer(operation, withAnswer(operation, laid, output), write.operation, output);
  const told = withResultAnswer(operation, answered, write.operation, output);
  return withReportAnswer(operation, told, write.operation, output) as Output<R>;
}

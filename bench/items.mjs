/** Agenda items, the same for each board: those of Lindeveld, with a number to keep them apart. */
import { readFileSync } from 'node:fs';

const file = JSON.parse(readFileSync(new URL('../data/lindeveld.json', import.meta.url), 'utf8'));
const SIGNALS = [undefined, undefined, 'still', undefined, 'overdue', undefined, undefined, 'noDoer'];
const DAY = 86_400_000;

export const PHASES = file.fasen.lijst.map(({ id, naam, doel }) => ({ id, name: naam, goal: doel }));
export const NOW_PHASE = file.fasen.nu;
export const PARTIES = file.organisaties.map(({ id, naam, kort }) => ({
  ...{ id, name: naam, shortName: kort },
  kind: id.startsWith('afd-') ? 'department' : 'partner',
}));

const dayAfter = (today, days) => new Date(Date.parse(today) + days * DAY).toISOString().slice(0, 10);

/** As the service answers: of each eleven one that nobody has, one that is offered, one that is done. */
export function makeItems(count, today) {
  const all = file.agenda.filter(({ bal }) => bal);
  return Array.from({ length: count }, (_, index) => {
    const { titel, vraag, onderwerpen, drijfveren, bal } = all[index % all.length];
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const holder = PARTIES[(index * 7) % PARTIES.length].id;
    const state = ['nobody', 'offered', 'none'][index % 11] ?? 'held';
    const kind = state === 'nobody' ? 'nobody' : state === 'none' ? undefined : SIGNALS[index % SIGNALS.length];
    return {
      ...{ id, title: `${titel} (${index + 1})`, question: vraag, driverIds: drijfveren, topics: onderwerpen },
      ...{ phaseId: PHASES[index % PHASES.length].id, audience: 'everyone', participations: [], settled: [] },
      ...{ status: state === 'none' ? 'done' : 'running', createdByPartyId: holder, version: 1 },
      ...{ createdOn: dayAfter(today, -90), changedOn: dayAfter(today, -(index % 60)) },
      ball: {
        ...{ id, state, moves: [], movedAt: `${dayAfter(today, -9)}T09:00:00Z`, version: 3 },
        ...(state !== 'none' && { nextStep: bal.volgendeStap }),
        ...((state === 'held' || state === 'offered') && {
          ...{ holderId: holder, jobTitle: bal.functie ?? 'consulent', dueOn: dayAfter(today, index % 40) },
        }),
        ...(state === 'offered' && {
          offer: {
            ...{ toPartyId: PARTIES[(index * 7 + 1) % PARTIES.length].id, note: 'Jullie kennen het gezin' },
            ...{ offeredAt: `${dayAfter(today, -2)}T09:00:00Z`, lapsesAt: `${dayAfter(today, 5)}T09:00:00Z` },
          },
        }),
      },
      ...(kind && { signal: { kind, days: (index % 20) + 1 } }),
    };
  });
}

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { BALLS, LONG_AGO, seededItem } from './agenda-kit';
import { ADMIN, CORE, PARTNER_CORE, TODAY, experienceBy, itemBy, madeSeed, refused, seedRow, send } from './kit';
import { sessionInput } from './kit';
import type { Home, OpenHome, Refusal, SeedRow } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import type { Input, Output } from '../../../src/contract/operations';
import type { Method } from '../../../src/model/agenda-types';
import type { FieldError } from '../../../src/model/errors';
import { newId } from '../../../src/model/new-id';

const method = (id: string, minutes: number): Method => ({
  ...{ id, name: `Werkvorm ${id}`, minutes, group: '4 tot 12', basis: 'Intervisie', yields: 'Afspraken', version: 1 },
  steps: [{ text: 'Iedereen vertelt', minutes: 5 }, { text: 'Samen kiezen' }],
});
const METHODS = [method('w-kort', 10), method('w-lang', 45), method('w-te-lang', 90)];

export function sessionsConformance(open: OpenHome): void {
  let home: Home;
  let core: SpaceConnection;
  let jeugd: SpaceConnection;
  const openWith = async (more: readonly SeedRow[] = []) => {
    const seed = madeSeed();
    const [[spaceId, rows] = ['', []]] = seed;
    home = await open(
      seed.set(spaceId, [...rows, ...METHODS.map((each) => seedRow('method', each.id, each)), ...more]),
      TODAY,
    );
    [core, jeugd] = await Promise.all([home.as(CORE), home.as('jeugd-1')]);
  };
  const again = (
    { nextStartsAt: _next, ...session }: Output<'saveSession'>,
    changes: Partial<Input<'saveSession'>> = {},
  ): Input<'saveSession'> => ({ ...session, ...changes });
  const invalid = (pointer: string, code: FieldError['code']): Refusal => ({
    kind: 'invalid',
    fields: [{ pointer, code }],
  });

  describe('a session', () => {
    beforeEach(() => openWith());

    it('is kept by the core team, and read by everybody it is for', async () => {
      const kept = await send(core, 'saveSession', sessionInput({ title: ' Terugkijken ', place: 'De Brug' }));
      const { nextStartsAt, ...session } = kept;
      assert.deepEqual(session, { ...sessionInput({ id: kept.id, place: 'De Brug' }), version: 1 });
      assert.deepEqual(nextStartsAt, ['2026-03-10T09:00:00.000Z']);
      for (const person of ['jeugd-1', 'wonen-2', ADMIN])
        assert.deepEqual((await (await home.as(person)).read('listSessions', {})).items, [kept]);
      for (const person of ['jeugd-1', 'wonen-2', ADMIN]) {
        const other = await home.as(person);
        await refused(send(other, 'saveSession', sessionInput()), 'forbidden');
        await refused(send(other, 'eraseSession', { id: kept.id, version: 1 }), 'forbidden');
      }
    });

    it('between departments is not there for a partner, of the core team either', async () => {
      const inside = await send(core, 'saveSession', sessionInput({ audience: 'internal' }));
      const partner = await home.as(PARTNER_CORE);
      assert.deepEqual((await partner.read('listSessions', {})).items, []);
      await refused(partner.read('getSessionProposal', { id: inside.id }), 'notFound');
      await refused(send(partner, 'eraseSession', { id: inside.id, version: 1 }), 'notFound');
      await refused(send(partner, 'saveSession', again(inside, { title: 'Van ons' })), 'notFound');
      await refused(send(partner, 'saveSession', sessionInput({ audience: 'internal' })), 'forbidden');
    });

    it('is written up by one when two do so at once, and erased at its version', async () => {
      const kept = await send(core, 'saveSession', sessionInput());
      const held = again(kept, { status: 'held', attendees: 12 });
      assert.equal((await send(await home.as(PARTNER_CORE), 'saveSession', held)).version, 2);
      await refused(send(core, 'saveSession', again(kept)), { kind: 'stale', current: { version: 2, attendees: 12 } });
      await refused(send(core, 'eraseSession', { id: kept.id, version: 1 }), {
        kind: 'stale',
        current: { version: 2 },
      });
      await send(core, 'eraseSession', { id: kept.id, version: 2 });
      assert.deepEqual((await core.read('listSessions', {})).items, []);
    });

    it('is planned for a day to come, and held on one that was', async () => {
      const on = (startsAt: string, status: 'planned' | 'held' = 'planned') =>
        send(core, 'saveSession', sessionInput({ startsAt, status }));
      await refused(on('2026-03-01T09:00:00Z'), invalid('/startsAt', 'tooEarly'));
      assert.equal((await on('2026-03-01T09:00:00Z', 'held')).startsAt, '2026-03-01T09:00:00.000Z');
      await refused(on('1926-03-01T09:00:00Z', 'held'), invalid('/startsAt', 'tooEarly'));
      await refused(on('2096-03-01T09:00:00Z'), invalid('/startsAt', 'tooLate'));
      await refused(on('20000-03-01T09:00:00Z'), invalid('/startsAt', 'format'));
      assert.equal((await on('2026-03-10T10:00:00+01:00')).startsAt, '2026-03-10T09:00:00.000Z');
    });

    it('comes again by rules that there are, and says every field that is wrong at once', async () => {
      for (const recurrence of ['FREQ=MONTHLY', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'FREQ=MONTHLY;BYDAY=2TU'])
        assert.equal((await send(core, 'saveSession', sessionInput({ recurrence }))).recurrence, recurrence);
      for (const recurrence of ['FREQ=SECONDLY', 'FREQ=DAILY;BYSECOND=1', 'DTSTART:20260101', 'elke week'])
        await refused(send(core, 'saveSession', sessionInput({ recurrence })), invalid('/recurrence', 'format'));
      const agreements = [{ id: newId(), text: 'Afspraak', partyId: 'weg', isDone: false }];
      await refused(send(core, 'saveSession', sessionInput({ agreements, minutes: 0 })), {
        kind: 'invalid',
        fields: [
          { pointer: '/agreements/0/partyId', code: 'unknown' },
          { pointer: '/minutes', code: 'format' },
        ],
      });
    });

    it('names what is there for who writes it, and keeps what went', async () => {
      const { id: itemId, version } = await itemBy(core);
      const experience = await experienceBy(core);
      const named = { agendaItemIds: [itemId], experienceIds: [experience.id], methodIds: ['w-kort'] };
      const kept = await send(core, 'saveSession', sessionInput(named));
      assert.deepEqual([kept.agendaItemIds, kept.experienceIds, kept.methodIds], Object.values(named));
      for (const key of ['agendaItemIds', 'experienceIds', 'methodIds'] as const)
        await refused(send(core, 'saveSession', sessionInput({ [key]: ['weg'] })), invalid(`/${key}/0`, 'unknown'));
      await send(core, 'eraseAgendaItem', { id: itemId, version });
      const [seen] = (await jeugd.read('listSessions', {})).items;
      assert.deepEqual(seen?.agendaItemIds, []);
      assert.equal((await send(core, 'saveSession', again(kept, { title: 'Nog eens' }))).title, 'Nog eens');
    });
  });

  describe('the list of sessions', () => {
    it('has what starts last first, in pages that leave nothing out', async () => {
      await openWith();
      const days = ['2026-03-10', '2026-04-14', '2026-03-24', '2026-05-12', '2026-03-10'];
      for (const day of days) await send(core, 'saveSession', sessionInput({ startsAt: `${day}T09:00:00.000Z` }));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await jeugd.read('listSessions', { limit: 2, cursor });
        seen.push(...page.items.map(({ startsAt }) => startsAt.slice(0, 10)));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      assert.deepEqual(seen, [...days].sort().reverse());
    });
  });

  describe('the methods', () => {
    it('are there for every member, with their steps, in pages', async () => {
      await openWith();
      const first = await jeugd.read('listMethods', { limit: 2 });
      const rest = await jeugd.read('listMethods', { limit: 2, cursor: first.nextCursor });
      assert.deepEqual([...first.items, ...rest.items], METHODS);
    });
  });

  describe('the programme that is proposed for a session', () => {
    it('is made of what asks attention, what is still open of earlier ones, and what fits in the time', async () => {
      const topics = (...all: string[]) => ({ topics: all, title: all.join(' '), question: '' });
      await openWith([
        ...seededItem({
          id: 'stil',
          ball: { ...BALLS.held, movedAt: '2026-02-10T08:00:00.000Z' },
          item: topics('een'),
        }),
        ...seededItem({
          id: 'langer',
          ball: { ...BALLS.held, movedAt: '2026-01-10T08:00:00.000Z' },
          item: topics('twee'),
        }),
        ...seededItem({ id: 'niemand', ball: { movedAt: LONG_AGO }, item: topics('drie') }),
        ...seededItem({ id: 'goed', ball: BALLS.held, item: topics('vier') }),
      ]);
      const agreements = [
        { id: newId(), text: 'Nog te doen', partyId: 'jeugd', isDone: false },
        { id: newId(), text: 'Gedaan', isDone: true },
      ];
      const earlier = await send(core, 'saveSession', {
        ...sessionInput({ startsAt: '2026-02-10T09:00:00.000Z', status: 'held', agreements, methodIds: ['w-kort'] }),
      });
      const { id } = await send(core, 'saveSession', sessionInput());
      const proposal = await jeugd.read('getSessionProposal', { id });
      assert.deepEqual(
        proposal.items.map((each) => [each.id, each.signal?.kind]),
        [
          ['niemand', 'nobody'],
          ['langer', 'still'],
          ['stil', 'still'],
        ],
      );
      assert.deepEqual(proposal.agreements, [{ ...agreements[0], sessionId: earlier.id, sessionTitle: earlier.title }]);
      assert.deepEqual(
        proposal.methodIds,
        ['w-lang', 'w-kort'],
        'what was used longest ago first, and no more than fits',
      );
    });

    it('has the experiences that most people recognised, of those that one may read', async () => {
      await openWith();
      const [one, other, inside] = [
        await experienceBy(core, { title: 'Eén keer' }),
        await experienceBy(core, { title: 'Twee keer' }),
        await experienceBy(core, { title: 'Van ons', audience: 'internal' }),
      ];
      await experienceBy(core, { title: 'Door niemand' });
      const recognise = async (id: string, ...people: string[]) => {
        for (const person of people) await send(await home.as(person), 'setReaction', { id, reaction: 'recognise' });
      };
      await recognise(one.id, 'jeugd-1');
      await recognise(other.id, 'jeugd-1', 'wonen-2');
      await recognise(inside.id, 'wonen-2', 'wonen-3', 'beleid-2');
      const { id } = await send(core, 'saveSession', sessionInput());
      const titles = async (by: SpaceConnection) =>
        (await by.read('getSessionProposal', { id })).experiences.map(
          ({ title, recognised }) => `${title} ${recognised}`,
        );
      assert.deepEqual(await titles(jeugd), ['Twee keer 2', 'Eén keer 1']);
      assert.deepEqual(await titles(core), ['Van ons 3', 'Twee keer 2', 'Eén keer 1']);
    });
  });
}

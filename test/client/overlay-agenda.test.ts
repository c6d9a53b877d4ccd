import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { openLocal } from '../../src/backends/local/open-local';
import { localProof } from '../../src/backends/local/proof';
import { MemoryRowStore } from '../../src/backends/local/row-store';
import { withConfirmed, withPending } from '../../src/client/overlay';
import type { PendingWrite } from '../../src/client/types';
import type { SpaceConnection } from '../../src/contract/backend';
import type { Input, Me, Output, WriteName } from '../../src/contract/operations';
import { DEMO_SPACE, demoRows } from '../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../src/demo-data/lindeveld';
import type { AgendaItemView } from '../../src/model/agenda-types';
import { addDays } from '../../src/model/day';
import { toDay } from '../../src/model/today';

const TODAY = toDay(new Date());
const FILE = JSON.parse(readFileSync(new URL('../../data/lindeveld.json', import.meta.url), 'utf8')) as LindeveldFile;

const HOLDER = 'afd-toegang-2';
const CORE_TEAM = 'afd-beleid-1';
const WORK = 'afd-werk-1';

type Act = {
  [N in WriteName]: {
    as: string;
    write: N;
    /** Of the ball the version of the ball is sent along, of the item that of the item. */
    of?: 'ball' | 'item';
    with: Omit<Input<N>, 'version' | 'id'> & { id: string };
  };
}[WriteName];

/** A person in a place of their own with the demonstration, and what is known of its agenda. */
class Place {
  readonly store = new MemoryRowStore(
    new Map([...demoRows(FILE, TODAY, localProof)].map(([key, row]) => [`${DEMO_SPACE}/${key}`, row])),
  );

  open(personId: string): Promise<SpaceConnection> {
    return openLocal({ store: this.store, person: () => personId }).open(DEMO_SPACE);
  }

  async items(personId: string): Promise<Output<'listAgendaItems'>> {
    return (await this.open(personId)).read('listAgendaItems', { limit: 100 });
  }

  async me(personId: string): Promise<Me> {
    return (await this.open(personId)).read('getMe', {});
  }

  /** Does it; what was shown while it waited, what is shown once it was answered, and what is so. */
  async act({ as, write, of, with: said }: Act): Promise<Record<'shown' | 'answered' | 'known', AgendaItemView[]>> {
    const [before, me] = [await this.items(as), await this.me(as)];
    const item = before.items.find(({ id }) => id === said.id);
    const version = of === 'ball' ? item?.ball.version : of === 'item' ? (item?.version ?? 0) : undefined;
    const input = { ...said, ...(version !== undefined && { version }) } as Input<WriteName>;
    const entry = { operation: write, input, status: 'waiting' } as unknown as PendingWrite;
    const asked = { limit: 100 };
    const output = await (await this.open(as)).write(write, input, { key: crypto.randomUUID() });
    return {
      shown: (withPending('listAgendaItems', asked, before, [entry], me) ?? before).items,
      answered: withConfirmed('listAgendaItems', asked, before, { write: entry, output }, me).items,
      known: (await this.items(as)).items,
    };
  }
}

/** Moments to the day, for the second drawing is a little later; a version is only known once it was answered. */
const plain = (item: AgendaItemView | undefined): unknown =>
  JSON.parse(
    JSON.stringify(item, (key, value: unknown) => {
      if (key === 'version') return undefined;
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? value.slice(0, 10) : value;
    }) || 'null',
  );

const due = addDays(TODAY, 9);
const content = (title: string) => ({
  title,
  question: 'Wie doet wat?',
  driverIds: ['d-open'],
  topics: [' Huur ', 'huur'],
  audience: 'everyone' as const,
});

/** In the order in which they can be done; each from what the others left. */
const HISTORY: Act[] = [
  { as: WORK, write: 'takeBall', of: 'ball', with: { id: 'a8', nextStep: 'Bellen', dueOn: due } },
  { as: WORK, write: 'progressBall', of: 'ball', with: { id: 'a8', note: 'Gebeld', nextStep: 'Afspraak maken' } },
  { as: WORK, write: 'offerBall', of: 'ball', with: { id: 'a8', toPartyId: 'afd-toegang', note: ' Kun jij? ' } },
  { as: HOLDER, write: 'returnBall', of: 'ball', with: { id: 'a8', reason: 'Niet van ons' } },
  { as: WORK, write: 'offerBall', of: 'ball', with: { id: 'a8', toPartyId: 'afd-toegang', nextStep: 'Langsgaan' } },
  { as: WORK, write: 'withdrawBall', of: 'ball', with: { id: 'a8' } },
  { as: WORK, write: 'offerBall', of: 'ball', with: { id: 'a8', toPartyId: 'afd-toegang', dueOn: due } },
  { as: HOLDER, write: 'acceptBall', of: 'ball', with: { id: 'a8' } },
  { as: HOLDER, write: 'releaseBall', of: 'ball', with: { id: 'a8', reason: 'Geen tijd' } },
  { as: WORK, write: 'acceptBall', of: 'ball', with: { id: 'a2' } },
  { as: WORK, write: 'setParticipation', with: { id: 'a7', partyId: 'afd-werk', as: 'thinking' } },
  { as: WORK, write: 'setParticipation', with: { id: 'a7', partyId: 'afd-werk', as: 'none' } },
  { as: CORE_TEAM, write: 'pauseItem', of: 'item', with: { id: 'a7', reason: 'Vakantie' } },
  { as: CORE_TEAM, write: 'resumeItem', of: 'item', with: { id: 'a7' } },
  { as: CORE_TEAM, write: 'finishItem', of: 'item', with: { id: 'a7' } },
  { as: CORE_TEAM, write: 'reopenItem', of: 'item', with: { id: 'a7' } },
  { as: CORE_TEAM, write: 'stopItem', of: 'item', with: { id: 'a7', reason: 'Het lukt niet' } },
  { as: CORE_TEAM, write: 'saveAgendaItem', of: 'item', with: { id: 'a8', ...content('Rust en tijd') } },
  { as: CORE_TEAM, write: 'mergeItem', of: 'item', with: { id: 'a3', otherId: 'a2' } },
  { as: WORK, write: 'saveAgendaItem', of: 'item', with: { id: 'nieuw-punt', ...content('Een nieuw punt') } },
  { as: CORE_TEAM, write: 'eraseAgendaItem', of: 'item', with: { id: 'a8' } },
];

describe('what somebody does in the agenda, before it is answered', () => {
  it('is shown as it will be', async () => {
    const place = new Place();
    for (const act of HISTORY) {
      const { shown, answered, known } = await place.act(act);
      const find = (items: AgendaItemView[]) => plain(items.find(({ id }) => id === act.with.id));
      const what = `${act.write} of ${act.with.id}`;
      assert.deepEqual(find(shown), find(known), what);
      assert.deepEqual(find(answered), find(known), `${what}, answered`);
    }
  });

  it('is known already when the list is newer than what waits', async () => {
    const place = new Place();
    const before = (await place.items(WORK)).items.find(({ id }) => id === 'a8');
    const input = { id: 'a8', version: before?.ball.version ?? 0 };
    await (await place.open('par-welzijn-1')).write('takeBall', input, { key: crypto.randomUUID() });
    const now = await place.items(WORK);
    const entry = { operation: 'takeBall', input, status: 'waiting' } as unknown as PendingWrite;
    assert.deepEqual(withPending('listAgendaItems', {}, now, [entry], await place.me(WORK)), now);
  });

  it('is shown to its maker alone, by its id too', async () => {
    const place = new Place();
    const input = { id: 'nieuw-punt', version: 0, ...content('Een nieuw punt') };
    const entry = { operation: 'saveAgendaItem', input, status: 'waiting' } as unknown as PendingWrite;
    const me = await place.me(WORK);
    const one = withPending('getAgendaItem', { id: 'nieuw-punt' }, undefined, [entry], me);
    assert.deepEqual(
      [one?.title, one?.topics, one?.ball.state, one?.ball.moves],
      ['Een nieuw punt', ['huur'], 'nobody', ['take']],
    );
    const output = await (await place.open(WORK)).write('saveAgendaItem', input, { key: crypto.randomUUID() });
    assert.equal(one?.ball.version, output.ball.version, 'so that it can be taken before it is there');
    assert.equal(withPending('getAgendaItem', { id: 'een-ander' }, undefined, [entry], me), undefined);
  });
});

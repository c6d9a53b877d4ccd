import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { Browser, need, pass, rest, until } from './browser';
import type { Tab } from './browser';
import type { Fault } from './faulty-backend';

type Step =
  | { do: 'write'; tab: number; thing: number }
  | { do: 'fault'; fault: Exclude<Fault, Promise<unknown>> }
  | { do: 'die' | 'retry'; tab: number }
  | { do: 'pass'; milliseconds: number }
  | { do: 'network' | 'session' | 'person' | 'rest' };

const tab = fc.nat({ max: 1 });
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), tab, thing: fc.nat({ max: 2 }) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('fault' as const),
        fault: fc.constantFrom('lostBefore', 'lostAfter', 'busy', 'hangs', 'refused', 'signedOut'),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('die', 'retry'), tab }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('pass' as const), milliseconds: fc.constantFrom(1, 500, 5000, 70_000) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('network', 'session', 'person', 'rest') }) },
  ),
  { minLength: 3, maxLength: 25 },
) as fc.Arbitrary<Step[]>;

/** Does what the steps say, then lets everything become well again, and says what became of each write. */
async function live(all: readonly Step[]) {
  const browser = new Browser();
  const { backend } = browser;
  const tabs: Tab[] = [];
  const open = (at: number) => {
    const opened = browser.open();
    opened.client.watch('getMe', {}, () => undefined);
    tabs[at] = opened;
    return opened;
  };
  open(0);
  open(1);
  await rest();
  /** What the person was told is kept, by what was typed: who typed it, of which thing. */
  const kept = new Map<string, { personId: string; thing: string }>();
  let typed = 0;
  for (const step of all) {
    const at = 'tab' in step ? step.tab : 0;
    const here = tabs[at] ?? open(at);
    const { client } = here;
    if (step.do === 'write') {
      const [text, thing, personId] = [`t${String((typed += 1))}`, `n${String(step.thing)}`, client.me()?.personId];
      // A new thing each: what somebody else did to it must not be the reason of a refusal.
      const writing = client.write('saveNeed', need(`${thing}-${personId ?? ''}`, text));
      // What is not kept is said so: then the form still has it. A dead tab says nothing.
      const keeping = writing.then(
        () => personId && here.isAlive && kept.set(text, { personId, thing }),
        () => undefined,
      );
      await Promise.race([keeping, rest(40)]);
    } else if (step.do === 'fault') backend.faults.push(step.fault);
    else if (step.do === 'die') {
      tabs[at]?.die();
      open(at);
    } else if (step.do === 'retry') {
      const refused = client.pending().find(({ status }) => status === 'refused');
      if (refused) await client.retry(refused.id);
    } else if (step.do === 'pass') await pass(step.milliseconds);
    else if (step.do === 'network') backend.isOnline = !backend.isOnline;
    else if (step.do === 'session') backend.isSignedIn = !backend.isSignedIn;
    else if (step.do === 'person') backend.personId = backend.personId === 'anna' ? 'bert' : 'anna';
    else await rest();
    // A way in knows who is there: when that changed, the page is told.
    if (step.do === 'person' || step.do === 'session')
      backend.tell({ type: 'changed', change: { kind: 'member', id: 'x' } });
  }
  Object.assign(backend, { isOnline: true, isSignedIn: true, faults: [] });
  const refused = new Map<string, string>();
  for (const personId of ['anna', 'bert']) {
    browser.end();
    backend.personId = personId;
    const { client } = browser.open();
    client.watch('getMe', {}, () => undefined);
    await until(() => client.me() !== undefined, 'here');
    await rest();
    // Once the chunk is there and all was tried, only what was refused, or waits for that, is left.
    await pass(70_000);
    await pass(70_000);
    for (const { input, status } of client.pending()) refused.set((input as { text: string }).text, status);
  }
  browser.end();
  return { backend, kept, refused };
}

describe('whatever goes wrong', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('each write is done exactly once, or refused and still listed', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { backend, kept, refused } = await live(all);
        for (const [text, { personId }] of kept) {
          const done = backend.applied.filter(({ input }) => (input as { text?: string }).text === text);
          assert.ok(done.length <= 1, `${text} was done ${String(done.length)} times`);
          assert.notEqual(
            done.length === 1,
            refused.has(text),
            `${text}: done ${String(done.length)}, ${String(refused.get(text))}`,
          );
          for (const write of done) assert.equal(write.personId, personId, `${text} was sent as somebody else`);
        }
        // What waits at the end waits for something that was refused.
        if (refused.size > 0) assert.ok([...refused.values()].includes('refused'));
      }),
      { numRuns: Number(process.env['SAMEN_RUNS'] ?? 150) },
    );
  });
});

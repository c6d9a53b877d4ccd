import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { need, pass, rest, statuses, textOf } from './browser';
import { ANNA, BERT, CANARY, SealedBrowser, aWhile, eventually, newTab, wordsOfTab } from './sealed-browser';
import type { SealingBackend } from './sealed-browser';
import type { Client } from '../../src/client/client';
import type { View } from '../../src/client/types';
import type { SamenError } from '../../src/model/errors';

const DAY_MS = 86_400_000;
const WORDS = [ANNA, BERT, CANARY, 'kwartel', 'zilvermeeuw', 'klantmanager', 'saveNeed', 'listNeeds', 'need ask'];

let browser: SealedBrowser;
let backend: SealingBackend;
beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  newTab();
  browser = new SealedBrowser();
  ({ backend } = browser);
});
afterEach(() => {
  browser.browser.end();
  mock.timers.reset();
  Reflect.deleteProperty(globalThis, 'sessionStorage');
});

async function here(client: Client): Promise<Client> {
  client.watch('getMe', {}, () => undefined);
  await eventually(() => client.state.session === 'signedIn', 'signed in');
  return client;
}

/** Reads, has a draft, and has a write that waits. */
async function work(client: Client): Promise<void> {
  backend.needs.set('there', { id: 'there', text: `${CANARY} van een ander`, version: 1 } as never);
  await here(client);
  client.watch('listNeeds', {}, () => undefined);
  await eventually(async () => (await browser.records('sealed cache')).size > 1, 'answers are kept');
  backend.always = () => 'lostBefore';
  await client.write('saveNeed', need('a', `${CANARY} die wacht`));
  await client.saveDraft('need ask', { text: `${CANARY} die half af is` });
  await eventually(() => backend.sent.length > 0, 'tried');
}

async function signOut(client: Client): Promise<void> {
  backend.isSignedIn = false;
  await client.refresh('getMe', {});
  await eventually(() => client.state.session === 'ended', 'ended');
}

/** Until the page did what it does once nobody waits for it. */
async function rested(): Promise<void> {
  for (const milliseconds of [100, 1]) await pass(milliseconds);
  await aWhile();
}

/** Until what waits has had its chance. */
async function pressOn(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await pass(70_000);
    await aWhile();
  }
}

const areas = async () => [...(await browser.records()).keys()].map((key) => key.split(' ').slice(0, 2).join(' '));

describe('what a browser keeps of a backend with secrets', () => {
  it('holds no word of the person, in names or values', async () => {
    await work(browser.open());
    const found = await areas();
    for (const area of ['cache', 'outbox', 'draft']) assert.ok(found.includes(`sealed ${area}`), area);
    assert.deepEqual(await browser.wordsIn(WORDS), []);
  });

  it('would be found, if it lay there as it is', async () => {
    browser.isSealed = false;
    const client = await here(browser.open());
    backend.isOnline = false;
    await client.write('saveNeed', need('a', CANARY));
    await client.saveDraft('need ask', { bytes: Buffer.from(CANARY) });
    assert.deepEqual(await browser.wordsIn([ANNA, BERT, CANARY, 'need ask']), [ANNA, CANARY, 'need ask']);
  });

  it('is opened with a key that lies in the tab, and nowhere else', async () => {
    await work(browser.open());
    const { sealKey = '' } = backend.me;
    assert.ok(wordsOfTab().includes(sealKey));
    assert.deepEqual(await browser.wordsIn([sealKey, Buffer.from(sealKey, 'base64url').toString('latin1')]), []);
  });

  it('is sealed anew each time', async () => {
    const client = await here(browser.open());
    await client.saveDraft('need ask', { text: 'eender' });
    const [[name, first] = []] = await browser.records('sealed draft');
    await client.saveDraft('need ask', { text: 'eender' });
    const [[sameName, second] = []] = await browser.records('sealed draft');
    assert.equal(name, sameName);
    assert.notDeepEqual(first?.['nonce'], second?.['nonce']);
    assert.notDeepEqual(first?.['data'], second?.['data']);
  });

  it('is for the owner as if it were not sealed', async () => {
    const client = await here(browser.open());
    await client.saveDraft('need ask', { text: 'half', step: 2 });
    assert.deepEqual(await client.draft('need ask'), { text: 'half', step: 2 });
    await client.dropDraft('need ask');
    assert.equal(await client.draft('need ask'), undefined);
    await (
      await client.write('saveNeed', need('a'))
    ).confirmed;
    await rest();
    assert.deepEqual(
      (await areas()).filter((area) => area !== 'sealed cache'),
      [],
    );
  });

  it('is of nobody, and nowhere, before it is known who is here', async () => {
    backend.isOnline = false;
    const client = browser.open();
    await client.saveDraft('need ask', { text: CANARY });
    await assert.rejects(client.write('saveNeed', need('a', CANARY)), (error: SamenError) => error.kind === 'network');
    assert.deepEqual(await areas(), []);
  });
});

describe('whoever comes back to what is sealed', () => {
  it('finds it after a reload, without a network too, and it is sent once', async () => {
    await work(browser.open());
    backend.isOnline = false;
    const client = browser.reload();
    let view: View<{ items: { text: string }[] }> | undefined;
    client.watch('listNeeds', {}, (next) => (view = next));
    await eventually(() => view?.data?.items.length === 2, 'what was known, with what waits laid over it');
    assert.equal(view?.stale, true);
    assert.deepEqual(await client.draft('need ask'), { text: `${CANARY} die half af is` });
    await client.write('saveNeed', need('b', `${CANARY} zonder netwerk`));
    assert.deepEqual(client.pending().map(textOf), [`${CANARY} die wacht`, `${CANARY} zonder netwerk`]);
    assert.deepEqual(await browser.wordsIn(WORDS), []);
    Object.assign(backend, { isOnline: true, always: undefined });
    await pressOn();
    await eventually(() => backend.applied.length === 2, 'sent');
    await pressOn();
    assert.deepEqual(backend.applied.map(textOf), [`${CANARY} die wacht`, `${CANARY} zonder netwerk`]);
  });

  it('finds in another tab what waits, sends it, and both know', async () => {
    const one = browser.open();
    await work(one);
    newTab();
    const other = await here(browser.open());
    await eventually(() => other.state.waiting === 1, 'found');
    backend.always = undefined;
    await pressOn();
    await eventually(() => one.state.waiting + other.state.waiting === 0, 'sent');
    assert.equal(backend.applied.length, 1);
  });

  it('lost the answers when the session ended, and neither what waits nor what was typed', async () => {
    const client = browser.open();
    await work(client);
    await signOut(client);
    await eventually(async () => !(await areas()).includes('sealed cache'), 'answers are erased');
    assert.deepEqual((await areas()).sort(), ['sealed draft', 'sealed outbox']);
    for (const word of [...WORDS, backend.me.sealKey ?? '']) assert.ok(!wordsOfTab().includes(word), word);
    assert.deepEqual(await browser.wordsIn(WORDS), []);
    Object.assign(backend, { isSignedIn: true, always: undefined });
    const again = await here(browser.reload());
    await eventually(() => backend.applied.length === 1, 'sent');
    await pressOn();
    assert.equal(backend.applied.length, 1);
    assert.deepEqual(await again.draft('need ask'), { text: `${CANARY} die half af is` });
  });

  it('lost the answers when the page finds the session ended as it is loaded', async () => {
    await work(browser.open());
    backend.isSignedIn = false;
    const client = browser.reload();
    client.watch('getMe', {}, () => undefined);
    await eventually(async () => !(await areas()).includes('sealed cache'), 'answers are erased');
    assert.ok(!wordsOfTab().includes(ANNA));
    backend.isOnline = false;
    assert.equal(await browser.reload().draft('need ask'), undefined);
  });

  it('writes on after the session ended, and it is kept sealed until it is there again', async () => {
    const client = await here(browser.open());
    await signOut(client);
    await client.write('saveNeed', need('a', CANARY));
    assert.deepEqual(await browser.wordsIn(WORDS), []);
    backend.isSignedIn = true;
    await here(browser.reload());
    await eventually(() => backend.applied.length === 1, 'sent');
  });

  it('finds no answer that came after the session ended', async () => {
    const client = await here(browser.open());
    await aWhile();
    const held = backend.hold();
    client.watch('listNeeds', {}, () => undefined);
    await eventually(() => held.waiting() === 1, 'asked');
    backend.isSignedIn = false;
    const asked = client.refresh('getMe', {});
    await eventually(() => held.waiting() === 2, 'asked who is here');
    held.letGoLast();
    await asked;
    assert.equal(client.state.session, 'ended');
    await aWhile();
    held.letGo();
    await aWhile();
    assert.deepEqual(await areas(), []);
  });

  it('finds after a reload what was written under a key that was given anew', async () => {
    const client = await here(browser.open());
    await (
      await client.write('saveNeed', need('voorheen'))
    ).confirmed;
    backend.keys = 2;
    await client.refresh('getMe', {});
    backend.always = () => 'lostBefore';
    await client.write('saveNeed', need('a'));
    await client.saveDraft('need offer', { text: 'nu' });
    backend.always = undefined;
    const again = await here(browser.reload());
    await eventually(() => backend.applied.length === 2, 'sent');
    assert.deepEqual(await again.draft('need offer'), { text: 'nu' });
  });

  it('with another key finds nothing, breaks nothing, and begins anew', async () => {
    await work(browser.open());
    backend.keys = 2;
    const client = await here(browser.reload());
    assert.equal(await client.draft('need ask'), undefined);
    await client.saveDraft('need ask', { text: 'opnieuw' });
    backend.always = undefined;
    await (
      await client.write('saveNeed', need('b'))
    ).confirmed;
    assert.deepEqual(backend.applied.map(textOf), ['b']);
    assert.equal((await browser.records('sealed outbox')).size, 1);
    assert.deepEqual(await client.draft('need ask'), { text: 'opnieuw' });
  });
});

describe('another person at the same browser', () => {
  const asBert = async (client: Client) => {
    backend.personId = BERT;
    await here(client);
    await client.refresh('getMe', {});
    await eventually(() => client.me()?.personId === BERT, 'Bert is here');
  };

  for (const [how, come] of [
    ['in the same page', (client: Client) => client],
    ['in the same tab', () => browser.reload()],
    ['in a new tab', () => (newTab(), browser.reload())],
  ] as const) {
    it(`reads and sends nothing of the one before, ${how}; who comes back has it all`, async () => {
      const first = browser.open();
      await work(first);
      backend.always = undefined;
      const client = come(first);
      await asBert(client);
      await rested();
      await eventually(async () => (await browser.records('sealed cache')).size <= 2, 'answers are erased');
      assert.equal(await client.draft('need ask'), undefined);
      assert.deepEqual(client.pending(), []);
      let view: View<{ items: unknown[] }> | undefined;
      client.watch('listNeeds', { driver: 'd' }, (next) => (view = next));
      await client.saveDraft('need ask', { text: 'van Bert' });
      await (
        await client.write('saveNeed', need('b', 'van Bert'))
      ).confirmed;
      await pressOn();
      assert.deepEqual(backend.applied.map(textOf), ['van Bert']);
      assert.equal(view?.status, 'ready');
      assert.deepEqual(await browser.wordsIn(WORDS), []);
      assert.ok(!wordsOfTab().includes(ANNA));

      newTab();
      backend.personId = ANNA;
      const back = await here(browser.reload());
      await eventually(() => backend.applied.length === 2, 'sent');
      await pressOn();
      assert.deepEqual(
        backend.applied.map(({ personId }) => personId),
        [BERT, ANNA],
      );
      assert.equal(backend.sent.filter(({ personId }) => personId === BERT).length, 1);
      assert.deepEqual(await back.draft('need ask'), { text: `${CANARY} die half af is` });
      backend.personId = BERT;
      assert.deepEqual(await (await here(browser.reload())).draft('need ask'), { text: 'van Bert' });
    });
  }

  it('loses nothing to whoever looks at another space', async () => {
    await work(browser.open());
    const before = (await browser.records('sealed cache')).size;
    backend.personId = BERT;
    await here(browser.open({ spaceId: 'elders' }));
    await aWhile();
    assert.ok((await browser.records('sealed cache')).size > before);
  });

  it('is not taken for the one before, because word of that one came late', async () => {
    const client = await here(browser.open());
    const held = backend.hold();
    const first = client.refresh('getMe', {});
    await eventually(() => held.waiting() === 1, 'asked as Anna');
    backend.personId = BERT;
    backend.tell({ type: 'changed', change: { kind: 'member', id: 'x' } });
    await eventually(() => held.waiting() === 2, 'asked as Bert');
    held.letGoLast();
    await eventually(() => client.me()?.personId === BERT, 'Bert is here');
    held.letGo();
    await first;
    await aWhile();
    assert.equal(client.me()?.personId, BERT);
  });
});

describe('what waits sealed', () => {
  it('waits 30 days for its owner, and is erased by whoever comes then', async () => {
    await work(browser.open());
    backend.personId = BERT;
    for (const [days, expected] of [
      [29, 2],
      [1, 2],
      [1, 0],
    ] as const) {
      browser.now += days * DAY_MS;
      newTab();
      await here(browser.reload({ spaceId: 'elders' }));
      await rested();
      const left = (await areas()).filter((area) => area !== 'sealed cache');
      assert.equal(left.length, expected, `after ${String(days)} more days`);
    }
    Object.assign(backend, { personId: ANNA, always: undefined });
    await here(browser.reload());
    await pressOn();
    assert.deepEqual(backend.applied, []);
  });

  it('waits anew once its owner was there', async () => {
    await work(browser.open());
    for (let visit = 0; visit < 3; visit += 1) {
      browser.now += 20 * DAY_MS;
      const client = await here(browser.reload());
      assert.ok(await client.draft('need ask'), 'the draft');
      await eventually(() => statuses(client).length === 1, 'what waits');
      await aWhile();
    }
  });

  it('and was damaged is as good as not there, harms nothing else, and lies until its time is over', async () => {
    await work(browser.open());
    const [[name = '', outbox = {}] = []] = await browser.records('sealed outbox');
    const [[draftName = '', draft = {}] = []] = await browser.records('sealed draft');
    await browser.put(draftName, { ...draft, data: (draft['data'] as ArrayBuffer).slice(1) });
    await browser.put(`${name}x`, { ...outbox, name: `${name}x` });
    await browser.put(`${name}y`, 'no record at all');
    await browser.put(`${name}z`, null);
    backend.always = undefined;
    const client = await here(browser.reload());
    assert.equal(await client.draft('need ask'), undefined);
    await eventually(() => backend.applied.length === 1, 'the one that is whole');
    await pressOn();
    assert.equal(backend.sent.filter(({ key }) => key !== backend.sent[0]?.key).length, 0);
    assert.deepEqual(client.pending(), []);
    assert.equal((await browser.records('sealed outbox')).size, 3);
    browser.now += 31 * DAY_MS;
    await here(browser.reload());
    await rested();
    await eventually(async () => (await browser.records('sealed outbox')).size === 0, 'over');
    assert.equal((await browser.records('sealed draft')).size, 0);
  });
});

describe('a record', () => {
  it('that was put under another name is as good as not there', async () => {
    const client = await here(browser.open());
    await client.saveDraft('need ask', { text: 'gevraagd' });
    const [[, asked] = []] = await browser.records('sealed draft');
    await client.saveDraft('need offer', { text: 'geboden' });
    for (const name of (await browser.records('sealed draft')).keys()) await browser.put(name, asked);
    assert.deepEqual(await client.draft('need ask'), { text: 'gevraagd' });
    assert.equal(await client.draft('need offer'), undefined);
  });
});

describe('a browser that cannot seal', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  afterEach(() => {
    if (before) Object.defineProperty(globalThis, 'crypto', before);
  });
  /** As on plain http. */
  const takeWebCrypto = () => {
    const { crypto } = globalThis;
    const left = { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) };
    Object.defineProperty(globalThis, 'crypto', { value: left, configurable: true });
  };

  for (const [why, make] of [
    ['has no Web Crypto', takeWebCrypto],
    ['is given no key', () => Object.defineProperty(backend, 'me', { get: () => ({ personId: ANNA, name: 'A' }) })],
    [
      'is given half a key',
      () => Object.defineProperty(backend, 'me', { get: () => ({ personId: ANNA, name: 'A', sealKey: 'AAAA' }) }),
    ],
  ] as const) {
    it(`because it ${why} keeps everything in memory, and says so`, async () => {
      make();
      const client = browser.open();
      const states: (string | undefined)[] = [];
      client.subscribe(({ capabilities }) => states.push(capabilities?.storage));
      client.watch('listNeeds', {}, () => undefined);
      await eventually(() => client.me(), 'here');
      backend.always = () => 'lostBefore';
      await client.write('saveNeed', need('a', CANARY));
      await client.saveDraft('need ask', { text: CANARY });
      assert.equal(client.state.capabilities?.storage, 'memory');
      assert.equal(states.at(-1), 'memory');
      assert.equal(client.state.waiting, 1);
      assert.deepEqual(await client.draft('need ask'), { text: CANARY });
      assert.deepEqual(await areas(), []);
      backend.always = undefined;
      await pressOn();
      await eventually(() => backend.applied.length === 1, 'sent');
      assert.deepEqual(await areas(), []);
    });
  }

  it('shows another person nothing of the one before, who has it again in the same page', async () => {
    takeWebCrypto();
    const client = await here(browser.open());
    backend.always = () => 'lostBefore';
    await client.write('saveNeed', need('a', CANARY));
    backend.always = undefined;
    backend.personId = BERT;
    await client.refresh('getMe', {});
    assert.deepEqual(client.pending(), []);
    await pressOn();
    assert.deepEqual(backend.applied, []);
    backend.personId = ANNA;
    await client.refresh('getMe', {});
    await eventually(() => backend.applied.length === 1, 'sent');
  });

  it('says nothing of memory where all is kept', async () => {
    const client = await here(browser.open());
    assert.equal(client.state.capabilities?.storage, 'kept');
  });
});

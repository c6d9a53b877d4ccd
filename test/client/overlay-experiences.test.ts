import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { BackpackHome, input, openAt, page, reply, shown, view } from './backpack-home';
import { Browser, rest, until } from './browser';
import type { Tab } from './browser';
import type { ExperienceFilter } from '../../src/contract/experiences';
import type { Input, WriteName } from '../../src/contract/operations';
import { SamenError } from '../../src/model/errors';
import type { ExperienceView } from '../../src/model/experience-types';

describe('what somebody does in the backpack, without a network', () => {
  let browser: Browser;
  let home: BackpackHome;
  let tab: Tab;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    browser = new Browser();
    home = new BackpackHome();
    home.answers.set(
      'listExperiences',
      page(view('pinned', { isPinned: true, writtenOn: '2026-10-01' }), view('a'), view('b')),
    );
    home.answers.set('searchExperiences', page(view('a')));
    home.answers.set('getExperience', view('a'));
    home.answers.set('listReplies', page(reply('r1'), reply('r2', { isMine: true })));
    tab = openAt(browser, home);
  });
  afterEach(() => {
    browser.end();
    mock.timers.reset();
  });

  /** Everything is read, then the network goes, then this is written. */
  async function offline(asked: ExperienceFilter, ...writes: [WriteName, object][]): Promise<void> {
    tab.client.watch('listExperiences', asked, () => undefined);
    tab.client.watch('searchExperiences', { text: 'iets' }, () => undefined);
    tab.client.watch('getExperience', { id: 'a' }, () => undefined);
    tab.client.watch('listReplies', { id: 'a' }, () => undefined);
    await until(() => shown(tab, 'listReplies', { id: 'a' }) !== undefined, 'read');
    await until(() => shown(tab, 'listExperiences', asked) !== undefined, 'read');
    home.isOnline = false;
    for (const [operation, about] of writes) await tab.client.write(operation, about as Input<WriteName>);
    await rest();
  }
  const list = (asked: ExperienceFilter = {}) => shown(tab, 'listExperiences', asked)?.items ?? [];
  const ids = (asked: ExperienceFilter = {}) => list(asked).map(({ id }) => id);
  const one = (id = 'a'): ExperienceView | undefined => list().find((each) => each.id === id);
  const replies = () => shown(tab, 'listReplies', { id: 'a' })?.items ?? [];

  it('shows a new experience below what is pinned, as its author is shown, with nothing counted', async () => {
    await offline({}, ['saveExperience', input('new')]);
    assert.deepEqual(ids(), ['pinned', 'new', 'a', 'b']);
    const { author, isMine, reactions, replies: said, version, writtenOn } = one('new') ?? view('');
    assert.deepEqual(author, { name: '', jobTitle: 'klantmanager', partyId: 'werk' });
    assert.deepEqual([isMine, reactions.recognise, said, version, writtenOn], [true, 0, 0, 0, '']);
  });

  it('shows no name and no party of an experience without a name, which waits for the morning', async () => {
    await offline({}, ['saveExperience', input('new', { authorShownAs: 'anonymous' })]);
    assert.equal(one('new')?.author, undefined);
    assert.equal(one('new')?.isWaiting, true);
    assert.doesNotMatch(JSON.stringify(one('new')), /anna|klantmanager|werk/i);
  });

  const elsewhere: [string, ExperienceFilter][] = [
    ['another kind', { kind: 'question' }],
    ['a driver it does not have', { driver: 'd-open' }],
    ['another party', { party: 'zorg' }],
    ['an agenda item', { agendaItem: 'p1' }],
    ['what is packed', { collection: 'packed' }],
    ['what waits for approval', { collection: 'pending' }],
  ];
  for (const [what, asked] of elsewhere) {
    it(`shows a new one not in the list of ${what}`, async () => {
      await offline(asked, ['saveExperience', input('new')]);
      assert.deepEqual(ids(asked), ['pinned', 'a', 'b']);
    });
  }

  it('shows a new one where it passes the filter, but without a name in the list of no party', async () => {
    const asked = { kind: 'success', driver: 'd-bal', party: 'werk' } as const;
    await offline(
      asked,
      ['saveExperience', input('new', { driverIds: ['d-bal'] })],
      ['saveExperience', input('nameless', { driverIds: ['d-bal'], authorShownAs: 'anonymous' })],
    );
    assert.ok(ids(asked).includes('new'));
    assert.ok(!ids(asked).includes('nameless'));
  });

  it('shows a new one on the first page only, and in no search', async () => {
    const asked = { cursor: 'next' } as ExperienceFilter;
    await offline(asked, ['saveExperience', input('new')]);
    assert.deepEqual(ids(asked), ['pinned', 'a', 'b']);
    assert.equal(shown(tab, 'searchExperiences', { text: 'iets' })?.items.length, 1);
  });

  it('shows an edit everywhere, also what was taken out of it', async () => {
    home.answers.set('listExperiences', page(view('a', { isMine: true, whatLearned: 'Iets.', pictureId: 'p' })));
    await offline({}, ['saveExperience', input('a', { title: 'Anders', version: 7351 })]);
    assert.deepEqual([one()?.title, one()?.whatLearned, one()?.pictureId], ['Anders', undefined, undefined]);
    assert.deepEqual([one()?.version, one()?.reactions.recognise], [7351, 2]);
    assert.equal(shown(tab, 'getExperience', { id: 'a' })?.title, 'Anders');
    assert.equal(shown(tab, 'searchExperiences', { text: 'iets' })?.items[0]?.title, 'Anders');
  });

  it('takes an edited one out of a list that it no longer fits', async () => {
    const asked = { driver: 'd-open' };
    await offline(asked, ['saveExperience', input('a', { driverIds: ['d-bal'], version: 7351 })]);
    assert.deepEqual(ids(asked), ['pinned', 'b']);
  });

  it('counts a reaction once, and takes it back', async () => {
    await offline(
      {},
      ['setReaction', { id: 'a', reaction: 'recognise' }],
      ['setReaction', { id: 'a', reaction: 'recognise' }],
    );
    assert.deepEqual([one()?.reactions, one()?.myReactions], [{ recognise: 3, help: 0, learn: 1 }, ['recognise']]);
    await tab.client.write('removeReaction', { id: 'a', reaction: 'recognise' });
    assert.deepEqual([one()?.reactions.recognise, one()?.myReactions], [2, []]);
    await tab.client.write('removeReaction', { id: 'a', reaction: 'help' });
    assert.equal(one()?.reactions.help, 0);
  });

  it('packs and unpacks; what is unpacked leaves the list of what is packed', async () => {
    await offline({ collection: 'packed' }, ['packExperience', { id: 'a', isPacked: true }]);
    assert.equal(shown(tab, 'getExperience', { id: 'a' })?.isPacked, true);
    await tab.client.write('packExperience', { id: 'a', isPacked: false });
    assert.deepEqual(ids({ collection: 'packed' }), ['pinned', 'b']);
  });

  it('answers the question what became of it, which then is no longer asked', async () => {
    home.answers.set('listExperiences', page(view('a', { isMine: true, isFollowUpDue: true })));
    await offline({}, ['followUpExperience', { id: 'a', answer: 'yes' }]);
    assert.deepEqual([one()?.followUp, one()?.isFollowUpDue], ['yes', undefined]);
  });

  it('shows a reply as the last, without a byline that might tell too much, and counts it', async () => {
    const said = { experienceId: 'a', id: 'r3', version: 0, text: 'En toen?', isQuestion: true };
    await offline({}, ['saveReply', said]);
    assert.deepEqual(
      replies().map(({ id }) => id),
      ['r1', 'r2', 'r3'],
    );
    assert.deepEqual([replies()[2]?.author, replies()[2]?.isMine], [undefined, true]);
    assert.deepEqual([one()?.replies, one()?.questions], [2, 2]);
    await tab.client.write('saveReply', { ...said, text: 'En daarna?', version: 5 });
    assert.deepEqual([replies().length, replies()[2]?.text, one()?.replies], [3, 'En daarna?', 2]);
  });

  it('shows a reply not under another experience', async () => {
    await offline({}, ['saveReply', { experienceId: 'b', id: 'r3', version: 0, text: 'En toen?', isQuestion: true }]);
    assert.deepEqual([replies().length, one()?.replies, one('b')?.replies], [2, 1, 2]);
  });

  it('takes an erased reply away', async () => {
    await offline({}, ['eraseReply', { experienceId: 'a', id: 'r1', version: 99 }]);
    assert.deepEqual(
      replies().map(({ id }) => id),
      ['r2'],
    );
    assert.equal(one()?.replies, 0);
  });

  it('takes an erased experience away, and leaves its place when others answered', async () => {
    home.answers.set('listExperiences', page(view('a', { replies: 0 }), view('b', { replies: 2 })));
    await offline({}, ['eraseExperience', { id: 'a', version: 1 }], ['eraseExperience', { id: 'b', version: 1 }]);
    assert.deepEqual(ids(), ['b']);
    assert.deepEqual([one('b')?.status, one('b')?.title, one('b')?.author], ['erased', '', undefined]);
  });

  it('takes what is hidden out of the feed, and keeps it for its author, with the reason', async () => {
    home.answers.set('listExperiences', page(view('a', { isMine: true })));
    await offline({ collection: 'mine' }, ['hideExperience', { id: 'a', reason: 'Er staat een naam in.' }]);
    assert.equal(list({ collection: 'mine' })[0]?.hidden?.reason, 'Er staat een naam in.');
    tab.client.watch('listExperiences', {}, () => undefined);
    await rest();
    assert.deepEqual(ids(), []);
    await tab.client.write('showExperience', { id: 'a', reason: '' });
    assert.equal(list({ collection: 'mine' })[0]?.hidden, undefined);
  });

  it('moves what is pinned to the top, and back to its day', async () => {
    home.answers.set(
      'listExperiences',
      page(view('a'), view('b', { writtenOn: '2026-11-09' }), view('c', { writtenOn: '2026-11-08' })),
    );
    await offline({}, ['pinExperience', { id: 'c', reason: '' }]);
    assert.deepEqual(ids(), ['c', 'a', 'b']);
    await tab.client.write('unpinExperience', { id: 'c', reason: '' });
    assert.deepEqual(ids(), ['a', 'b', 'c']);
  });

  it('takes what is approved out of what waits for it', async () => {
    const asked = { collection: 'pending' } as const;
    home.answers.set('listExperiences', page(view('a', { status: 'pending' }), view('b', { status: 'pending' })));
    await offline(asked, ['approveExperience', { id: 'a', reason: '' }]);
    assert.deepEqual(ids(asked), ['b']);
  });

  it('can be opened by its id before anybody else has it, with its picture', async () => {
    home.answers.delete('getExperience');
    home.answers.delete('listExperiences');
    home.isOnline = false;
    await tab.client.write('savePicture', { id: 'p', data: 'iVBORw0KGgoAAA' });
    await tab.client.write('saveExperience', input('new', { pictureId: 'p' }));
    await rest();
    assert.equal(shown(tab, 'getExperience', { id: 'new' })?.title, 'Titel new');
    assert.deepEqual(shown(tab, 'getPicture', { id: 'p' }), { id: 'p', type: 'image/png', data: 'iVBORw0KGgoAAA' });
    assert.equal(shown(tab, 'getExperience', { id: 'other' }), undefined);
  });

  it('is no longer shown once it was refused', async () => {
    home.answer = () => new SamenError('conflict', 'No', { reason: 'tooFewAuthors' });
    tab.client.watch('listExperiences', {}, () => undefined);
    await until(() => ids().length > 0, 'read');
    const { confirmed } = await tab.client.write('saveExperience', input('new'));
    await assert.rejects(confirmed, (error: SamenError) => error.reason === 'tooFewAuthors');
    assert.ok(!ids().includes('new'));
    assert.equal(tab.client.state.refused, 1);
  });
});

describe('what is sent of the backpack', () => {
  let browser: Browser;
  let home: BackpackHome;
  let tab: Tab;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    browser = new Browser();
    home = new BackpackHome();
    tab = openAt(browser, home);
  });
  afterEach(() => {
    browser.end();
    mock.timers.reset();
  });
  const sent = () => home.sent.map(({ operation }) => operation);

  it('leaves an experience unsent whose picture was refused, and all that is said and done with it', async () => {
    home.answer = (operation) =>
      operation === 'savePicture' ? new SamenError('conflict', 'No', { reason: 'notAPicture' }) : {};
    await tab.client.write('savePicture', { id: 'p', data: 'x' });
    await tab.client.write('saveExperience', input('a', { pictureId: 'p' }));
    await tab.client.write('saveReply', { experienceId: 'a', id: 'r', version: 0, text: 'Ik', isQuestion: false });
    await tab.client.write('packExperience', { id: 'a', isPacked: true });
    await tab.client.write('setReaction', { id: 'a', reaction: 'learn' });
    await tab.client.write('reportExperience', { id: 'a', reason: 'x' });
    await tab.client.write('saveNeed', {
      id: 'n',
      version: 0,
      kind: 'ask',
      driverId: 'd',
      text: 'x',
      experienceId: 'a',
    });
    await tab.client.write('saveExperience', input('b'));
    await rest();
    assert.deepEqual(sent(), ['savePicture', 'saveExperience']);
    assert.equal((home.sent[1]?.input as { id: string }).id, 'b');
    assert.equal(tab.client.state.waiting, 6);
  });

  it('bases an edit that was typed over an unsent one on the random version it became', async () => {
    home.isOnline = false;
    await tab.client.write('saveExperience', input('a'));
    await tab.client.write('saveExperience', input('a', { title: 'Beter' }));
    await rest();
    home.answer = () => view('a', { version: 4711 });
    home.isOnline = true;
    globalThis.dispatchEvent?.(new Event('online'));
    mock.timers.tick(60_000);
    await rest();
    mock.timers.tick(60_000);
    await until(() => home.sent.length === 2, 'both sent');
    assert.deepEqual(
      home.sent.map((each) => (each.input as { version: number }).version),
      [0, 4711],
    );
  });

  it('shows the answer in the place of what was typed, with the day and the version it has got', async () => {
    home.answers.set('listExperiences', page(view('b')));
    home.answers.set('listReplies', page());
    tab.client.watch('listExperiences', {}, () => undefined);
    tab.client.watch('listReplies', { id: 'a' }, () => undefined);
    await rest();
    home.answer = (operation) =>
      operation === 'saveReply' ? reply('r', { version: 12 }) : view('a', { isMine: true, version: 4711 });
    let listening = true;
    const versions: (number | undefined)[] = [];
    tab.client.watch('listExperiences', {}, ({ data }) => {
      if (listening) versions.push(data?.items.find(({ id }) => id === 'a')?.version);
    });
    await (
      await tab.client.write('saveExperience', input('a'))
    ).confirmed;
    listening = false;
    assert.ok(versions.includes(0) && versions.includes(4711), `first as typed, then as answered: ${String(versions)}`);
    await (
      await tab.client.write('saveReply', { experienceId: 'a', id: 'r', version: 0, text: 'x', isQuestion: true })
    ).confirmed;
  });

  it('finds all drafts of one kind, and no other', async () => {
    await tab.client.saveDraft('experience a', { id: 'a' });
    await tab.client.saveDraft('experience b', { id: 'b' });
    await tab.client.saveDraft('need ask', { id: 'c' });
    await tab.client.dropDraft('experience b');
    assert.deepEqual(await tab.client.drafts('experience '), [{ id: 'a' }]);
  });
});

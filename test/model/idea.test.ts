import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ADMIN, CORE, NOW, PARTIES, PARTNER_CORE, TODAY, WELZIJN, WERK, ZORG } from './agenda-made';
import { driver } from './made';
import { refused, refusedFields } from './refused';
import { adoptIdea, declineIdea, demandIdeaEraser, ideaView, joinIdea, saveIdea } from '../../src/model/idea';
import type { IdeaState, IdeaWords } from '../../src/model/idea';
import type { Idea } from '../../src/model/result-types';
import type { Viewer } from '../../src/model/types';

const words = (changes: Partial<IdeaWords> = {}): IdeaWords => ({
  id: 'i1',
  text: ' Eén vaste plek voor schetsen. ',
  driverIds: ['d1'],
  audience: 'everyone',
  ...changes,
});
const state = (viewer: Viewer, previous?: Idea): IdeaState => ({
  previous,
  viewer,
  parties: PARTIES,
  drivers: [driver('d1')],
  today: TODAY,
});
const idea = (changes: Partial<IdeaWords> = {}, by: Viewer = WERK): Idea => saveIdea(words(changes), state(by));
const acting = (viewer: Viewer) => ({ viewer, now: NOW, today: TODAY });
const adopted = (of: Idea, by = CORE) => adoptIdea(of, { agendaItemId: 'a1', title: ' Een plek ' }, acting(by));
const declined = (of: Idea = idea(), by = CORE, reason = 'Nu niet') => declineIdea(of, reason, acting(by));
/** A colleague of whoever writes in these tests. */
const COLLEAGUE: Viewer = { ...WERK, personId: 'werk-2' };

describe('an idea', () => {
  it('is kept by party and job title, and its party thinks along', () => {
    const { text, by, participations, status, version } = idea();
    assert.deepEqual(
      [text, by, participations, status, version],
      [
        'Eén vaste plek voor schetsen.',
        { partyId: 'werk', jobTitle: 'consulent' },
        [{ partyId: 'werk', as: 'thinking' }],
        'open',
        1,
      ],
    );
  });

  it('is written by everybody but the admin, for readers among whom they are', () => {
    refused(() => idea({}, ADMIN), 'forbidden');
    refused(() => idea({ audience: 'internal' }, WELZIJN), 'forbidden');
    refused(() => idea({ audience: 'internal' }, PARTNER_CORE), 'forbidden');
  });

  it('says all that is wrong at once', () => {
    assert.deepEqual(
      refusedFields(() => idea({ text: ' ', driverIds: ['d1', 'd1', 'd2'] })),
      ['/text required', '/driverIds/1 duplicate', '/driverIds/2 unknown'],
    );
  });

  it('is worded by whoever wrote it while it is open', () => {
    const next = saveIdea(words({ text: 'Anders', experienceId: 'e2' }), state(WERK, idea({ experienceId: 'e1' })));
    assert.deepEqual([next.text, next.experienceId, next.version], ['Anders', 'e1', 2]);
    for (const who of [COLLEAGUE, ZORG, CORE]) refused(() => saveIdea(words(), state(who, idea())), 'forbidden');
    refused(() => saveIdea(words(), state(WERK, declined())), 'conflict', 'ideaIsAnswered');
    refused(() => saveIdea(words(), state(WELZIJN, idea({ audience: 'internal' }))), 'notFound');
  });

  it('lets go of who no longer reads it', () => {
    const joined = joinIdea(idea(), 'doing', WELZIJN);
    const { participations } = saveIdea(words({ audience: 'internal' }), state(WERK, joined));
    assert.deepEqual(participations, [{ partyId: 'werk', as: 'thinking' }]);
  });

  it('is thrown away by whoever wrote it while it is open, and by the core team', () => {
    demandIdeaEraser(idea(), WERK);
    refused(() => demandIdeaEraser(idea(), COLLEAGUE), 'forbidden');
    refused(() => demandIdeaEraser(declined(), WERK), 'conflict', 'ideaIsAnswered');
    demandIdeaEraser(declined(), CORE);
    // Who keeps the space now writes nothing any more, nor takes it away.
    refused(() => demandIdeaEraser({ ...idea(), writtenBy: ADMIN.personId }, ADMIN), 'forbidden');
    refused(() => demandIdeaEraser(idea({ audience: 'internal' }), PARTNER_CORE), 'notFound');
  });
});

describe('joining an idea', () => {
  it('is each party’s own, and changes no version', () => {
    const joined = joinIdea(joinIdea(idea(), 'doing', WELZIJN), 'none', WERK);
    assert.deepEqual([joined.participations, joined.version], [[{ partyId: 'welzijn', as: 'doing' }], 1]);
  });

  it('is refused where it is hidden, to the admin, and once it has its answer', () => {
    refused(() => joinIdea(idea({ audience: 'internal' }), 'doing', WELZIJN), 'notFound');
    refused(() => joinIdea(idea(), 'doing', ADMIN), 'forbidden');
    refused(() => joinIdea(declined(), 'doing', WELZIJN), 'conflict', 'ideaIsAnswered');
  });
});

describe('the answer to an idea', () => {
  it('is an agenda item of its question, readers and parties, which nobody has the ball of', () => {
    const from = joinIdea(idea({ experienceId: 'e1' }), 'doing', WELZIJN);
    const { idea: next, item, ball } = adopted(from);
    assert.deepEqual([next.status, next.agendaItemId, next.version], ['adopted', 'a1', 2]);
    assert.deepEqual(
      [item.id, item.title, item.question, item.audience, item.status, item.createdByPartyId],
      ['a1', 'Een plek', 'Eén vaste plek voor schetsen.', 'everyone', 'idea', 'werk'],
    );
    assert.deepEqual([item.ideaId, item.experienceId, item.participations], ['i1', 'e1', from.participations]);
    assert.deepEqual([ball.id, ball.holderId, ball.version], ['a1', undefined, 1]);
  });

  it('is the core team’s, of what it reads', () => {
    for (const who of [WERK, WELZIJN, ADMIN]) {
      refused(() => adopted(idea(), who), 'forbidden');
      refused(() => declined(idea(), who), 'forbidden');
    }
    refused(() => adopted(idea({ audience: 'internal' }), PARTNER_CORE), 'notFound');
    refused(() => declined(idea({ audience: 'internal' }), PARTNER_CORE), 'notFound');
  });

  it('has a reason when it is no, and a title when it is yes', () => {
    assert.deepEqual(
      refusedFields(() => declined(idea(), CORE, ' ')),
      ['/reason required'],
    );
    assert.deepEqual(
      refusedFields(() => adoptIdea(idea(), { agendaItemId: 'a1', title: '' }, acting(CORE))),
      ['/title required'],
    );
    assert.deepEqual(declined().answer, { text: 'Nu niet', on: TODAY });
  });

  it('is given once, but for a no that becomes a yes', () => {
    refused(() => declined(declined()), 'conflict', 'ideaIsAnswered');
    const { idea: next } = adopted(declined());
    assert.deepEqual([next.status, 'answer' in next], ['adopted', false]);
    refused(() => adopted(next), 'conflict', 'ideaIsAnswered');
    refused(() => declined(next), 'conflict', 'ideaIsAnswered');
  });
});

describe('an idea as somebody reads it', () => {
  const seen = { experiences: new Set(['e1']), items: new Set<string>() };

  it('tells nobody who wrote it, and of no link that is not theirs', () => {
    const view = ideaView({ ...idea({ experienceId: 'e1' }), agendaItemId: 'a1' }, seen, ZORG);
    assert.equal('writtenBy' in view, false);
    assert.deepEqual([view.experienceId, view.agendaItemId, view.isMine], ['e1', undefined, false]);
    const hidden = ideaView(idea({ experienceId: 'e2' }), seen, WERK);
    assert.deepEqual([hidden.experienceId, hidden.isMine], [undefined, true]);
  });

  it('is nobody’s once it says no more of whose it was', () => {
    assert.equal(ideaView({ ...idea(), writtenBy: '' }, seen, { personId: '', spaceId: '' }).isMine, false);
  });

  it('says what they may do with it now', () => {
    const acts = (of: Idea, viewer: Viewer) => ideaView(of, seen, viewer).acts.join(' ');
    assert.equal(acts(idea(), WERK), 'edit erase join');
    assert.equal(acts(idea(), ZORG), 'join');
    assert.equal(acts(idea(), CORE), 'erase join adopt decline');
    assert.equal(acts(declined(), WERK), '');
    assert.equal(acts(declined(), CORE), 'erase adopt');
    assert.equal(acts(adopted(idea()).idea, CORE), 'erase');
    assert.equal(acts(idea(), ADMIN), '');
  });
});

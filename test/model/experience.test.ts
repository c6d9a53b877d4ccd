import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { refused } from './refused';
import { adviceOn, experienceView, mayRead, NOTHING_COUNTED } from '../../src/model/experience-view';
import { publishExperience, saveExperience, tombstoneOf, waits, withoutName } from '../../src/model/experience';
import type { ExperienceChange, ExperienceState } from '../../src/model/experience';
import { AUTHOR_SHOWN_AS } from '../../src/model/experience-types';
import type { Experience } from '../../src/model/experience-types';
import { DEFAULT_SETTINGS } from '../../src/model/space';
import type { Member, Party, Viewer } from '../../src/model/types';

const wonen: Party = { id: 'wonen', kind: 'department', name: 'Wonen', shortName: 'Wonen' };
const anna: Member = { id: 'anna', partyId: 'wonen', name: 'Anna de Vries', jobTitle: 'consulent', role: 'member' };
const viewer: Viewer = { personId: 'anna', spaceId: 'samen', member: anna, party: wonen };
const PROOF = 'bewijs';

const change = (changes: Partial<ExperienceChange> = {}): ExperienceChange => ({
  id: 'e-1',
  title: ' Even bellen ',
  kind: 'success',
  whatHappened: 'Ik belde.\r\nMeteen.',
  whatLearned: '  ',
  adviceWelcome: false,
  driverIds: [],
  language: 'nl',
  authorShownAs: 'jobTitle',
  audience: 'everyone',
  ...changes,
});
const state = (changes: Partial<ExperienceState> = {}): ExperienceState => ({
  previous: undefined,
  isPublished: false,
  viewer,
  proof: PROOF,
  today: '2026-03-02',
  drivers: [],
  couldHaveWritten: 12,
  settings: DEFAULT_SETTINGS,
  random: Math.random,
  ...changes,
});
const saved = (changes: Partial<ExperienceChange> = {}, of: Partial<ExperienceState> = {}): Experience =>
  saveExperience(change(changes), state(of));

describe('an experience that is saved', () => {
  it('is kept tidy, and without what was left empty', () => {
    const { title, whatHappened, ...rest } = saved();
    assert.deepEqual([title, whatHappened, 'whatLearned' in rest], ['Even bellen', 'Ik belde.\nMeteen.', false]);
  });

  it('says who wrote it only where they chose their name', () => {
    for (const shownAs of ['jobTitle', 'anonymous'] as const) {
      const text = JSON.stringify(saved({ authorShownAs: shownAs }));
      assert.ok(!text.includes('anna') && !text.includes('Anna'), shownAs);
      assert.ok(text.includes(PROOF));
    }
    assert.equal(saved({ authorShownAs: 'named' }).author?.name, 'Anna de Vries');
    assert.equal(saved({ authorShownAs: 'named' }).authorProof, undefined);
  });

  it('has no author and no party at all when it is anonymous', () => {
    const text = JSON.stringify(saved({ authorShownAs: 'anonymous' }));
    assert.ok(!text.includes('wonen') && !text.includes('consulent'), text);
  });

  it('is refused to who did not write it, under whatever name it stands', () => {
    const other: Viewer = { ...viewer, personId: 'bob', member: { ...anna, id: 'bob' } };
    for (const authorShownAs of AUTHOR_SHOWN_AS) {
      const previous = saved({ authorShownAs });
      refused(() => saved({}, { previous, viewer: other, proof: 'ander bewijs' }), 'forbidden');
    }
  });

  it('has another version each time, whatever chance says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999999, noNaN: true }), (chance) => {
        const random = () => chance;
        const first = saved({}, { random });
        const second = saved({}, { random, previous: first });
        assert.notEqual(first.version, second.version);
        for (const { version } of [first, second]) assert.ok(version >= 1 && version <= 999_999_999);
      }),
    );
  });

  it('can only ever be shown with more of its author once others may have read it', () => {
    const any = fc.constantFrom(...AUTHOR_SHOWN_AS);
    fc.assert(
      fc.property(any, any, (from, to) => {
        const previous = saved({ authorShownAs: from });
        const isLess = AUTHOR_SHOWN_AS.indexOf(to) > AUTHOR_SHOWN_AS.indexOf(from);
        const save = () => saved({ authorShownAs: to }, { previous, isPublished: true });
        if (isLess) refused(save, 'conflict', 'authorLessOpen');
        else assert.equal(save().authorShownAs, to);
        assert.equal(saved({ authorShownAs: to }, { previous }).authorShownAs, to, 'nobody had read it');
      }),
    );
  });

  it('is not taken back to its author alone under an id that others have seen, unless its name stood there', () => {
    const published = { isPublished: true };
    for (const authorShownAs of ['jobTitle', 'anonymous'] as const) {
      const previous = saved({ authorShownAs });
      const back = () => saved({ authorShownAs: 'named', audience: 'me' }, { previous, ...published });
      refused(back, 'conflict', 'authorLessOpen');
    }
    const named = saved({ authorShownAs: 'named' });
    assert.equal(
      saved({ authorShownAs: 'named', audience: 'me' }, { previous: named, ...published }).audience,
      'person:anna',
    );
  });

  it('needs five people who could have written it, to be anonymous', () => {
    refused(() => saved({ authorShownAs: 'anonymous' }, { couldHaveWritten: 4 }), 'conflict', 'tooFewAuthors');
    refused(() => saved({ authorShownAs: 'anonymous', audience: 'me' }), 'conflict', 'tooFewAuthors');
    saved({ authorShownAs: 'anonymous' }, { couldHaveWritten: 5 });
    saved({}, { couldHaveWritten: 1 });
  });

  it('keeps a driver that left the intention since, and takes no other unknown one', () => {
    const drivers = [{ id: 'd-een' }] as unknown as ExperienceState['drivers'];
    const previous = saved({ driverIds: ['d-een'] }, { drivers });
    assert.deepEqual(saved({ driverIds: ['d-een'] }, { previous }).driverIds, ['d-een']);
    refused(() => saved({ driverIds: ['d-twee'] }, { previous, drivers }), 'invalid');
  });
});

describe('what is anonymous', () => {
  const daily = DEFAULT_SETTINGS;

  it('waits, also when it is changed into something more open; nothing else does', () => {
    const anonymous = { authorShownAs: 'anonymous' } as const;
    assert.equal(waits('anonymous', undefined, daily), true);
    assert.equal(waits('named', anonymous, daily), true);
    assert.equal(waits('jobTitle', { authorShownAs: 'jobTitle' }, daily), false);
    assert.equal(waits('anonymous', anonymous, { ...daily, anonymousPosts: 'atOnce' }), false);
  });

  it('comes out with the day of its publication, and afterwards keeps it', () => {
    const waiting = saved({ authorShownAs: 'anonymous' });
    const out = publishExperience(waiting, undefined, { today: '2026-03-03', random: Math.random });
    assert.equal(out.writtenOn, '2026-03-03');
    assert.notEqual(out.sortKey, waiting.sortKey);
    const again = publishExperience(saved({ title: 'Later', authorShownAs: 'anonymous' }), out, {
      today: '2026-03-09',
      random: Math.random,
    });
    assert.deepEqual([again.title, again.writtenOn, again.sortKey], ['Later', '2026-03-03', out.sortKey]);
  });

  it('stays hidden when its author changes it', () => {
    const published = { ...saved({ authorShownAs: 'anonymous' }), hidden: { reason: 'Een naam', on: '2026-03-02' } };
    const out = publishExperience(saved({ authorShownAs: 'anonymous' }), published, {
      today: '2026-03-03',
      random: Math.random,
    });
    assert.deepEqual(out.hidden, published.hidden);
  });
});

describe('reading an experience', () => {
  it('tells nothing of the author but what they chose', () => {
    const view = experienceView(saved({ authorShownAs: 'anonymous' }), NOTHING_COUNTED, {
      viewer: { ...viewer, personId: 'bob' },
      isMine: false,
      today: '2026-03-02',
    });
    for (const key of ['authorId', 'authorProof', 'sortKey', 'audience', 'helpers']) assert.ok(!(key in view), key);
    assert.ok(!JSON.stringify(view).includes(PROOF));
  });

  it('is for its author and moderators while it is hidden or waits for approval', () => {
    const core: Viewer = { ...viewer, personId: 'kern', member: { ...anna, id: 'kern', role: 'coreTeam' } };
    const reader: Viewer = { ...viewer, personId: 'bob' };
    for (const experience of [
      { ...saved(), hidden: { reason: 'x', on: '2026-03-02' } },
      { ...saved(), status: 'pending' as const },
    ]) {
      assert.deepEqual([mayRead(experience, reader, false), mayRead(experience, core, false)], [false, true]);
      assert.equal(mayRead(experience, reader, true), true);
    }
    const partnerCore: Viewer = {
      ...core,
      party: { ...wonen, id: 'welzijn', kind: 'partner' },
      member: { ...anna, partyId: 'welzijn', role: 'coreTeam' },
    };
    assert.equal(mayRead(saved({ audience: 'internal' }), partnerCore, false), false);
  });

  it('opens advice by an answer, by a welcome, or by seven days', () => {
    const post = { adviceWelcome: false, writtenOn: '2026-03-02' };
    assert.equal(adviceOn(post, { isAnswered: false }, '2026-03-08'), 'askFirst');
    assert.equal(adviceOn(post, { isAnswered: false }, '2026-03-09'), 'open');
    assert.equal(adviceOn(post, { isAnswered: true }, '2026-03-02'), 'open');
    assert.equal(adviceOn({ ...post, adviceWelcome: true }, { isAnswered: false }, '2026-03-02'), 'open');
  });
});

describe('what is erased or left behind', () => {
  it('is a tombstone without a word of it', () => {
    const text = JSON.stringify(tombstoneOf({ ...saved(), whatNext: 'Bellen' }, Math.random));
    assert.doesNotMatch(text, /bell|bewijs|wonen|consulent/i);
  });

  it('has no name any more of who left, nor the way back to it', () => {
    const left = withoutName(saved({ authorShownAs: 'named' }), Math.random);
    assert.doesNotMatch(JSON.stringify(left), /anna|Anna|consulent/);
    assert.equal(left.author?.isFormer, true);
  });
});

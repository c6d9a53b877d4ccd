import type { SamenError } from '../../../src/model/errors';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { CORE, DRIVERS, TODAY, madeSeed, needBy, refused, send } from './kit';
import type { Home, OpenHome, Refusal } from './kit';
import { answers, openRound } from './rounds';
import type { Input } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';
import type { FieldError } from '../../../src/model/errors';

const AS_WRITTEN: [string, string][] = [
  ['markup', '<img src=x onerror="alert(1)"><script>alert(2)</script>'],
  ['what would end a query', "'; drop table needs; -- \\ $1 %s"],
  ['what would end a template', '${1 + 1} {{ 1 }} `'],
  ['Arabic, which is read from the right', 'العمل معا'],
  ['accents as they were typed', 'cafe\u0301 and caf\u00e9'],
  ['a family of five code points', '👨‍👩‍👧'],
  ['two lines', 'een\ntwee'],
  ['5,000 characters without a space', 'x'.repeat(5000)],
  ['5,000 characters of two code units', '😀'.repeat(5000)],
  ['words that name parts of objects', '__proto__ constructor toString'],
];
const REFUSED: [string, string, FieldError['code']][] = [
  ['5,001 characters', 'x'.repeat(5001), 'tooLong'],
  ['5,001 characters of two code units', '😀'.repeat(5001), 'tooLong'],
  ['a right-to-left override', 'veilig\u202Egnilaver', 'controlCharacters'],
  ['an isolate', 'a\u2066b', 'controlCharacters'],
  ['a null', 'a\u0000b', 'controlCharacters'],
  ['an escape', 'a\u001Bb', 'controlCharacters'],
  ['half a surrogate pair', 'a\uD83D', 'controlCharacters'],
  ['blanks only', ' \n ', 'required'],
];

export function textsConformance(open: OpenHome): void {
  describe('a text', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });

    for (const [what, text] of AS_WRITTEN) {
      it(`is kept as written: ${what}`, async () => {
        const core = await home.as(CORE);
        const reader = await home.as('jeugd-1');
        await needBy(core, { text });
        assert.equal((await reader.read('listNeeds', {})).items[0]?.text, text);
        await send(core, 'saveMeaning', { version: 0, text, audience: 'everyone' });
        assert.equal((await reader.read('listMeanings', {})).items[0]?.text, text);
        await send(core, 'saveIntention', { version: 1, text, promise: text, drivers: DRIVERS });
        assert.equal((await reader.read('getIntention', {}))?.promise, text);
        const { id: roundId } = await openRound(core);
        await send(core, 'saveCheckIn', { roundId, version: 0, answers: answers('good', text) });
        assert.equal((await core.read('getMyCheckIn', { roundId })).answers[0]?.note, text);
      });
    }

    for (const [what, text, code] of REFUSED) {
      it(`is refused with the place of it: ${what}`, async () => {
        const core = await home.as(CORE);
        const refusal: Refusal = { kind: 'invalid', fields: [{ pointer: '/text', code }] };
        await refused(needBy(core, { text }), refusal);
        await refused(send(core, 'saveMeaning', { version: 0, text, audience: 'everyone' }), refusal);
        await refused(send(core, 'saveIntention', { version: 1, text, promise: '', drivers: DRIVERS }), refusal);
        if (code === 'required') return;
        const { id: roundId } = await openRound(core);
        const [first, ...others] = answers('good');
        assert.ok(first);
        const given = [{ ...first, note: text }, ...others];
        await refused(send(core, 'saveCheckIn', { roundId, version: 0, answers: given }), {
          kind: 'invalid',
          fields: [{ pointer: '/answers/0/note', code }],
        });
      });
    }

    it('loses the blanks around it, and has one kind of line break', async () => {
      const need = await needBy(await home.as(CORE), { text: '  een\r\ntwee\rdrie \n' });
      assert.equal(need.text, 'een\ntwee\ndrie');
    });

    it('of a title ends at 200 characters', async () => {
      const core = await home.as(CORE);
      const rename = (name: string) => send(core, 'changeSpace', { id: 'samen', version: 1, name });
      const fields = [{ pointer: '/name', code: 'tooLong' as const }];
      await refused(rename('x'.repeat(201)), { kind: 'invalid', fields });
      assert.equal((await rename('x'.repeat(200))).name.length, 200);
    });
  });

  describe('an input', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });
    const attempt = async (input: object) =>
      send(await home.as(CORE), 'saveNeed', {
        id: newId(),
        version: 0,
        kind: 'ask',
        driverId: 'd-een',
        text: 'x',
        ...input,
      } as Input<'saveNeed'>);

    it('is told all that is wrong with it at once', async () => {
      await refused(attempt({ id: 'Geen Id', version: 0.5, kind: 'wens', driverId: 7, text: '\u202E', extra: 1 }), {
        kind: 'invalid',
        fields: [
          { pointer: '/id', code: 'format' },
          { pointer: '/version', code: 'format' },
          { pointer: '/kind', code: 'format' },
          { pointer: '/driverId', code: 'format' },
          { pointer: '/text', code: 'controlCharacters' },
          { pointer: '/extra', code: 'unknown' },
        ],
      });
    });

    it('cannot say who writes, for which party, or who may read it', async () => {
      for (const field of ['writtenBy', 'partyId', 'audience', 'status', 'createdOn'])
        await refused(attempt({ [field]: 'wonen-1' }), {
          kind: 'invalid',
          fields: [{ pointer: `/${field}`, code: 'unknown' }],
        });
    });

    it('lacks nothing', async () => {
      await refused(attempt({ text: undefined }), 'invalid');
      await refused(attempt({ version: -1 }), 'invalid');
      await refused(attempt({ version: 'een' }), 'invalid');
      // On the wire a version is a header, and its lack has a status of its own.
      await assert.rejects(attempt({ version: undefined }), (error) =>
        ['invalid', 'versionRequired'].includes((error as SamenError).kind),
      );
    });
  });
}

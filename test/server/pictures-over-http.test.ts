import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { filled } from './filled';
import { Caller, assertAnswers, assertManners } from './hostile/asking';
import type { Answer } from './hostile/asking';
import { startForTest } from './running';
import type { Started } from './running';
import { SPACE, madeSeed } from '../backends/conformance/kit';
import { CAMERA, holdsText, join, withGps } from '../model/picture-bytes';
import { openHttp } from '../../src/backends/http/open-http';
import { SamenError } from '../../src/model/errors';
import { newId } from '../../src/model/new-id';
import { PICTURE_LIMIT } from '../../src/model/limits';
import { fillSpace } from '../../src/server/database/fill';

const ME = 'wonen-2';
const OTHER = 'wonen-3';
const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0a5' } })
  .jpeg()
  .toBuffer();

let caller: Caller;
let url: string;
let server: Started;

before(async () => {
  server = await startForTest();
  for (const [spaceId, rows] of madeSeed()) await fillSpace(server.database.owner, spaceId, filled(rows));
  ({ url } = server);
  caller = new Caller(url);
});
after(async () => {
  caller.close();
  await server.close();
});

const post = (path: string, input: object, headers: Record<string, string> = { 'idempotency-key': newId() }) =>
  caller.ask({
    method: 'POST',
    path: `/spaces/${SPACE}/${path}`,
    headers: { 'samen-demo-person': ME, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  });
const get = (id: string, person = ME, method = 'GET') =>
  caller.ask({ method, path: `/spaces/${SPACE}/pictures/${id}`, headers: { 'samen-demo-person': person } });
async function kept(bytes: Uint8Array = picture): Promise<string> {
  const id = newId();
  assertAnswers(await post('pictures/_save', { id, data: Buffer.from(bytes).toString('base64') }), 200);
  return id;
}
const reason = ({ text }: Answer) => (JSON.parse(text) as { reason?: string }).reason;

describe('a picture over HTTP', () => {
  it('is answered as it is, may not do anything, and is kept by nobody on the way', async () => {
    const answer = await get(await kept());
    assertManners(answer);
    assert.equal(answer.status, 200);
    const { headers } = answer;
    assert.equal(headers['content-type'], 'image/jpeg');
    assert.equal(headers['content-disposition'], 'inline');
    assert.equal(headers['content-security-policy'], "default-src 'none';frame-ancestors 'none';sandbox");
    assert.equal(headers.etag, undefined);
    const { width, height } = await sharp(answer.bytes).metadata();
    assert.deepEqual([width, height], [60, 40]);
  });

  it('comes in with where it was taken, and goes out without', async () => {
    const { bytes } = await get(await kept(join(withGps(picture), 'kanarie')));
    for (const word of [CAMERA, 'Exif', 'kanarie']) assert.equal(holdsText(bytes, word), false, word);
  });

  it('answers HEAD without a word', async () => {
    const answer = await get(await kept(), ME, 'HEAD');
    assert.equal(answer.status, 200);
    assert.equal(answer.text, '');
  });

  it('that is not used yet is its own uploader’s; to others it is not there, like one that never was', async () => {
    const [hidden, never] = [await get(await kept(), OTHER), await get(newId(), OTHER)];
    assertAnswers(hidden, 404);
    assert.equal(hidden.text, never.text);
  });

  it('that is none is a 409 that says so', async () => {
    for (const bytes of [join('<svg xmlns="http://www.w3.org/2000/svg"/>'), picture.subarray(0, picture.length - 20)]) {
      const answer = await post('pictures/_save', { id: newId(), data: Buffer.from(bytes).toString('base64') });
      assertAnswers(answer, 409);
      assert.equal(reason(answer), 'notAPicture');
    }
  });

  it('may be 2 MB, and all else 64 kB', async () => {
    const large = join(picture, new Uint8Array(PICTURE_LIMIT - picture.length));
    await kept(large);
    const data = Buffer.from(large).toString('base64');
    const id = newId();
    assertAnswers(await post('pictures/_save', { id, data: data.padEnd(3_000_001, 'A') }), 413);
    assertAnswers(await post('experiences/_save', { id, title: data }), 413);
    assertAnswers(await post('experiences/_search', { text: data }, {}), 413);
  });

  it('reaches who reads it by the client as what it is', async () => {
    const connection = await openHttp(`${url}v1`, {
      page: {
        fetch: (to, init) => fetch(to, { ...init, headers: { ...(init?.headers as object), 'samen-demo-person': ME } }),
      },
    }).open(SPACE);
    const id = newId();
    const data = picture.toString('base64');
    assert.deepEqual(await connection.write('savePicture', { id, data }, { key: newId() }), { id, type: 'image/jpeg' });
    const read = await connection.read('getPicture', { id });
    assert.deepEqual([read.id, read.type], [id, 'image/jpeg']);
    assert.equal((await sharp(Buffer.from(read.data, 'base64')).metadata()).width, 60);
    const error: unknown = await connection.read('getPicture', { id: newId() }).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof SamenError && error.kind === 'notFound');
  });
});

describe('a question that is a POST', () => {
  it('needs no key, and changes nothing', async () => {
    const answer = assertAnswers(await post('experiences/_search', { text: 'bal', limit: 3 }, {}), 200);
    assert.ok(Array.isArray(answer['items']));
  });

  it('can be put through the eyes of a partner; what is not known is a 400', async () => {
    const seen = await post('experiences/_search?as=partner', { text: 'bal' }, {});
    assertAnswers(seen, 200);
    for (const path of ['experiences/_search?as=admin', 'experiences/_search?text=bal', 'experiences/_search?limit=3'])
      assertAnswers(await post(path, { text: 'bal' }, {}), 400);
    for (const input of [{}, { text: 'bal', as: 'partner' }, { text: 'bal', collection: 'mine' }])
      assertAnswers(await post('experiences/_search', input, {}), 400);
  });

  it('of a stranger is a 404, and of nobody a 401', async () => {
    assertAnswers(await post('experiences/_search', { text: 'bal' }, { 'samen-demo-person': 'vreemde' }), 404);
    const headers = { 'content-type': 'application/json' };
    const path = `/spaces/${SPACE}/experiences/_search`;
    assertAnswers(await caller.ask({ method: 'POST', path, headers, body: '{"text":"bal"}' }), 401);
  });
});

describe('a write that says everything in its address', () => {
  it('needs no body', async () => {
    const path = `/spaces/${SPACE}/experiences/${newId()}/reactions/help`;
    const headers = { 'samen-demo-person': ME, 'idempotency-key': newId() };
    for (const method of ['PUT', 'DELETE']) assertAnswers(await caller.ask({ method, path, headers }), 404);
  });
});

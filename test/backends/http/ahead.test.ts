import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { askAhead, takeAhead } from '../../../src/backends/http/ahead';

const ADDRESS = 'https://samen.example/v1';

afterEach(() => {
  mock.restoreAll();
});

const answering = (text: string, status = 200) =>
  mock.method(globalThis, 'fetch', () => Promise.resolve(new Response(text, { status })));

describe('a question asked ahead', () => {
  it('is asked once, and its answer is given to the first who asks the same', async () => {
    const fetching = answering('{"items":[]}');
    const [one, other] = await Promise.all([askAhead(ADDRESS, '/a'), askAhead(ADDRESS, '/a')]);
    assert.equal(one, other);
    const taken = await takeAhead(`${ADDRESS}/a`);
    assert.equal(await taken?.text(), '{"items":[]}');
    assert.equal(takeAhead(`${ADDRESS}/a`), undefined);
    assert.equal(fetching.mock.callCount(), 1);
  });

  it('is asked with the manners of every question', async () => {
    const fetching = answering('{}');
    await askAhead(ADDRESS, '/manners');
    const [url, init] = fetching.mock.calls[0]?.arguments ?? [];
    assert.equal(url, `${ADDRESS}/manners`);
    assert.equal((init?.headers as Record<string, string>)['Samen-Client'], '1');
    assert.deepEqual([init?.cache, init?.redirect], ['no-store', 'error']);
  });

  it('means for who takes it what it would have meant: a refusal too', async () => {
    answering('{"code":"x"}', 401);
    await askAhead(ADDRESS, '/refused');
    assert.equal((await takeAhead(`${ADDRESS}/refused`))?.status, 401);
  });

  it('is asked anew when its answer is old', async () => {
    answering('{}');
    await askAhead(ADDRESS, '/old');
    const later = Date.now() + 11_000;
    mock.method(Date, 'now', () => later);
    assert.equal(takeAhead(`${ADDRESS}/old`), undefined);
  });
});

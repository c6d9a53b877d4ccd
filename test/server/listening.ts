/** Somebody who listens to a space and comes back when the stream breaks off, with the last id they had. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';

export interface Listening {
  begun: Promise<void>;
  /** Until all of these were told of, each once unless all was to be read anew. */
  until: (ids: ReadonlySet<string>) => Promise<void>;
  end: () => void;
}

/** With `away`: every now and then the network is gone for a while. With `cutForMs`: once, at first, for that long. */
export function listen(url: () => string, personId: string, { away = false, cutForMs = 0 } = {}): Listening {
  const heard = new Map<string, number>();
  let last: string | undefined;
  let resets = 0;
  let ended = false;
  let stream = new AbortController();
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));

  const once = async () => {
    stream = new AbortController();
    const response = await fetch(`${url()}v1/spaces/samen/events`, {
      headers: { 'samen-demo-person': personId, ...(last && { 'Last-Event-ID': last }) },
      signal: stream.signal,
    });
    if (!response.ok || !response.body) return;
    const parser = createParser({
      onEvent({ event, data, id }) {
        last = id ?? last;
        if (event === 'reset') {
          resets += 1;
          begin();
          if (cutForMs > 0) stream.abort();
          return;
        }
        const { id: of } = JSON.parse(data) as { id: string };
        heard.set(of, (heard.get(of) ?? 0) + 1);
      },
    });
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) parser.feed(piece);
  };
  const goOn = async () => {
    while (!ended) {
      await once().catch(() => undefined);
      await sleep(away ? 700 : cutForMs || 50);
      cutForMs = 0;
    }
  };
  const leaving = async () => {
    while (away && !ended) {
      await sleep(1_500);
      stream.abort();
    }
  };
  void goOn();
  void leaving();

  return {
    begun,
    async until(ids) {
      const missing = () => [...ids].filter((id) => !heard.has(id));
      for (let tries = 0; tries < 1_800 && missing().length > 0; tries += 1) await sleep(50);
      assert.deepEqual(missing(), [], `${personId} was not told of all`);
      // Resumed each time where it had been: never told to begin anew, and nothing told twice.
      assert.equal(resets, 1, `${personId} had to begin anew`);
      assert.deepEqual(
        [...heard].filter(([, times]) => times > 1),
        [],
        `${personId} was told twice`,
      );
    },
    end() {
      ended = true;
      stream.abort();
    },
  };
}

/** Everywhere in a browser where something may be left: what is shown, what is stored, what is in memory. */
import type { Page } from 'playwright-core';

/** Every text and attribute on the page, through all shadow roots. */
export function everythingShown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const found: string[] = [];
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const { value } of element.attributes) found.push(value);
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '');
        if ('value' in element) found.push(String(element.value));
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return found.join('\n');
  });
}

/** Everything this browser stores for the page, by where it lies. */
export function everythingStored(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not read'));
      });
    const found: Record<string, unknown> = {};
    for (const [name, area] of Object.entries({ localStorage, sessionStorage })) {
      for (const [key, value] of Object.entries(area)) found[`${name} ${key}`] = value;
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, values] = await Promise.all([
          asked(store.getAllKeys()),
          asked(store.getAll() as IDBRequest<unknown[]>),
        ]);
        keys.forEach((key, index) => (found[`${name} ${storeName} ${JSON.stringify(key)}`] = values[index]));
      }
      database.close();
    }
    for (const name of await caches.keys()) found[`caches ${name}`] = true;
    return found;
  });
}

/** Changes one stored row by hand, as another version of the library or a broken disk would. */
export function spoil(
  page: Page,
  database: string,
  keyEnds: string,
  change: 'cutOff' | 'otherForm' | 'text',
): Promise<number> {
  return page.evaluate(
    async ({ database: name, keyEnds: end, change: how }) => {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not opened'));
      });
      const [storeName = ''] = opened.objectStoreNames;
      const transaction = opened.transaction(storeName, 'readwrite');
      const store = transaction.objectStore(storeName);
      let count = 0;
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error ?? new Error('not changed'));
        store.openCursor().onsuccess = (event) => {
          const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
          if (!cursor) return;
          if (String(cursor.key).endsWith(end)) {
            count += 1;
            const value = cursor.value as { form: number; row: object };
            if (how === 'otherForm') cursor.update({ ...value, form: 0 });
            else if (how === 'text') cursor.update(JSON.stringify(value).slice(0, 40));
            else cursor.update({ ...value, row: Object.fromEntries(Object.entries(value.row).slice(0, 1)) });
          }
          cursor.continue();
        };
      });
      opened.close();
      return count;
    },
    { database, keyEnds, change },
  );
}

/** Empties what this browser keeps beside the space, such as the last answers it got. */
export function forget(page: Page, database: string): Promise<void> {
  return page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction([...opening.result.objectStoreNames], 'readwrite');
          for (const store of opening.result.objectStoreNames) transaction.objectStore(store).clear();
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    database,
  );
}

/**
 * Where something holds single answers, or figures of one of these parties: `personId` or `driverId`
 * beside an answer, or numbers beside a hidden party that say more than a version or a place in a chain. Given to the browser as text, so it stands alone.
 */
export function figuresIn(things: unknown[], hidden: readonly string[]): string[] {
  const found = new Set<string>();
  for (const thing of things) {
    try {
      if (typeof thing !== 'object' || thing === null) continue;
      const one = thing as Record<string, unknown>;
      const single = 'driverId' in one && 'answer' in one && typeof one['answer'] === 'string';
      if (single) found.add(`a single answer: ${JSON.stringify(one)}`);
      // A group that is shown, in this round or another: the page says the same.
      if (one['hidden'] === false) continue;
      const parties = [one['partyId'], ...(Array.isArray(one['partyIds']) ? (one['partyIds'] as unknown[]) : [])];
      const isHidden = parties.some((party) => typeof party === 'string' && hidden.includes(party));
      if (!isHidden) continue;
      const figures = Object.entries(one).filter(
        ([key, value]) => key === 'answers' || (typeof value === 'number' && key !== 'version' && key !== 'distance'),
      );
      if (figures.length > 0) found.add(`figures of a hidden group: ${JSON.stringify(one)}`);
    } catch {
      // An object that does not let itself be looked at shows nothing to anybody.
    }
  }
  return [...found];
}

/** A thing and all that is in it. */
export function everythingIn(thing: unknown, found: unknown[] = []): unknown[] {
  found.push(thing);
  if (typeof thing === 'object' && thing !== null) for (const part of Object.values(thing)) everythingIn(part, found);
  return found;
}

/** Single answers, and figures of hidden groups, in the memory of the page: every object there is. */
export async function figuresInMemory(page: Page, hidden: readonly string[]): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  try {
    await devtools.send('HeapProfiler.collectGarbage');
    const { result } = await devtools.send('Runtime.evaluate', { expression: 'Object.prototype' });
    const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
    const answer = await devtools.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: `function (hidden) { const __name = (f) => f; return (${figuresIn.toString()})(this, hidden); }`,
      arguments: [{ value: hidden }],
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return answer.result.value as string[];
  } finally {
    await devtools.detach();
  }
}

/** Every message that is known, by language. */
const messages: Record<'nl' | 'en', Record<string, unknown>> = { nl: {}, en: {} };
const loaded = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();

/** Adds messages to a language; those of another widget stay. */
export function addMessages(code: 'nl' | 'en', more: object): void {
  Object.assign(messages[code], more);
  for (const tell of listeners) tell();
}

/** A message; in Dutch while the other language is still on its way, or did not come. */
export function messageIn(code: 'nl' | 'en', key: PropertyKey): unknown {
  return messages[code][key as string] ?? messages.nl[key as string];
}

/** Whether there are words for it: those of a part come with the part. */
export function isSaid(key: string): boolean {
  return messages.nl[key] !== undefined;
}

/** Hears when messages came. Returns the way to stop. */
export function onMessages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Loads the messages of a widget in a language once; English is never in the first bytes. */
export function loadMessages(key: string, load: () => Promise<object>): Promise<void> {
  const known = loaded.get(key);
  if (known) return known;
  const loading = load().then((more) => addMessages('en', more));
  loaded.set(key, loading);
  return loading;
}

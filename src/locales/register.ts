import { registerTranslation } from '@shoelace-style/localize';
import type { Translation } from '@shoelace-style/localize';

const loaded = new Map<string, Promise<void>>();

/** Adds messages to a language; those of another widget stay. */
export function addMessages(code: 'nl' | 'en', messages: object): void {
  registerTranslation({
    $code: code,
    $name: code === 'nl' ? 'Nederlands' : 'English',
    $dir: 'ltr',
    ...messages,
  } as Translation);
}

/** Loads the messages of a widget in a language once; English is never in the first bytes. */
export function loadMessages(key: string, load: () => Promise<object>): Promise<void> {
  const known = loaded.get(key);
  if (known) return known;
  const loading = load().then((messages) => addMessages('en', messages));
  loaded.set(key, loading);
  return loading;
}

import type { FrameMessages } from '../locales/frame.nl';
import { frameNl } from '../locales/frame.nl';
import { addMessages, loadMessages } from '../locales/register';

/** The messages of one part: Dutch at once, English when it is asked for. */
export interface MessageSource {
  key: string;
  nl: object;
  en: () => Promise<object>;
}

/** A message by key, typed: `TermOf<typeof commonNl>`. */
export type TermOf<M extends object> = <K extends keyof M>(
  key: K,
  ...args: M[K] extends (...args: infer A) => string ? A : []
) => string;

/** A message that the frame of every widget has from its first drawing on. */
export type FrameTerm = TermOf<FrameMessages>;

const FRAME: MessageSource = {
  key: 'frame',
  nl: frameNl,
  en: () => import('../locales/frame.en').then(({ frameEn }) => frameEn),
};

/** Every source whose Dutch is known, by key. */
const known = new Map<string, MessageSource>();
const english = new Set<string>();

/** Makes the Dutch messages known, once. */
export function addDutch(sources: readonly MessageSource[]): void {
  for (const source of [FRAME, ...sources]) {
    if (known.has(source.key)) continue;
    known.set(source.key, source);
    addMessages('nl', source.nl);
  }
}

/** The way to the English messages that are not here yet, of these and of all known sources; undefined when all are. */
export function loadEnglish(sources: readonly MessageSource[] = []): Promise<unknown> | undefined {
  addDutch(sources);
  const missing = [...known.values()].filter(({ key }) => !english.has(key));
  if (missing.length === 0) return undefined;
  const loading = missing.map(async ({ key, en }) => {
    await loadMessages(key, en);
    english.add(key);
  });
  // Without English the widget speaks Dutch; it does not stay empty.
  return Promise.allSettled(loading);
}

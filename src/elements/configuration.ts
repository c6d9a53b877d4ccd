import { pageConfig, plain } from './config';
import { surrounding } from './surroundings';
import { isId } from '../model/id';

/** What an element works with, after looking nearest first. */
export interface Configuration {
  backend: string;
  space: string;
}

/** `local:`, a path on the page's own host, or a plain https address. */
const USUAL = /^(local:|\/\w[\w./-]*|https:\/\/([a-z][a-z0-9-]*\.)+[a-z]+(\/[\w./-]*)?)$/;

/** Whether it needs no looking at: another address can be wrong in many ways. */
export function isUsual({ backend, space }: Configuration): boolean {
  return USUAL.test(backend) && isId(space);
}

const warned = new Set<string>();

/** One line in the console for each thing, however many elements or updates meet it. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`Samen: ${message}`);
}

/** The value of an attribute if it is one we know; otherwise one warning and the default. */
export function oneOf<T extends string>(
  value: string | null | undefined,
  allowed: readonly T[],
  fallback: T,
  warn: (message: string) => void = warnOnce,
  attribute = 'attribute',
): T {
  const said = plain(value)?.toLowerCase();
  if (said === undefined) return fallback;
  const known = allowed.find((one) => one.toLowerCase() === said);
  if (known !== undefined) return known;
  warn(`${attribute}="${said}" is not one of ${allowed.join(', ')}; "${fallback}" is used.`);
  return fallback;
}

/** `heading-level`: 1 to 6; anything else gives one warning and 2. */
export function headingLevelOf(value: unknown, warn: (message: string) => void = warnOnce): number {
  const said = plain(String(value ?? ''));
  if (said === undefined) return 2;
  if (/^[1-6]$/.test(said)) return Number(said);
  warn(`heading-level="${said}" is not 1 to 6; 2 is used.`);
  return 2;
}

/** The nearest wins: own attributes, a surrounding `<samen-space>`, the page, the default (WIDGETS.md, embedding). */
export function configurationOf(
  element: Element,
  own: { backend?: string | undefined; space?: string | undefined },
): Configuration {
  const near = surrounding(element);
  const page = pageConfig(element.ownerDocument);
  return {
    backend: plain(own.backend) ?? near.backend ?? plain(page.backend) ?? 'local:',
    space: plain(own.space) ?? near.space ?? plain(page.space) ?? 'default',
  };
}

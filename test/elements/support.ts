import { render } from 'lit';
import type { TemplateResult } from 'lit';

/** Fails with both values, so that a red test says what it saw. */
export function equal(actual: unknown, expected: unknown, about = ''): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${about ? `${about}: ` : ''}expected ${other}, got ${one}`);
}

export function holds(value: unknown, about: string): void {
  if (!value) throw new Error(about);
}

const placed: HTMLElement[] = [];

/** Puts something on the page, until `clear()`. */
export function place(template: TemplateResult): HTMLElement {
  const container = document.createElement('div');
  document.body.append(container);
  placed.push(container);
  render(template, container);
  return container;
}

export function clear(): void {
  for (const container of placed.splice(0)) container.remove();
}

/** Only who waits in vain waits so long: a machine that does much else takes its time. */
export const PATIENCE_MS = 30_000;

/** Waits until something is so; fails with what was wanted. */
export async function until<T>(
  about: string,
  look: () => T | undefined | null | false,
  milliseconds = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain until ${about}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

export const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** What is said on the console while something runs. */
export async function warningsDuring(run: () => void | Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => void said.push(text);
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return said;
}

/** The text a person reads in an element, its shadow root first. */
export function textOf(element: Element | undefined | null): string {
  const root = element?.shadowRoot ?? element;
  return (root?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** A control by its visible name, in the shadow root or the element itself. */
export function button(element: Element, name: string): HTMLButtonElement | undefined {
  const root = element.shadowRoot ?? element;
  return [...root.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').replace(/\s+/g, ' ').trim() === name,
  );
}

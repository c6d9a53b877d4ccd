/** Walking through a page by keyboard, and looking whether it fits: through shadow roots. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What has the focus, by role and name as far as the walk needs them, and where it stands. */
export function focused(page: Page): Promise<{ name: string; top: number; left: number; isCovered: boolean }> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active || active === document.body) return { name: '', top: -1, left: -1, isCovered: false };
    const root = active.getRootNode() as ShadowRoot;
    const labelled = root.getElementById(active.getAttribute('aria-labelledby') ?? '')?.textContent;
    const own = [...((active as HTMLInputElement).labels ?? [])].map((each) => each.textContent).join(' ');
    const label = active.getAttribute('aria-label') ?? labelled ?? (own || active.textContent);
    const { top, left, width, height } = active.getBoundingClientRect();
    const [x, y] = [left + Math.min(width / 2, 20), top + Math.min(height / 2, 20)];
    const isSeen = y >= 0 && y <= innerHeight;
    let at = document.elementFromPoint(x, y);
    while (at?.shadowRoot?.elementFromPoint(x, y) && at.shadowRoot.elementFromPoint(x, y) !== at)
      at = at.shadowRoot.elementFromPoint(x, y);
    const isCovered = isSeen && !(at && (active.contains(at) || at.contains(active)));
    return { name: (label ?? '').replace(/\s+/g, ' ').trim(), top: top + scrollY, left, isCovered };
  });
}

export async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let turn = 0; turn < most; turn += 1) {
    await page.keyboard.press('Tab');
    if (name.test((await focused(page)).name)) return;
  }
  assert.fail(`Tab never came to ${String(name)}`);
}

/** What sticks out of the page at its side. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${String(scrollWidth)} px wide`] : [];
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (getComputedStyle(element).clipPath !== 'none' || !element.checkVisibility()) continue;
        const { right, width } = element.getBoundingClientRect();
        if (width > 0 && right > clientWidth + 1 && !element.closest('.hidden, svg'))
          found.push(`${element.localName}.${element.className}: to ${String(right)}`);
      }
    };
    look(document);
    return found.slice(0, 5);
  });
}

/** The text spacing of WCAG 1.4.12, put into every shadow root as a reader's own style sheet is. */
export function spaceOut(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    const put = (root: Document | ShadowRoot): void => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) put(element.shadowRoot);
    };
    put(document);
  });
}

/** What is cut off within its own box. */
export function cutOff(page: Page, tag: string): Promise<string[]> {
  return page.evaluate((tag) => {
    const found: string[] = [];
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        const style = getComputedStyle(element);
        if (style.clipPath !== 'none' || !/hidden|clip/.test(`${style.overflowX} ${style.overflowY}`)) continue;
        if (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
          found.push(`${element.localName}.${element.className}`);
      }
    };
    const widget = document.querySelector(tag);
    if (widget?.shadowRoot) look(widget.shadowRoot);
    return found;
  }, tag);
}

/**
 * Printing the report and nothing of the page around it: A4 with margins and numbered pages. What a page says of paper
 * (`@page`) counts only in the document itself, not in a shadow root, so a sheet stands there as long as the report is
 * shown. It changes nothing on screen. What stands beside the report is marked just before printing, and no longer.
 */
const BESIDE = 'data-samen-beside-print';
const AROUND = 'data-samen-around-print';

const PAGE = `@page { size: A4; margin: 18mm 17mm 20mm; @bottom-right { content: counter(page); font: 9pt sans-serif; color: #52606d; } }`;
/** Ancestors lay nothing out: a page break in a grid or in what scrolls cuts where it should not. */
const ALONE = `@media print {
  [${BESIDE}] { display: none !important; }
  [${AROUND}] { display: block !important; position: static !important; float: none !important; inline-size: auto !important; max-inline-size: none !important; block-size: auto !important; max-block-size: none !important; overflow: visible !important; margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; box-shadow: none !important; transform: none !important; container: none !important; columns: auto !important; }
}`;

type Root = Document | ShadowRoot;

function adopt(root: Root, css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/** Marks everything but this and what it stands in, up to the page; gives the way to undo it. */
function isolate(element: Element): () => void {
  const undo: (() => void)[] = [];
  const mark = (each: Element, name: string) => {
    each.setAttribute(name, '');
    undo.push(() => each.removeAttribute(name));
  };
  const roots = new Set<Root>();
  for (let at: Element | null = element; at;) {
    const root = at.getRootNode() as Root;
    if (!roots.has(root)) undo.push(adopt(root, ALONE));
    roots.add(root);
    const parent: Element | null = at.parentElement;
    for (const each of parent?.children ?? (root instanceof ShadowRoot ? root.children : []))
      if (each !== at && each.localName !== 'head') mark(each, BESIDE);
    const around: Element | null = parent ?? (root instanceof ShadowRoot ? root.host : null);
    if (around) mark(around, AROUND);
    at = around;
  }
  return () => undo.forEach((each) => each());
}

/** What prints a report, as long as it is on the page. */
export class PaperPrinter {
  #stop?: (() => void) | undefined;
  #restore?: (() => void) | undefined;
  #isAsked = false;

  /**
   * `isAlone`: whoever walked to the report prints it also with the browser's own command. Where an editor put it in a page,
   * that command prints the page, as one expects, and only the button prints the report.
   */
  begin(paper: () => Element | null, isAlone: () => boolean): void {
    if (this.#stop) return;
    const before = () => {
      const element = this.#isAsked || isAlone() ? paper() : null;
      if (element) this.#restore ??= isolate(element);
    };
    const after = () => {
      this.#restore?.();
      this.#restore = undefined;
      this.#isAsked = false;
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    const unadopt = adopt(document, PAGE);
    this.#stop = () => {
      after();
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
      unadopt();
    };
  }

  end(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  print(): void {
    this.#isAsked = true;
    print();
  }
}

import { html } from 'lit';
import { FakeBackend } from './fake-backend';
import { clear, equal, frame, place, textOf, until } from './support';
import { defineElement } from '../../src/elements/define';
import { setBackendOpener } from '../../src/elements/open-client';
import { SamenElement } from '../../src/elements/samen-element';

class LateTest extends SamenElement {
  readonly drawn: string[] = [];
  protected readonly ownHeading = 'Proef';

  protected override updated(): void {
    super.updated();
    this.drawn.push(textOf(this));
  }

  protected get isReady(): boolean {
    return this.spaceData !== undefined;
  }

  protected renderSkeleton() {
    return html`<div class="bone">skelet</div>`;
  }

  protected renderContent() {
    return html`<p>Inhoud</p>`;
  }
}
defineElement('samen-late-test', LateTest);

async function show(attributes: Record<string, string>): Promise<LateTest> {
  const element = document.createElement('samen-late-test') as LateTest;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  place(html``).append(element);
  await until('it shows its content', () => textOf(element).includes('Inhoud'));
  return element;
}

/** In one page, in this order: what is fetched once stays. */
describe('what is said when something is not as usual', () => {
  const isFetched = () => performance.getEntriesByType('resource').some(({ name }) => /elements\/states\b/.test(name));
  before(() => {
    setBackendOpener(() => new FakeBackend());
  });
  afterEach(clear);

  it('is not fetched while all is well in this browser', async () => {
    const element = await show({ backend: 'local:', space: 'late-wel' });
    await element.updateComplete;
    await frame();
    equal(isFetched(), false);
  });

  it('comes with the first content: nothing moves down when it arrives', async () => {
    const element = await show({ backend: 'local:', space: 'late-lezen', readonly: '' });
    equal(
      element.drawn.filter((text) => text.includes('Inhoud') && !text.includes('Alleen lezen.')),
      [],
    );
  });
});

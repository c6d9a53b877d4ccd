import { html } from 'lit';
import { clear, equal, place, until } from './support';
import { defineElement } from '../../src/elements/define';
import { setBackendOpener } from '../../src/elements/open-client';
import { SamenElement } from '../../src/elements/samen-element';

class LateNetworkTest extends SamenElement {
  protected readonly ownHeading = 'Proef';
  protected readonly isReady = true;
  protected renderSkeleton = () => html``;
  protected renderContent = () => html``;
}
defineElement('samen-late-network-test', LateNetworkTest);

describe('what is said about the network', () => {
  afterEach(clear);

  it('is fetched along with opening a backend, before anything is wrong', async () => {
    const isFetched = () =>
      performance.getEntriesByType('resource').some(({ name }) => /elements\/states\b/.test(name));
    equal(isFetched(), false);
    // It opens for ever: nothing has failed yet, and nothing has answered.
    setBackendOpener(() => new Promise(() => undefined));
    place(html`<samen-late-network-test backend="https://intranet.example/samen/v1"></samen-late-network-test>`);
    await until('it is fetched', isFetched);
  });
});

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { registerBackend } from '../src/backends/registry';
import type { SpaceConnection } from '../src/contract/backend';
import type { Me } from '../src/contract/operations';
import { defineElement } from '../src/elements/define';
import { PartKeeper } from '../src/elements/part-keeper';
import { QueryController } from '../src/elements/query-controller';
import { SamenElement } from '../src/elements/samen-element';
import { SamenError } from '../src/model/errors';
import type { SamenErrorKind } from '../src/model/errors';
import type { Space } from '../src/model/types';
import { liftStyles } from '../src/ui/lift.styles';
import { boneCard } from '../src/ui/skeleton';
import { cardStyles } from '../src/ui/card.styles';
import { wire } from '../src/wire';

/** `story:` backends answer as their address says, such as `story:fails-busy`. */
type Answer =
  | 'ready'
  | 'waits'
  | 'offline'
  | 'memory'
  | 'ended'
  | 'stranger'
  | 'nowhere'
  | 'refuses'
  | `fails-${SamenErrorKind}`
  | 'part-away'
  | 'part-offline';

const SPACE: Space = {
  id: 'story',
  name: 'het sociaal domein',
  parties: [{ id: 'werk', kind: 'department', name: 'Werk en inkomen', shortName: 'Werk' }],
  phases: [],
  settings: { smallestGroup: 5, smallestSentences: 10, roundIntervalDays: 28 },
  setup: 'done',
  version: 1,
};

function connection(answer: Answer, spaceId: string): SpaceConnection {
  let asked = 0;
  let isGone = false;
  const me: Me =
    answer === 'stranger'
      ? { personId: 'gast', name: '' }
      : {
          personId: 'werk-1',
          name: '',
          member: { id: 'werk-1', partyId: 'werk', name: '', jobTitle: 'Klantmanager', role: 'member' },
        };
  const read = async (operation: string): Promise<unknown> => {
    if (answer === 'waits') return new Promise(() => undefined);
    if (isGone) throw new SamenError('network', 'story');
    if (operation === 'getMe') return me;
    if (operation === 'getSpace') {
      if (answer === 'nowhere') throw new SamenError('notFound', 'story');
      return SPACE;
    }
    asked += 1;
    if (answer === 'ended' && asked > 1) throw new SamenError('notSignedIn', 'story');
    if (answer.startsWith('fails-')) throw new SamenError(answer.slice('fails-'.length) as SamenErrorKind, 'story');
    return { items: [], asOf: new Date(new Date().setHours(9, 32, 0, 0)).toISOString() };
  };
  return {
    spaceId,
    capabilities: { storage: answer === 'memory' ? 'memory' : 'kept', private: false, sealed: false },
    read: read as SpaceConnection['read'],
    write: () => Promise.reject(new SamenError('conflict', 'story', { reason: 'roundIsClosed' })),
    watch: (listener) => {
      if (answer === 'ended') setTimeout(() => listener({ type: 'reset' }), 50);
      if (/offline$/.test(answer))
        setTimeout(() => {
          isGone = true;
          listener({ type: 'reset' });
        }, 50);
      return () => undefined;
    },
    close: () => undefined,
  };
}

class StatesStage extends SamenElement {
  static override styles = [SamenElement.styles, liftStyles, cardStyles];
  readonly meanings = new QueryController(this, 'listMeanings', () => ({}));
  /** A part whose code does not come. */
  readonly #part = new PartKeeper(
    this,
    'samen-states-stage',
    { away: () => Promise.reject(new TypeError('story')) },
    () => undefined,
  );
  #wrote = false;

  protected readonly ownHeading = 'Kompas';

  protected get isReady(): boolean {
    return this.meanings.data !== undefined;
  }

  protected renderSkeleton(): TemplateResult {
    return html`<div class="stack">${boneCard()}${boneCard()}</div>`;
  }

  protected renderContent(): TemplateResult {
    if (this.backend?.startsWith('story:part')) {
      const { client, mayWrite } = this;
      const props = { client, headingLevel: 2, mayWrite, takesFocus: true, about: '' };
      return this.renderPart(this.#part, 'away', props, () => undefined);
    }
    return html`<div class="card"><p>Samenwerken is voor mij: elkaar bellen voordat er een probleem is.</p></div>`;
  }

  protected override updated(): void {
    super.updated();
    if (this.#wrote || this.backend !== 'story:refuses' || !this.isReady) return;
    this.#wrote = true;
    void this.write('saveMeaning', {
      text: 'Elkaar bellen voordat er een probleem is.',
      audience: 'everyone',
      version: 0,
    });
  }
}

let turn = 0;

/** A widget in the state that its backend brings about. */
export function stateStory(answer: Answer, attributes: { readonly?: boolean; preview?: string } = {}): TemplateResult {
  registerBackend('story', (address) => ({
    open: (spaceId) => Promise.resolve(connection(address.slice('story:'.length) as Answer, spaceId)),
  }));
  wire();
  defineElement('samen-states-stage', StatesStage);
  turn += 1;
  return html`<samen-states-stage
    backend="story:${answer}"
    space="story-${turn}"
    ?readonly=${attributes.readonly ?? false}
    .preview=${attributes.preview}
  ></samen-states-stage>`;
}

/** A widget with a wrong address. */
export function wrongBackendStory(backend: string): TemplateResult {
  wire();
  defineElement('samen-states-stage', StatesStage);
  return html`<samen-states-stage backend=${backend}></samen-states-stage>`;
}

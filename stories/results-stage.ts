import { html } from 'lit';
import type { TemplateResult } from 'lit';
import file from '../data/lindeveld.json';
import type { DemoRows } from './compass-rows';
import { PageSpace } from './compass-space';
import { registerBackend } from '../src/backends/registry';
import type { Backend, SpaceConnection } from '../src/contract/backend';
import { demoRows } from '../src/demo-data/lindeveld';
import { hashFor } from '../src/elements/hash-address';
import { SamenError } from '../src/model/errors';
import { toDay } from '../src/model/today';
import type { Day, Id } from '../src/model/types';
import '../src/widgets/results/define';

export const MEMBER: Id = 'afd-werk-3';
export const CORE_TEAM: Id = 'afd-beleid-1';
export const PARTNER: Id = 'par-wonen-2';

export interface ResultsStory {
  /** Who looks; somebody of a department by default. */
  as?: Id;
  /** The situation, made of the demonstration. */
  rows?: (rows: DemoRows, today: Day) => DemoRows;
  /** Where in the widget: `['r2']`. */
  path?: readonly string[];
  readonly?: boolean;
  preview?: string;
  /** In a column this wide, in px. */
  width?: 320 | 640;
  scheme?: 'dark';
  /** What becomes of its reading. */
  answers?: 'never' | 'busy' | 'once';
}

/** The results over the demonstration of Lindeveld, at a place and as somebody. */
export function resultsStory(story: ResultsStory): TemplateResult {
  const { as = MEMBER, rows, path = [], readonly = false, preview, width, scheme, answers } = story;
  const today = toDay(new Date());
  const demo = demoRows(file, today, (personId, id) => `${personId} wrote ${id}`);
  const space = new PageSpace(rows ? rows(demo, today) : demo);
  // The place stands in the page's address, as in a link that a colleague sent.
  history.replaceState(null, '', path.length > 0 ? hashFor('results', ...path) : location.pathname + location.search);
  const backend = answers ? troubled(space.backend(as), answers) : space.address(as);
  const results = html`<samen-results
    backend=${backend}
    space=${space.id}
    ?readonly=${readonly}
    .preview=${preview}
  ></samen-results>`;
  const placed = width === 320 ? html`<div style="inline-size: 320px">${results}</div>` : results;
  if (scheme)
    return html`<div style="color-scheme: dark; background: #15191e; padding: 1em; max-inline-size: 60em">${placed}</div>`;
  return width === 640 ? html`<div style="inline-size: 640px">${placed}</div>` : placed;
}

let turn = 0;

/** The same space behind an address that does not answer, that fails, or of which the network goes after a first look. */
function troubled(inner: Backend, answers: NonNullable<ResultsStory['answers']>): string {
  turn += 1;
  const scheme = `trouble${String(turn)}`;
  registerBackend(scheme, () => ({
    open: async (spaceId) => {
      const connection = await inner.open(spaceId);
      let isGone = false;
      const read: SpaceConnection['read'] = async (operation, input, signal) => {
        const isPlain = operation === 'getMe' || operation === 'getSpace';
        if (answers === 'never' && !isPlain) return new Promise(() => undefined);
        if (answers === 'busy' && !isPlain) throw new SamenError('busy', 'story');
        if (answers === 'once' && isGone) throw new SamenError('network', 'story');
        return connection.read(operation, input, signal);
      };
      const watch: SpaceConnection['watch'] = (listener) => {
        if (answers === 'once')
          setTimeout(() => {
            isGone = true;
            listener({ type: 'reset' });
          }, 400);
        return connection.watch(listener);
      };
      return {
        ...connection,
        spaceId,
        capabilities: connection.capabilities,
        read,
        watch,
        write: connection.write.bind(connection),
        close: () => connection.close(),
      };
    },
  }));
  return `${scheme}:`;
}

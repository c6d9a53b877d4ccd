import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { see } from './compass-find';
import { CORE_TEAM, PARTNER, resultsStory } from './results-stage';
import type { ResultsStory } from './results-stage';
import type { ResultView } from '../src/model/result-types';

const meta: Meta = {
  title: 'Widgets/Results',
  component: 'samen-results',
  parameters: {
    docs: {
      description: { component: 'What is different already, soft as well as hard, stopped as well as reached.' },
    },
  },
};

export default meta;

type Story = StoryObj;
type Role = Parameters<typeof see>[1];

/** A story that is there once this can be seen, by its Dutch or its English name. */
function story(options: ResultsStory, role: Role, name: RegExp): Story {
  return {
    render: () => resultsStory(options),
    play: async ({ canvasElement }) => void (await see(canvasElement, role, name)),
  };
}

const SOFT = /^We zeggen wie de bal heeft$/;
const without =
  (kinds: RegExp): NonNullable<ResultsStory['rows']> =>
  (rows) =>
    new Map([...rows].filter(([key]) => !kinds.test(key)));

/** One that was not published yet. */
const asDraft: NonNullable<ResultsStory['rows']> = (rows) => {
  const [key, stored] = [...rows].find(([each]) => each === 'result/r4') ?? [];
  if (!key || !stored) return rows;
  const row = { ...stored.row } as ResultView;
  delete row.publication;
  return new Map([...rows, [key, { ...stored, row } as typeof stored]]);
};

export const Board: Story = story({}, 'heading', SOFT);
export const BoardInTwoColumns: Story = story({ width: 640 }, 'heading', SOFT);
export const BoardInAColumn: Story = story({ width: 320 }, 'heading', SOFT);
export const BoardInTheDark: Story = story({ scheme: 'dark' }, 'heading', SOFT);
export const ByDriver: Story = story({ path: ['show', 'driver'] }, 'heading', SOFT);
export const OneStatus: Story = story(
  { path: ['show', 'status', 'status', 'reached'] },
  'heading',
  /^We vinden elkaar/,
);
export const NothingFound: Story = story(
  { path: ['show', 'status', 'status', 'reached', 'driver', 'd-open'] },
  'heading',
  /^(Geen resultaten gevonden|No results found)$/,
);

export const Loading: Story = story({ answers: 'never' }, 'heading', /^(Tussentijdse resultaten|Interim results)$/);
export const Failed: Story = story({ answers: 'busy' }, 'button', /^(Opnieuw proberen|Try again)$/);
export const Offline: Story = story({ answers: 'once' }, 'heading', SOFT);

/** There is none yet: what it is for, and the first step. */
export const Empty: Story = story({ rows: without(/^result\//) }, 'heading', /^(Nog geen resultaten|No results yet)$/);
export const EmptyToRead: Story = story(
  { rows: without(/^result\//), readonly: true, width: 320 },
  'heading',
  /^(Nog geen resultaten|No results yet)$/,
);

/** As a partner sees it: nothing of what is between departments. */
export const ForAPartner: Story = story({ as: PARTNER }, 'heading', SOFT);
export const AsAPartner: Story = story({ preview: 'partner' }, 'heading', SOFT);

/** One that only its party and the core team read. */
export const WithADraft: Story = story(
  {
    as: CORE_TEAM,
    rows: asDraft,
  },
  'heading',
  /^(Wacht op publiceren|Waits to be published)$/,
);

/** With a measure: the line with its goal, and the table beside it. */
export const Measured: Story = story({ as: CORE_TEAM, path: ['r2'] }, 'table', /./);
export const MeasuredInAColumn: Story = story({ path: ['r1'], width: 320 }, 'table', /./);
/** Without: somebody's own words. */
export const Soft: Story = story({ path: ['r4'] }, 'heading', /^(Hoe dit zo kwam|How this came about)$/);
export const SoftInTheDark: Story = story({ path: ['r4'], scheme: 'dark', width: 640 }, 'heading', SOFT);
export const Stopped: Story = story({ path: ['r6'] }, 'heading', /^(Hoe dit zo kwam|How this came about)$/);
/** Not there, or not for who looks: the same. */
export const Gone: Story = story(
  { path: ['bestaat-niet'] },
  'heading',
  /^(Dit resultaat is er niet|This result is not there)$/,
);

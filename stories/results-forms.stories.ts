import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { see } from './compass-find';
import { CORE_TEAM, PARTNER, resultsStory } from './results-stage';
import type { ResultsStory } from './results-stage';

const meta: Meta = { title: 'Widgets/Results/Writing, ideas, report' };

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

const FROM_ITEM = /Brieven die iedereen snapt/;
const SAVE = /^(Opslaan|Save)$/;
const ADD = /^(Toevoegen|Add)$/;
const IDEAS = /^(Ideeën|Ideas)$/;
const REPORT = /^(Tussenbericht|Interim report)$/;

export const NewResult: Story = story({ as: CORE_TEAM, path: ['new'] }, 'button', SAVE);
export const NewResultInAColumn: Story = story({ as: PARTNER, path: ['new'], width: 320 }, 'button', SAVE);
/** Of a finished item: its evidence, drivers and parties are there. */
export const OfAnAgendaItem: Story = story({ as: CORE_TEAM, path: ['new', 'item', 'a4'] }, 'button', FROM_ITEM);
export const Values: Story = story({ as: CORE_TEAM, path: ['measure', 'r2'] }, 'button', ADD);

export const Ideas: Story = story({ as: PARTNER, path: ['ideas'] }, 'heading', IDEAS);
export const IdeasForTheCoreTeam: Story = story({ as: CORE_TEAM, path: ['ideas'] }, 'button', /^(Oppakken|Take up)/);
export const IdeasInAColumn: Story = story({ as: PARTNER, path: ['ideas'], width: 320 }, 'heading', IDEAS);
export const NoIdeas: Story = story(
  { path: ['ideas'], rows: (rows) => new Map([...rows].filter(([key]) => !key.startsWith('idea/'))) },
  'heading',
  /^(Nog geen ideeën|No ideas yet)$/,
);
export const AnIdeaOfAnExperience: Story = story(
  { path: ['ideas', 'new', 'experience', 'e2'] },
  'heading',
  /^(Een idee delen|Share an idea)$/,
);

export const Report: Story = story({ as: CORE_TEAM, path: ['report'] }, 'heading', REPORT);
export const ReportInAColumn: Story = story({ as: PARTNER, path: ['report'], width: 320 }, 'heading', REPORT);
export const ReportWithNothingInIt: Story = story({ path: ['report', '2019-01-01', '2019-03-31'] }, 'heading', REPORT);

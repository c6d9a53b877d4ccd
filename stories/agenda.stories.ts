import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CORE_TEAM, MEMBER, agendaStory } from './agenda-sessions-stage';
import type { AgendaStory } from './agenda-sessions-stage';
import { press, reads, see } from './compass-find';

const meta: Meta = {
  title: 'Widgets/Agenda',
  component: 'samen-agenda',
  parameters: {
    docs: { description: { component: 'What can only be changed together, and whose move it is.' } },
  },
};

export default meta;

type Story = StoryObj;
type Role = Parameters<typeof see>[1];

/** A story that is there once this can be seen, by its Dutch or its English name. */
function story(options: AgendaStory, role: Role, name: RegExp): Story {
  return {
    render: () => agendaStory({ as: MEMBER, ...options }),
    play: async ({ canvasElement }) => void (await see(canvasElement, role, name)),
  };
}

const FIRST = /^Eén gezin, één plan$/;

export const Phases: Story = story({ path: [] }, 'link', FIRST);
export const Balls: Story = story({ path: ['show', 'balls'] }, 'heading', /^(Niemand|Nobody)$/);
export const List: Story = story({ path: ['show', 'list'] }, 'table', /./);
export const Quarters: Story = story({ path: ['show', 'timeline'] }, 'link', FIRST);
export const InAColumn: Story = story({ path: [], isNarrow: true }, 'link', FIRST);
export const ListInAColumn: Story = story({ path: ['show', 'list'], isNarrow: true }, 'link', FIRST);

export const NothingFound: Story = story(
  { path: ['show', 'phases', 'signal', 'still'] },
  'heading',
  /^(Geen agendapunten gevonden|No agenda items found)$/,
);

/** Nothing is on it yet: what it is for, and the first step. */
export const Empty: Story = story(
  { path: [], rows: (rows) => new Map([...rows].filter(([key]) => !/^(agendaItem|ball|handover)\//.test(key))) },
  'heading',
  /^(Nog niets op de agenda|Nothing on the agenda yet)$/,
);

/** Nobody has the ball. */
export const NobodysBall: Story = story({ path: ['a8'] }, 'button', /^(Ik pak dit op|I will pick this up)$/);

/** Offered to us, and nobody answered. */
export const Unanswered: Story = story({ path: ['a2'] }, 'button', /^(Aannemen|Accept)$/);
export const UnansweredInAColumn: Story = story({ path: ['a2'], isNarrow: true }, 'button', /^(Aannemen|Accept)$/);

/** Two that look alike, seen by the core team. */
export const LooksAlike: Story = story({ path: ['a3'], as: CORE_TEAM }, 'button', /^(Samenvoegen|Merge)$/);

export const GivingBack: Story = {
  render: () => agendaStory({ as: MEMBER, path: ['a2'] }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^(Teruggeven|Give back)$/);
    await see(canvasElement, 'textbox', /^(Waarom\?|Why\?)$/);
  },
};

export const OnBehalf: Story = {
  render: () => agendaStory({ as: CORE_TEAM, path: ['a2'] }),
  play: async ({ canvasElement }) => {
    (await see(canvasElement, 'group', /^(Meer doen met dit punt|More to do with this item)$/)).setAttribute(
      'open',
      '',
    );
    await press(canvasElement, /^(Namens een andere partij|On behalf of another party)$/);
    await see(canvasElement, 'combobox', /^(Namens wie\?|On behalf of whom\?)$/);
  },
};

export const Writing: Story = story({ path: ['new'] }, 'textbox', /^(Waar gaat het over\?|What is it about\?)/);
export const WritingInAColumn: Story = story(
  { path: ['new'], isNarrow: true },
  'textbox',
  /^(Waar gaat het over\?|What is it about\?)/,
);

/** Not there, or not for who looks: the same. */
export const Gone: Story = {
  render: () => agendaStory({ as: MEMBER, path: ['bestaat-niet'] }),
  play: ({ canvasElement }) =>
    reads(canvasElement, /(Het is gewist, of niet voor jou bedoeld|It was erased, or is not meant for you)/),
};

export const ReadOnly: Story = story(
  { path: ['a8'], readonly: true },
  'heading',
  /^(Niemand heeft de bal|Nobody has the ball)$/,
);

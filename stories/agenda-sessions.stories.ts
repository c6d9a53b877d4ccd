import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { MEMBER, agendaStory } from './agenda-sessions-stage';
import type { AgendaStory } from './agenda-sessions-stage';
import { without } from './agenda-session-rows';
import { press, see, type } from './compass-find';
import type { Name } from './compass-find';

const meta: Meta = { title: 'Widgets/Agenda/Sessions', component: 'samen-agenda' };

export default meta;

type Story = StoryObj;
type Role = Parameters<typeof see>[1];
type Play = (canvas: HTMLElement) => Promise<unknown>;

/** A part of the agenda, fetched late: the story waits for it, and then does something in it. */
function part(options: AgendaStory, role: Role, name: Name, play?: Play): Story {
  return {
    render: () => agendaStory(options),
    play: async ({ canvasElement }) => {
      await see(canvasElement, role, name);
      await play?.(canvasElement);
    },
  };
}

const COMING = /^(Komt eraan|Coming)$/;
const LIST: AgendaStory = { path: ['sessions'] };
const ONE: AgendaStory = { path: ['sessions', 's2'] };
const RUN: AgendaStory = { path: ['run', 's2'] };
const ROUND: AgendaStory = { path: ['silent'] };
const SAVE = /^(Programma opslaan|Save the programme)$/;
const START = /^(Klok starten|Start the clock)$/;
const BEGIN = /^(Beginnen|Begin)$/;

export const Sessions: Story = part(LIST, 'heading', COMING);
export const SessionsInAColumn: Story = part({ ...LIST, isNarrow: true }, 'heading', COMING);
export const SessionsOfAMember: Story = part({ ...LIST, as: MEMBER }, 'heading', COMING);
export const NoSessions: Story = part(
  { ...LIST, rows: (rows) => without(rows, 'session') },
  'heading',
  /^(Nog geen bijeenkomsten|No sessions yet)$/,
);

export const Plan: Story = part({ path: ['sessions', 'new'] }, 'button', /^(Plannen|Plan)$/);
/** Sent without a name: the summary takes the focus. */
export const PlanWithErrors: Story = part(
  { path: ['sessions', 'new'] },
  'button',
  /^(Plannen|Plan)$/,
  async (canvas) => {
    await press(canvas, /^(Plannen|Plan)$/);
    await see(canvas, 'link', /^(Schrijf op|Write what)/);
  },
);

export const Prepare: Story = part(ONE, 'button', SAVE);
export const PrepareInAColumn: Story = part({ ...ONE, isNarrow: true }, 'button', SAVE);
export const Read: Story = part({ ...ONE, as: MEMBER }, 'heading', /^(Programma|Programme)$/);
export const Held: Story = part({ path: ['sessions', 's1'] }, 'heading', /^(Afspraken|Agreements)$/);

const agree: Play = async (canvas) => {
  await press(canvas, START);
  await press(canvas, /^(Afspraak toevoegen|Add an agreement)$/);
  await type(canvas, /^(Afspraak|Agreement) 1:/, 'Elke melding krijgt binnen een dag antwoord');
};
export const Run: Story = part(RUN, 'button', START, agree);
export const RunInAColumn: Story = part({ ...RUN, isNarrow: true }, 'button', START, agree);

/** What everybody sees on the wall. */
export const RunOnTheScreen: Story = part(RUN, 'button', START, async (canvas) => {
  await press(canvas, /^(Op het grote scherm|On the large screen)$/);
  await see(canvas, 'dialog');
});

export const Silent: Story = part(ROUND, 'button', BEGIN);
const begin: Play = async (canvas) => {
  await press(canvas, BEGIN);
  await see(canvas, 'timer');
};
export const SilentOne: Story = part(ROUND, 'button', BEGIN, begin);
export const SilentOneInAColumn: Story = part({ ...ROUND, isNarrow: true }, 'button', BEGIN, begin);
export const SilentAccount: Story = part(ROUND, 'button', BEGIN, async (canvas) => {
  await press(canvas, BEGIN);
  await press(canvas, /^(Afsluiten|Close)$/);
  await see(canvas, 'heading', /^(Dat was het balrondje|That was the ball round)$/);
});

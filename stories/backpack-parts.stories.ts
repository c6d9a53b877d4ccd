import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { findAll, press, reads, see, type } from './compass-find';
import type { Name } from './compass-find';
import { withExperience } from './backpack-rows';
import { AUTHOR, MEMBER, PARTNER, backpackStory, storySpace } from './backpack-stage';
import type { BackpackStory } from './backpack-stage';
import type { ExperienceInput } from '../src/contract/experiences';
import { addDays } from '../src/model/day';
import { newId } from '../src/model/new-id';
import type { PageSpace } from './compass-space';

const meta: Meta = { title: 'Widgets/Backpack/Parts', component: 'samen-backpack' };

export default meta;

type Story = StoryObj;
type Role = Parameters<typeof see>[1];
type Play = (canvas: HTMLElement, space: PageSpace) => Promise<unknown>;

/** A part of the backpack, fetched late: the story waits for it, and then does something in it. */
function part(options: BackpackStory, role: Role, name: Name, play?: Play): Story {
  let space: PageSpace | undefined;
  return {
    render: () => backpackStory(options, (space = storySpace(options))),
    play: async ({ canvasElement }) => {
      await see(canvasElement, role, name);
      if (space) await play?.(canvasElement, space);
    },
  };
}

const NEW: BackpackStory = { path: ['new'] };
const SEND = /^(Delen|Share) /;
const HAPPENED = /^(Wat gebeurde er\?|What happened\?)$/;
const NEXT = /^(Nu: wat ga ik doen|Now: what will I do)/;

export const Compose: Story = part(NEW, 'button', SEND);
export const ComposeInAColumn: Story = part({ ...NEW, isNarrow: true }, 'button', SEND);

/** A partner cannot choose the departments alone. */
export const ComposeAsAPartner: Story = part({ ...NEW, as: PARTNER }, 'button', SEND);

const typeAll: Play = async (canvas) => {
  await type(canvas, HAPPENED, 'Een meneer, geboren op 12-03-1951, kwam met drie brieven. Ik belde met Toegang.');
  await type(canvas, /^(Dus: wat leerde ik|So: what did I learn)/, 'Eerst bellen, dan pas een formulier.');
  await type(canvas, NEXT, 'Ik bel voortaan eerst.');
  await reads(canvas, /geboortedatum|date of birth/);
};

/** What may be of a resident is said beside the field, and blocks nothing. */
export const ComposeWithWarning: Story = part(NEW, 'button', SEND, typeAll);
export const ComposeWithWarningInAColumn: Story = part({ ...NEW, isNarrow: true }, 'button', SEND, typeAll);

/** Sent without a word: the summary takes the focus. */
export const ComposeWithErrors: Story = part(NEW, 'button', SEND, async (canvas) => {
  await press(canvas, SEND);
  await see(canvas, 'link', /./);
});

/** Everything unfolded. */
export const ComposeWithAll: Story = part(NEW, 'button', SEND, async (canvas) => {
  for (const name of [
    /^(Vraag aan anderen|Question to others)$/,
    /^(Drijfveer kiezen|Choose a driver)$/,
    /^(Foto toevoegen|Add a picture)$/,
    /^(Andere taal|Other language)$/,
    /^(Advies welkom|Advice welcome)$/,
  ])
    await press(canvas, name);
});

/** Without a name: it is said honestly who can still find out, and when it is published. */
export const ComposeWithoutAName: Story = part(NEW, 'button', SEND, async (canvas) => {
  await press(canvas, /^(Geen naam|No name)/, 'radio');
  await reads(canvas, /7[.:]00/);
});

const fresh = (title: string, more: Partial<ExperienceInput> = {}): ExperienceInput => ({
  id: newId(),
  version: 0,
  title,
  kind: 'lesson',
  whatHappened: 'Twee keer hetzelfde gesprek, met dezelfde mevrouw.',
  whatNext: 'Wij maken er één lijst van.',
  adviceWelcome: false,
  driverIds: [],
  language: 'nl',
  authorShownAs: 'jobTitle',
  audience: 'internal',
  ...more,
});

/** "Nu: wat ga ik doen" was fifteen days ago: one is asked what became of it. */
const due: BackpackStory = {
  path: ['mine'],
  as: AUTHOR,
  rows: (rows, today) => withExperience(rows, 'e2', { writtenOn: addDays(today, -15), followUp: undefined }),
};
export const MineToFollowUp: Story = part(due, 'button', /^(Nog bezig|Still busy)$/);
export const MineToFollowUpInAColumn: Story = part({ ...due, isNarrow: true }, 'button', /^(Nog bezig|Still busy)$/);

const MORE = /^(Meer bij|More about) /;

/** What somebody wrote, and what became of "nu: wat ga ik doen". */
export const Mine: Story = part({ path: ['mine'], as: AUTHOR }, 'button', MORE);
export const MineInAColumn: Story = part({ path: ['mine'], as: AUTHOR, isNarrow: true }, 'button', MORE);

export const MineWithAMenu: Story = part({ path: ['mine'], as: AUTHOR }, 'button', MORE, async (canvas) => {
  findAll(canvas, 'button', MORE)[0]?.click();
  await see(canvas, 'button', /^(Wissen|Erase)$/);
});

/** What others do not see yet says so. */
export const MineWaiting: Story = part(
  { path: ['mine'], as: MEMBER },
  'heading',
  /^(Mijn rugzak|My backpack)$/,
  async (canvas, space) => {
    await space.write(
      MEMBER,
      'saveExperience',
      fresh('Ik durfde het niet te vragen', { authorShownAs: 'anonymous', audience: 'everyone' }),
    );
    await space.write(MEMBER, 'saveExperience', fresh('Alleen voor mij', { authorShownAs: 'named', audience: 'me' }));
    await reads(canvas, /7[.:]00/);
  },
);

export const MineBlank: Story = part(
  { path: ['mine'], as: MEMBER },
  'heading',
  /^(Je deelde nog niets|You have not shared)/,
);

/** What is to be changed, and only more open than it was. */
export const Edit: Story = part({ path: ['edit', 'e2'], as: AUTHOR }, 'button', SEND);

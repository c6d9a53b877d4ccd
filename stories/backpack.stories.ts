import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { withExperience, withPicture, withoutExperiences } from './backpack-rows';
import { AUTHOR, CORE_TEAM, PARTNER, backpackStory, storySpace } from './backpack-stage';
import type { BackpackStory } from './backpack-stage';
import { press, reads, see, type } from './compass-find';
import { newId } from '../src/model/new-id';

const meta: Meta = {
  title: 'Widgets/Backpack',
  component: 'samen-backpack',
  parameters: {
    docs: {
      description: {
        component: 'Short stories of what worked, what was learned and what is not known yet: the newest on top.',
      },
    },
  },
};

export default meta;

type Story = StoryObj;
type Role = Parameters<typeof see>[1];

/** A story that is there once this can be seen, by its Dutch or its English name. */
function story(options: BackpackStory, role: Role, name: RegExp): Story {
  return {
    render: () => backpackStory(options),
    play: async ({ canvasElement }) => void (await see(canvasElement, role, name)),
  };
}

const FIRST = /^Samen één gesprek$/;

export const Wide: Story = story({}, 'article', FIRST);

/** Filters behind one button. */
export const InAColumn: Story = story({ isNarrow: true }, 'article', FIRST);

export const FiltersInAColumn: Story = {
  render: () => backpackStory({ isNarrow: true }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Filters');
    await see(canvasElement, 'combobox', /^(Partij|Party)$/);
  },
};

export const Filtered: Story = story(
  { kind: 'lesson', driver: 'd-samen' },
  'button',
  /^(Filters wissen|Clear filters)$/,
);

export const NothingFound: Story = story(
  { kind: 'lesson', party: 'par-jeugd' },
  'heading',
  /^(Niets gevonden|Nothing found)$/,
);

/** Nobody shared anything yet: what this is for, and the first step. */
export const Empty: Story = story(
  { rows: withoutExperiences },
  'heading',
  /^(Nog niets in de rugzak|Nothing in the backpack yet)$/,
);

/** Pinned, with a picture, with a name, in another language, without a name. */
export const AllKindsOfCards: Story = story(
  {
    as: AUTHOR,
    rows: (rows) => {
      let all = withExperience(rows, 'e12', { isPinned: true });
      all = withPicture(all, 'e1');
      all = withExperience(all, 'e4', {
        authorShownAs: 'named',
        author: { name: 'Noor Bakker', jobTitle: 'sociaal werker', partyId: 'par-welzijn' },
      });
      all = withExperience(all, 'e14', {
        title: 'A room nearby',
        whatHappened: 'I needed a quiet place. See https://example.org/rooms.',
        whatLearned: 'Asking is enough.',
        whatNext: undefined,
        askOthers: undefined,
        language: 'en',
      });
      return withExperience(all, 'e7', {
        author: { name: '', jobTitle: '', partyId: 'par-vrijwillig', isFormer: true },
      });
    },
  },
  'img',
  /^Even bellen scheelt een week$/,
);

/** What somebody else just shared waits at the door. */
export const Arrivals: Story = {
  render: () => {
    const space = storySpace();
    setTimeout(() => {
      void space.write(PARTNER, 'saveExperience', {
        id: newId(),
        version: 0,
        title: 'De sleutel lag bij de buren',
        kind: 'success',
        whatHappened: 'Ik belde aan bij de buren. Zij hadden de sleutel.',
        adviceWelcome: false,
        driverIds: ['d-dichtbij'],
        language: 'nl',
        authorShownAs: 'jobTitle',
        audience: 'everyone',
      });
    }, 600);
    return backpackStory({}, space);
  },
  play: async ({ canvasElement }) =>
    void (await see(canvasElement, 'button', /^(1 nieuwe ervaring, tonen|1 new experience, show)$/)),
};

/** One experience, as a link leads to it, with what was said. */
export const One: Story = {
  render: () => backpackStory({ path: ['e2'] }),
  play: ({ canvasElement }) => reads(canvasElement, /Mag ik het laten zien/),
};

export const OneInAColumn: Story = {
  ...One,
  render: () => backpackStory({ path: ['e2'], isNarrow: true }),
};

/** Advice is not open yet: three days old, and nobody asked anything. */
export const QuestionFirst: Story = {
  render: () => backpackStory({ path: ['e12'] }),
  play: async ({ canvasElement }) =>
    void (await see(canvasElement, 'textbox', /^(Stel eerst een vraag|Ask a question first)$/)),
};

/** The author reads what others asked. */
export const Answering: Story = {
  render: () => backpackStory({ as: AUTHOR, path: ['e2'] }),
  play: async ({ canvasElement }) => void (await see(canvasElement, 'textbox', /^(Je antwoord|Your answer)$/)),
};

/** It was erased, hidden, or is not for whoever follows the link. */
export const Gone: Story = story(
  { as: PARTNER, path: ['e12'] },
  'heading',
  /^(Deze ervaring is er niet|This experience is not here)$/,
);

/** What a member can do more with a card. */
export const Actions: Story = {
  render: () => backpackStory(),
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^(Meer bij|More about) Even bellen/);
    await see(canvasElement, 'button', /^(Melden|Report)$/);
  },
};

/** What its author can do. */
export const ActionsOfTheAuthor: Story = {
  render: () => backpackStory({ as: AUTHOR }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^(Meer bij|More about) Samen één gesprek/);
    await see(canvasElement, 'button', /^(Wissen|Erase)$/);
  },
};

export const ActionsInAColumn: Story = {
  render: () => backpackStory({ as: CORE_TEAM, isNarrow: true }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^(Meer bij|More about) Even bellen/);
    await see(canvasElement, 'button', /^(Verbergen|Hide)$/);
  },
};

export const Hiding: Story = {
  render: () => backpackStory({ as: CORE_TEAM }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^(Meer bij|More about) Even bellen/);
    await press(canvasElement, /^(Verbergen|Hide)$/);
    await see(canvasElement, 'textbox', /^(Waarom verberg|Why do you hide)/);
  },
};

export const Reporting: Story = {
  render: () => backpackStory({ isNarrow: true }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^(Meer bij|More about) Even bellen/);
    await press(canvasElement, /^(Melden|Report)$/);
    await see(canvasElement, 'textbox', /^(Wat is er niet goed|What is not right)/);
  },
};

export const MakingANeed: Story = {
  render: () => backpackStory(),
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^(Meer bij|More about) Even bellen/);
    await press(canvasElement, /^(Maak er een behoefte van|Make it a need)$/);
    await see(canvasElement, 'textbox', /^(Wat wil je vragen|What would you like to ask)/);
  },
};

/** Its author reads why the core team hid it. */
export const HiddenFromOthers: Story = {
  render: () =>
    backpackStory({
      as: AUTHOR,
      path: ['e12'],
      rows: (rows, today) =>
        withExperience(rows, 'e12', { hidden: { reason: 'Hier staat de naam van een inwoner.', on: today } }),
    }),
  play: ({ canvasElement }) => reads(canvasElement, /Hier staat de naam van een inwoner/),
};

/** Keeping order: what waits, what was reported, what was done. */
export const Moderation: Story = {
  render: () => {
    const space = storySpace({ rows: (rows) => withExperience(rows, 'e10', { status: 'pending' }) });
    const reported = space.write(PARTNER, 'reportExperience', { id: 'e1', reason: 'Volgens mij klopt dit niet.' });
    void reported.then(() =>
      space.write(CORE_TEAM, 'hideExperience', { id: 'e15', reason: 'Er stond een telefoonnummer in.' }),
    );
    return backpackStory({ as: CORE_TEAM, path: ['moderation'] }, space);
  },
  play: async ({ canvasElement }) => {
    await see(canvasElement, 'button', /^(Goedkeuren|Approve)$/);
    await reads(canvasElement, /telefoonnummer/);
  },
};

export const Searching: Story = {
  render: () => backpackStory(),
  play: async ({ canvasElement }) => {
    await type(canvasElement, /^(Zoek in ervaringen|Search experiences)$/, 'lijst', 'searchbox');
    await see(canvasElement, 'article', /^Twee keer hetzelfde werk$/);
  },
};

export const NothingWithTheseWords: Story = {
  render: () => backpackStory(),
  play: async ({ canvasElement }) => {
    await type(canvasElement, /^(Zoek in ervaringen|Search experiences)$/, 'vliegtuig', 'searchbox');
    await see(canvasElement, 'heading', /‘vliegtuig’|“vliegtuig”/);
  },
};

/** An editor asked for three, in a side column, without a way to share. */
export const ThreeInASideColumn: Story = story(
  { isNarrow: true, limit: 3, composer: 'none' },
  'button',
  /^(Oudere ervaringen tonen|Show older experiences)$/,
);

export const ReadOnly: Story = story({ readonly: true }, 'article', FIRST);

/** An editor looks as a partner would. */
export const PreviewPartner: Story = story({ preview: 'partner' }, 'article', /^Even bellen scheelt een week$/);

/** Signed in, and not one of those who work together here. */
export const NotAMember: Story = {
  render: () => backpackStory({ as: 'gast' }),
  play: ({ canvasElement }) => reads(canvasElement, /geen deelnemer|not a member/),
};

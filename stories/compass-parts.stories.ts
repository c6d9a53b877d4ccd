import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { press, see, type } from './compass-find';
import type { Name } from './compass-find';
import { inSetup, withOpenRound, withoutRounds } from './compass-rows';
import { CORE_TEAM, PARTNER, compassStory } from './compass-stage';
import type { CompassStory } from './compass-stage';
import { newId } from '../src/model/new-id';
import type { SetupStep } from '../src/model/types';

const meta: Meta = { title: 'Widgets/Compass/Parts', component: 'samen-compass' };

export default meta;

type Story = StoryObj;
type Role = Parameters<typeof see>[1];
type Play = (canvas: HTMLElement) => Promise<unknown>;

/** A part of the compass, fetched late: the story waits for it, and then does something in it. */
function part(options: CompassStory, role: Role, name: Name, play?: Play): Story {
  return {
    render: () => compassStory(options),
    play: async ({ canvasElement }) => {
      await see(canvasElement, role, name);
      await play?.(canvasElement);
    },
  };
}

const CHECK_IN: CompassStory = { rows: withOpenRound, path: ['check-in'] };
const NEXT = /^(Volgende|Next)$/;
const SAVE = /^(Opslaan|Save)$/;

export const CheckIn: Story = part(CHECK_IN, 'button', NEXT);
export const CheckInInAColumn: Story = part({ ...CHECK_IN, isNarrow: true }, 'button', NEXT);

/** Going on without an answer: the error is said above the answers and in a summary. */
export const CheckInWithoutAnswer: Story = part(CHECK_IN, 'button', NEXT, async (canvas) => {
  await press(canvas, NEXT);
  await see(canvas, 'link');
});

export const CheckInTyped: Story = part(CHECK_IN, 'button', NEXT, async (canvas) => {
  await press(canvas, /^(Kan beter|Could be better)$/, 'radio');
  await type(canvas, /^(Wil je er iets bij zeggen|Would you)/, 'De ene week wel, de andere week niet.');
});

/** Somebody follows a link to a check-in that is over. */
export const CheckInWithoutRound: Story = part({ path: ['check-in'] }, 'button', /^(Stoppen|Stop)$/);

export const Driver: Story = part({ path: ['driver', 'd-open'] }, 'table', /^(Per groep|By group)$/);
export const DriverInAColumn: Story = part(
  { path: ['driver', 'd-open'], isNarrow: true },
  'table',
  /^(Per groep|By group)$/,
);

/** In round 2 two groups are hidden: one is too small, one protects it. */
export const DriverWithHiddenGroups: Story = part({ path: ['driver', 'd-open'] }, 'combobox', /./, async (canvas) => {
  const choice = (await see(canvas, 'combobox')) as HTMLSelectElement;
  choice.value = 'ronde-2';
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await see(canvas, 'table', /^(Per groep|By group)$/);
});

export const Needs: Story = part({ path: ['needs'], as: 'par-zorg-2' }, 'article', /./);
export const NeedsInAColumn: Story = part({ path: ['needs'], isNarrow: true }, 'article', /./);
export const NeedsToMatch: Story = part({ path: ['needs'] }, 'button', /^(Koppelen|Match)$/);
export const NeedsOfTheAsker: Story = part({ path: ['needs'], as: PARTNER }, 'button', /^(Vervuld|Fulfilled)$/);

export const NoNeeds: Story = part(
  { path: ['needs'], rows: (rows) => new Map([...rows].filter(([key]) => !/^(need|meaning)\//.test(key))) },
  'heading',
  /^(Nog geen vraag of aanbod|No asks or offers yet)$/,
);

const NEW_ASK = /^(Vraag toevoegen|Add an ask)$/;

export const NewNeed: Story = part({ path: ['needs'] }, 'article', /./, async (canvas) => {
  await press(canvas, NEW_ASK);
  await see(canvas, 'dialog');
});

export const NewNeedInAColumn: Story = { ...NewNeed, render: () => compassStory({ path: ['needs'], isNarrow: true }) };

export const NewNeedWithoutText: Story = part({ path: ['needs'] }, 'article', /./, async (canvas) => {
  await press(canvas, NEW_ASK);
  await press(await see(canvas, 'dialog'), SAVE);
  await see(canvas, 'textbox');
});

export const MyMeaning: Story = part({ path: ['needs'] }, 'article', /./, async (canvas) => {
  await press(canvas, /^(Mijn kaart aanpassen|Change my card)$/);
  await see(canvas, 'dialog');
});

/** A partner cannot choose a card for the departments only. */
export const MeaningOfAPartner: Story = part({ path: ['needs'], as: PARTNER }, 'article', /./, async (canvas) => {
  await press(canvas, /^(Mijn kaart schrijven|Write my card)$/);
  await see(canvas, 'dialog');
});

const TASK: CompassStory = { as: CORE_TEAM };

export const EditIntention: Story = part({ ...TASK, path: ['edit', 'intention'] }, 'button', SAVE);
export const EditIntentionInAColumn: Story = part(
  { ...TASK, path: ['edit', 'intention'], isNarrow: true },
  'button',
  SAVE,
);

export const EditIntentionWithErrors: Story = part(
  { ...TASK, path: ['edit', 'intention'] },
  'button',
  SAVE,
  async (canvas) => {
    await type(canvas, /^(Onze bedoeling, in één zin|Our intention)/, '');
    await press(canvas, SAVE);
    await see(canvas, 'link');
  },
);

export const OpenARound: Story = part({ ...TASK, path: ['edit', 'open-round'] }, 'date', /./);

export const CloseARound: Story = part(
  { ...TASK, rows: withOpenRound, path: ['edit', 'close-round'] },
  'button',
  /^(Ronde sluiten|Close the round)$/,
);

export const Phases: Story = part({ ...TASK, path: ['edit', 'phases'] }, 'button', SAVE);
export const PhasesInAColumn: Story = part({ ...TASK, path: ['edit', 'phases'], isNarrow: true }, 'button', SAVE);

/** Nothing is here yet: whoever comes first makes the space, in this browser. */
export const SetUpBlank: Story = {
  render: () => html`<samen-compass backend="local:" space=${newId()}></samen-compass>`,
  play: async ({ canvasElement }) => void (await see(canvasElement, 'button', /^(Beginnen|Begin)$/)),
};

const setUp = (step: SetupStep, name: Name, play?: Play, isNarrow = false): Story =>
  part({ ...TASK, rows: (rows) => inSetup(rows, step), isNarrow }, 'button', name, play);

const OPEN = /^(Ronde openen|Open a round)$/;
const DONE = /^(Klaar|Done)$/;

export const SetUpParties: Story = setUp('parties', NEXT);
export const SetUpPeople: Story = setUp('people', NEXT);
export const SetUpIntention: Story = setUp('intention', NEXT);
export const SetUpDrivers: Story = setUp('drivers', NEXT);
export const SetUpFirstRound: Story = setUp('round', OPEN);
export const SetUpFirstItems: Story = setUp('items', DONE);

/** Somebody without a job title: what to do is said above the field and in a summary. */
export const SetUpPeopleWithErrors: Story = setUp('people', NEXT, async (canvas) => {
  await press(canvas, /^(Toevoegen|Add)$/);
  await see(canvas, 'link');
});

export const SetUpPartiesInAColumn: Story = setUp('parties', NEXT, undefined, true);
export const SetUpPeopleInAColumn: Story = setUp('people', NEXT, undefined, true);
export const SetUpFirstItemsInAColumn: Story = setUp('items', DONE, undefined, true);

const TO_COMPASS = /^(Kompas|Compass)$/;

/** After the first hour: what comes this month. */
export const FirstMonth: Story = part({ ...TASK, rows: withoutRounds, path: ['edit', 'month'] }, 'button', TO_COMPASS);
export const FirstMonthInAColumn: Story = part(
  { ...TASK, rows: withOpenRound, path: ['edit', 'month'], isNarrow: true },
  'button',
  TO_COMPASS,
);

/** Every screen of the compass, to look at one after the other. */
import type { Locator, Page } from 'playwright-core';

const WORDS = {
  nl: {
    compass: 'Kompas',
    needs: 'Vraag en aanbod',
    addAsk: 'Vraag toevoegen',
    history: 'Alle rondes',
    openRound: 'Ronde openen',
    closeRound: 'Ronde sluiten',
    intention: 'Bedoeling aanpassen',
    phases: 'Fasen aanpassen',
    perGroup: 'Per groep',
    next: 'Volgende',
  },
  en: {
    compass: 'Compass',
    needs: 'Asks and offers',
    addAsk: 'Add an ask',
    history: 'All rounds',
    openRound: 'Open a round',
    closeRound: 'Close the round',
    intention: 'Change the intention',
    phases: 'Change the phases',
    perGroup: 'By group',
    next: 'Next',
  },
} as const;

export type Language = keyof typeof WORDS;
type Words = (typeof WORDS)[Language];

interface Screen {
  name: string;
  /** Where it is, in the address of the page. */
  at: string;
  /** What is on it once it is drawn, data and all. */
  drawn: (compass: Locator, words: Words) => Locator;
  /** What is done there before it is looked at. */
  first?: (compass: Locator, words: Words) => Promise<void>;
  /** What is done there before one goes on. */
  last?: (compass: Locator, words: Words) => Promise<void>;
}

const heading = (compass: Locator, name: string) => compass.getByRole('heading', { name, exact: true });

const SCREENS: readonly Screen[] = [
  {
    name: 'the compass',
    at: 'compass',
    drawn: (compass, { needs }) => compass.getByRole('button', { name: needs, exact: true }),
  },
  {
    name: 'a driver',
    at: 'compass/driver/d-samen',
    drawn: (compass, { perGroup }) => compass.getByRole('table', { name: perGroup }),
    // The second round hides two groups.
    first: async (compass) => void (await compass.getByRole('combobox').selectOption({ index: 1 })),
  },
  {
    name: 'needs',
    at: 'compass/needs',
    drawn: (compass) => compass.getByRole('article').first(),
  },
  {
    name: 'asking',
    at: 'compass/needs',
    drawn: (compass, { addAsk }) => compass.getByRole('button', { name: addAsk, exact: true }),
    first: async (compass, { addAsk }) => {
      await compass.getByRole('button', { name: addAsk, exact: true }).click();
      await compass.getByRole('dialog', { name: addAsk }).waitFor();
    },
    last: async (compass, { addAsk }) => {
      await compass.page().keyboard.press('Escape');
      await compass.getByRole('dialog', { name: addAsk }).waitFor({ state: 'hidden' });
    },
  },
  { name: 'history', at: 'compass/history', drawn: (compass) => compass.getByRole('table').first() },
  {
    name: 'the intention',
    at: 'compass/edit/intention',
    drawn: (compass, { intention }) => heading(compass, intention).and(compass.getByRole('heading')),
    first: (compass) => compass.getByRole('textbox').first().waitFor(),
  },
  {
    name: 'phases',
    at: 'compass/edit/phases',
    drawn: (compass, { phases }) => heading(compass, phases),
    first: (compass) => compass.getByRole('textbox').first().waitFor(),
  },
  {
    name: 'opening a round',
    at: 'compass/edit/open-round',
    drawn: (compass, { openRound }) => compass.getByRole('button', { name: openRound, exact: true }),
    last: async (compass, { openRound, needs }) => {
      await compass.getByRole('button', { name: openRound, exact: true }).click();
      await compass.getByRole('button', { name: needs, exact: true }).waitFor();
    },
  },
  {
    name: 'checking in',
    at: 'compass/check-in',
    drawn: (compass) => compass.getByRole('radio').first(),
    // With an error shown: there is most to see.
    first: async (compass, { next }) => {
      await compass.getByRole('button', { name: next, exact: true }).click();
      await compass.getByRole('list').first().waitFor();
    },
  },
  {
    name: 'closing a round',
    at: 'compass/edit/close-round',
    drawn: (compass, { closeRound }) => compass.getByRole('button', { name: closeRound, exact: true }),
  },
];

async function goTo(compass: Locator, { at, drawn, first }: Screen, words: Words): Promise<void> {
  await compass.page().evaluate((path) => {
    location.hash = `#samen=${path}`;
  }, at);
  await drawn(compass, words).waitFor();
  await first?.(compass, words);
}

/** Goes to these screens, or to every one, and looks at each. The person must be of the core team. */
export async function eachScreen(
  page: Page,
  look: (screen: string, compass: Locator) => Promise<void>,
  { language = 'nl', only }: { language?: Language; only?: readonly string[] } = {},
): Promise<void> {
  const words = WORDS[language];
  const compass = page.getByRole('region', { name: words.compass, exact: true });
  await compass.waitFor();
  for (const screen of SCREENS.filter(({ name }) => only?.includes(name) ?? true)) {
    await goTo(compass, screen, words);
    await look(screen.name, compass);
    await screen.last?.(compass, words);
  }
}

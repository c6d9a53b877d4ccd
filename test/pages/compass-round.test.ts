import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { expectedCells, expectedGroups } from './expected-release';
import type { ExpectedParty, GivenCheckIn } from './expected-release';
import {
  Visit,
  backToCompass,
  become,
  checkIn,
  closeRound,
  compassOn,
  groupsShown,
  openDemonstration,
  openDriver,
  openRound,
  openSite,
  untilDrawn,
} from './support';
import type { Answer, Site } from './support';
import { everythingIn, everythingShown, everythingStored, figuresIn, figuresInMemory } from './whereabouts';

const DRIVERS = ['De inwoner eerst', 'Samen eigenaar', 'Open en eerlijk', 'Leren door te doen', 'Dichtbij en simpel'];
/** How many of each party check in: two groups shown, one hidden to protect, two too small, three absent. */
const ATTENDANCE: readonly (readonly [partyId: string, count: number])[] = [
  ['afd-beleid', 2],
  ['afd-toegang', 6],
  ['afd-werk', 5],
  ['par-welzijn', 5],
  ['par-jeugd', 2],
];
const CORE_TEAM = 'afd-beleid-1';
const ALL: readonly Answer[] = ['Goed', 'Kan beter', 'Gaat niet'];
/** On the third driver ten people write, on the fourth nine: one too few to show. */
const SHOWN_WRITERS = 10;
const HIDDEN_WRITERS = 9;

interface Attendee extends GivenCheckIn {
  personId: string;
  notes: Readonly<Record<number, string>>;
}

/** On the first driver all of a party answer alike, on the second all but one, on the others they differ. */
function attendees(): Attendee[] {
  const all = ATTENDANCE.flatMap(([partyId, count]) =>
    Array.from({ length: count }, (_, index) => ({ partyId, index })),
  );
  return all.map(({ partyId, index }, order) => ({
    partyId,
    personId: `${partyId}-${String(index + 1)}`,
    answers: [
      'Goed',
      index === 0 ? 'Gaat niet' : 'Kan beter',
      ...[0, 1, 2].map((more) => ALL[(index + more) % (more + 2)] ?? 'Goed'),
    ] as Answer[],
    notes: Object.fromEntries([
      ...(order < SHOWN_WRITERS ? [[2, `Zin om te tonen ${String(order)}.`] as const] : []),
      ...(order < HIDDEN_WRITERS ? [[3, `Kanarie ${String(order)} blijft geheim.`] as const] : []),
    ]),
  }));
}

describe('a round of the compass', { concurrency: 1 }, () => {
  let site: Site;
  let visitor: Visit;
  let page: Page;
  let compass: Locator;
  let parties: ExpectedParty[];
  const everyone = attendees();
  const hiddenParties = () =>
    expectedGroups(parties, everyone).flatMap((group) => (group.hidden ? [...group.parties] : []));

  before(async () => {
    const text = await readFile(new URL('../../data/lindeveld.json', import.meta.url), 'utf8');
    const { organisaties } = JSON.parse(text) as { organisaties: { id: string; soort: string; naam: string }[] };
    parties = organisaties.map(({ id, soort, naam }) => ({ id, name: naam, isPartner: soort === 'partner' }));
    site = await openSite();
    visitor = await Visit.begin(site);
    ({ page, compass } = await openDemonstration(visitor));
  });
  after(async () => {
    await visitor.end();
    await site.close();
  });

  it('is opened by the core team, taken part in by many, and closed', async () => {
    await become(page, CORE_TEAM);
    await openRound(compass);
    for (const { personId, answers, notes } of everyone) {
      await become(page, personId);
      await checkIn(
        compass,
        answers.map((answer, driver) => ({ answer, ...(notes[driver] ? { note: notes[driver] } : {}) })),
      );
    }
    await become(page, CORE_TEAM);
    await closeRound(compass);
    await compass.getByText(/^Ronde 4, gesloten op/).waitFor();
    await compass.getByText(`${String(everyone.length)} mensen deden mee aan ronde 4.`).waitFor();
  });

  it('shows and hides groups as the rule wants', async () => {
    const groups = expectedGroups(parties, everyone);
    assert.deepEqual(
      groups.map(({ hidden }) => hidden).sort(),
      [false, false, 'protectsOthers', 'tooFew', 'tooFew', 'tooFew', 'tooFew', 'tooFew'].sort(),
      'the attendance makes every kind of group',
    );
    let mostly = 0;
    for (const [index, driver] of DRIVERS.entries()) {
      await openDriver(compass, driver);
      const shown = new Map((await groupsShown(compass)).map(([name = '', ...cells]) => [name, cells]));
      for (const group of groups) {
        const name = parties.find(({ id }) => id === group.parties[0])?.name ?? '';
        const cells =
          group.hidden === 'tooFew'
            ? ['verborgen minder dan 5 antwoorden']
            : group.hidden
              ? ['verborgen beschermt een andere groep']
              : expectedCells(group.parties, index, everyone);
        assert.deepEqual(shown.get(name), cells, `${name} on ${driver}`);
        if (cells[0]?.startsWith('De meesten')) mostly += 1;
      }
      assert.equal(shown.size, groups.length);
      await backToCompass(compass);
    }
    assert(mostly > 0, 'some group nearly all answered alike');
  });

  it('says why groups are hidden', async () => {
    await openDriver(compass, 'Samen eigenaar');
    await compass.getByText('Waarom zijn groepen verborgen?').waitFor();
    await compass.getByText('Van een groep met minder dan 5 antwoorden laten we niets zien.').waitFor();
    await compass.getByText('Soms verbergen we ook een tweede groep. Anders kan iemand het uitrekenen.').waitFor();
    await backToCompass(compass);
  });

  it('shows sentences from ten writers on a driver, and none from nine', async () => {
    await openDriver(compass, 'Open en eerlijk');
    const heading = compass.getByRole('heading', { name: 'Wat mensen erbij schreven' });
    await heading.waitFor();
    for (const note of everyone.flatMap(({ notes }) => notes[2] ?? [])) await compass.getByText(`‘${note}’`).waitFor();
    await backToCompass(compass);
    await openDriver(compass, 'Leren door te doen');
    await groupsShown(compass);
    assert.equal(await heading.count(), 0);
    await backToCompass(compass);
  });

  const nothingIsShown = async () => {
    for (const driver of DRIVERS) {
      await openDriver(compass, driver);
      await groupsShown(compass);
      assert.doesNotMatch(await everythingShown(page), /Kanarie \d/);
      await backToCompass(compass);
    }
    assert.deepEqual(await figuresInMemory(page, hiddenParties()), [], 'in memory: what people answered');
  };
  const nothingIsStored = async (database?: string) => {
    const stored = Object.entries(await everythingStored(page));
    assert(stored.length > 50, 'what is stored was found');
    const telling = stored.filter(
      ([key, value]) =>
        /checkIn\//.test(key) ||
        /Kanarie \d/.test(JSON.stringify(value)) ||
        figuresIn(everythingIn(value), hiddenParties()).length > 0,
    );
    const keys = telling.map(([key]) => key).filter((key) => !database || key.startsWith(database));
    assert.deepEqual(keys, [], 'stored: what people answered');
  };

  it('shows no figures of hidden groups and no single answer, and has none in memory', nothingIsShown);

  it('leaves no figures of hidden groups and no single check-in in the space', () => nothingIsStored('samen-local'));

  it('leaves no single check-in in what the browser keeps besides', () => nothingIsStored());

  it('is all there after loading the page anew, and nothing more', async () => {
    await page.reload();
    await untilDrawn(compassOn(page));
    await compass.getByText(/^Ronde 4, gesloten op/).waitFor();
    await nothingIsShown();
    await openDriver(compass, 'De inwoner eerst');
    const shown = await groupsShown(compass);
    assert.deepEqual(
      shown.find(([name]) => name === 'Welzijnswerk'),
      ['Welzijnswerk', 'De meesten: goed'],
    );
    await backToCompass(compass);
  });

  it('shows nothing more to somebody who checked in', async () => {
    await become(page, 'afd-werk-2');
    await untilDrawn(compass);
    await nothingIsShown();
  });
});

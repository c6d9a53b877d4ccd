import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { groupsShown, openDemonstration, openDriver, openSite, visit } from './support';
import type { Site } from './support';

const TOO_FEW = 'verborgen minder dan 5 antwoorden';
const PROTECTS = 'verborgen beschermt een andere groep';

describe('the three rounds of the demonstration', () => {
  let site: Site;
  before(async () => (site = await openSite()));
  after(() => site.close());

  it('show and hide the groups that the domain lists', () =>
    visit(site, {}, async (visitor) => {
      const { compass } = await openDemonstration(visitor);
      await openDriver(compass, 'Samen eigenaar');
      const shownIn = async (round: number) => {
        const choice = compass.getByLabel('Ronde', { exact: true });
        const [label] = await choice.getByRole('option', { name: `Ronde ${String(round)}` }).allTextContents();
        await choice.selectOption({ label: label ?? '' });
        const rows = await groupsShown(compass);
        return {
          shown: rows.filter((row) => !row.join(' ').includes('verborgen')).map(([name = '']) => name),
          hidden: new Map(
            rows.filter((row) => row.join(' ').includes('verborgen')).map(([name = '', why]) => [name, why]),
          ),
        };
      };

      const first = await shownIn(1);
      assert.equal(first.shown.length, 5);
      assert.deepEqual([...first.hidden.values()], [TOO_FEW, TOO_FEW, TOO_FEW]);

      const second = await shownIn(2);
      assert.deepEqual(second.shown, [
        'Beleid Samenleving',
        'Toegang Zorg en Jeugd',
        'Werk en Inkomen',
        'Welzijnswerk',
      ]);
      assert.equal(second.hidden.get('Vrijwilligers bij geldzorgen'), TOO_FEW);
      assert.equal(second.hidden.get('Jeugdhulp'), PROTECTS);

      const third = await shownIn(3);
      assert.equal(third.shown.length, 6);
      assert.equal(third.hidden.size, 0);
    }));

  it('count nine people in "Andere partners samen", and say who they are', () =>
    visit(site, {}, async (visitor) => {
      const { compass } = await openDemonstration(visitor);
      await openDriver(compass, 'Samen eigenaar');
      const others = (await groupsShown(compass)).find(([name = '']) => name.startsWith('Andere partners samen'));
      assert.match(others?.[0] ?? '', /Dit zijn Zorg thuis, Woningcorporatie, Vrijwilligers bij geldzorgen\./);
      assert.equal(
        others?.slice(1).reduce((sum, count) => sum + Number(count), 0),
        9,
      );
    }));

  it('say in a sentence why groups are hidden, and only where some are', () =>
    visit(site, {}, async (visitor) => {
      const { compass } = await openDemonstration(visitor);
      await openDriver(compass, 'Samen eigenaar');
      await groupsShown(compass);
      assert.equal(await compass.getByText('Waarom zijn groepen verborgen?').count(), 0);
      await compass.getByLabel('Ronde', { exact: true }).selectOption({ index: 1 });
      await compass.getByText('Waarom zijn groepen verborgen?').waitFor();
      await compass.getByText('Van een groep met minder dan 5 antwoorden laten we niets zien.').waitFor();
      await compass.getByText('Anders kan iemand het uitrekenen.').waitFor();
    }));
});

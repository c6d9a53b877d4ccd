/** The backpack over a real server: colleagues, and a partner who is told nothing of what is not theirs. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AUTHOR, CORE_TEAM, MEMBER, PARTNER, ask, card, openBackpack, share } from './backpack-support';
import { LIMIT, openServedSite, visit } from './support';
import type { Site } from './support';
import { everythingShown, everythingStored } from './whereabouts';

/** A word that is in nothing but the post for the departments. */
const SECRET = 'Zonnebloemkluis';

describe('the backpack, by two people at one server', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('shows each what the other shares, without moving what is being read', LIMIT, () =>
    visit(site, {}, (one) =>
      visit(site, {}, async (other) => {
        const reader = await openBackpack(site, one);
        const writer = await openBackpack(site, other, { as: PARTNER });
        const first = await reader.backpack.getByRole('article').first().getAttribute('aria-labelledby');
        await writer.backpack.getByRole('button', { name: 'Ervaring delen', exact: true }).click();
        await writer.backpack.getByRole('textbox', { name: 'Wat gebeurde er?' }).fill('De sleutel lag bij de buren.');
        await writer.backpack.getByLabel('Titel (optioneel)').fill('De buren wisten het');
        await writer.backpack.getByRole('button', { name: /^Delen met/ }).click();
        await card(writer.backpack, 'De buren wisten het').waitFor();
        const door = reader.backpack.getByRole('button', { name: '1 nieuwe ervaring, tonen', exact: true });
        await door.waitFor();
        assert.equal(await reader.backpack.getByRole('article').first().getAttribute('aria-labelledby'), first);
        await door.click();
        await card(reader.backpack, 'De buren wisten het').waitFor();
        await card(reader.backpack, 'De buren wisten het')
          .getByRole('button', { name: /^Herkenbaar/ })
          .click();
        await card(writer.backpack, 'De buren wisten het').getByText('Herkenbaar 1').waitFor();
      }),
    ),
  );

  it('asks first, is answered, and then may advise', LIMIT, () =>
    visit(site, {}, (one) =>
      visit(site, {}, async (other) => {
        const title = 'Wie weet hoe dit moet';
        await share(site, AUTHOR, title, { authorShownAs: 'named' });
        const asker = await openBackpack(site, one);
        const author = await openBackpack(site, other, { as: AUTHOR });
        await card(asker.backpack, title).getByRole('button', { name: 'Stel een vraag', exact: true }).click();
        const replies = asker.backpack.getByRole('region', { name: `Vragen en reacties bij ${title}` });
        assert.equal(await replies.getByRole('radio').count(), 0);
        await replies.getByRole('textbox', { name: 'Stel eerst een vraag' }).fill('Wat heb je al geprobeerd?');
        await replies.getByRole('button', { name: 'Vraag plaatsen', exact: true }).click();
        await card(author.backpack, title).getByRole('button', { name: '1 vraag', exact: true }).click();
        const answers = author.backpack.getByRole('region', { name: `Vragen en reacties bij ${title}` });
        await answers.getByText('Wat heb je al geprobeerd?').waitFor();
        await answers.getByRole('textbox', { name: 'Je antwoord' }).fill('Nog niets.');
        await answers.getByRole('button', { name: 'Antwoord plaatsen', exact: true }).click();
        await replies.getByText('Nog niets.').waitFor();
        await replies.getByRole('radio', { name: 'Tip', exact: true }).check();
        await replies.getByRole('textbox', { name: 'Je tip' }).fill('Bel de wijkagent.');
        await replies.getByRole('button', { name: 'Tip plaatsen', exact: true }).click();
        await answers.getByText('Bel de wijkagent.').waitFor();
      }),
    ),
  );

  it('tells a partner nothing of what is for the departments, until it is opened to everyone', LIMIT, () =>
    visit(site, {}, async (partner) => {
      const streamed: string[] = [];
      await partner.context.route('**/events', async (route) => {
        // As the page hears it, and read along.
        await route.continue();
      });
      partner.context.on('response', (response) => {
        void response
          .text()
          .then((text) => streamed.push(text))
          .catch(() => undefined);
      });
      const { page, backpack } = await openBackpack(site, partner, { as: PARTNER });
      const before = await backpack.getByRole('article').count();
      const one = await share(site, AUTHOR, SECRET, { audience: 'internal', whatHappened: `${SECRET} en meer.` });
      const seen = await share(site, AUTHOR, 'Wel voor iedereen');
      await backpack.getByRole('button', { name: '1 nieuwe ervaring, tonen', exact: true }).click();
      await card(backpack, 'Wel voor iedereen').waitFor();
      assert.equal(await backpack.getByRole('article').count(), before + 1);
      await backpack.getByRole('searchbox').fill(SECRET);
      await backpack.getByText(`Niets gevonden voor ‘${SECRET}’`).first().waitFor();
      await backpack.getByRole('searchbox').fill('');
      // Nowhere: not on the page, not in what the browser keeps, not in anything the server said.
      const shown = (await everythingShown(page)).replaceAll(`‘${SECRET}’`, '');
      assert.ok(!shown.includes(SECRET), 'on the page');
      assert.ok(!JSON.stringify(await everythingStored(page)).includes(one.id), 'in this browser');
      assert.ok(!streamed.some((text) => text.includes(SECRET) || text.includes(one.id)), 'over the wire');
      for (const [operation, input] of [
        ['getExperience', { id: one.id }],
        ['listReplies', { id: one.id }],
      ] as const)
        assert.equal((await ask(site, PARTNER, operation, input)).status, 404, operation);
      const listed = await ask(site, PARTNER, 'listExperiences', { limit: 100 });
      assert.ok(!listed.text.includes(SECRET) && listed.text.includes(seen.id));
      const found = await ask(site, PARTNER, 'searchExperiences', { text: SECRET });
      assert.deepEqual(found.answer.items, []);
      for (const [operation, input] of [
        ['setReaction', { id: one.id, reaction: 'learn' }],
        ['packExperience', { id: one.id, isPacked: true }],
        ['reportExperience', { id: one.id, reason: 'x' }],
      ] as const)
        assert.equal((await ask(site, PARTNER, operation, input)).status, 404, operation);
      await share(site, AUTHOR, SECRET, { id: one.id, version: one.version });
      await backpack.getByRole('button', { name: '1 nieuwe ervaring, tonen', exact: true }).click();
      await card(backpack, SECRET).waitFor();
    }),
  );

  it('takes away at once what the core team hides, and tells its author why', LIMIT, () =>
    visit(site, {}, (core) =>
      visit(site, {}, (reader) =>
        visit(site, {}, async (writer) => {
          const title = 'Straks verborgen';
          const { id } = await share(site, AUTHOR, title);
          const [team, other] = [await openBackpack(site, core, { as: CORE_TEAM }), await openBackpack(site, reader)];
          await card(other.backpack, title).waitFor();
          await team.backpack.getByRole('button', { name: `Meer bij ${title}`, exact: true }).click();
          await team.backpack.getByRole('button', { name: 'Verbergen', exact: true }).click();
          const dialog = team.backpack.getByRole('dialog', { name: 'Deze ervaring verbergen' });
          await dialog.getByRole('textbox').fill('Er staat een naam in.');
          await dialog.getByRole('button', { name: 'Verbergen', exact: true }).click();
          await card(other.backpack, title).waitFor({ state: 'detached' });
          const author = await openBackpack(site, writer, { as: AUTHOR, path: id });
          await author.backpack.getByText('Reden: Er staat een naam in.').waitFor();
        }),
      ),
    ),
  );

  it('says in each place that somebody is no member, and no more', LIMIT, () =>
    visit(site, { expected: [/404/] }, async (visitor) => {
      await visitor.context.addCookies([{ name: 'samen-demo-person', value: 'gast', url: site.url }]);
      const listed = await ask(site, 'gast', 'listExperiences', {});
      assert.equal(listed.status, 404);
      assert.equal((await ask(site, MEMBER, 'listExperiences', {})).status, 200);
    }),
  );
});

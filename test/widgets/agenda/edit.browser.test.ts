import { CORE_TEAM, PARTNER, WORK, agendaSpace, lane, openAgenda, tidyUp } from './bench';
import { findAll, press, reads, see, type } from '../../../stories/compass-find';
import { equal, until } from '../../elements/support';

describe('writing an agenda item', () => {
  afterEach(tidyUp);

  it('puts a new one on the agenda, in the phase of now, which nobody has yet', async () => {
    const agenda = await openAgenda(await agendaSpace());
    await press(agenda, 'Nieuw agendapunt');
    await press(agenda, 'Op de agenda zetten');
    await see(agenda, 'link', 'Schrijf waar het over gaat.');
    await type(agenda, 'Waar gaat het over?', 'Eén telefoonnummer voor de wijk');
    await type(agenda, 'Onderwerpen (optioneel)', 'Telefoon, wijk,  telefoon');
    await press(agenda, 'Op de agenda zetten');
    await see(agenda, 'heading', 'Niemand heeft de bal');
    await reads(agenda, /Het staat op de agenda\. Niemand heeft de bal nog\./);
    await reads(agenda, /telefoon/);
    await press(agenda, 'Toekomstagenda');
    await until('it stands there', () =>
      lane(agenda, '3. Proberen en leren').includes('Eén telefoonnummer voor de wijk'),
    );
  });

  it('shows what looks like it while the title is typed', async () => {
    const agenda = await openAgenda(await agendaSpace(), { path: ['new'] });
    await type(agenda, 'Waar gaat het over?', 'Snel helpen bij geldzorgen en huur');
    await type(agenda, 'Onderwerpen (optioneel)', 'geldzorgen, huur');
    await see(agenda, 'link', 'Snel helpen bij geldzorgen');
  });

  it('keeps what was typed, and goes on with it', async () => {
    const space = await agendaSpace();
    const first = await openAgenda(space, { path: ['new'] });
    await type(first, 'Waar gaat het over?', 'Half geschreven');
    await new Promise((resolve) => setTimeout(resolve, 50));
    tidyUp();
    const again = await openAgenda(space, { path: ['new'] });
    await reads(again, /Je gaat verder met wat je eerder begon/);
    equal(((await see(again, 'textbox', 'Waar gaat het over?')) as HTMLInputElement).value, 'Half geschreven');
    await press(again, 'Annuleren');
    await see(again, 'button', 'Nieuw agendapunt');
  });

  it('is made from an experience, and knows it', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { path: ['new', 'experience', 'e2'] });
    await type(agenda, 'Waar gaat het over?', 'Samen één brief');
    await press(agenda, 'Op de agenda zetten');
    await see(agenda, 'link', 'Een ervaring in de rugzak');
  });

  it('does not narrow who reads along while a partner has the ball, and says why', async () => {
    const agenda = await openAgenda(await agendaSpace(), { as: CORE_TEAM, path: ['edit', 'a2'] });
    const internal = (await see(agenda, 'radio', /^Alleen afdelingen/)) as HTMLInputElement;
    internal.click();
    await press(agenda, 'Opslaan');
    await reads(agenda, /partner/i);
    await see(agenda, 'alert');
    equal(findAll(agenda, 'button', 'Opslaan').length, 1, 'the form is still there');
  });

  it('has the words of an item that is known already', async () => {
    const agenda = await openAgenda(await agendaSpace(), { as: CORE_TEAM, path: ['a1'] });
    await press(agenda, 'Aanpassen');
    equal(((await see(agenda, 'textbox', 'Waar gaat het over?')) as HTMLInputElement).value, 'Eén gezin, één plan');
  });

  it('shows what a colleague made of it meanwhile beside what one wanted, and goes over it when sent once more', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { as: CORE_TEAM, path: ['edit', 'a1'] });
    await type(agenda, 'Waar gaat het over?', 'Mijn titel');
    const { version, question, driverIds, topics, audience } = await space.read(CORE_TEAM, 'getAgendaItem', {
      id: 'a1',
    });
    await space.write('afd-toegang-2', 'saveAgendaItem', {
      ...{ id: 'a1', version, question, driverIds, topics, audience },
      title: 'De titel van een collega',
    });
    await press(agenda, 'Opslaan');
    await reads(agenda, /Intussen is dit veranderd\./);
    await reads(agenda, /De titel van een collega/);
    await press(agenda, 'Opslaan');
    await see(agenda, 'heading', 'Mijn titel');
    await reads(agenda, /Opgeslagen\./);
  });

  it('says to who may only read it that it is not theirs to change', async () => {
    const agenda = await openAgenda(await agendaSpace(), { as: WORK, path: ['edit', 'a1'] });
    await see(agenda, 'alert');
    equal(findAll(agenda, 'button', 'Opslaan').length, 0);
  });

  it('is opened by who may edit it alone', async () => {
    const space = await agendaSpace();
    const mine = await openAgenda(space, { as: PARTNER, path: ['a2'] });
    await see(mine, 'button', 'Aanpassen');
    tidyUp();
    const theirs = await openAgenda(space, { as: WORK, path: ['a1'] });
    await see(theirs, 'heading', 'Wie doet mee?');
    equal(findAll(theirs, 'button', 'Aanpassen').length, 0);
  });
});

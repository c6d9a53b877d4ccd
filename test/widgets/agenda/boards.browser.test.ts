import { ITEMS } from '../../../stories/agenda-rows';
import { boardStage } from '../../../stories/agenda-stage';
import type { UiStage } from '../../../stories/ui-stage';
import { clear, equal, holds, place, textOf, until } from '../../elements/support';

async function show(kind: 'phases' | 'balls', items = ITEMS): Promise<ShadowRoot> {
  const stage = place(boardStage(kind, items)).querySelector<UiStage>('samen-agenda-stage');
  const root = await until('the board is drawn', () =>
    stage?.shadowRoot?.querySelector('.board') ? stage.shadowRoot : undefined,
  );
  return root;
}

const lane = (root: ShadowRoot, name: string) =>
  [...root.querySelectorAll('section[aria-label]')].find((one) => one.getAttribute('aria-label') === name);
const cards = (within: ParentNode | undefined) =>
  [...(within?.querySelectorAll('article') ?? [])].map((one) => textOf(one));
const chip = (root: ShadowRoot, words: string) =>
  [...root.querySelectorAll('button')].find((one) => textOf(one).includes(words));

describe('the boards of the agenda', () => {
  afterEach(clear);

  it('show each item in the column of its phase, with its holder, next step and date', async () => {
    const root = await show('phases');
    const [first = ''] = cards(lane(root, '2. Proberen en leren'));
    for (const words of [
      'Eén gezin, één plan',
      'Toegang Zorg en Jeugd',
      'Proef met drie gezinnen starten',
      '1 december',
    ]) {
      holds(first.includes(words), `${words} stands on the card: ${first}`);
    }
    equal(cards(lane(root, '1. Kijken waar we staan')).length, 1);
  });

  it('keep an item without a known phase in sight', async () => {
    const root = await show(
      'phases',
      ITEMS.map((one) => ({ ...one, phaseId: 'gone' })),
    );
    equal(cards(lane(root, 'Nog zonder fase')).length, ITEMS.length);
  });

  it('say each signal in words with how many have it, and filter by it', async () => {
    const root = await show('phases');
    equal(textOf(chip(root, 'Ligt stil')), 'Ligt stil: 1');
    chip(root, 'Niemand heeft de bal')?.click();
    await until('one card is left', () => cards(root).length === 1);
    equal(chip(root, 'Niemand heeft de bal')?.getAttribute('aria-pressed'), 'true');
    chip(root, 'Niemand heeft de bal')?.click();
    await until('all are back', () => cards(root).length === ITEMS.length);
  });

  it('show an offered ball with its giver, and as an offer with the other', async () => {
    const root = await show('balls');
    holds(
      cards(lane(root, 'Woningcorporatie')).some(
        (one) => one.includes('Werk na zorg') && one.includes('aangeboden aan Werk en Inkomen'),
      ),
      'the giver still has it',
    );
    const waiting = cards(lane(root, 'Werk en Inkomen'));
    equal(waiting.length, 1, 'an offer that lapsed no longer stands with the other');
    holds(waiting[0]?.includes('aangeboden door Woningcorporatie'), 'it says whose it is');
  });

  it('put what nobody holds first, and leave out what is closed', async () => {
    const root = await show('balls');
    equal(root.querySelector('section[aria-label]')?.getAttribute('aria-label'), 'Niemand');
    holds(!cards(root).some((one) => one.includes('Wie bel ik?')), 'a closed item has no ball');
  });

  it('say on the card for how long nobody has the ball, and who gave no answer', async () => {
    const root = await show('phases');
    const card = (title: string) => cards(root).find((one) => one.includes(title)) ?? '';
    equal(card('Rust voor de mantelzorger').includes('al 19 dagen'), true);
    const lapsed = card('Snel helpen bij geldzorgen');
    holds(lapsed.includes('aangeboden aan Werk en Inkomen'), lapsed);
    holds(lapsed.includes('Niet aangenomen, 23 dagen'), lapsed);
  });

  it('lead from a card to its item', async () => {
    const root = await show('phases');
    equal(root.querySelector('article a')?.getAttribute('href'), '#samen=agenda/a5');
  });

  describe('with many items', () => {
    const [first] = ITEMS;
    const many = Array.from({ length: 120 }, (_, at) => ({
      ...(first as (typeof ITEMS)[number]),
      id: `veel-${String(at)}`,
      title: `Agendapunt nummer ${String(at)}`,
    }));
    const last = (root: ShadowRoot) => [...root.querySelectorAll('article')].at(-1) as HTMLElement;

    it('hold every one, in order, with its words, however far away', async () => {
      const root = await show('phases', many);
      equal(
        [...root.querySelectorAll('article a')].map((link) => textOf(link)),
        many.map(({ title }) => title),
      );
      for (const words of ['Toegang Zorg en Jeugd', 'Nu: Proef met drie gezinnen starten', 'uiterlijk 1 december'])
        holds(textOf(last(root)).includes(words), `${words} stands there: ${textOf(last(root))}`);
      equal(last(root).querySelector('a')?.getAttribute('href'), '#samen=agenda/veel-119');
      equal(last(root).querySelector('svg'), null, 'the drawing waits');
    });

    it('draw what comes near as a whole, and keep the focus of who came there with the keyboard', async () => {
      const root = await show('phases', many);
      if (!('ContentVisibilityAutoStateChangeEvent' in globalThis)) return;
      last(root).querySelector('a')?.focus();
      await until('its ball is drawn', () => last(root).querySelector('svg'));
      equal(root.activeElement?.getAttribute('href'), '#samen=agenda/veel-119');
      equal(root.querySelectorAll('article').length, many.length);
    });

    it('filter and bring back as few do', async () => {
      const root = await show('phases', [...many, ...ITEMS]);
      chip(root, 'Niemand heeft de bal')?.click();
      await until('one card is left', () => cards(root).length === 1);
      chip(root, 'Niemand heeft de bal')?.click();
      await until('all are back', () => cards(root).length === many.length + ITEMS.length);
    });
  });
});

import { html, render } from 'lit';
import { button, clear, equal, holds, place, until } from '../elements/support';
import { shareBar } from '../../src/ui/bar';
import { distribution, lineChart } from '../../src/ui/chart';
import { chip } from '../../src/ui/chips';
import { driverHue } from '../../src/ui/driver';
import { dialogTemplate } from '../../src/ui/dialog';
import { errorSummary } from '../../src/ui/errors';
import { checkbox, radioCards, selectField, textField } from '../../src/ui/field';
import { icon } from '../../src/ui/icon';
import { vars } from '../../src/ui/set-vars';
import { tabs } from '../../src/ui/tabs';

afterEach(clear);

describe('an icon', () => {
  it('is a picture without words, unless it has a name', () => {
    const [plain, named] = [
      ...place(html`${icon('house')}${icon('lock', { label: 'Verborgen' })}`).querySelectorAll('svg'),
    ];
    equal(plain?.getAttribute('aria-hidden'), 'true');
    equal([named?.getAttribute('role'), named?.getAttribute('aria-label')], ['img', 'Verborgen']);
    equal(plain?.querySelector('path')?.namespaceURI, 'http://www.w3.org/2000/svg');
  });
});

describe('a text field', () => {
  const field = (error?: string) =>
    textField({
      id: 'zin',
      label: 'Wil je iets zeggen?',
      description: 'Eén zin.',
      error,
      optional: '(optioneel)',
      value: 'a',
      onInput: () => undefined,
    });

  it('has label, description and error before it, tied to it', () => {
    const container = place(field('Schrijf één zin.'));
    const input = container.querySelector('input');
    equal(input?.labels?.[0]?.textContent, 'Wil je iets zeggen? (optioneel)');
    const described = (input?.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => container.querySelector(`#${id}`)?.textContent);
    equal(described, ['Eén zin.', 'Schrijf één zin.']);
    equal(input?.getAttribute('aria-invalid'), 'true');
    const error = container.querySelector('.error');
    holds(
      error && input && error.compareDocumentPosition(input) & Node.DOCUMENT_POSITION_FOLLOWING,
      'the error stands above the field',
    );
  });

  it('is described by nothing when there is nothing to say', () => {
    const input = place(textField({ id: 'x', label: 'Naam', value: '', onInput: () => undefined })).querySelector(
      'input',
    );
    equal(input?.hasAttribute('aria-describedby'), false);
    equal(input?.hasAttribute('aria-invalid'), false);
  });

  it('says how much is left near its end, and never cuts off what is typed', () => {
    const typed = 'a'.repeat(105);
    const container = place(
      textField({
        id: 'x',
        label: 'Naam',
        value: typed,
        maxLength: 100,
        multiline: true,
        countLeft: (left) => `${-left} te veel`,
        onInput: () => undefined,
      }),
    );
    equal(container.querySelector('textarea')?.value.length, 105);
    equal(container.querySelector('.count')?.textContent, '5 te veel');
  });

  it('counts an emoji as one', () => {
    const container = place(
      textField({
        id: 'x',
        label: 'Naam',
        value: '🙂'.repeat(95),
        maxLength: 100,
        countLeft: (left) => `Nog ${left}`,
        onInput: () => undefined,
      }),
    );
    equal(container.querySelector('.count')?.textContent, 'Nog 5');
  });

  it('shows markup as it was typed', () => {
    const container = place(
      textField({ id: 'x', label: '<b>Naam</b>', value: '<img src=x>', onInput: () => undefined }),
    );
    equal(container.querySelector('b, img'), null);
    equal(container.querySelector('input')?.value, '<img src=x>');
  });
});

describe('choosing', () => {
  it('is a group with its question, and one chosen card', () => {
    const chosen: string[] = [];
    const container = place(
      radioCards({
        id: 'wie',
        label: 'Wie leest mee?',
        value: 'b',
        choices: [
          { value: 'a', label: 'Ik' },
          { value: 'b', label: 'Wij' },
        ],
        onChange: (value) => chosen.push(value),
      }),
    );
    equal(container.querySelector('legend')?.textContent, 'Wie leest mee?');
    equal(container.querySelector<HTMLInputElement>('input:checked')?.value, 'b');
    container.querySelector<HTMLInputElement>('input[value=a]')?.click();
    equal(chosen, ['a']);
  });

  it('is a list that shows what is chosen, also after a change from outside', () => {
    const list = (value: string) =>
      selectField({
        id: 'partij',
        label: 'Partij',
        value,
        placeholder: 'Kies',
        choices: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
        onChange: () => undefined,
      });
    const container = place(list('b'));
    equal(container.querySelector('select')?.value, 'b');
    render(list(''), container);
    equal(container.querySelector('select')?.value, '');
  });

  it('is a box to tick', () => {
    let ticked = false;
    const container = place(checkbox({ id: 'x', label: 'Ja', checked: false, onChange: (value) => (ticked = value) }));
    container.querySelector('input')?.click();
    equal(ticked, true);
  });

  it('is a chip that says whether it is on', () => {
    let on = false;
    const container = place(chip({ label: 'Gelukt', pressed: false, onToggle: (value) => (on = value) }));
    equal(container.querySelector('button')?.getAttribute('aria-pressed'), 'false');
    container.querySelector('button')?.click();
    equal(on, true);
  });
});

describe('a dialog', () => {
  function stage() {
    const container = place(html``);
    let open = false;
    const draw = () =>
      render(
        html`<button @click=${() => turn(true)}>Bewerken</button>
          ${dialogTemplate({ open, id: 'd', heading: 'Bedoeling', closeLabel: 'Sluiten', body: html`<input />`, onClose: () => turn(false) })}`,
        container,
      );
    const turn = (next: boolean) => {
      open = next;
      draw();
    };
    draw();
    return { container, turn, dialog: container.querySelector('dialog') };
  }

  it('is modal, named by its heading, and holds the focus', async () => {
    const { container, dialog } = stage();
    button(container, 'Bewerken')?.focus();
    button(container, 'Bewerken')?.click();
    await until('it is open', () => dialog?.open);
    equal(container.querySelector(`#${dialog?.getAttribute('aria-labelledby')}`)?.textContent, 'Bedoeling');
    holds(dialog?.matches(':modal'), 'it is modal');
    holds(dialog?.contains(document.activeElement), 'the focus is within');
  });

  it('gives the focus back to what opened it', async () => {
    const { container, dialog } = stage();
    const opener = button(container, 'Bewerken');
    opener?.focus();
    opener?.click();
    await until('it is open', () => dialog?.open);
    dialog?.dispatchEvent(new Event('cancel', { cancelable: true }));
    await until('it is closed', () => !dialog?.open);
    await until('the focus is back', () => document.activeElement === opener);
  });

  it('gives the focus back also when its place on the page goes away', async () => {
    const container = place(html``);
    const draw = (there: boolean) =>
      render(
        html`<button>Bewerken</button>
          ${there ? dialogTemplate({ open: true, id: 'd', heading: 'X', closeLabel: 'Sluiten', body: html``, onClose: () => undefined }) : ''}`,
        container,
      );
    draw(false);
    const opener = button(container, 'Bewerken');
    opener?.focus();
    draw(true);
    await until('it is open', () => container.querySelector('dialog')?.open);
    draw(false);
    await until('the focus is back', () => document.activeElement === opener);
  });

  it('holds nothing while it is closed', () => {
    equal(stage().dialog?.textContent?.trim(), '');
  });
});

describe('tabs', () => {
  it('follow the arrows, and lead to the chosen panel', () => {
    const chosen: string[] = [];
    const container = place(
      tabs({
        id: 't',
        label: 'Deel',
        tabs: [
          { id: 'a', label: 'A' },
          { id: 'b', label: 'B' },
        ],
        chosen: 'a',
        onChoose: (id) => chosen.push(id),
        panel: html`<p>A</p>`,
      }),
    );
    const [first, second] = [...container.querySelectorAll<HTMLElement>('[role=tab]')];
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    equal(chosen, ['b']);
    equal(document.activeElement === second, true);
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    equal(chosen, ['b', 'b'], 'before the first comes the last');
    equal(container.querySelector('[role=tabpanel]')?.getAttribute('aria-labelledby'), first?.id);
  });
});

describe('the errors of a form', () => {
  it('take the focus at every attempt, and lead to their fields', async () => {
    const container = place(html``);
    const draw = (attempt: number) =>
      render(
        html`${errorSummary({ heading: 'Twee dingen kloppen nog niet', errors: [{ fieldId: 'naam', text: 'Schrijf een naam.' }], attempt })}<input id="naam" />`,
        container,
      );
    draw(1);
    const heading = container.querySelector('h3');
    await until('the heading has the focus', () => document.activeElement === heading);
    container.querySelector('a')?.click();
    equal(document.activeElement?.id, 'naam');
    draw(1);
    await Promise.resolve();
    equal(document.activeElement?.id, 'naam');
    draw(2);
    await until('the heading has it again', () => document.activeElement === heading);
  });
});

describe('pictures of numbers', () => {
  it('draw every kind of answer once, and none that nobody gave', () => {
    const parts = place(distribution({ good: 3, couldBeBetter: 0, notWorking: 1 })).querySelectorAll<HTMLElement>('i');
    equal(
      [...parts].map((part) => [part.className, part.style.getPropertyValue('--n')]),
      [
        ['g', '3'],
        ['s', '1'],
      ],
    );
  });

  it('leave a gap in a line where nothing is known', () => {
    const container = place(
      lineChart({ points: [{ label: '1', value: 0.4 }, { label: '2' }, { label: '3', value: 0.6 }] }),
    );
    const path = container.querySelector('.path')?.getAttribute('d') ?? '';
    equal([path.match(/M/g)?.length, path.match(/L/g)], [2, null]);
    equal(container.querySelectorAll('circle').length, 2);
  });

  it('stay within their frame, whatever the value', () => {
    const point = place(lineChart({ points: [{ label: '1', value: 9 }] })).querySelector('circle');
    holds(Number(point?.getAttribute('cy')) >= 0, 'the point is within');
  });

  it('mark what it was', () => {
    const bar = place(shareBar(0.5, 0.25)).querySelector<HTMLElement>('.bar');
    equal([bar?.style.getPropertyValue('--v'), bar?.style.getPropertyValue('--w')], ['50%', '25%']);
  });

  it('give the ninth driver the colour of the first', () => {
    equal([driverHue(0), driverHue(7), driverHue(8)], ['d1', 'd8', 'd1']);
  });
});

describe('custom properties', () => {
  it('are set and taken away without a style attribute in the markup', () => {
    const container = place(html``);
    const draw = (x: string | undefined) => render(html`<p ${vars({ '--x': x, '--y': '2' })}></p>`, container);
    draw('1');
    const style = container.querySelector('p')?.style;
    equal([style?.getPropertyValue('--x'), style?.getPropertyValue('--y')], ['1', '2']);
    draw(undefined);
    equal([style?.getPropertyValue('--x'), style?.getPropertyValue('--y')], ['', '2']);
  });
});

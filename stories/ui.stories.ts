import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { stage } from './ui-stage';
import { shareBar } from '../src/ui/bar';
import { distribution, lineChart } from '../src/ui/chart';
import { chips, tag } from '../src/ui/chips';
import { driverDisc, driverLabel } from '../src/ui/driver';
import { dialogTemplate } from '../src/ui/dialog';
import { emptyState } from '../src/ui/empty-state';
import { errorSummary } from '../src/ui/errors';
import { checkbox, radioCards, segmented, selectField, textField } from '../src/ui/field';
import { icon } from '../src/ui/icon';
import type { IconName } from '../src/ui/icon';
import { ICONS } from '../src/ui/icon-table';
import { notice } from '../src/ui/notice';
import { boneCard } from '../src/ui/skeleton';
import { tabs } from '../src/ui/tabs';
import { toastRegion } from '../src/ui/toast';

const meta: Meta = { title: 'UI/Parts' };
export default meta;

type Story = StoryObj;

export const Buttons: Story = {
  render: () =>
    stage(
      () =>
        html`<div class="row">
          <button class="btn btn--main">${icon('compass')}Inchecken</button>
          <button class="btn">${icon('handshake')}Vraag en aanbod</button>
          <button class="btn btn--quiet">${icon('pencil')}Aanpassen</button>
          <button class="btn btn--icon">${icon('x', { label: 'Sluiten' })}</button>
          <button class="btn" aria-pressed="true">Herkenbaar</button>
        </div>`,
    ),
};

export const Icons: Story = {
  render: () =>
    stage(
      () =>
        html`<ul class="row">
          ${(Object.keys(ICONS) as IconName[]).map((name) => html`<li class="tag">${icon(name)}${name}</li>`)}
        </ul>`,
    ),
};

export const Notices: Story = {
  render: () =>
    stage(
      () =>
        html`<div class="stack">
          ${notice({ tone: 'info', title: 'Ronde 4 is open tot en met 4 december.', text: '23 van de 66 deelnemers checkten in.' })}
          ${notice({ tone: 'good', title: 'Opgeslagen.', text: 'Dank je wel.' })}
          ${notice({ tone: 'warn', title: 'Let op.', text: 'Je tekst lijkt een telefoonnummer te bevatten.' })}
          ${notice({
            tone: 'bad',
            title: 'De resultaten konden niet laden.',
            text: 'De server gaf geen antwoord. Wat je hier typte, is bewaard.',
            action: html`<button class="btn">${icon('refresh')}Opnieuw proberen</button>`,
          })}
          ${notice({ tone: 'chosen', icon: 'compass', title: 'Ronde 4 is open.' })}
          ${emptyState({
            picture: html`<span class="disc d4">${icon('backpack')}</span>`,
            heading: html`<h3 class="h-part">Nog niets in de rugzak</h3>`,
            text: 'Hier delen we wat lukte en wat we leerden. Drie zinnen zijn genoeg. Jij kiest wie het leest.',
            action: html`<button class="btn btn--main">${icon('plus')}Ervaring delen</button>`,
          })}
        </div>`,
    ),
};

export const ChipsAndLabels: Story = {
  render: () => {
    let pressed = true;
    return stage(
      (again) =>
        html`<div class="stack">
          ${chips('Soort', [
            { label: 'Gelukt', pressed, count: 4, onToggle: (on) => ((pressed = on), again()) },
            { label: 'Geleerd', pressed: false, icon: 'check-circle', onToggle: () => undefined },
          ])}
          <div class="row">
            ${tag('Gelukt', { tone: 'good', icon: 'check-circle' })} ${tag('Ligt stil', { tone: 'warn', icon: 'clock' })}
            ${tag('Geweigerd', { tone: 'bad', icon: 'alert' })} ${tag('Gekoppeld', { tone: 'line', icon: 'link' })}
          </div>
          <div class="row">
            ${(['house', 'ball', 'conversation', 'backpack', 'bicycle', 'heart', 'compass', 'people'] as const).map(
              (name, index) => html`${driverDisc(name, index)}${driverLabel({ name: 'Drijfveer', icon: name }, index)}`,
            )}
          </div>
        </div>`,
    );
  },
};

export const Fields: Story = {
  render: () => {
    let audience: string | undefined = 'everyone';
    return stage(
      (again) =>
        html`<form class="stack">
          ${errorSummary({
            heading: 'Eén ding klopt nog niet',
            errors: [{ fieldId: 'titel', text: 'Schrijf een titel van hooguit 80 tekens.' }],
            attempt: 1,
          })}
          ${textField({
            id: 'titel',
            label: 'Titel',
            description: 'Een paar woorden zijn genoeg.',
            error: 'Schrijf een titel van hooguit 80 tekens.',
            value: '',
            onInput: () => undefined,
          })}
          ${textField({
            id: 'zin',
            label: 'Wil je er iets bij zeggen?',
            description: 'Eén zin. We tonen zinnen pas als 10 mensen iets schreven.',
            optional: '(optioneel)',
            multiline: true,
            value: 'Bij de huurmeldingen bleef het lang stil.',
            onInput: () => undefined,
          })}
          ${selectField({
            id: 'partij',
            label: 'Partij',
            placeholder: 'Kies een partij',
            value: '',
            choices: [
              { value: 'werk', label: 'Werk en inkomen' },
              { value: 'zorg', label: 'Zorg thuis' },
            ],
            onChange: () => undefined,
          })}
          ${radioCards({
            id: 'lezers',
            label: 'Wie leest mee?',
            value: audience,
            choices: [
              {
                value: 'party',
                label: 'Alleen mijn afdeling',
                icon: 'house',
                description: 'Niemand anders ziet het.',
              },
              { value: 'everyone', label: 'Alle afdelingen en partners', icon: 'users' },
            ],
            onChange: (value) => ((audience = value), again()),
          })}
          ${segmented({
            id: 'soort',
            label: 'Vraag of aanbod',
            value: 'ask',
            choices: [
              { value: 'ask', label: 'Vraag' },
              { value: 'offer', label: 'Aanbod' },
            ],
            onChange: () => undefined,
          })}
          ${checkbox({ id: 'advies', label: 'Advies is welkom', checked: true, onChange: () => undefined })}
          <div class="row"><button type="button" class="btn btn--main">Delen</button></div>
        </form>`,
    );
  },
};

export const Dialog: Story = {
  render: () => {
    let open = true;
    return stage((again) => {
      const turn = (next: boolean) => {
        open = next;
        again();
      };
      return html`<button class="btn" @click=${() => turn(true)}>Bedoeling aanpassen</button>
        ${dialogTemplate({
          open,
          id: 'bedoeling',
          heading: 'Bedoeling aanpassen',
          closeLabel: 'Sluiten',
          body: html`${textField({
            id: 'tekst',
            label: 'Onze bedoeling',
            multiline: true,
            value: 'Meedoen, samen en dichtbij.',
            onInput: () => undefined,
          })}
            <div class="row"><button class="btn btn--main" @click=${() => turn(false)}>Opslaan</button>
            <button class="btn" @click=${() => turn(false)}>Annuleren</button></div>`,
          onClose: () => turn(false),
        })}`;
    });
  },
};

export const Tabs: Story = {
  render: () => {
    let chosen = 'groepen';
    return stage((again) =>
      tabs({
        id: 'delen',
        label: 'Delen van de drijfveer',
        chosen,
        tabs: [
          { id: 'groepen', label: 'Groepen', icon: 'users' },
          { id: 'verloop', label: 'Verloop', icon: 'clock' },
        ],
        onChoose: (id) => ((chosen = id), again()),
        panel: html`<p>${chosen === 'groepen' ? 'Zes groepen.' : 'Drie rondes.'}</p>`,
      }),
    );
  },
};

export const Toast: Story = {
  render: () =>
    stage(
      () =>
        html`<p>De vraag is gekoppeld.</p>
          ${toastRegion({ text: 'Gekoppeld.', undoLabel: 'Ongedaan maken', onUndo: () => undefined })}`,
    ),
};

export const Skeleton: Story = {
  render: () => stage(() => html`<div class="stack" aria-hidden="true">${boneCard()}${boneCard()}</div>`),
};

export const Charts: Story = {
  render: () =>
    stage(
      () =>
        html`<div class="stack">
          ${distribution({ good: 27, couldBeBetter: 18, notWorking: 12 }, 'Van de 57 zeggen 27 goed, 18 kan beter en 12 gaat niet')}
          <p class="d2">47%, was 37% ${shareBar(0.47, 0.37)}</p>
          ${lineChart({
            label: 'Deel goed: 37% in ronde 1, 41% in ronde 2, 47% in ronde 3',
            goal: { value: 0.6, label: 'doel 60%' },
            points: [
              { label: 'Ronde 1', value: 0.37, text: '37%' },
              { label: 'Ronde 2', value: 0.41, text: '41%' },
              { label: 'Ronde 3', value: 0.47, text: '47%' },
            ],
          })}
        </div>`,
    ),
};

/** Where the ball was: the newest first, and nobody can change it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { LINE_LOOK, lineBy, lineWords } from './item-words';
import type { Reader } from './item-words';
import type { Handover } from '../../../model/agenda-types';
import { icon } from '../../../ui/icon';
import { ballDrawing } from '../ball';

export interface LogOptions {
  lines: readonly Handover[];
  hasCome: boolean;
  reader: Reader;
  heading: (words: string) => TemplateResult;
}

export function itemLog({ lines, hasCome, reader, heading }: LogOptions): TemplateResult {
  const { t } = reader;
  const newest = [...lines].sort((one, other) => other.number - one.number);
  return html`<section class="stack">
    ${heading(t('ballLog'))}
    ${
      newest.length > 0
        ? html`<ol class="log" reversed>${newest.map((line) => entry(line, reader))}</ol>`
        : hasCome
          ? html`<p class="muted">${t('logEmpty')}</p>`
          : nothing
    }
    <p class="small muted">${icon('lock')} ${t('logLocked')}</p>
  </section>`;
}

function entry(line: Handover, reader: Reader): TemplateResult {
  const { t, date } = reader;
  const plan = [line.nextStep && `${t('step')}: ${line.nextStep}`, line.dueOn && `${t('due')}: ${date(line.dueOn)}`];
  const said = [line.note, line.reason].filter(Boolean);
  return html`<li>
    ${ballDrawing(LINE_LOOK[line.kind])}
    <b>${lineWords(line, reader)}</b>
    <span class="small muted">${lineBy(line, reader)}</span>
    ${said.map((words) => html`<p class="said" dir="auto">${words}</p>`)}
    ${plan.some(Boolean) ? html`<p class="small" dir="auto">${plan.filter(Boolean).join(', ')}</p>` : nothing}
  </li>`;
}

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from './set-vars';

/** One bone: a bar as wide as the text that will stand there, in `em` or `%`. */
export function bone(width = '100%', height = '.9em'): TemplateResult {
  return html`<span class="bone" ${vars({ '--w': width, '--h': height })}></span>`;
}

/** A round bone, for a sign. */
export function roundBone(size = '2.5em'): TemplateResult {
  return html`<span class="bone bone--round" ${vars({ '--w': size })}></span>`;
}

/** Lines of text, the last one short. */
export function boneLines(count: number): TemplateResult {
  const width = (index: number) => (index === count - 1 ? '64%' : index % 2 ? '92%' : '100%');
  return html`<span class="stack stack--tight"
    >${Array.from({ length: count }, (_, index) => bone(width(index)))}</span
  >`;
}

/** A card while it loads. */
export function boneCard(): TemplateResult {
  return html`<div class="card">${bone('5em', '1.5em')}${bone('60%', '1.2em')}${boneLines(3)}</div>`;
}

/** Around the real shape while it loads: hidden from assistive technology, which hears one word instead. */
export function skeleton(label: string, shape: TemplateResult): TemplateResult {
  return html`<p class="hidden">${label}</p>
    <div aria-hidden="true">${shape}</div>`;
}

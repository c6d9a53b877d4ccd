import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PartTerm } from './part';
import type { Driver, Hidden, Id, Party, Release, ReleasedGroup } from '../../../model/types';
import { distribution } from '../../../ui/chart';
import { icon } from '../../../ui/icon';

interface GroupsOptions {
  release: Release;
  driver: Driver;
  parties: readonly Party[];
  /** The group that an editor marked. */
  party: Id | undefined;
  t: PartTerm;
}

/** One row a group; a hidden one keeps its row, with a lock and the reason, and nothing else. */
export function groupTable(options: GroupsOptions): TemplateResult {
  const { release, t } = options;
  if (!release.total) return html`<p>${t('nothingShown')}</p>`;
  return html`<table class="grid-table group-table">
      <caption class="hidden">${t('perGroup')}</caption>
      <thead>
        <tr>
          <th scope="col">${t('group')}</th>
          <th scope="col" class="n"><i class="key g" aria-hidden="true"></i><br />${t('good')}</th>
          <th scope="col" class="n"><i class="key k" aria-hidden="true"></i><br />${t('couldBeBetter')}</th>
          <th scope="col" class="n"><i class="key s" aria-hidden="true"></i><br />${t('notWorking')}</th>
        </tr>
      </thead>
      <tbody>
        ${release.groups.map((group) => row(group, options))}
      </tbody>
    </table>
    ${why(release, t)}`;
}

function row(group: ReleasedGroup, { driver, parties, party, t }: GroupsOptions): TemplateResult {
  const names = group.partyIds.map((id) => parties.find((each) => each.id === id)?.name ?? id);
  const isBlock = group.label === 'otherPartners';
  const isMarked = party !== undefined && group.partyIds.includes(party);
  const name = html`<span class=${isMarked ? 'is-marked' : nothing}>${isBlock ? t('otherPartners') : names[0]}</span>
    ${isBlock ? html`<br /><small class="muted">${t('otherPartnersOf', names.join(', '))}</small>` : nothing}`;
  const result = group.answers?.find((answer) => answer.driverId === driver.id);
  if (group.hidden || !result) return hiddenRow(name, group.hidden, t);
  if ('mostly' in result)
    return html`<tr><th scope="row">${name}</th><td colspan="3" class="n">${t('most', t(result.mostly))}</td></tr>`;
  return html`<tr>
    <th scope="row">${name}<br />${distribution(result)}</th>
    <td class="n">${result.good}</td><td class="n">${result.couldBeBetter}</td><td class="n">${result.notWorking}</td>
  </tr>`;
}

function hiddenRow(name: TemplateResult, hidden: false | Hidden, t: PartTerm): TemplateResult {
  const reason = hidden === 'protectsOthers' ? t('hiddenProtects') : t('hiddenTooFew');
  return html`<tr><th scope="row" class="muted">${name}</th><td colspan="3" class="n muted">${icon('lock')} ${t('hidden')}<br /><small>${reason}</small></td></tr>`;
}

/** The sentence that says why, for the reasons there are. */
function why({ groups }: Release, t: PartTerm): TemplateResult | typeof nothing {
  const reasons = new Set(groups.map(({ hidden }) => hidden));
  const tooFew = reasons.has('tooFew');
  const protects = reasons.has('protectsOthers');
  if (!tooFew && !protects) return nothing;
  return html`<div class="note">${icon('lock')}
    <p><b>${t('whyHidden')}</b> ${tooFew ? t('whyTooFew') : nothing} ${protects ? t('whyProtects') : nothing}</p></div>`;
}

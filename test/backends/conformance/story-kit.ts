/** What the suites of the chain, the figures and the report begin with: things that lead to each other, as if they had been made. */
import { seededItem } from './agenda-kit';
import { TODAY, madeSeed, seedRow } from './kit';
import type { Seed, SeedRow } from './kit';
import type { Input } from '../../../src/contract/operations';
import type { AgendaItem, Ball, Handover, ItemAudience } from '../../../src/model/agenda-types';
import type { Experience } from '../../../src/model/experience-types';
import type { Idea, Result } from '../../../src/model/result-types';
import { newId } from '../../../src/model/new-id';
import type { Id, Need } from '../../../src/model/types';

export const experience = (id: Id, changes: Partial<Experience> = {}): SeedRow => {
  const row: Experience = {
    ...{ id, title: `Ervaring ${id}`, kind: 'success', whatHappened: `Er gebeurde ${id}. En nog iets.` },
    ...{ adviceWelcome: false, driverIds: [], language: 'nl', authorShownAs: 'named', authorId: 'wonen-2' },
    author: { name: 'Wonen Twee', jobTitle: 'consulent', partyId: 'wonen' },
    ...{ audienceChoice: 'everyone', audience: 'everyone', writtenOn: TODAY, sortKey: id, status: 'published' },
    ...{ isPinned: false, version: 1 },
    ...changes,
  };
  return seedRow('experience', id, row, row.audience);
};

export const need = (id: Id, changes: Partial<Need> = {}): SeedRow => {
  const row: Need = {
    ...{ id, kind: 'ask', partyId: 'wonen', driverId: 'd-een', text: `Behoefte ${id}`, status: 'open' },
    ...{ writtenBy: 'wonen-2', createdOn: TODAY, audience: 'everyone', version: 1 },
    ...changes,
  };
  return seedRow('need', id, row, row.audience);
};

export const idea = (id: Id, changes: Partial<Idea> = {}): SeedRow => {
  const row: Idea = {
    ...{
      id,
      text: `Idee ${id}`,
      driverIds: [],
      audience: 'everyone',
      by: { partyId: 'jeugd', jobTitle: 'begeleider' },
    },
    ...{ writtenBy: 'jeugd-1', status: 'open', participations: [], createdOn: TODAY, version: 1 },
    ...changes,
  };
  return seedRow('idea', id, row, row.audience);
};

export const item = (
  id: Id,
  changes: Partial<AgendaItem> = {},
  ball: Omit<Ball, 'id' | 'movedAt' | 'version'> = { holderId: 'wonen', jobTitle: 'consulent', nextStep: 'Bellen' },
): SeedRow[] => {
  const { audience = 'everyone', ...item } = changes;
  return seededItem({ id, audience, ball, item: { title: `Punt ${id}`, driverIds: [], ...item } });
};

/** Published today, unless it says otherwise; without it is a draft of Wonen. */
export const result = (id: Id, changes: Partial<Result> = {}): SeedRow => {
  const by = { partyId: 'wonen', jobTitle: 'consulent' };
  const row: Result = {
    ...{ id, title: `Resultaat ${id}`, whatIsDifferent: 'Het gaat sneller. Echt.', forWhom: 'Inwoners' },
    ...{ status: 'interim', stillNeeded: '', experienceIds: [], agendaItemIds: [], driverIds: [], partyIds: [] },
    ...{ audience: 'everyone', createdByPartyId: 'wonen', createdOn: TODAY, changedOn: TODAY, measurements: [] },
    publication: { on: TODAY, reason: 'Iedereen moet dit weten', by: { partyId: 'beleid', jobTitle: 'adviseur' } },
    history: [{ on: TODAY, by, kind: 'drafted', status: 'interim' }],
    version: 1,
    ...changes,
  };
  return seedRow('result', id, row, row.publication ? row.audience : 'party:wonen');
};

/** Without `publication`. */
export function draft(id: Id, changes: Partial<Result> = {}): SeedRow {
  const { publication: _publication, ...rest } = result(id, changes).row as Result;
  return seedRow('result', id, rest, 'party:wonen');
}

export const handover = (
  itemId: Id,
  number: number,
  changes: Partial<Handover> & Pick<Handover, 'kind' | 'at'>,
): SeedRow => {
  const audience: ItemAudience = changes.audience ?? 'everyone';
  const id = `${itemId}-${String(number)}`;
  const by = { partyId: 'wonen', jobTitle: 'consulent' };
  return seedRow('handover', id, { id, itemId, number, by, ...changes, audience }, audience);
};

export const PERIOD = { from: '2026-02-01', until: '2026-02-28' };

export const keptInput = (changes: Partial<Input<'saveKeptReport'>> = {}): Input<'saveKeptReport'> => ({
  ...{ id: newId(), version: 0, ...PERIOD, introduction: 'Zo ging het', choices: [], audience: 'everyone' },
  ...changes,
});

/** The space of the suites, with these in it. */
export function storySeed(rows: readonly SeedRow[]): Seed {
  const seed = madeSeed();
  const [[spaceId, own] = ['', []]] = seed;
  return seed.set(spaceId, [...own, ...rows]);
}

/**
 * What is told of all of it in the scene: results and ideas for everyone, between departments and of one party alone, and a
 * report that was kept for everyone and one between departments.
 */
import { TODAY, seedRow } from '../../backends/conformance/kit';
import type { SeedRow } from '../../backends/conformance/kit';
import { PERIOD, draft, idea, result } from '../../backends/conformance/story-kit';

export const KEPT = { all: 'bericht', internal: 'bericht-intern' } as const;
/** Of Wonen, but for the one of Beleid and what Jeugd still writes: that the core team reads too, for it publishes. */
export const RESULTS = {
  draft: 'resultaat-concept',
  published: 'resultaat',
  internal: 'resultaat-intern',
  unwritten: 'resultaat-jeugd',
} as const;
export const MEASUREMENT = 'meting';
export const IDEAS = {
  ours: 'idee-wonen',
  theirs: 'idee-welzijn',
  internal: 'idee-intern',
  declined: 'idee-niet-nu',
} as const;

const by = (partyId: string) => ({ partyId, jobTitle: 'kanarie-van-hier' });
const measured = {
  measure: { what: 'Brieven', unit: 'brieven', start: 0, goal: 10, source: 'telling' },
  measurements: [{ id: MEASUREMENT, on: '2026-02-20', value: 4 }],
};

export const storyOf = (): SeedRow[] => [
  ...(['everyone', 'internal'] as const).map((audience) => {
    const id = audience === 'everyone' ? KEPT.all : KEPT.internal;
    const introduction = audience === 'everyone' ? 'kanarie-van-hier' : 'kanarie-tussen-afdelingen';
    return seedRow(
      'keptReport',
      id,
      { id, ...PERIOD, introduction, choices: [], audience, keptOn: TODAY, version: 1 },
      audience,
    );
  }),
  draft(RESULTS.draft, { title: 'kanarie-van-hier', ...measured }),
  result(RESULTS.published, { title: 'kanarie-van-hier', experienceIds: ['ervaring-wonen'], ...measured }),
  result(RESULTS.internal, { title: 'kanarie-tussen-afdelingen', audience: 'internal', createdByPartyId: 'beleid' }),
  {
    ...draft(RESULTS.unwritten, { title: 'kanarie-die-jeugd-nog-schrijft', createdByPartyId: 'jeugd' }),
    audience: 'party:jeugd',
  },
  idea(IDEAS.ours, { text: 'kanarie-van-hier', by: by('wonen'), writtenBy: 'wonen-2' }),
  idea(IDEAS.theirs, { text: 'kanarie-van-hier', by: by('welzijn'), writtenBy: 'welzijn-3' }),
  idea(IDEAS.internal, {
    text: 'kanarie-tussen-afdelingen',
    audience: 'internal',
    by: by('beleid'),
    writtenBy: 'beleid-2',
  }),
  idea(IDEAS.declined, {
    ...{ text: 'kanarie-van-hier', by: by('wonen'), writtenBy: 'wonen-3', status: 'declined' },
    answer: { text: 'Nu niet', on: TODAY },
  }),
];

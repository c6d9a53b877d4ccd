/** Reports that were kept as whoever asks reads them: without experiences that are not for them. */
import { inPortions } from './agenda-views';
import type { Context } from './context';
import type { Experience } from '../model/experience-types';
import type { KeptReport } from '../model/result-types';
import type { Id } from '../model/types';
import { maySee } from '../model/visibility';

/** Of these experiences those in the feed of whoever asks: what is hidden or not approved yet stands in no report. */
export async function inFeed({ tx, viewer }: Context, ids: readonly Id[]): Promise<ReadonlyMap<Id, Experience>> {
  const rows = await inPortions(
    [...new Set(ids)],
    async (some) => (await tx.query('experiencesById', { ids: some })).rows,
  );
  return new Map(
    rows.flatMap(({ experience }): [Id, Experience][] => {
      const { id, status, hidden, audience } = experience;
      return status === 'published' && !hidden && maySee(audience, viewer) ? [[id, experience]] : [];
    }),
  );
}

export async function keptShown(context: Context, kept: readonly KeptReport[]): Promise<KeptReport[]> {
  const seen = await inFeed(context, kept.flatMap(idsOf));
  return kept.map((report) => ({
    ...report,
    choices: report.choices.filter(({ experienceId }) => seen.has(experienceId)),
  }));
}

export const idsOf = ({ choices }: Pick<KeptReport, 'choices'>): Id[] =>
  choices.map(({ experienceId }) => experienceId);

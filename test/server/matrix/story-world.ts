/** What is told of all of it together, in the world of the matrix: a report that was kept, internal and for everyone. */
import { AUDIENCES, handoverOf, itemId } from './agenda-world';
import { TODAY, seedRow } from '../../backends/conformance/kit';
import type { SeedRow } from '../../backends/conformance/kit';
import { PERIOD } from '../../backends/conformance/story-kit';
import type { ItemAudience } from '../../../src/model/agenda-types';
import type { KeptReport } from '../../../src/model/result-types';
import type { Id } from '../../../src/model/types';

export const keptId = (audience: ItemAudience): Id => `bericht-${audience}`;

export const keptOf = (audience: ItemAudience, changes: Partial<KeptReport> = {}): KeptReport => ({
  ...{ id: keptId(audience), ...PERIOD, introduction: `canary-${keptId(audience)}`, choices: [] },
  ...{ audience, keptOn: TODAY, version: 1 },
  ...changes,
});

export const storyRows = (): SeedRow[] =>
  AUDIENCES.flatMap((audience) => {
    // What is done was finished at some time.
    const line = handoverOf(itemId(audience, 'done'), 90, { kind: 'cleared', audience });
    return [
      seedRow('keptReport', keptId(audience), keptOf(audience), audience),
      seedRow('handover', line.id, line, audience),
    ];
  });

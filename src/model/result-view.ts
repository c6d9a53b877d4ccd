/** A result as somebody reads it: with the evidence that is for them, and nothing that tells of other. */
import type { Experience } from './experience-types';
import { isCoreTeam, mayEditResult, mayEraseResult } from './permissions';
import type { Quote, Result, ResultAct, ResultView } from './result-types';
import type { Id, Viewer } from './types';

/** What the evidence says that the reader may see, by id. Of what was erased nothing is there any more. */
export interface EvidenceRead {
  experiences: ReadonlyMap<Id, Experience>;
  /** Titles. */
  items: ReadonlyMap<Id, string>;
}

/** What the reader may do with it now. */
export function resultActs(viewer: Viewer, result: Result): ResultAct[] {
  const may: Record<ResultAct, boolean> = {
    edit: mayEditResult(viewer, result),
    measure: result.measure !== undefined && mayEditResult(viewer, result),
    publish: result.publication === undefined && isCoreTeam(viewer) && mayEditResult(viewer, result),
    erase: mayEraseResult(viewer, result),
  };
  return (['edit', 'measure', 'publish', 'erase'] as const).filter((act) => may[act]);
}

export function resultView(result: Result, { experiences, items }: EvidenceRead, viewer: Viewer): ResultView {
  const experienceIds = result.experienceIds.filter((id) => experiences.has(id));
  const agendaItemIds = result.agendaItemIds.filter((id) => items.has(id));
  const read = experienceIds.flatMap((id) => experiences.get(id) ?? []);
  const quote = result.measure ? undefined : quoteOf(read);
  return {
    ...result,
    experienceIds,
    agendaItemIds,
    evidence: [
      ...read.map(({ id, title }) => ({ kind: 'experience' as const, id, title })),
      ...agendaItemIds.map((id) => ({ kind: 'agendaItem' as const, id, title: items.get(id) ?? '' })),
    ],
    ...(quote && { quote }),
    acts: resultActs(viewer, result),
  };
}

/**
 * What was learned; where nobody wrote that down, how the first of the stories begins. Not of what is for oneself or one's
 * party: a result is read to others, and printed.
 */
function quoteOf(all: readonly Experience[]): Quote | undefined {
  const experiences = all.filter(({ audience }) => audience === 'everyone' || audience === 'internal');
  const learned = experiences.find(({ whatLearned }) => whatLearned) ?? experiences[0];
  if (!learned) return undefined;
  const { id, whatLearned, whatHappened, author } = learned;
  return {
    experienceId: id,
    text: whatLearned ?? firstSentence(whatHappened),
    // Of who left, neither is shown there.
    ...(author?.jobTitle && { jobTitle: author.jobTitle }),
    ...(author?.partyId && { partyId: author.partyId }),
  };
}

/** Up to the first full stop or the like that a space follows, or the end of the line. */
function firstSentence(text: string): string {
  return /^.*?[.!?…](?=\s|$)/u.exec(text)?.[0] ?? text.split('\n', 1)[0] ?? '';
}

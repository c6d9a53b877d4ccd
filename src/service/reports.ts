/** What happened in a period, as far as whoever asks may see it. Counted where the rows are, however many there are. */
import { found, memberOf } from './context';
import type { Context } from './context';
import { everyRow } from './every-row';
import { figuresAt, releasedUntil, startOf } from './figures';
import { idsOf, inFeed } from './kept-views';
import { keepRound } from './keep-round';
import { resultViews } from './result-views';
import type { Input, Output } from '../contract/operations';
import { follows } from '../model/agenda-item';
import { addDays } from '../model/day';
import { chosenExperience, demandPeriod, movementsOf, resultIn } from '../model/report';
import type { KeptReport, PeriodReport, ResultView } from '../model/result-types';
import type { Day } from '../model/types';

const EVERY = 100;
/** More items without a ball are not a list that anybody reads. */
const MOST_UNHELD = 100;

export async function getReport(context: Context, input: Input<'getReport'>): Promise<Output<'getReport'>> {
  memberOf(context);
  const { kept: keptId, ...period } = input;
  demandPeriod(period);
  const kept = keptId === undefined ? undefined : found(await context.tx.load('keptReport', keptId));
  await keepRound(context);
  const { from, until } = period;
  // Of days that are still to come nobody knows anything.
  const asOn = until < context.today ? until : context.today;
  const released = await releasedUntil(context, asOn, from);
  const results = await resultsIn(context, period);
  return {
    ...period,
    results,
    figures: await figuresAt(context, asOn, released),
    movements: await movementsIn(context, period),
    releases: released.filter(({ round }) => (round.closedOn ?? '') >= from),
    experiences: { kind: await kindsIn(context, period), chosen: await chosenBy(context, kept) },
    stillNeeded: results.flatMap(({ id, title, stillNeeded }) =>
      stillNeeded ? [{ resultId: id, title, text: stillNeeded }] : [],
    ),
    asOf: context.asOf,
  };
}

interface Days {
  from: Day;
  until: Day;
}

/** As they were at the end of it; published last first. */
async function resultsIn(context: Context, period: Days): Promise<ResultView[]> {
  const { tx } = context;
  const all = await everyRow((cursor) => tx.query('results', { only: 'published' }, { limit: EVERY, cursor }));
  const then = all.flatMap((result) => resultIn(result, period) ?? []);
  const on = ({ publication, id }: { publication?: { on: Day }; id: string }) => `${publication?.on ?? ''} ${id}`;
  return resultViews(
    context,
    then.sort((a, b) => (on(a) < on(b) ? 1 : -1)),
  );
}

async function movementsIn(context: Context, { from, until }: Days): Promise<PeriodReport['movements']> {
  const { tx } = context;
  const time = { since: startOf(context, from), before: startOf(context, addDays(until, 1)) };
  const counted = await everyRow((cursor) => tx.query('handoversCounted', time, { limit: EVERY, cursor }));
  const [finished] = (await tx.query('itemsFinished', time)).rows;
  const { rows } = await tx.query('agendaItems', { signal: 'nobody' }, { limit: MOST_UNHELD });
  return {
    ...movementsOf(counted, finished?.count ?? 0),
    // Of one that goes along with another, that one's ball is its ball.
    unheld: rows
      .filter((each) => !follows(each, each.followed))
      .map(({ item }) => ({ id: item.id, title: item.title })),
  };
}

async function kindsIn({ tx }: Context, period: Days): Promise<PeriodReport['experiences']['kind']> {
  const { rows } = await tx.query('experiencesCounted', period);
  return { success: 0, lesson: 0, question: 0, ...Object.fromEntries(rows.map(({ id, count }) => [id, count])) };
}

async function chosenBy(
  context: Context,
  kept: KeptReport | undefined,
): Promise<PeriodReport['experiences']['chosen']> {
  if (!kept) return [];
  const seen = await inFeed(context, idsOf(kept));
  return kept.choices.flatMap((choice) => {
    const experience = seen.get(choice.experienceId);
    return experience ? [chosenExperience(choice, experience)] : [];
  });
}

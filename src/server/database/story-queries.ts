/**
 * The named queries of the chain, the figures and the report, in SQL. What is counted is counted here: a report over ten
 * thousand experiences and items fetches none of them.
 */
import type { Asked, NamedQuery } from './queries';
import type { ThingKind, Tie, TieField } from '../../model/chain';
import type { QueryName } from '../../service/storage';

const NOTHING = /^$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

export type StoryQuery = Extract<
  QueryName,
  'tied' | 'tiedToDriver' | 'counted' | 'handoversCounted' | 'itemsFinished' | 'experiencesCounted' | 'keptReports'
>;

interface Place {
  kind: ThingKind;
  table: string;
  /** For the viewer, whose audiences are `$2`, and for all its readers. */
  isThere: string;
  day: string;
  hasDriver: string;
  /** By which columns it may be tied. */
  by: readonly (readonly [field: TieField, column: string])[];
}

const OWN = 'space_id = $1 and audience = any ($2::text[])';
const IN_FEED = `${OWN} and is_listed and status = 'published'`;
const PUBLISHED = `${OWN} and is_published`;
const HAS_DRIVER = `data -> 'driverIds' ? $3`;

const PLACES: readonly Place[] = [
  {
    ...{ kind: 'experience', table: 'samen.experiences', isThere: IN_FEED, day: 'written_on', hasDriver: HAS_DRIVER },
    by: [['agendaItemId', 'agenda_item_id']],
  },
  {
    ...{ kind: 'need', table: 'samen.needs', isThere: OWN, day: 'created_on', hasDriver: 'driver_id = $3' },
    by: [
      ['experienceId', 'experience_id'],
      ['agendaItemId', 'agenda_item_id'],
    ],
  },
  {
    ...{ kind: 'idea', table: 'samen.ideas', isThere: OWN, day: 'created_on', hasDriver: HAS_DRIVER },
    by: [
      ['experienceId', 'experience_id'],
      ['agendaItemId', 'agenda_item_id'],
    ],
  },
  {
    ...{ kind: 'agendaItem', table: 'samen.agenda_items', isThere: OWN, day: 'created_on', hasDriver: HAS_DRIVER },
    by: [
      ['experienceId', 'experience_id'],
      ['needId', 'need_id'],
      ['ideaId', 'idea_id'],
      ['mergedIntoId', 'merged_into_id'],
    ],
  },
  {
    ...{ kind: 'result', table: 'samen.results', isThere: PUBLISHED, day: 'published_on', hasDriver: HAS_DRIVER },
    by: [
      ['experienceIds', 'experience_ids'],
      ['agendaItemIds', 'agenda_item_ids'],
    ],
  },
];

/** Each way of being tied that there is, in the order of its values: from `$6` on. */
const WAYS = PLACES.flatMap(({ kind, by }) =>
  [['id', 'id'] as const, ...by].map(([field, column]) => ({ kind, field, column })),
);

function isTied(of: ThingKind): string {
  const ways = WAYS.flatMap(({ kind, field, column }, index) => {
    if (kind !== of) return [];
    const ids = `$${String(index + 6)}::text[]`;
    return field.endsWith('Ids') ? [`${column} && ${ids}`] : [`${column} = any (${ids})`];
  });
  return `(${ways.join(' or ')})`;
}

const valuesOf = (ties: readonly Tie[]) =>
  WAYS.map(({ kind, field }) => ties.find((tie) => tie.kind === kind && tie.by === field)?.ids ?? []);

const thing = ({ kind, day }: Place) => `'${kind}' as kind, id::text, ${day} as newest, data`;
const AS_THING = `jsonb_build_object('id', kind || '.' || id, 'thing', jsonb_build_object('kind', kind, 'row', data)) as data,
      newest, kind || '.' || id as id`;

const afterId = ({ after }: Asked): string => after?.[1] ?? '';

export const STORY_QUERIES: { [Q in StoryQuery]: NamedQuery<Q> } = {
  tied: {
    newest: DAY,
    text: `with found as (${PLACES.map((place) => `select ${thing(place)} from ${place.table} where ${place.isThere} and ${isTied(place.kind)}`).join(' union all ')})
      select ${AS_THING} from found
      where $3::text is null or newest < $3 or (newest = $3 and (kind || '.' || id) collate "C" > $4)
      order by newest desc, (kind || '.' || id) collate "C" limit $5`,
    values: ({ ties }, { spaceId, audiences, after, limit }) => [
      ...[spaceId, audiences, after?.[0] ?? null, after?.[1] ?? '', limit],
      ...valuesOf(ties),
    ],
  },
  tiedToDriver: {
    newest: DAY,
    // So many at most of each: nobody asks for a second page.
    text: `with found as (${PLACES.map((place) => `(select ${thing(place)} from ${place.table} where ${place.isThere} and ${place.hasDriver} order by ${place.day} desc, id limit $4)`).join(' union all ')})
      select ${AS_THING} from found order by newest desc, (kind || '.' || id) collate "C" limit $5`,
    values: ({ driverId, most }, { spaceId, audiences, limit }) => [spaceId, audiences, driverId, most, limit],
  },
  counted: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', day, 'results', results, 'experiences', experiences, 'handovers', handovers)
        as data, '' as newest, day as id
      from samen.counted($1::text[], $2::text[], $3::text[]) where day > $4 order by day limit $5`,
    values: ({ days }, query) => [
      ...[query.audiences, days.map(({ day }) => day), days.map(({ endsAt }) => endsAt), afterId(query), query.limit],
    ],
  },
  handoversCounted: {
    newest: NOTHING,
    text: `with named as (
        select (kind || '.' || coalesce(giver, '') || '.' || coalesce(taker, '')) collate "C" as id, *
        from samen.handovers_counted($1::text[], $2, $3))
      select jsonb_strip_nulls(jsonb_build_object('id', id, 'kind', kind, 'fromPartyId', giver, 'toPartyId', taker,
          'times', times)) as data, '' as newest, id
      from named where id > $4 order by id limit $5`,
    values: ({ since, before }, query) => [query.audiences, since, before, afterId(query), query.limit],
  },
  itemsFinished: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', 'finished', 'count', samen.items_finished($1::text[], $2, $3)) as data,
        '' as newest, 'finished' as id`,
    values: ({ since, before }, { audiences }) => [audiences, since, before],
  },
  experiencesCounted: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', kind, 'count', count(*)) as data, '' as newest, kind as id
      from samen.experiences where ${IN_FEED} and written_on >= $3 and written_on <= $4
      group by kind order by kind`,
    values: ({ from, until }, { spaceId, audiences }) => [spaceId, audiences, from, until],
  },
  keptReports: {
    newest: DAY,
    text: `select data, until_on as newest, id from samen.kept_reports
      where ${OWN} and ($3::text is null or until_on < $3 or (until_on = $3 and id > $4))
      order by until_on desc, id limit $5`,
    values: (_, { spaceId, audiences, after, limit }) => [
      ...[spaceId, audiences, after?.[0] ?? null, after?.[1] ?? '', limit],
    ],
  },
};

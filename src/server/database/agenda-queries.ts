/** The named queries of the agenda, in SQL. The rows of a page are picked first; what goes with them is read after. */
import type { Asked, NamedQuery } from './queries';
import type { QueryName } from '../../service/storage';

const NOTHING = /^$/;
const NUMBER = /^\d{1,9}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/;

export type AgendaQuery = Extract<
  QueryName,
  | 'agendaItems'
  | 'agendaItemsById'
  | 'itemsOfExperience'
  | 'followers'
  | 'alike'
  | 'handovers'
  | 'offersLapsed'
  | 'ballsOf'
  | 'sessions'
  | 'methods'
  | 'mostRecognised'
>;

/** Of each draft of `alike`. */
const ALIKE_AT_MOST = 10;

/** Space, audiences, the place of the row before, how many. */
const asked = ({ spaceId, audiences, after, limit }: Asked) => [
  ...[spaceId, audiences, after?.[0] ?? null, after?.[1] ?? '', limit],
];
const afterId = ({ after }: Asked): string => after?.[1] ?? '';

/** The ball is as visible as its item. Of an item that goes along with another, that other's as well, where it is seen. */
const FOUND = `samen.agenda_items i join samen.balls b on b.space_id = i.space_id and b.id = i.id
    left join samen.balls f on f.space_id = i.space_id and f.id = i.follows_id and f.audience = any ($2::text[])`;
const PAGE = `select i.id, i.changed_on, i.follows_id, i.data as item, b.data as ball from ${FOUND}
    where i.space_id = $1 and i.audience = any ($2::text[])
      and ($3::text is null or i.changed_on < $3 or (i.changed_on = $3 and i.id > $4))`;
const ORDERED = `order by i.changed_on desc, i.id limit $5`;
const WITH_FOLLOWED = `select jsonb_build_object('item', p.item, 'ball', p.ball) || case when fb.id is null then '{}'
        else jsonb_build_object('followed', jsonb_build_object('item', fi.data, 'ball', fb.data)) end as data,
      p.changed_on as newest, p.id
    from page p
    left join samen.agenda_items fi on fi.space_id = $1 and fi.id = p.follows_id and fi.audience = any ($2::text[])
    left join samen.balls fb on fb.space_id = $1 and fb.id = fi.id
    order by p.changed_on desc, p.id`;

export const AGENDA_QUERIES: { [Q in AgendaQuery]: NamedQuery<Q> } = {
  agendaItems: {
    newest: DAY,
    text: `with page as materialized (${PAGE}
        and ($6::text is null or i.phase_id = $6)
        and ($7::text is null or i.party_ids @> array[$7])
        and ($8::text is null or b.holder_id = $8 or f.holder_id = $8)
        and ($9::text is null or i.status = $9)
        and (not $10::boolean or i.is_open)
        and ($11::text is null or b.holder_id = $11 or f.holder_id = $11
          or i.data -> 'participations' @> jsonb_build_array(jsonb_build_object('partyId', $11, 'as', 'doing')))
        and ($12::text is null or (i.is_open and (b.holder_id = $12 or b.offered_to = $12)))
        and ($13::text is null or (i.is_open and i.status <> 'paused' and case $13
          when 'nobody' then b.holder_id is null
          when 'unanswered' then b.offered_at <= $14
          when 'overdue' then b.holder_id is not null and b.due_on < $15
          when 'still' then b.holder_id is not null and b.moved_at < $16
          else true end))
        and ($17::text is null or i.data -> 'driverIds' ? $17)
        ${ORDERED})
      ${WITH_FOLLOWED}`,
    values: (args, query) => [
      ...asked(query),
      ...[args.phaseId ?? null, args.partyId ?? null, args.holderId ?? null, args.status ?? null],
      ...[args.isOpen ?? false, args.mine ?? null, args.waitsFor ?? null, args.signal ?? null],
      ...[args.offeredUntil ?? '', args.today ?? '', args.movedBefore ?? '', args.driverId ?? null],
    ],
  },
  agendaItemsById: {
    newest: DAY,
    text: `with page as materialized (${PAGE} and i.id = any ($6::text[]) ${ORDERED}) ${WITH_FOLLOWED}`,
    values: ({ ids }, query) => [...asked(query), ids],
  },
  itemsOfExperience: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', id, 'title', title) as data, '' as newest, id from samen.agenda_items
      where space_id = $1 and audience = any ($2::text[]) and (experience_id = $3 or id = $4) and id > $5
      order by id limit $6`,
    values: ({ experienceId, agendaItemId }, query) => [
      ...[query.spaceId, query.audiences, experienceId, agendaItemId ?? null, afterId(query), query.limit],
    ],
  },
  followers: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', id) as data, '' as newest, id from samen.followers_of($1, $2, $3)`,
    values: ({ id }, query) => [id, afterId(query), query.limit],
  },
  alike: {
    newest: NOTHING,
    // In the order of the drafts, and of each the likeliest first: nobody asks for a second page.
    text: `select jsonb_build_object('id', d.draft ->> 'of' || '.' || i.id, 'of', d.draft ->> 'of', 'item', i.data) as data,
          '' as newest, d.draft ->> 'of' || '.' || i.id as id
        from jsonb_array_elements($3::jsonb) with ordinality d (draft, place)
        cross join lateral samen.items_alike($2::text[], d.draft ->> 'of', d.draft ->> 'wording',
          samen.texts_of(d.draft -> 'topics'), ${String(ALIKE_AT_MOST)}) a
        join samen.agenda_items i on i.space_id = $1 and i.id = a.id
        order by d.place, a.place limit $4`,
    values: ({ drafts }, { spaceId, audiences, limit }) => [spaceId, audiences, JSON.stringify(drafts), limit],
  },
  handovers: {
    newest: NUMBER,
    text: `select data, number::text as newest, id from samen.handovers h
      where space_id = $1 and audience = any ($2::text[]) and item_id = $6
        and ($3::integer is null or number < $3 or (number = $3 and id > $4))
        and exists (select from samen.agenda_items i where i.space_id = $1 and i.id = $6 and i.audience = any ($2::text[]))
      order by number desc, id limit $5`,
    values: ({ itemId }, query) => [...asked(query), itemId],
  },
  offersLapsed: {
    newest: NOTHING,
    text: `select data, '' as newest, id from samen.balls
      where space_id = $1 and offered_at <= $2 and not is_expiry_logged and id > $3 order by id limit $4`,
    values: ({ offeredUntil }, query) => [query.spaceId, offeredUntil, afterId(query), query.limit],
  },
  ballsOf: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', id, 'partyId', party_id) as data, '' as newest, place as id
      from samen.balls_of($1::text[], $2, $3)`,
    values: ({ partyIds }, query) => [partyIds, afterId(query), query.limit],
  },
  sessions: {
    newest: MOMENT,
    text: `select data, starts_at as newest, id from samen.sessions
      where space_id = $1 and audience = any ($2::text[])
        and ($3::text is null or starts_at < $3 or (starts_at = $3 and id > $4))
      order by starts_at desc, id limit $5`,
    values: (_, query) => asked(query),
  },
  methods: {
    newest: NOTHING,
    text: `select data, '' as newest, id from samen.methods where space_id = $1 and id > $2 order by id limit $3`,
    values: (_, query) => [query.spaceId, afterId(query), query.limit],
  },
  mostRecognised: {
    newest: NUMBER,
    text: `select jsonb_build_object('id', id, 'title', title, 'recognised', recognised) as data,
        recognised::text as newest, id from samen.most_recognised($1::text[], $2, $3::integer, $4, $5)`,
    values: ({ since }, { audiences, after, limit }) => [
      ...[audiences, since, after?.[0] ?? null, after?.[1] ?? '', limit],
    ],
  },
};

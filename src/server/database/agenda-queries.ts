/** The named queries of the agenda, in SQL. An item comes with its ball and, when it follows another, with that one's. */
import type { Asked, NamedQuery } from './queries';

export type AgendaQuery =
  | 'agendaItems'
  | 'agendaItemsById'
  | 'followers'
  | 'alike'
  | 'handovers'
  | 'offersLapsed'
  | 'ballsOf'
  | 'sessions'
  | 'methods'
  | 'mostRecognised';

const NOTHING = /^$/;
const NUMBER = /^\d{1,9}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Alike for a browser and a server: what is in a row is what policies let through. */
const WITH_BALL = `from samen.agenda_items i join samen.balls b on b.space_id = i.space_id and b.id = i.id
  left join samen.agenda_items fi on fi.space_id = i.space_id and fi.id = i.follows_id
  left join samen.balls fb on fb.space_id = fi.space_id and fb.id = fi.id`;
const FOUND = `select jsonb_build_object('item', i.data, 'ball', b.data)
    || case when fb.id is null then '{}' else jsonb_build_object('followed',
      jsonb_build_object('item', fi.data, 'ball', fb.data)) end as data,
  i.changed_on as newest, i.id`;
const AFTER = `($2::text is null or i.changed_on < $2 or (i.changed_on = $2 and i.id > $3))
  order by i.changed_on desc, i.id limit $4`;

const placed = ({ spaceId, after, limit }: Asked) => [spaceId, after?.[0] ?? null, after?.[1] ?? '', limit];
const afterId = ({ after }: Asked): string => after?.[1] ?? '';

export const AGENDA_QUERIES: { [Q in AgendaQuery]: NamedQuery<Q> } = {
  agendaItems: {
    newest: DAY,
    text: `${FOUND} ${WITH_BALL} where i.space_id = $1
      and ($5::text is null or i.phase_id = $5) and ($6::text is null or i.party_ids @> array[$6])
      and ($7::text is null or b.holder_id = $7 or fb.holder_id = $7) and ($8::text is null or i.status = $8)
      and (not $9 or i.is_open)
      and ($10::text is null or b.holder_id = $10 or fb.holder_id = $10
        or i.data -> 'participations' @> jsonb_build_array(jsonb_build_object('partyId', $10, 'as', 'doing')))
      and ($11::text is null or (i.is_open and (b.holder_id = $11 or b.offered_to = $11)))
      and ($12::text is null or (i.is_open and i.status <> 'paused' and case $12
        when 'nobody' then b.holder_id is null
        when 'unanswered' then b.offered_at <= $13
        when 'overdue' then b.holder_id is not null and b.due_on < $14
        when 'still' then b.holder_id is not null and b.data ->> 'movedAt' < $15
        else true end))
      and ${AFTER}`,
    values: (args, query) => [
      ...placed(query),
      ...[args.phaseId ?? null, args.partyId ?? null, args.holderId ?? null, args.status ?? null, args.isOpen === true],
      ...[args.mine ?? null, args.waitsFor ?? null],
      ...[args.signal ?? null, args.offeredUntil ?? null, args.today ?? null, args.movedBefore ?? null],
    ],
  },
  agendaItemsById: {
    newest: DAY,
    text: `${FOUND} ${WITH_BALL} where i.space_id = $1 and i.id = any ($5::text[]) and ${AFTER}`,
    values: ({ ids }, query) => [...placed(query), ids],
  },
  followers: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', id) as data, '' as newest, id from samen.followers($1) where id > $2
      order by id limit $3`,
    values: ({ id }, query) => [id, afterId(query), query.limit],
  },
  alike: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', d.draft ->> 'of' || '.' || i.id, 'of', d.draft ->> 'of', 'item', i.data) as data,
        '' as newest, d.draft ->> 'of' || '.' || i.id as id
      from jsonb_array_elements($2::jsonb) d (draft),
        samen.items_alike(d.draft ->> 'wording', samen.texts_of(d.draft -> 'topics'), d.draft ->> 'of', 10) a
      join samen.agenda_items i on i.space_id = $1 and i.id = a.id
      where d.draft ->> 'of' || '.' || i.id > $3 order by 3 limit $4`,
    values: ({ drafts }, query) => [query.spaceId, JSON.stringify(drafts), afterId(query), query.limit],
  },
  handovers: {
    newest: NUMBER,
    text: `select data, number::text as newest, id from samen.handovers
      where space_id = $1 and item_id = $5 and ($2::integer is null or number < $2 or (number = $2 and id > $3))
      order by number desc, id limit $4`,
    values: ({ itemId }, query) => [...placed(query), itemId],
  },
  offersLapsed: {
    newest: NOTHING,
    text: `select data, '' as newest, id from samen.balls
      where space_id = $1 and offered_at <= $2 and not is_expiry_logged and id > $3 order by id limit $4`,
    values: ({ offeredUntil }, query) => [query.spaceId, offeredUntil, afterId(query), query.limit],
  },
  ballsOf: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', id, 'partyId', party_id) as data, '' as newest, id || '.' || party_id as id
      from samen.balls_of($1::text[]) where id || '.' || party_id > $2 order by 3 limit $3`,
    values: ({ partyIds }, query) => [partyIds, afterId(query), query.limit],
  },
  sessions: {
    newest: MOMENT,
    text: `select data, starts_at as newest, id from samen.sessions
      where space_id = $1 and ($2::text is null or starts_at < $2 or (starts_at = $2 and id > $3))
      order by starts_at desc, id limit $4`,
    values: (_, query) => placed(query),
  },
  methods: {
    newest: NOTHING,
    text: `select data, '' as newest, id from samen.methods where space_id = $1 and id > $2 order by id limit $3`,
    values: (_, query) => [query.spaceId, afterId(query), query.limit],
  },
  mostRecognised: {
    newest: NUMBER,
    text: `select jsonb_build_object('id', e.id, 'title', e.data ->> 'title', 'recognised', a.recognise) as data,
        a.recognise::text as newest, e.id
      from (select id, data from samen.experiences where space_id = $1 and is_listed and status = 'published'
          and audience = any ($5::text[]) and written_on >= $6) e
        join samen.around(array(select id::text from samen.experiences where space_id = $1 and is_listed
          and status = 'published' and audience = any ($5::text[]) and written_on >= $6), $7) a on a.id = e.id
      where a.recognise > 0 and ($2::integer is null or a.recognise < $2 or (a.recognise = $2 and e.id > $3))
      order by a.recognise desc, e.id limit $4`,
    values: ({ since }, query) => [...placed(query), query.audiences, since, query.personId],
  },
};

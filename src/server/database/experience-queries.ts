/**
 * The named queries of the backpack, in SQL. The rows of a page are picked first, and what is counted around them is
 * counted after: counted along, a million experiences cost a hundred times as much as ten thousand.
 */
import type { AgendaQuery } from './agenda-queries';
import type { PrivacyQuery } from './privacy-queries';
import type { NamedQuery, Asked } from './queries';
import type { ResultQuery } from './result-queries';
import type { StoryQuery } from './story-queries';
import type { Id } from '../../model/types';
import type { QueryName } from '../../service/storage';

const NOTHING = /^$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const PINNED_AND_DAY = /^[01] \d{4}-\d\d-\d\d$/;

type ExperienceQuery = Exclude<
  QueryName,
  | ('members' | 'rounds' | 'openRound' | 'checkInsOfRound' | 'needs' | 'meanings')
  | (AgendaQuery | ResultQuery | StoryQuery | PrivacyQuery)
>;

/** After `page`: each row with what is counted around it, in order. The viewer is `$2`. */
const COUNTED = `,
  around as materialized (select * from samen.around(array(select id::text from page), $2))
  select jsonb_build_object('experience', e.data,
      'reactions', jsonb_build_object('recognise', coalesce(a.recognise, 0), 'help', coalesce(a.help, 0),
        'learn', coalesce(a.learn, 0)),
      'myReactions', coalesce(to_jsonb(a.mine), '[]'), 'replies', coalesce(a.replies, 0),
      'questions', coalesce(a.questions, 0), 'isAnswered', coalesce(a.is_answered, false),
      'isPacked', coalesce(a.is_packed, false)) as data,
    case when e.is_pinned then '1 ' else '0 ' end || e.written_on as newest, e.sort_key as id
  from page e left join around a on a.id = e.id
  order by e.is_pinned desc, e.written_on desc, e.sort_key`;

/** After the place in `$3` to `$5`; the columns of a page, and its order, with `$6` as the limit. */
const PAGE = `select e.id, e.data, e.is_pinned, e.written_on, e.sort_key from samen.experiences e`;
const AFTER = `($4::text is null or e.is_pinned < $3 or (e.is_pinned = $3
        and (e.written_on < $4 or (e.written_on = $4 and e.sort_key > $5))))
      order by e.is_pinned desc, e.written_on desc, e.sort_key limit $6`;

const placeOf = ({ after }: Asked): [isPinned: boolean | null, day: string | null, sortKey: string] => [
  after ? after[0].startsWith('1') : null,
  after ? after[0].slice(2) : null,
  after?.[1] ?? '',
];
const afterId = ({ after }: Asked): string => after?.[1] ?? '';
const asked = (query: Asked) => [query.spaceId, query.personId, ...placeOf(query), query.limit];

export const EXPERIENCE_QUERIES: { [Q in ExperienceQuery]: NamedQuery<Q> } = {
  experiences: {
    newest: PINNED_AND_DAY,
    text: `with listed as materialized (select * from samen.experiences_listed(
        $7::text[], $8::text, $2, $9::text, $10::text, $11::text, $12::text, $13::text, $3, $4, $5, $6)),
      page as materialized (${PAGE} join listed l on e.id = l.id where e.space_id = $1)${COUNTED}`,
    values: ({ collection, driverId, partyId, agendaItemId, kind, text }, query) => [
      ...asked(query),
      ...[query.audiences, collection ?? null, driverId ?? null, partyId ?? null],
      ...[agendaItemId ?? null, kind ?? null, text ?? null],
    ],
  },
  experiencesById: {
    newest: PINNED_AND_DAY,
    about: ({ ids }) => ids,
    text: `with page as materialized (${PAGE} where e.space_id = $1 and e.id = any ($7::text[])
        and ((e.audience = any ($8::text[]) and (e.is_listed or $9)) or e.author_id = $2
          or e.author_proof = any ($10::text[])) and ${AFTER})${COUNTED}`,
    values: ({ ids }, query) => [...asked(query), ids, query.audiences, query.isCoreTeam, query.proofs],
  },
  myExperiences: {
    newest: PINNED_AND_DAY,
    about: ({ ids }) => ids,
    text: `with page as materialized (${PAGE} where e.space_id = $1 and e.status <> 'erased'
        and (e.author_id = $2 or (e.id = any ($7::text[]) and e.author_proof = any ($8::text[])))
        and ${AFTER})${COUNTED}`,
    values: ({ ids }, query) => [...asked(query), ids, query.proofs],
  },
  authorProofs: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', id, 'authorProof', author_proof) as data, '' as newest, id
      from samen.author_proofs($1, $2)`,
    values: (_, query) => [afterId(query), query.limit],
  },
  waitingProofs: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', id, 'authorProof', author_proof) as data, '' as newest, id
      from samen.waiting_proofs($1, $2)`,
    values: (_, query) => [afterId(query), query.limit],
  },
  waitingUntil: {
    newest: NOTHING,
    text: `select data, '' as newest, id from samen.waiting
      where space_id = $1 and publish_on <= $2 and id > $3 order by id limit $4`,
    values: ({ day }, query) => [query.spaceId, day, afterId(query), query.limit],
  },
  replies: {
    newest: DAY,
    about: ({ experienceId }) => [experienceId],
    text: `select data, written_on as newest, sort_key as id from samen.replies
      where space_id = $1 and experience_id = $2
        and ($3::text is null or written_on > $3 or (written_on = $3 and sort_key > $4))
      order by written_on, sort_key limit $5`,
    values: ({ experienceId }, { spaceId, after, limit }) => [
      ...[spaceId, experienceId, after?.[0] ?? null, after?.[1] ?? '', limit],
    ],
  },
  helpers: {
    newest: NOTHING,
    about: ({ experienceId }) => [experienceId],
    text: `select jsonb_build_object('id', id, 'by', by) as data, '' as newest, id from samen.helpers_of($1)
      where id > $2 order by id limit $3`,
    values: ({ experienceId }, query) => [experienceId, afterId(query), query.limit],
  },
  reports: {
    newest: DAY,
    text: `select data, reported_on as newest, id from samen.reports
      where space_id = $1 and ($2::text is null or experience_id = $2)
        and ($3::text is null or reported_on < $3 or (reported_on = $3 and id > $4))
      order by reported_on desc, id limit $5`,
    values: ({ experienceId }: { experienceId?: Id }, { spaceId, after, limit }) => [
      ...[spaceId, experienceId ?? null, after?.[0] ?? null, after?.[1] ?? '', limit],
    ],
  },
  logEntries: {
    newest: DAY,
    text: `select data, entered_on as newest, id from samen.log_entries
      where space_id = $1 and ($2::text is null or entered_on < $2 or (entered_on = $2 and id > $3))
      order by entered_on desc, id limit $4`,
    values: (_, { spaceId, after, limit }) => [spaceId, after?.[0] ?? null, after?.[1] ?? '', limit],
  },
  peers: {
    // The title, as what a cursor can hold.
    newest: /^[0-9a-f]*$/,
    text: `select jsonb_build_object('id', party_id || ' ' || title, 'partyId', party_id, 'jobTitle', title,
          'people', count(*)) as data,
        encode(convert_to(title, 'UTF8'), 'hex') as newest, party_id as id
      from (select party_id, data ->> 'jobTitle' collate "C" as title from samen.members
        where space_id = $1 and role <> 'admin') m
      where $2::text is null or (party_id, title) > ($3, convert_from(decode($2, 'hex'), 'UTF8'))
      group by party_id, title order by party_id, title limit $4`,
    values: (_, { spaceId, after, limit }) => [spaceId, after?.[0] ?? null, after?.[1] ?? '', limit],
  },
};

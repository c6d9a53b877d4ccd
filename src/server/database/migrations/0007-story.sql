-- What is told of all of it together: the chain, the figures and the report (src/model/chain.ts, report.ts). Nothing is kept
-- that was not; these are the ways to it, so that what is told of ten thousand things is looked up and counted here.

-- By what a thing says that it is tied to.
alter table samen.experiences
  add column agenda_item_id text collate "C" generated always as (data ->> 'agendaItemId') stored;
create index on samen.experiences (space_id, agenda_item_id) where agenda_item_id is not null;

alter table samen.needs
  add column experience_id text collate "C" generated always as (data ->> 'experienceId') stored,
  add column agenda_item_id text collate "C" generated always as (data ->> 'agendaItemId') stored;
create index on samen.needs (space_id, experience_id) where experience_id is not null;
create index on samen.needs (space_id, agenda_item_id) where agenda_item_id is not null;

alter table samen.agenda_items
  add column need_id text collate "C" generated always as (data ->> 'needId') stored,
  add column idea_id text collate "C" generated always as (data ->> 'ideaId') stored,
  add column merged_into_id text collate "C" generated always as (data ->> 'mergedIntoId') stored,
  add column created_on text collate "C" generated always as (data ->> 'createdOn') stored;
create index on samen.agenda_items (space_id, need_id) where need_id is not null;
create index on samen.agenda_items (space_id, idea_id) where idea_id is not null;
create index on samen.agenda_items (space_id, merged_into_id) where merged_into_id is not null;

create index on samen.ideas (space_id, experience_id) where experience_id is not null;
create index on samen.ideas (space_id, agenda_item_id) where agenda_item_id is not null;

-- What happened in a period.
alter table samen.handovers add column at text collate "C" generated always as (data ->> 'at') stored;
create index on samen.handovers (space_id, at);

alter table samen.results
  add column published_on text collate "C" generated always as (data #>> '{publication,on}') stored;

-- The last period first.
alter table samen.kept_reports add column until_on text collate "C" generated always as (data ->> 'until') stored;
create index on samen.kept_reports (space_id, until_on desc, id);

-- What is counted is counted here: asked of every single line whether it is for whoever asks, row-level security takes a
-- hundred times as long. Numbers alone, of what they may see; to who is no member there is nothing.

-- What there was at the end of each of these days, and before the moment at which it ends.
create function samen.counted(of_audiences text[], of_days text[], of_ends text[])
  returns table (day text, results bigint, experiences bigint, handovers bigint)
  language sql stable security definer set search_path = samen, pg_temp as $$
  with mine as materialized (
      select array(select unnest(of_audiences) intersect select unnest(samen.my_audiences())) as audiences),
    days as (select d.day collate "C" as day, d.ends_at collate "C" as ends_at from unnest(of_days, of_ends) d (day, ends_at)),
    published as materialized (select r.published_on as day, count(*) as n from results r
      where r.space_id = samen.space() and r.is_published and r.audience = any ((select audiences from mine)::text[]) group by 1),
    written as materialized (select e.written_on as day, count(*) as n from experiences e
      where e.space_id = samen.space() and e.is_listed and e.status = 'published'
        and e.audience = any ((select audiences from mine)::text[]) group by 1),
    turns as materialized (select h.at from handovers h join agenda_items i on i.space_id = h.space_id and i.id = h.item_id
      where h.space_id = samen.space() and h.kind in ('accepted', 'taken')
        and h.audience = any ((select audiences from mine)::text[]) and i.audience = any ((select audiences from mine)::text[]))
  select d.day, (select coalesce(sum(p.n), 0)::bigint from published p where p.day <= d.day),
    (select coalesce(sum(w.n), 0)::bigint from written w where w.day <= d.day),
    (select count(*) from turns t where t.at < d.ends_at)
  from days d
$$;

-- How often what happened to balls from one moment to before another, from which party to which.
create function samen.handovers_counted(of_audiences text[], since_moment text, before_moment text)
  returns table (kind text, giver text, taker text, times bigint)
  language sql stable security definer set search_path = samen, pg_temp as $$
  with mine as materialized (
      select array(select unnest(of_audiences) intersect select unnest(samen.my_audiences())) as audiences)
  select h.kind, h.data ->> 'fromPartyId', h.data ->> 'toPartyId', count(*)
  from handovers h join agenda_items i on i.space_id = h.space_id and i.id = h.item_id
  where h.space_id = samen.space() and h.at >= since_moment and h.at < before_moment
    and h.audience = any ((select audiences from mine)::text[]) and i.audience = any ((select audiences from mine)::text[])
  group by 1, 2, 3
$$;

-- How many items that are done had their ball cleared in that time.
create function samen.items_finished(of_audiences text[], since_moment text, before_moment text) returns bigint
  language sql stable security definer set search_path = samen, pg_temp as $$
  with mine as materialized (
      select array(select unnest(of_audiences) intersect select unnest(samen.my_audiences())) as audiences)
  select count(distinct h.item_id) from handovers h join agenda_items i on i.space_id = h.space_id and i.id = h.item_id
  where h.space_id = samen.space() and h.at >= since_moment and h.at < before_moment
    and h.kind = 'cleared' and i.status = 'done'
    and h.audience = any ((select audiences from mine)::text[]) and i.audience = any ((select audiences from mine)::text[])
$$;

revoke execute on function samen.counted, samen.handovers_counted, samen.items_finished from public;
grant execute on function samen.counted, samen.handovers_counted, samen.items_finished to samen_app;

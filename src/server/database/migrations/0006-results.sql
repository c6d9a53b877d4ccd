-- Results with their measurements, ideas, and reports that were kept; and once more who may do what with them. A draft
-- carries the audience of the party that wrote it, so that a change of it is told to nobody else; the core team reads it
-- where it may read what it is to become.

create table samen.results (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null,
  data jsonb not null,
  status text collate "C" not null generated always as (data ->> 'status') stored,
  is_published boolean not null generated always as (data ? 'publication') stored,
  -- Who reads it once it is published.
  meant_for text collate "C" not null generated always as (data ->> 'audience') stored,
  created_by text collate "C" not null generated always as (data ->> 'createdByPartyId') stored,
  changed_on text collate "C" not null generated always as (data ->> 'changedOn') stored,
  experience_ids text[] not null generated always as (samen.texts_of(data -> 'experienceIds')) stored,
  agenda_item_ids text[] not null generated always as (samen.texts_of(data -> 'agendaItemIds')) stored,
  primary key (space_id, id),
  check (data ->> 'audience' in ('internal', 'everyone')),
  check (audience = case when data ? 'publication' then data ->> 'audience' else 'party:' || (data ->> 'createdByPartyId') end),
  -- No value without what it is a value of, and a goal is somewhere else than one began.
  check (data ? 'measure' or data -> 'measurements' = '[]'),
  check (data #> '{measure,goal}' is distinct from data #> '{measure,start}' or not data ? 'measure')
);
create index on samen.results (space_id, changed_on desc, id);

create table samen.ideas (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null check (audience in ('internal', 'everyone')),
  data jsonb not null,
  status text collate "C" not null generated always as (data ->> 'status') stored,
  created_on text collate "C" not null generated always as (data ->> 'createdOn') stored,
  written_by text collate "C" generated always as (data ->> 'writtenBy') stored,
  party_ids text[] not null generated always as (samen.parties_of(data -> 'participations')) stored,
  experience_id text collate "C" generated always as (data ->> 'experienceId') stored,
  agenda_item_id text collate "C" generated always as (data ->> 'agendaItemId') stored,
  primary key (space_id, id),
  check (data ->> 'audience' = audience)
);
create index on samen.ideas (space_id, created_on desc, id);

create table samen.kept_reports (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null check (audience in ('internal', 'everyone')),
  data jsonb not null,
  kept_on text collate "C" not null generated always as (data ->> 'keptOn') stored,
  primary key (space_id, id),
  check (data ->> 'audience' = audience)
);
create index on samen.kept_reports (space_id, kept_on desc, id);

grant select, insert, update (version, audience, data) on samen.results, samen.ideas, samen.kept_reports to samen_app;
grant delete on samen.results, samen.ideas to samen_app;

do $$
declare name text;
begin
  foreach name in array array['results', 'ideas', 'kept_reports'] loop
    execute format('alter table samen.%I enable row level security', name);
  end loop;
end
$$;

create policy reads on samen.results for select to samen_app
  using (space_id = (select samen.space()) and (audience = any ((select samen.my_audiences())::text[])
    or (not is_published and (select samen.my_role()) = 'coreTeam'
      and meant_for = any ((select samen.my_audiences())::text[]))));
create policy adds on samen.results for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.my_role()) <> 'admin' and data ->> 'id' = id
    and created_by = (select samen.my_party()) and not is_published
    and meant_for = any ((select samen.my_audiences())::text[])
    and data -> 'measurements' = '[]' and jsonb_array_length(data -> 'history') = 1
    and data #>> '{history,0,kind}' = 'drafted' and data #>> '{history,0,by,partyId}' = (select samen.my_party()));
-- Which part of it, by whom, is guarded below.
create policy changes on samen.results for update to samen_app
  using (space_id = (select samen.space()) and (audience = any ((select samen.my_audiences())::text[])
      or (not is_published and (select samen.my_role()) = 'coreTeam'
        and meant_for = any ((select samen.my_audiences())::text[])))
    and ((select samen.my_role()) = 'coreTeam'
      or (created_by = (select samen.my_party()) and (select samen.my_role()) <> 'admin')))
  with check (space_id = (select samen.space()) and meant_for = any ((select samen.my_audiences())::text[]));
create policy erases on samen.results for delete to samen_app
  using (space_id = (select samen.space()) and (audience = any ((select samen.my_audiences())::text[])
      or (not is_published and (select samen.my_role()) = 'coreTeam'
        and meant_for = any ((select samen.my_audiences())::text[])))
    and ((select samen.my_role()) = 'coreTeam'
      or (not is_published and created_by = (select samen.my_party()) and (select samen.my_role()) <> 'admin')));

create policy reads on samen.ideas for select to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[]));
create policy adds on samen.ideas for insert to samen_app
  with check (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and (select samen.my_role()) <> 'admin' and data ->> 'id' = id
    and written_by = (select samen.person()) and data #>> '{by,partyId}' = (select samen.my_party())
    and status = 'open' and not data ?| array['answer', 'agendaItemId']
    and party_ids <@ array[(select samen.my_party())]);
create policy changes on samen.ideas for update to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and (select samen.my_role()) <> 'admin')
  with check (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[]));
create policy erases on samen.ideas for delete to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and ((select samen.my_role()) = 'coreTeam'
      or (written_by = (select samen.person()) and status = 'open' and (select samen.my_role()) <> 'admin')));

create policy reads on samen.kept_reports for select to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[]));
create policy adds on samen.kept_reports for insert to samen_app
  with check (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and (select samen.my_role()) = 'coreTeam' and data ->> 'id' = id);
create policy changes on samen.kept_reports for update to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and (select samen.my_role()) = 'coreTeam')
  with check (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and data ->> 'id' = id);

-- An item says of no idea that it came from it but one that whoever adopts it reads, and that nothing came of yet.
create policy from_idea on samen.agenda_items as restrictive for insert to samen_app
  with check (not data ? 'ideaId' or ((select samen.my_role()) = 'coreTeam' and exists (select from samen.ideas i
    where i.space_id = agenda_items.space_id and i.id = agenda_items.data ->> 'ideaId' and i.status <> 'adopted'
      and i.audience = any ((select samen.my_audiences())::text[]))));

-- As in 0005: of the new row guards read `data` alone. They look past row-level security, at what whoever acts sees anyway.

-- A result stays its party's; published, it stays so; and to its history one can only add, in one's own name.
create function samen.guard_result() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  mine text := case when samen.my_role() <> 'admin' then samen.my_party() end;
  is_core boolean := coalesce(samen.my_role() = 'coreTeam', false);
  touched text[] := samen.touched(old.data, new.data);
  publishes boolean := new.data ? 'publication' and not old.data ? 'publication';
  lines integer := jsonb_array_length(old.data -> 'history');
  added jsonb := (select coalesce(jsonb_agg(h order by n), '[]')
    from jsonb_array_elements(new.data -> 'history') with ordinality t (h, n) where n > lines);
begin
  if samen.person() is null then return new; end if;
  if mine is null or not touched <@ array['title', 'whatIsDifferent', 'forWhom', 'status', 'stillNeeded', 'experienceIds',
    'agendaItemIds', 'driverIds', 'partyIds', 'audience', 'measure', 'measurements', 'publication', 'history', 'changedOn', 'version']
  then perform samen.refuse('This of a result is nobody''s to change'); end if;
  if old.data ? 'publication' and 'publication' = any (touched)
  then perform samen.refuse('What is published stays so'); end if;
  if publishes and coalesce(not is_core or new.data #>> '{publication,by,partyId}' <> mine
    or coalesce(new.data #>> '{publication,reason}', '') = '', true)
  then perform samen.refuse('The core team publishes, and says why'); end if;
  -- Who wrote it reads it still; and of what is published the core team says who does.
  if 'audience' = any (touched) and ((not is_core and old.data ? 'publication')
    or new.data ->> 'audience' = 'internal' and exists (select from spaces s, jsonb_array_elements(s.data -> 'parties') p
      where s.space_id = old.space_id and p ->> 'id' = old.created_by and p ->> 'kind' = 'partner'))
  then perform samen.refuse('It is not theirs to take from its readers'); end if;
  if (select coalesce(jsonb_agg(h order by n), '[]') from jsonb_array_elements(new.data -> 'history') with ordinality t (h, n)
      where n <= lines) <> old.data -> 'history'
    or exists (select from jsonb_array_elements(added) h where h #>> '{by,partyId}' is distinct from mine
      or coalesce(h ->> 'kind' not in ('published', 'status'), true) or (h ->> 'kind' = 'published' and not publishes))
    or (publishes and not added @> '[{"kind": "published"}]')
    or ('status' = any (touched) and not added @> jsonb_build_array(jsonb_build_object('status', new.data -> 'status')))
  then perform samen.refuse('Its history tells what was, and nothing else'); end if;
  return new;
end
$$;
create trigger guard before update on samen.results for each row execute function samen.guard_result();

-- As the diagram of src/model/idea.ts: whoever wrote it words it, each party joins by itself, the core team answers.
create function samen.guard_idea() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  mine text := case when samen.my_role() <> 'admin' then samen.my_party() end;
  is_core boolean := coalesce(samen.my_role() = 'coreTeam', false);
  is_writer boolean := coalesce(old.written_by = samen.person(), false);
  touched text[] := samen.touched(old.data, new.data);
  becomes text := new.data ->> 'status';
begin
  if samen.person() is null then return new; end if;
  if mine is null or not touched <@ array['text', 'driverIds', 'audience', 'participations', 'status', 'answer', 'agendaItemId', 'version']
  then perform samen.refuse('This of an idea is nobody''s to change'); end if;
  if touched && array['text', 'driverIds', 'audience'] and not (is_writer and old.status = 'open')
  then perform samen.refuse('Only whoever wrote it words an open idea'); end if;
  if 'participations' = any (touched) and (old.status <> 'open'
    or exists (select p from jsonb_array_elements(new.data -> 'participations') p where p ->> 'partyId' <> mine
      except select p from jsonb_array_elements(old.data -> 'participations') p)
    or exists (select from (select p from jsonb_array_elements(old.data -> 'participations') p where p ->> 'partyId' <> mine
        except select p from jsonb_array_elements(new.data -> 'participations') p) gone
      where not (is_writer and not samen.party_sees(gone.p ->> 'partyId', new.data ->> 'audience'))))
  then perform samen.refuse('A party joins by itself'); end if;
  if touched && array['status', 'answer', 'agendaItemId'] and not coalesce(is_core and case
    when becomes = 'declined' then old.status = 'open' and new.data #>> '{answer,text}' <> '' and not new.data ? 'agendaItemId'
    when becomes = 'adopted' then old.status <> 'adopted' and not new.data ? 'answer' and exists (select from agenda_items i
      where i.space_id = old.space_id and i.id = new.data ->> 'agendaItemId' and i.data ->> 'ideaId' = old.id)
    else false end, false)
  then perform samen.refuse('The core team answers an idea, once'); end if;
  return new;
end
$$;
create trigger guard before update on samen.ideas for each row execute function samen.guard_idea();

revoke execute on all functions in schema samen from public;

-- What is promised of what is kept of somebody: their own data, leaving without a way back, and nothing longer than its
-- space wants (src/model/leaving.ts, src/model/retention.ts).

-- The log of a space is only added to. What it keeps for too long goes by this role, and by no other.
do $$
begin
  if not exists (select from pg_roles where rolname = 'samen_purge') then
    create role samen_purge nologin;
  end if;
exception when insufficient_privilege then
  -- An owner who may make no roles: then it goes by the owner of the tables.
  null;
end
$$;

-- Of a person, in the whole installation: their key begins with a space that nobody can make.
create table samen.preferences (
  space_id text collate "C" check (space_id = ''),
  id samen.id,
  version integer not null,
  audience text not null check (audience = 'person:' || id),
  data jsonb not null,
  primary key (space_id, id)
);
alter table samen.preferences enable row level security;
grant select, insert, update (version, audience, data) on samen.preferences to samen_app;
create policy own on samen.preferences for all to samen_app
  using (id = (select samen.person()) and (select samen.my_role()) is not null)
  with check (id = (select samen.person()) and (select samen.my_role()) is not null);

-- What names somebody, whoever may read it: for themselves alone.
create function samen.own_rows(of_person text, of_kinds text[], after_kind text, after_id text, at_most integer)
  returns table (kind text, id text, data jsonb)
  language sql stable security definer set search_path = samen, pg_temp as $$
  with me as (select samen.space() as here, samen.person() as me
    where of_person = samen.person() and samen.my_role() is not null),
  mine as (
    select 'member' as kind, x.id::text collate "C" as id, x.data from me join members x on x.space_id = here and x.id = me
    union all select 'checkIn', x.id, x.data from me join check_ins x on x.space_id = here and x.person_id = me
    union all select 'need', x.id, x.data from me join needs x on x.space_id = here and x.data ->> 'writtenBy' = me
    union all select 'meaning', x.id, x.data from me join meanings x on x.space_id = here and x.person_id = me
    union all select 'experience', x.id, x.data from me join experiences x on x.space_id = here and x.author_id = me
    union all select 'reply', x.id, x.data from me join replies x on x.space_id = here and x.author_id = me
    union all select 'reaction', x.id, x.data from me join reactions x on x.space_id = here and x.person_id = me
    union all select 'packing', x.id, x.data from me join packings x on x.space_id = here and x.person_id = me
    union all select 'logEntry', x.id, x.data from me join log_entries x on x.space_id = here and x.data ->> 'byPersonId' = me
    union all select 'ball', x.id, x.data from me join balls x on x.space_id = here and x.data #>> '{offer,byPersonId}' = me
    union all select 'calendarKey', x.id, x.data from me join calendar_keys x on x.space_id = here and x.id = me
    union all select 'idea', x.id, x.data from me join ideas x on x.space_id = here and x.written_by = me
    union all select 'preferences', x.id, x.data from me join preferences x on x.space_id = '' and x.id = me)
  select m.kind, m.id, m.data from mine m
  where (of_kinds is null or m.kind = any (of_kinds)) and (m.kind collate "C", m.id) > (after_kind collate "C", after_id)
  order by m.kind collate "C", m.id limit at_most
$$;

-- As samen.author_proofs, of replies and pictures.
create function samen.other_proofs(after_kind text, after_id text, at_most integer)
  returns table (kind text, id text, author_proof text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  with every as (
    select 'reply' as kind, r.id::text collate "C" as id, r.author_proof from replies r
      where r.space_id = samen.space() and r.author_proof is not null
    union all
    select 'picture', p.id::text, p.author_proof from pictures p where p.space_id = samen.space())
  select e.kind, e.id, e.author_proof from every e
  where samen.my_role() is not null and (e.kind collate "C", e.id) > (after_kind collate "C", after_id)
  order by e.kind collate "C", e.id limit at_most
$$;

-- Who goes. The last of the core team stays while there are others; the last admin too, which is for the service to say,
-- for an admin removes members, and so themselves.
create function samen.may_leave() returns boolean
  language sql stable security definer set search_path = samen, pg_temp as $$
  select samen.my_role() is not null and (samen.my_role() <> 'coreTeam'
    or exists (select from members m where m.space_id = samen.space() and m.id <> samen.person() and m.role = 'coreTeam')
    or not exists (select from members m where m.space_id = samen.space() and m.id <> samen.person()))
$$;
create policy leaves on samen.members for delete to samen_app
  using (space_id = (select samen.space()) and id = (select samen.person()) and (select samen.may_leave()));

-- As in 0002 and 0005; not of what the database does by itself when somebody leaves.
drop trigger guard on samen.needs;
create trigger guard before update on samen.needs for each row
  when (pg_trigger_depth() = 0) execute function samen.guard_need();
drop trigger guard on samen.balls;
create trigger guard before update on samen.balls for each row
  when (pg_trigger_depth() = 0) execute function samen.guard_ball();
drop trigger guard on samen.ideas;
create trigger guard before update on samen.ideas for each row
  when (pg_trigger_depth() = 0) execute function samen.guard_idea();
drop trigger explained on samen.balls;
create constraint trigger explained after update on samen.balls deferrable initially deferred for each row
  when (old.data -> 'holderId' is distinct from new.data -> 'holderId'
    or (old.data -> 'offer') - 'byPersonId' is distinct from (new.data -> 'offer') - 'byPersonId')
  execute function samen.explain_ball();

-- What still waits comes out, without the name that it was to bring: a name that was added, and what was to be theirs
-- alone, which goes with them.
create function samen.still_waiting(data jsonb, of_person text) returns jsonb language sql volatile as $$
  select case
    when data #>> '{experience,audience}' = 'person:' || of_person
      then data - 'experience' || jsonb_build_object('action', 'eraseExperience')
    else jsonb_set(data, '{experience}', samen.without_name(data -> 'experience')) end
$$;

-- As in 0003, and of all the rest: the card that says who wrote it and the check-in of an open round go, and what others
-- read stays as it is, of nobody.
create or replace function samen.forget_member() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  former jsonb := jsonb_build_object('name', '', 'jobTitle', '', 'isFormer', true);
  changes jsonb;
begin
  delete from author_salts where space_id = old.space_id and person_id = old.id;
  delete from packings where space_id = old.space_id and person_id = old.id;
  delete from experiences where space_id = old.space_id and audience = 'person:' || old.id;
  delete from check_ins where space_id = old.space_id and person_id = old.id;
  delete from preferences p where p.id = old.id and not exists (select from members m where m.id = old.id);
  update waiting w set data = samen.still_waiting(w.data, old.id)
    where w.space_id = old.space_id and w.data #>> '{experience,authorId}' = old.id;
  update needs n set data = n.data - 'writtenBy' where n.space_id = old.space_id and n.data ->> 'writtenBy' = old.id;
  update ideas i set data = i.data - 'writtenBy' where i.space_id = old.space_id and i.written_by = old.id;
  update balls b set data = jsonb_set(b.data, '{offer,byPersonId}', '""')
    where b.space_id = old.space_id and b.data #>> '{offer,byPersonId}' = old.id;
  update log_entries l set data = l.data || jsonb_build_object('byPersonId', '',
      'by', former || jsonb_build_object('partyId', l.data #> '{by,partyId}'))
    where l.space_id = old.space_id and l.data ->> 'byPersonId' = old.id;
  update reactions r set id = r.experience_id || '.' || r.reaction || '.' || n.nobody, audience = 'person:' || n.nobody,
    data = r.data || jsonb_build_object('personId', n.nobody,
      'by', former || jsonb_build_object('partyId', r.data #> '{by,partyId}'))
    from (select id, gen_random_uuid()::text as nobody from reactions where space_id = old.space_id and person_id = old.id) n
    where r.space_id = old.space_id and r.id = n.id;
  with named as (
    update experiences e set version = (n.becomes ->> 'version')::integer, data = n.becomes
      from (select id, samen.without_name(data) as becomes from experiences
        where space_id = old.space_id and author_id = old.id offset 0) n
      where e.space_id = old.space_id and e.id = n.id
      returning 'experience' as kind, e.id, e.version, e.audience, e.audience as after),
  answered as (
    update replies r set version = (n.becomes ->> 'version')::integer, data = n.becomes
      from (select id, samen.without_name(data) as becomes from replies
        where space_id = old.space_id and author_id = old.id offset 0) n
      where r.space_id = old.space_id and r.id = n.id
      returning 'reply' as kind, r.id, r.version, r.audience, r.audience as after),
  cards as (
    delete from meanings m where m.space_id = old.space_id and m.person_id = old.id
      returning 'meaning' as kind, m.id, m.version, m.audience, null as after)
  select jsonb_agg(jsonb_build_object('kind', kind, 'id', id, 'version', version, 'before', audience, 'after', after))
    into changes from (select * from named union all select * from answered union all select * from cards) c;
  if changes is not null then
    changes := changes || coalesce(nullif(current_setting('samen.also_changed', true), ''), '[]')::jsonb;
    perform set_config('samen.also_changed', changes::text, true);
  end if;
  return null;
end
$$;

-- The instance, when it purges: for nobody, in one space.
create policy instance on samen.needs for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
create policy instance on samen.meanings for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
create policy instance on samen.sessions for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
create policy instance on samen.ideas for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
create policy instance on samen.results for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
create policy instance on samen.kept_reports for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
grant delete on samen.kept_reports to samen_app;
create policy purges on samen.agenda_items for delete to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));

-- An admin's changes of the settings stand in the log of the space.
create policy settings on samen.log_entries for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.my_role()) = 'admin' and audience = 'everyone'
    and data ->> 'action' = 'settings' and about_id = space_id
    and data ->> 'byPersonId' = (select samen.person()) and data #>> '{by,partyId}' = (select samen.my_party()));

-- And nobody else writes that there were any.
create policy settings_are_the_admins on samen.log_entries as restrictive for insert to samen_app
  with check (data ->> 'action' is distinct from 'settings' or (select samen.my_role()) = 'admin');

-- The day before which things of a kind are kept for too long, as the space says; of what is kept for ever, none.
create function samen.kept_since(of_kind text) returns text
  language sql stable security definer set search_path = samen, pg_temp as $$
  select to_char(samen.today()::date - (data #>> array['settings', 'retentionDays', of_kind])::integer, 'YYYY-MM-DD')
  from spaces where space_id = samen.space() and samen.is_instance()
$$;
-- Of what was erased nothing is left that the core team could settle: what was said to them of it goes too.
create function samen.settle_erased() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
begin
  delete from reports where space_id = new.space_id and experience_id = new.id;
  return null;
end
$$;
create trigger settle_erased after update on samen.experiences for each row
  when (new.status = 'erased' and old.status <> 'erased') execute function samen.settle_erased();
delete from samen.reports r using samen.experiences e
  where e.space_id = r.space_id and e.id = r.experience_id and e.status = 'erased';

-- What the core team wrote beside an experience in a report that is kept goes with it. Nobody was shown it any more: the
-- report is still of the version that was read.
create function samen.forget_chosen() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
begin
  update kept_reports set data = jsonb_set(data, '{choices}', (
      select coalesce(jsonb_agg(c.choice order by c.at), '[]') from jsonb_array_elements(data -> 'choices')
        with ordinality as c(choice, at) where c.choice ->> 'experienceId' <> old.id))
    where space_id = old.space_id
      and data -> 'choices' @> jsonb_build_array(jsonb_build_object('experienceId', old.id::text));
  return null;
end
$$;
create trigger forget_chosen after delete on samen.experiences for each row execute function samen.forget_chosen();
create trigger forget_chosen_left after update on samen.experiences for each row
  when (new.status = 'erased' and old.status <> 'erased') execute function samen.forget_chosen();
update samen.kept_reports r set data = jsonb_set(r.data, '{choices}', (
    select coalesce(jsonb_agg(c.choice order by c.at), '[]') from jsonb_array_elements(r.data -> 'choices')
      with ordinality as c(choice, at) where exists (select from samen.experiences e where e.space_id = r.space_id
        and e.id = c.choice ->> 'experienceId' and e.status <> 'erased')))
  where r.data -> 'choices' <> '[]';

-- What was last written before that day, and does not go on; a need and an idea as of the day they were made, for they do
-- not say when they were changed.
create function samen.outlived(of_kind text, before_day text, after_id text, at_most integer) returns table (id text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  with every as (
    select 'experience' as kind, x.id::text collate "C" as id, x.written_on as day from experiences x
      where x.space_id = samen.space() and x.status <> 'erased'
    union all select 'reply', x.id, x.written_on from replies x where x.space_id = samen.space()
    union all select 'need', x.id, x.created_on from needs x where x.space_id = samen.space()
    union all select 'meaning', x.id, x.changed_on from meanings x where x.space_id = samen.space()
    union all select 'agendaItem', x.id, x.changed_on from agenda_items x where x.space_id = samen.space() and not x.is_open
    union all select 'session', x.id, left(x.starts_at, 10) from sessions x where x.space_id = samen.space()
      and (x.data ->> 'status' = 'held' or not x.data ? 'recurrence')
    union all select 'idea', x.id, x.created_on from ideas x where x.space_id = samen.space()
    union all select 'result', x.id, x.changed_on from results x where x.space_id = samen.space()
    union all select 'keptReport', x.id, x.kept_on from kept_reports x where x.space_id = samen.space()
    union all select 'logEntry', x.id, x.entered_on from log_entries x where x.space_id = samen.space())
  select e.id from every e where e.kind = of_kind and e.day < least(before_day, samen.kept_since(of_kind))
    and e.id > after_id and samen.is_instance()
  order by e.id limit at_most
$$;
-- For the instance: where something is not kept for ever.
create function samen.spaces_retaining() returns table (space_id text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select s.space_id::text from spaces s
  where samen.is_instance() and s.data #> '{settings,retentionDays}' <> '{}'::jsonb
$$;

-- A line of the log that is kept for too long; no other goes, not even by the instance.
create function samen.erase_log_entry(of_id text) returns boolean
  language sql security definer set search_path = samen, pg_temp as $$
  with gone as (
    delete from log_entries l where l.space_id = samen.space() and l.id = of_id and samen.is_instance()
      and l.entered_on < samen.kept_since('logEntry')
    returning 1)
  select exists (select from gone)
$$;
do $$
begin
  if exists (select from pg_roles where rolname = 'samen_purge') then
    grant usage on schema samen to samen_purge;
    grant select, delete on samen.log_entries to samen_purge;
    create policy purges on samen.log_entries for all to samen_purge
      using (space_id = (select samen.space()) and (select samen.is_instance()));
  end if;
end
$$;

revoke execute on all functions in schema samen from public;
grant execute on function samen.own_rows, samen.other_proofs, samen.may_leave, samen.outlived, samen.spaces_retaining,
  samen.erase_log_entry to samen_app;
do $$
begin
  if exists (select from pg_roles where rolname = 'samen_purge') then
    grant execute on function samen.space, samen.person, samen.is_instance, samen.kept_since to samen_purge;
    if not pg_has_role(current_user, 'samen_purge', 'member') then
      execute format('grant samen_purge to %I', current_user);
    end if;
    -- Whoever is to own a function must for that moment be able to make one.
    grant create on schema samen to samen_purge;
    alter function samen.erase_log_entry owner to samen_purge;
    revoke create on schema samen from samen_purge;
  end if;
exception when insufficient_privilege then
  null;
end
$$;

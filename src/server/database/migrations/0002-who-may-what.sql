-- The table "who may do what" once more, beneath the service: what the service would let through by mistake,
-- the database does not. The server logs in as a member of samen_app, which owns nothing; who asks, where and
-- on which day stands in settings that last one transaction (src/server/database/pg-storage.ts).

create function samen.person() returns text language sql stable as
  $$ select nullif(current_setting('samen.person', true), '') $$;
create function samen.space() returns text language sql stable as
  $$ select nullif(current_setting('samen.space', true), '') $$;
create function samen.today() returns text language sql stable as
  $$ select nullif(current_setting('samen.today', true), '') $$;

-- What follows reads past row-level security to find out who somebody is: each only of whoever asks.

-- A member whose party left the space is nobody.
create function samen.role_of(of_space text, of_person text) returns text
  language sql stable security definer set search_path = samen, pg_temp as $$
  select m.role from members m join spaces s using (space_id)
  where m.space_id = of_space and m.id = of_person
    and exists (select from jsonb_array_elements(s.data -> 'parties') p where p ->> 'id' = m.party_id)
$$;
create function samen.my_role() returns text
  language sql stable security definer set search_path = samen, pg_temp as
  $$ select samen.role_of(samen.space(), samen.person()) $$;

create function samen.my_party() returns text
  language sql stable security definer set search_path = samen, pg_temp as $$
  select m.party_id from members m
  where m.space_id = samen.space() and m.id = samen.person() and samen.my_role() is not null
$$;

-- As `audiencesOf` of src/model/visibility.ts.
create function samen.audiences_of(of_space text, of_person text) returns text[]
  language sql stable security definer set search_path = samen, pg_temp as $$
  select array['person:' || m.id, 'everyone']
    || case when m.role <> 'admin' then array['party:' || m.party_id] else '{}' end
    || case when p ->> 'kind' = 'department' then array['internal'] else '{}' end
  from members m join spaces s using (space_id), jsonb_array_elements(s.data -> 'parties') p
  where m.space_id = of_space and m.id = of_person and p ->> 'id' = m.party_id
$$;
create function samen.my_audiences() returns text[]
  language sql stable security definer set search_path = samen, pg_temp as
  $$ select coalesce(samen.audiences_of(samen.space(), samen.person()), '{}') $$;

create function samen.is_set_up() returns boolean
  language sql stable security definer set search_path = samen, pg_temp as $$
  select coalesce((select data ->> 'setup' = 'done' from spaces
    where space_id = samen.space() and samen.my_role() is not null), false)
$$;

-- Whoever may make spaces is told by the settings of the installation; they are the first in what they make.
create function samen.is_making() returns boolean
  language sql stable security definer set search_path = samen, pg_temp as $$
  select current_setting('samen.makes_spaces', true) = 'on'
    and not exists (select from members where space_id = samen.space())
$$;
-- A space that everybody has left is nobody's to come into: only what was made in this very transaction is.
create function samen.is_first() returns boolean
  language sql stable security definer set search_path = samen, pg_temp as $$
  select samen.is_making() and exists (
    select from spaces where space_id = samen.space() and xmin = pg_current_xact_id()::xid)
$$;

-- As `whyNotClose` of src/model/round.ts: whoever could close at will, could close before and after one
-- colleague's check-in. The core team on its last day, and after that whoever asks first.
create function samen.may_settle(of_round text) returns boolean
  language sql stable security definer set search_path = samen, pg_temp as $$
  select samen.my_role() is not null and exists (
    select from rounds r join spaces s using (space_id)
    where r.space_id = samen.space() and r.id = of_round and r.closed_on is null
      and (r.closes_on < samen.today() or (samen.my_role() = 'coreTeam'
        and (r.closes_on = samen.today() or s.data #>> '{settings,roundIntervalDays}' = '0'))))
$$;

grant usage on schema samen to samen_app;
-- No row moves to another key or space: of what is there, only these columns are written.
grant select, insert, update (version, audience, data)
  on samen.spaces, samen.rounds, samen.members, samen.intentions, samen.check_ins, samen.needs, samen.meanings to samen_app;
grant delete on samen.members, samen.needs, samen.meanings to samen_app;
grant select, insert on samen.releases to samen_app;
grant insert on samen.write_keys to samen_app;
grant select on samen.migrations to samen_app;

do $$
declare name text;
begin
  foreach name in array array['spaces', 'members', 'intentions', 'rounds', 'check_ins', 'releases', 'needs',
    'meanings', 'write_keys', 'counters', 'events', 'migrations'] loop
    execute format('alter table samen.%I enable row level security', name);
  end loop;
end
$$;

create policy names on samen.migrations for select to samen_app using (true);

create policy reads on samen.spaces for select to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null);
create policy makes on samen.spaces for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.is_making()));
create policy changes on samen.spaces for update to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) in ('coreTeam', 'admin'));

create policy reads on samen.members for select to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null);
create policy adds on samen.members for insert to samen_app
  with check (space_id = (select samen.space()) and (
    (select samen.my_role()) = 'admin'
    or ((select samen.my_role()) = 'coreTeam' and not (select samen.is_set_up()))
    or (id = (select samen.person()) and role = 'coreTeam' and (select samen.is_first()))));
create policy changes on samen.members for update to samen_app
  using (space_id = (select samen.space()) and (
    (select samen.my_role()) = 'admin' or ((select samen.my_role()) = 'coreTeam' and not (select samen.is_set_up()))));
create policy removes on samen.members for delete to samen_app
  using (space_id = (select samen.space()) and (
    (select samen.my_role()) = 'admin' or ((select samen.my_role()) = 'coreTeam' and not (select samen.is_set_up()))));

create policy reads on samen.intentions for select to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null);
create policy adds on samen.intentions for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.my_role()) = 'coreTeam');
create policy changes on samen.intentions for update to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) = 'coreTeam');

create policy reads on samen.rounds for select to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null);
create policy opens on samen.rounds for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.my_role()) = 'coreTeam');
-- A round that is due closes for whoever asks first: what they may change of it is guarded below.
create policy changes on samen.rounds for update to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null);

create policy reads on samen.check_ins for select to samen_app
  using (space_id = (select samen.space()) and person_id = (select samen.person())
    and (select samen.my_role()) is not null);
-- Not into a round that is closed: it would never be counted, nor erased.
create policy adds on samen.check_ins for insert to samen_app
  with check (space_id = (select samen.space()) and person_id = (select samen.person())
    and id = round_id || '.' || person_id and audience = 'person:' || person_id
    and data ->> 'partyId' = (select samen.my_party())
    and exists (select from samen.rounds r where r.space_id = samen.space() and r.id = round_id and r.closed_on is null));
-- The party stays that of the first time, whatever it is today: guarded below.
create policy changes on samen.check_ins for update to samen_app
  using (space_id = (select samen.space()) and person_id = (select samen.person())
    and (select samen.my_role()) is not null)
  with check (person_id = (select samen.person()) and id = round_id || '.' || person_id
    and audience = 'person:' || person_id
    and exists (select from samen.rounds r where r.space_id = samen.space() and r.id = round_id and r.closed_on is null));

create policy reads on samen.releases for select to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null);
create policy closes on samen.releases for insert to samen_app
  with check (space_id = (select samen.space()) and samen.may_settle(id));

create policy reads on samen.needs for select to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[]));
create policy adds on samen.needs for insert to samen_app
  with check (space_id = (select samen.space()) and party_id = (select samen.my_party())
    and (select samen.my_role()) <> 'admin' and data ->> 'writtenBy' = (select samen.person())
    and audience = any ((select samen.my_audiences())::text[])
    and data ->> 'status' = 'open' and not data ? 'matchedWithId');
-- A match changes the need of another party as well: which part of it is guarded below.
create policy changes on samen.needs for update to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and (select samen.my_role()) is not null);
-- Said of what one may see: to delete without a condition asks for no right to read.
create policy erases on samen.needs for delete to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[]) and (
    (select samen.my_role()) = 'coreTeam'
    or (party_id = (select samen.my_party()) and (select samen.my_role()) <> 'admin')));

create policy reads on samen.meanings for select to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[]));
create policy own on samen.meanings for all to samen_app
  using (space_id = (select samen.space()) and person_id = (select samen.person())
    and (select samen.my_role()) is not null)
  with check (space_id = (select samen.space()) and person_id = (select samen.person())
    and (select samen.my_role()) <> 'admin' and data #>> '{author,partyId}' = (select samen.my_party())
    and audience = any ((select samen.my_audiences())::text[]));

-- Remembered by who takes part, or makes the space; asked for by its own name alone (samen.write_key).
create policy adds on samen.write_keys for insert to samen_app
  with check (space_id = (select samen.space())
    and ((select samen.my_role()) is not null or (select samen.is_making())));

-- What a policy cannot say: it sees a row before or after, and a guard both. Of the new row a guard reads
-- `data` alone: the columns beside it are derived only after it.

create function samen.refuse(what text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'insufficient_privilege', message = what;
end
$$;

create function samen.guard_space() returns trigger language plpgsql as $$
declare
  mine text := samen.my_role();
  touched text[] := array(select key from jsonb_each(old.data || new.data) where new.data -> key is distinct from old.data -> key);
begin
  if samen.person() is null then return new; end if;
  if not touched <@ array['name', 'parties', 'phases', 'currentPhaseId', 'settings', 'notice', 'setup', 'version']
    or (touched && array['settings', 'notice'] and mine <> 'admin')
    or (touched && array['phases', 'currentPhaseId'] and mine <> 'coreTeam')
    or ('parties' = any (touched) and mine <> 'admin' and samen.is_set_up())
    -- Who could begin the set-up anew would regain the rights that go with it.
    or ('setup' = any (touched) and samen.is_set_up())
    -- What is shown is settled before a round opens, not while people check in under a promise.
    or ('settings' = any (touched)
      and exists (select from samen.rounds r where r.space_id = old.space_id and r.closed_on is null))
  then perform samen.refuse('This of a space is not theirs to change'); end if;
  return new;
end
$$;
create trigger guard before update on samen.spaces for each row execute function samen.guard_space();

-- A round is fixed when it opens. What is said of participation is renewed once a day; it closes together with
-- its release, and for good.
create function samen.guard_round() returns trigger language plpgsql as $$
begin
  if samen.person() is null then return new; end if;
  if old.closed_on is null and new.version = old.version and new.data - 'participation' = old.data - 'participation'
    and old.data #>> '{participation,on}' < samen.today() and new.data #>> '{participation,on}' = samen.today()
  then return new; end if;
  if samen.may_settle(old.id) and new.data - 'closedOn' - 'version' = old.data - 'closedOn' - 'version'
    and ((old.closes_on < samen.today() and new.data ->> 'closedOn' = old.closes_on)
      or (samen.my_role() = 'coreTeam' and new.data ->> 'closedOn' = samen.today()))
    and exists (select from samen.releases r where r.space_id = old.space_id and r.id = old.id)
  then return new; end if;
  perform samen.refuse('A round is fixed when it opens');
  return null;
end
$$;
create trigger guard before update on samen.rounds for each row execute function samen.guard_round();

create function samen.guard_check_in() returns trigger language plpgsql as $$
begin
  if samen.person() is not null and new.data ->> 'partyId' is distinct from old.data ->> 'partyId'
  then perform samen.refuse('A check-in stays with the party of its first time'); end if;
  return new;
end
$$;
create trigger guard before update on samen.check_ins for each row execute function samen.guard_check_in();

create function samen.guard_need() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  mine text := case when samen.my_role() <> 'admin' then samen.my_party() end;
  is_own boolean := coalesce(old.party_id = mine, false);
  -- Of the match that there is, not of the one that somebody would put in its place.
  other text := coalesce(old.data ->> 'matchedWithId', new.data ->> 'matchedWithId');
  is_other boolean := coalesce((select n.party_id = mine from needs n
    where n.space_id = old.space_id and n.id = other and n.audience = any (samen.my_audiences())), false);
  of_match text[] := array['status', 'matchedWithId', 'version'];
  content text[] := array['kind', 'driverId', 'text'];
begin
  if samen.person() is null then return new; end if;
  if new.audience <> old.audience or new.data - of_match - content <> old.data - of_match - content
  then perform samen.refuse('A need stays its party''s'); end if;
  if not is_own and new.data - of_match <> old.data - of_match
  then perform samen.refuse('Only its party changes a need'); end if;
  if not (is_own or is_other or samen.my_role() = 'coreTeam')
  then perform samen.refuse('Only a party of the match changes it'); end if;
  if old.data ? 'matchedWithId' and coalesce(new.data ->> 'matchedWithId', other) <> other
  then perform samen.refuse('A match is undone before another is made'); end if;
  if (new.data ->> 'status' = 'fulfilled') is distinct from (old.data ->> 'status' = 'fulfilled')
    and not (old.data ->> 'status' = 'matched' and case when old.data ->> 'kind' = 'ask' then is_own else is_other end)
  then perform samen.refuse('Only the asker says that a need is fulfilled'); end if;
  return new;
end
$$;
create trigger guard before update on samen.needs for each row execute function samen.guard_need();

-- Who leaves tells so in the same transaction, in which they already are nobody.
create function samen.note_leaving() returns trigger language plpgsql as $$
begin
  if old.id = samen.person() then perform set_config('samen.left', old.space_id, true); end if;
  return null;
end
$$;
create trigger note_leaving after delete on samen.members for each row execute function samen.note_leaving();

-- Closing a round reads the check-ins of everybody. Before that they can only be counted: in fives, when what is
-- said of participation is to be renewed, and without a word of who they are of.
create function samen.check_ins_of_round(of_round text, after_id text, at_most integer)
  returns table (id text, version integer, audience text, data jsonb)
  language sql stable security definer set search_path = samen, pg_temp as $$
  with open as (
    select samen.may_settle(of_round) as settles from rounds r
    where r.space_id = samen.space() and r.id = of_round and samen.my_role() is not null and r.closed_on is null
      and (samen.may_settle(of_round) or r.data #>> '{participation,on}' < samen.today())),
  numbered as (
    select c.*, row_number() over (order by c.id) as n, count(*) over () / 5 * 5 as in_fives from check_ins c
    where c.space_id = samen.space() and c.round_id = of_round),
  shown as (
    select n.id, n.version, n.audience, n.data from open, numbered n where open.settles
    union all
    select lpad(n.n::text, 9, '0'), 1, 'everyone',
      jsonb_build_object('roundId', of_round, 'personId', '', 'partyId', '', 'answers', '[]'::jsonb, 'version', 1)
    from open, numbered n where not open.settles and n.n <= n.in_fives)
  select s.id, s.version, s.audience, s.data from shown s where s.id > after_id order by s.id limit at_most
$$;

-- What was counted in a release is erased, whoever closes; nothing is before.
create function samen.erase_check_in(of_id text) returns boolean
  language sql security definer set search_path = samen, pg_temp as $$
  with gone as (
    delete from check_ins c where c.space_id = samen.space() and c.id = of_id and samen.my_role() is not null
      and exists (select from rounds r where r.space_id = c.space_id and r.id = c.round_id and r.closed_on is not null)
    returning 1)
  select exists (select from gone)
$$;

create function samen.write_key(of_space text, of_id text)
  returns table (version integer, audience text, data jsonb)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select k.version, k.audience, k.data from write_keys k
  where of_space = samen.space() and k.space_id = of_space and k.id = of_id
$$;

-- What changed, numbered and told at the commit.
create function samen.tell(changes jsonb) returns void
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  last bigint;
  how_many integer := jsonb_array_length(changes);
begin
  if samen.my_role() is null and current_setting('samen.left', true) is distinct from samen.space()
  then perform samen.refuse('Only who takes part tells of a change'); end if;
  insert into counters as c values (samen.space(), how_many)
    on conflict (space_id) do update set seq = c.seq + how_many returning seq into last;
  insert into events (space_id, seq, kind, id, version, audience_before, audience_after)
    select samen.space(), last - how_many + n, c ->> 'kind', c ->> 'id', (c ->> 'version')::integer, c ->> 'before', c ->> 'after'
    from jsonb_array_elements(changes) with ordinality as t (c, n);
  perform pg_notify('samen_changes', samen.space());
end
$$;

-- The number of the last change, for a member who reads: taken before anything else is read.
create function samen.last_change() returns bigint
  language sql stable security definer set search_path = samen, pg_temp as $$
  select coalesce((select seq from counters where space_id = samen.space() and samen.my_role() is not null), 0)
$$;

-- For the instance itself, for its live feed and its broom, and never within what is done for a person.
create function samen.is_instance() returns boolean language sql stable as $$ select samen.person() is null $$;
create function samen.changes_since(of_space text, after_seq bigint, at_most integer)
  returns table (seq bigint, kind text, id text, version integer, audience_before text, audience_after text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select e.seq, e.kind, e.id, e.version, e.audience_before, e.audience_after from events e
  where samen.is_instance() and e.space_id = of_space and e.seq > after_seq order by e.seq limit at_most
$$;
create function samen.change_bounds(of_space text) returns table (first bigint, last bigint)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select coalesce((select min(e.seq) from events e where e.space_id = of_space),
      (select c.seq + 1 from counters c where c.space_id = of_space), 1),
    coalesce((select c.seq from counters c where c.space_id = of_space), 0)
  where samen.is_instance()
$$;
create function samen.audiences_of_all(of_space text, people text[]) returns table (person text, audiences text[])
  language sql stable security definer set search_path = samen, pg_temp as $$
  select p, samen.audiences_of(of_space, p) from unnest(people) p where samen.is_instance()
$$;

-- Where somebody takes part, over all spaces: asked by themselves alone.
create function samen.my_spaces() returns table (id text, name text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select s.space_id::text, s.data ->> 'name' from members m join spaces s using (space_id)
  where m.id = samen.person() and samen.role_of(m.space_id, m.id) is not null order by s.space_id limit 1000
$$;

-- What was kept to be forgotten.
create function samen.purge(before_day text) returns void
  language sql security definer set search_path = samen, pg_temp as $$
  delete from events where samen.is_instance() and at < now() - interval '1 day';
  delete from write_keys where samen.is_instance() and expires_on < before_day;
$$;

-- Each by its name: what is not here serves the others alone.
revoke execute on all functions in schema samen from public;
revoke usage on domain samen.id from public;
grant execute on function samen.person, samen.space, samen.today, samen.my_role, samen.my_party, samen.my_audiences,
  samen.is_set_up, samen.is_making, samen.is_first, samen.may_settle, samen.refuse, samen.check_ins_of_round,
  samen.erase_check_in, samen.write_key, samen.tell, samen.last_change, samen.my_spaces, samen.is_instance,
  samen.changes_since, samen.change_bounds, samen.audiences_of_all, samen.purge to samen_app;

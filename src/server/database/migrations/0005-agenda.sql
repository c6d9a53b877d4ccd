-- The agenda (src/model/agenda-types.ts), and once more who may do what with it: whose ball it is, who may move it, and
-- a log to which one can only add.

-- Trigrams, for what looks alike. Trusted: whoever may make tables in a database may have it (contrib).
create extension if not exists pg_trgm;

-- A list of texts in a row, as one that can be searched.
create function samen.texts_of(list jsonb) returns text[] language sql immutable as $$
  select coalesce(array_agg(each order by at), '{}')
  from jsonb_array_elements_text(case jsonb_typeof(list) when 'array' then list else '[]' end) with ordinality t (each, at)
$$;
create function samen.parties_of(participations jsonb) returns text[] language sql immutable as $$
  select coalesce(array_agg(each ->> 'partyId'), '{}')
  from jsonb_array_elements(case jsonb_typeof(participations) when 'array' then participations else '[]' end) each
$$;

create table samen.agenda_items (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null check (audience in ('internal', 'everyone')),
  data jsonb not null,
  title text not null generated always as (data ->> 'title') stored,
  wording text not null generated always as (data ->> 'title' || ' ' || coalesce(data ->> 'question', '')) stored,
  topics text[] not null generated always as (samen.texts_of(data -> 'topics')) stored,
  party_ids text[] not null generated always as (samen.parties_of(data -> 'participations')) stored,
  status text collate "C" not null generated always as (data ->> 'status') stored,
  is_open boolean not null generated always as (data ->> 'status' in ('idea', 'running', 'paused')) stored,
  phase_id text collate "C" generated always as (data ->> 'phaseId') stored,
  created_by text collate "C" not null generated always as (data ->> 'createdByPartyId') stored,
  changed_on text collate "C" not null generated always as (data ->> 'changedOn') stored,
  follows_id text collate "C" generated always as (data ->> 'followsId') stored,
  experience_id text collate "C" generated always as (data ->> 'experienceId') stored,
  primary key (space_id, id)
);
create index on samen.agenda_items (space_id, changed_on desc, id);
create index on samen.agenda_items (space_id, follows_id) where follows_id is not null;
create index on samen.agenda_items (space_id, experience_id) where experience_id is not null;
-- Of all spaces together, for `&&` and `%` are asked before the space is: they leave a handful.
create index on samen.agenda_items using gin (topics) where is_open;
do $$
begin
  -- Where it was installed before, it may lie elsewhere.
  execute format('create index on samen.agenda_items using gin (wording %I.gin_trgm_ops) where is_open',
    (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm'));
end
$$;

-- Of an item, under its id; as visible as it is.
create table samen.balls (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null check (audience in ('internal', 'everyone')),
  data jsonb not null,
  holder_id text collate "C" generated always as (data ->> 'holderId') stored,
  offered_to text collate "C" generated always as (data #>> '{offer,toPartyId}') stored,
  offered_at text collate "C" generated always as (data #>> '{offer,offeredAt}') stored,
  is_expiry_logged boolean not null generated always as (coalesce((data #>> '{offer,isExpiryLogged}')::boolean, false)) stored,
  due_on text collate "C" generated always as (data ->> 'dueOn') stored,
  moved_at text collate "C" not null generated always as (data ->> 'movedAt') stored,
  primary key (space_id, id)
);
create index on samen.balls (space_id, holder_id);
create index on samen.balls (space_id, offered_to) where offered_to is not null;
create index on samen.balls (offered_at) where offered_at is not null and not is_expiry_logged;

create table samen.handovers (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null check (audience in ('internal', 'everyone')),
  data jsonb not null,
  item_id text collate "C" not null generated always as (data ->> 'itemId') stored,
  number integer not null generated always as ((data ->> 'number')::integer) stored,
  kind text collate "C" not null generated always as (data ->> 'kind') stored,
  primary key (space_id, id),
  -- Two that move a ball at once do not both write its next line.
  unique (space_id, item_id, number)
);

create table samen.sessions (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null check (audience in ('internal', 'everyone')),
  data jsonb not null,
  starts_at text collate "C" not null generated always as (data ->> 'startsAt') stored,
  primary key (space_id, id)
);
create index on samen.sessions (space_id, starts_at desc, id);

create table samen.methods (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null,
  data jsonb not null,
  primary key (space_id, id)
);

-- For a reader that cannot sign in: what proves a key, of one person.
create table samen.calendar_keys (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null check (audience = 'person:' || id),
  data jsonb not null,
  key_hash text collate "C" not null unique generated always as (data ->> 'keyHash') stored,
  primary key (space_id, id)
);

-- Who held a ball when this transaction began. Whoever clears it and then closes its item may do both.
create function samen.held_before(of_item text) returns text
  language sql stable security definer set search_path = samen, pg_temp as $$
  select case when was ? of_item then was ->> of_item
    else (select b.holder_id from balls b where b.space_id = samen.space() and b.id = of_item) end
  from (select coalesce(nullif(current_setting('samen.held', true), ''), '{}')::jsonb as was) t
$$;
-- Whoever acts, for their own party; the core team for any.
create function samen.acts_for(party text) returns boolean
  language sql stable security definer set search_path = samen, pg_temp as $$
  select coalesce(samen.my_role() = 'coreTeam' or (samen.my_role() <> 'admin' and party = samen.my_party()), false)
$$;
-- As `toCannotSee` of src/model: a partner sees nothing internal, and who left the space sees nothing.
create function samen.party_sees(of_party text, of_audience text) returns boolean
  language sql stable security definer set search_path = samen, pg_temp as $$
  select exists (select from spaces s, jsonb_array_elements(s.data -> 'parties') p
    where s.space_id = samen.space() and p ->> 'id' = of_party
      and (of_audience = 'everyone' or p ->> 'kind' = 'department'))
$$;

grant select, insert, update (version, audience, data)
  on samen.agenda_items, samen.balls, samen.sessions, samen.calendar_keys to samen_app;
grant delete on samen.agenda_items, samen.sessions, samen.calendar_keys to samen_app;
grant select, insert on samen.handovers to samen_app;
grant select on samen.methods to samen_app;

do $$
declare name text;
begin
  foreach name in array array['agenda_items', 'balls', 'handovers', 'sessions', 'methods', 'calendar_keys'] loop
    execute format('alter table samen.%I enable row level security', name);
  end loop;
end
$$;

-- The instance, when it writes in the log that an offer lapsed: for nobody, in one space.
create policy instance on samen.agenda_items for select to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
create policy instance on samen.balls for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
create policy instance on samen.handovers for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));

create policy reads on samen.agenda_items for select to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[]));
create policy adds on samen.agenda_items for insert to samen_app
  with check (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and (select samen.my_role()) <> 'admin' and created_by = (select samen.my_party())
    and data ->> 'audience' = audience and data ->> 'id' = id and status = 'idea'
    and not data ?| array['mergedIntoId', 'followsId', 'statusReason'] and data -> 'settled' = '[]'
    and (party_ids <@ array[(select samen.my_party())] or (select samen.my_role()) = 'coreTeam'));
-- Which part of it, by whom, is guarded below: whoever takes a ball changes the item as well.
create policy changes on samen.agenda_items for update to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and (select samen.my_role()) <> 'admin')
  with check (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[]));
create policy erases on samen.agenda_items for delete to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and (select samen.my_role()) = 'coreTeam');

create policy reads on samen.balls for select to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[]));
create policy adds on samen.balls for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.my_role()) <> 'admin' and data ->> 'id' = id
    and holder_id is null and offered_to is null
    and exists (select from samen.agenda_items i where i.space_id = balls.space_id and i.id = balls.id
      and i.audience = balls.audience and i.created_by = (select samen.my_party())));
create policy changes on samen.balls for update to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and (select samen.my_role()) <> 'admin')
  with check (space_id = (select samen.space()));

-- What was said between departments stays there when the item is opened to partners; what was said to all, when it is
-- not any more, is not theirs either.
create policy reads on samen.handovers for select to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and exists (select from samen.agenda_items i where i.space_id = handovers.space_id and i.id = handovers.item_id
      and i.audience = any ((select samen.my_audiences())::text[])));
-- In one's own name, also on behalf of another party; that an offer lapsed is nobody's doing.
create policy adds on samen.handovers for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.my_role()) <> 'admin' and data ->> 'id' = id
    and data #>> '{by,partyId}' = (select samen.my_party()) and kind <> 'expired' and data ->> 'audience' = audience
    and (not data ? 'onBehalfOf' or ((select samen.my_role()) = 'coreTeam' and data ->> 'reason' <> ''))
    and exists (select from samen.agenda_items i where i.space_id = handovers.space_id and i.id = handovers.item_id
      and i.audience = handovers.audience and i.audience = any ((select samen.my_audiences())::text[])));

create policy reads on samen.sessions for select to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[]));
create policy keeps on samen.sessions for all to samen_app
  using (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and (select samen.my_role()) = 'coreTeam')
  with check (space_id = (select samen.space()) and audience = any ((select samen.my_audiences())::text[])
    and (select samen.my_role()) = 'coreTeam' and data ->> 'audience' = audience and data ->> 'id' = id);

create policy reads on samen.methods for select to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null);

create policy own on samen.calendar_keys for all to samen_app
  using (space_id = (select samen.space()) and id = (select samen.person()) and (select samen.my_role()) is not null)
  with check (space_id = (select samen.space()) and id = (select samen.person()) and (select samen.my_role()) is not null);

-- As in 0002: of the new row guards read `data` alone. They look past row-level security, at what whoever acts sees anyway.

-- As the table of moves (src/model): who may change what of a ball.
create function samen.guard_ball() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  me text := samen.person();
  was text := old.data ->> 'holderId';
  becomes text := new.data ->> 'holderId';
  offered jsonb := old.data -> 'offer';
  offers jsonb := new.data -> 'offer';
  kept jsonb := coalesce(nullif(current_setting('samen.held', true), ''), '{}')::jsonb;
  item agenda_items;
begin
  if me is null then return new; end if;
  select * into item from agenda_items i where i.space_id = old.space_id and i.id = old.id;
  if new.audience is distinct from item.audience or new.data ->> 'id' <> old.id
  then perform samen.refuse('A ball is its item''s'); end if;
  if new.data = old.data and new.version = old.version then return new; end if;
  if not kept ? old.id::text
  then perform set_config('samen.held', (kept || jsonb_build_object(old.id::text, was))::text, true); end if;
  if coalesce(case
    -- Nobody holds it, before and after: whoever edits the item closes it or opens it again.
    when was is null and becomes is null then offers is null and samen.acts_for(item.created_by)
    -- Taken.
    when was is null then offers is null and samen.acts_for(becomes) and samen.party_sees(becomes, new.audience)
    -- Released, or closed.
    when becomes is null then offers is null and samen.acts_for(was)
    -- Accepted, by somebody else than who offered it.
    when becomes <> was then becomes = offered ->> 'toPartyId' and offers is null and samen.acts_for(becomes)
      and offered ->> 'byPersonId' <> me
    -- Progress, also while it is offered.
    when offers is not distinct from offered then samen.acts_for(was)
    -- Withdrawn by one, returned by the other.
    when offers is null then samen.acts_for(was) or samen.acts_for(offered ->> 'toPartyId')
    -- Offered; anew only when the other was not answered for seven days.
    else samen.acts_for(was) and offers ->> 'byPersonId' = me and not offers ? 'isExpiryLogged'
      and offers ->> 'toPartyId' <> was and samen.party_sees(offers ->> 'toPartyId', new.audience)
      and (offered is null or left(offered ->> 'offeredAt', 10)::date + 7 <= samen.today()::date)
    end, false)
  then return new; end if;
  perform samen.refuse('This ball is not theirs to move');
  return null;
end
$$;
create trigger guard before update on samen.balls for each row execute function samen.guard_ball();

create function samen.guard_agenda_item() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  mine text := case when samen.my_role() <> 'admin' then samen.my_party() end;
  is_core boolean := coalesce(samen.my_role() = 'coreTeam', false);
  edits boolean := is_core or coalesce(coalesce(samen.held_before(old.id), old.created_by) = mine, false);
  touched text[] := samen.touched(old.data, new.data);
  becomes text := new.data ->> 'status';
begin
  if samen.person() is null then return new; end if;
  if mine is null or new.data ->> 'audience' is distinct from new.audience
    or not touched <@ array['title', 'question', 'driverIds', 'phaseId', 'topics', 'audience', 'status', 'statusReason',
      'participations', 'changedOn', 'mergedIntoId', 'followsId', 'settled', 'version']
  then perform samen.refuse('This of an agenda item is nobody''s to change'); end if;
  -- The holder, the party that made it while nobody holds, and the core team.
  if not edits and touched && array['title', 'question', 'driverIds', 'phaseId', 'topics', 'audience', 'statusReason', 'followsId']
  then perform samen.refuse('Only who holds the ball edits its item'); end if;
  if not is_core and ('mergedIntoId' = any (touched) or (old.audience = 'everyone' and new.audience = 'internal'))
  then perform samen.refuse('Only the core team narrows and merges'); end if;
  if old.audience = 'everyone' and new.audience = 'internal' and exists (
    select from balls b, unnest(array[b.holder_id, b.offered_to]) party
    where b.space_id = old.space_id and b.id = old.id and party is not null and not samen.party_sees(party, 'internal'))
  then perform samen.refuse('A partner has the ball'); end if;
  -- Each party says for itself how it joins.
  if not is_core and exists (
    (select p from jsonb_array_elements(old.data -> 'participations') p where p ->> 'partyId' <> mine
      except select p from jsonb_array_elements(new.data -> 'participations') p)
    union all
    (select p from jsonb_array_elements(new.data -> 'participations') p where p ->> 'partyId' <> mine
      except select p from jsonb_array_elements(old.data -> 'participations') p))
  then perform samen.refuse('A party joins by itself'); end if;
  -- An idea begins to run when a party takes its ball, and so does something.
  if 'status' = any (touched) and not is_core and not (edits and old.is_open)
    and not (old.status = 'idea' and becomes = 'running' and new.data -> 'participations'
      @> jsonb_build_array(jsonb_build_object('partyId', mine, 'as', 'doing')))
  then perform samen.refuse('This is not theirs to close or open'); end if;
  -- That two are not alike is said by whoever says so, and stays said.
  if exists (select s from jsonb_array_elements(old.data -> 'settled') s
      except select s from jsonb_array_elements(new.data -> 'settled') s)
    or exists (select from (select s from jsonb_array_elements(new.data -> 'settled') s
      except select s from jsonb_array_elements(old.data -> 'settled') s) said where said.s #>> '{by,partyId}' is distinct from mine)
  then perform samen.refuse('Another said this'); end if;
  return new;
end
$$;
create trigger guard before update on samen.agenda_items for each row execute function samen.guard_agenda_item();

-- Who reads an item along reads its ball along: whatever was forgotten, when all is done.
create function samen.follow_audience() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
begin
  update balls b set audience = i.audience from agenda_items i
    where i.space_id = new.space_id and i.id = new.id and b.space_id = i.space_id and b.id = i.id and b.audience <> i.audience;
  return null;
end
$$;
create constraint trigger follow_audience after update on samen.agenda_items deferrable initially deferred for each row
  when (old.audience is distinct from new.audience) execute function samen.follow_audience();

-- With an item goes its ball, and what was said of it. There is no other way out of the log.
create function samen.erase_ball() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
begin
  delete from balls where space_id = old.space_id and id = old.id;
  delete from handovers where space_id = old.space_id and item_id = old.id;
  return null;
end
$$;
create trigger erase_ball after delete on samen.agenda_items for each row execute function samen.erase_ball();

-- The log explains each holder: no ball moves without a line, and no line is written of a ball that did not. Looked at
-- when all is done.
create function samen.is_of_now(row_xmin xid) returns boolean language sql stable as
  $$ select row_xmin = pg_current_xact_id()::xid $$;
create function samen.explain_ball() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
begin
  if samen.person() is null or not exists (select from balls b where b.space_id = new.space_id and b.id = new.id) or exists (
    select from handovers h where h.space_id = new.space_id and h.item_id = new.id and samen.is_of_now(h.xmin))
  then return null; end if;
  perform samen.refuse('Nothing in the log explains this');
  return null;
end
$$;
create constraint trigger explained after update on samen.balls deferrable initially deferred for each row
  when (old.data -> 'holderId' is distinct from new.data -> 'holderId'
    or old.data -> 'offer' is distinct from new.data -> 'offer')
  execute function samen.explain_ball();
create function samen.bear_out_handover() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  ball balls;
begin
  if samen.person() is null then return null; end if;
  select * into ball from balls b where b.space_id = new.space_id and b.id = new.item_id and samen.is_of_now(b.xmin);
  if coalesce(case
    when new.kind in ('taken', 'accepted') then ball.holder_id = new.data ->> 'toPartyId' and samen.acts_for(ball.holder_id)
    when new.kind = 'offered' then ball.offered_to = new.data ->> 'toPartyId'
    when new.kind = 'released' then ball.id is not null and ball.holder_id is null
    when new.kind in ('cleared', 'reopened') then exists (select from agenda_items i
      where i.space_id = new.space_id and i.id = new.item_id and samen.is_of_now(i.xmin)
        and i.is_open = (new.kind = 'reopened'))
    else ball.id is not null end, false)
  then return null; end if;
  perform samen.refuse('Nothing bears this out');
  return null;
end
$$;
create constraint trigger borne_out after insert on samen.handovers deferrable initially deferred for each row
  execute function samen.bear_out_handover();

-- As in 0002; a match that becomes an agenda item knows its item, on both sides.
create or replace function samen.guard_need() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  mine text := case when samen.my_role() <> 'admin' then samen.my_party() end;
  is_own boolean := coalesce(old.party_id = mine, false);
  -- Of the match that there is, not of the one that somebody would put in its place.
  other text := coalesce(old.data ->> 'matchedWithId', new.data ->> 'matchedWithId');
  is_other boolean := coalesce((select n.party_id = mine from needs n
    where n.space_id = old.space_id and n.id = other and n.audience = any (samen.my_audiences())), false);
  of_match text[] := array['status', 'matchedWithId', 'agendaItemId', 'version'];
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
  if new.data ->> 'agendaItemId' is distinct from old.data ->> 'agendaItemId' and not old.data ? 'matchedWithId'
  then perform samen.refuse('Only a match becomes an agenda item'); end if;
  if (new.data ->> 'status' = 'fulfilled') is distinct from (old.data ->> 'status' = 'fulfilled')
    and not (old.data ->> 'status' = 'matched' and case when old.data ->> 'kind' = 'ask' then is_own else is_other end)
  then perform samen.refuse('Only the asker says that a need is fulfilled'); end if;
  return new;
end
$$;

-- A party that has a ball stays until it has none.
create function samen.guard_parties() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
begin
  if samen.person() is not null and exists (select from balls b
    where b.space_id = new.space_id and exists (select from unnest(array[b.holder_id, b.offered_to]) party
      where exists (select from jsonb_array_elements(old.data -> 'parties') p where p ->> 'id' = party)
        and not exists (select from jsonb_array_elements(new.data -> 'parties') p where p ->> 'id' = party)))
  then perform samen.refuse('This party has a ball'); end if;
  return new;
end
$$;
create trigger guard_parties before update on samen.spaces for each row
  when (old.data -> 'parties' is distinct from new.data -> 'parties') execute function samen.guard_parties();

-- Who leaves, leaves no calendar behind.
create function samen.forget_calendar() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
begin
  delete from calendar_keys where space_id = old.space_id and id = old.id;
  return null;
end
$$;
create trigger forget_calendar after delete on samen.members for each row execute function samen.forget_calendar();

-- What a calendar shows, to whoever has its key: the name of the space first, then sessions and what the party of its
-- person is to do. Titles and dates; nothing of who, and nothing for somebody who is no member any more.
create function samen.calendar(of_hash text, at_most integer)
  returns table (kind text, id text, title text, due_on text, starts_at text, minutes integer, recurrence text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  with reader as (
    select k.space_id, m.party_id, samen.audiences_of(k.space_id, k.id) as audiences, m.role from calendar_keys k
    join members m on m.space_id = k.space_id and m.id = k.id
    where samen.is_instance() and k.key_hash = of_hash and samen.role_of(k.space_id, k.id) is not null)
  select 'space', s.id::text, s.data ->> 'name', null, null, null::integer, null from reader r join spaces s using (space_id)
  union all
  (select 'session', s.id::text, s.data ->> 'title', null, s.starts_at, (s.data ->> 'minutes')::integer, s.data ->> 'recurrence'
    from reader r join sessions s on s.space_id = r.space_id and s.audience = any (r.audiences)
    order by s.starts_at desc limit at_most)
  union all
  (select 'ball', i.id::text, i.title, b.due_on, null, null, null
    from reader r join balls b on b.space_id = r.space_id and b.holder_id = r.party_id and r.role <> 'admin'
    join agenda_items i on i.space_id = b.space_id and i.id = b.id and i.audience = any (r.audiences)
    where b.due_on is not null and i.status in ('idea', 'running') order by b.due_on desc, i.id limit at_most)
$$;

-- For the instance: where an offer lapsed of which the log does not say so yet.
create function samen.spaces_lapsed(offered_before text) returns table (space_id text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select distinct b.space_id::text from balls b
  where samen.is_instance() and b.offered_at <= offered_before and not b.is_expiry_logged
$$;

-- Open items that have a topic in common with this, or a quarter of its trigrams: those that could look alike, the
-- likeliest first. How alike they are is for src/model to say; with less they are not. What row-level security would keep
-- an index from is done here, for who asks.
do $body$
begin
  execute format($function$
create function samen.items_alike(of_audiences text[], of_id text, of_wording text, of_topics text[], at_most integer)
  returns table (id text, place bigint)
  language sql stable security definer rows 10 set search_path = samen, pg_temp
  set pg_trgm.similarity_threshold = 0.25 as $$
  with found as materialized (
    select i.space_id, i.id, i.audience, i.topics, i.wording from agenda_items i where i.is_open and i.topics && of_topics
    union
    select i.space_id, i.id, i.audience, i.topics, i.wording from agenda_items i
      where i.is_open and i.wording operator(%1$s.%%) of_wording)
  select f.id::text, row_number() over (order by
      cardinality(array(select unnest(f.topics) intersect select unnest(of_topics))) desc,
      %1$s.similarity(f.wording, of_wording) desc, f.id)
  from found f
  where f.space_id = samen.space() and f.id is distinct from of_id
    and f.audience = any (of_audiences) and f.audience = any ((select samen.my_audiences())::text[])
  order by 2 limit at_most
$$ $function$, (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm'));
end
$body$;

-- No more than ids, whoever may see them: what goes along with an item that one sees, and for who manages the parties
-- what these have a ball of.
create function samen.followers_of(of_item text, after_id text, at_most integer) returns table (id text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select f.id::text from agenda_items i join agenda_items f on f.space_id = i.space_id and f.follows_id = i.id
  where i.space_id = samen.space() and i.id = of_item and i.audience = any (samen.my_audiences()) and f.id > after_id
  order by f.id limit at_most
$$;
create function samen.balls_of(of_parties text[], after_id text, at_most integer)
  returns table (id text, party_id text, place text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select b.id::text, party, b.id || '.' || party from balls b, unnest(array[b.holder_id, b.offered_to]) party
  where b.space_id = samen.space() and samen.may_manage_members() and party = any (of_parties)
    and (b.id || '.' || party) collate "C" > after_id
  order by (b.id || '.' || party) collate "C" limit at_most
$$;

-- What most people recognised, of what whoever asks may read; who did is not told.
create function samen.most_recognised(of_audiences text[], since_day text, after_count integer, after_id text, at_most integer)
  returns table (id text, title text, recognised integer)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select e.id::text, e.data ->> 'title', r.recognised from experiences e
  cross join lateral (select count(*)::integer as recognised from reactions x
    where x.space_id = e.space_id and x.experience_id = e.id and x.reaction = 'recognise') r
  where e.space_id = samen.space() and e.is_listed and e.status = 'published' and e.written_on >= since_day
    and e.audience = any (of_audiences) and e.audience = any ((select samen.my_audiences())::text[])
    and r.recognised > 0 and (after_count is null or r.recognised < after_count
      or (r.recognised = after_count and e.id > after_id))
  order by r.recognised desc, e.id limit at_most
$$;

revoke execute on all functions in schema samen from public;
grant execute on function samen.texts_of, samen.parties_of, samen.calendar, samen.spaces_lapsed, samen.items_alike, samen.followers_of,
  samen.balls_of, samen.most_recognised to samen_app;

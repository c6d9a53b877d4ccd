-- Who comes for the first time and is of a party, as the sign-in says: a member, where the space allows that.

-- Who left, or was removed, does not come back by themselves. A mark that only the server can make, of nobody's name.
create table samen.left_members (
  space_id samen.id,
  mark text,
  primary key (space_id, mark)
);
alter table samen.left_members enable row level security;

create function samen.mark_leaving() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
begin
  insert into left_members select old.space_id, mark from current_setting('samen.leaving', true) mark where mark <> ''
    on conflict do nothing;
  return null;
end
$$;
create trigger mark_leaving after delete on samen.members for each row execute function samen.mark_leaving();

-- Adds whoever asks, as a member of the party that the sign-in claims for them; whether it did. Not where the space
-- does not say so, not into a party that it has not, never as more than a member, and nobody who left.
create function samen.admit(claimed_party text, claimed_name text, mark text) returns boolean
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  me text := samen.person();
begin
  if me is null or not exists (select from spaces s where s.space_id = samen.space()
      and s.data #>> '{settings,signIn}' = 'byClaim'
      and exists (select from jsonb_array_elements(s.data -> 'parties') p where p ->> 'id' = claimed_party))
    or exists (select from left_members l where l.space_id = samen.space() and l.mark = admit.mark)
  then return false; end if;
  insert into members (space_id, id, version, audience, data) values (samen.space(), me, 1, 'everyone',
    jsonb_build_object('id', me, 'partyId', claimed_party, 'name', claimed_name, 'jobTitle', '', 'role', 'member',
      'version', 1)) on conflict do nothing;
  if not found then return false; end if;
  perform samen.tell(jsonb_build_array(jsonb_build_object('kind', 'member', 'id', me, 'version', 1, 'before', null,
    'after', 'everyone')));
  return true;
end
$$;

-- As in 0002; of the settings, only what a round promises is fixed while it is open.
create or replace function samen.guard_space() returns trigger language plpgsql as $$
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
    or (exists (select from unnest(array['smallestGroup', 'smallestSentences', 'roundIntervalDays']) key
        where new.data -> 'settings' -> key is distinct from old.data -> 'settings' -> key)
      and exists (select from samen.rounds r where r.space_id = old.space_id and r.closed_on is null))
  then perform samen.refuse('This of a space is not theirs to change'); end if;
  return new;
end
$$;

revoke execute on function samen.mark_leaving, samen.admit from public;
grant execute on function samen.admit to samen_app;

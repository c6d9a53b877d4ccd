-- As in 0003; and the day on which the author said to be still busy, so that they are asked again.
create or replace function samen.guard_experience() returns trigger language plpgsql as $$
declare
  touched text[] := samen.touched(old.data, new.data);
  shown text[] := array['named', 'jobTitle', 'anonymous'];
  becomes text := new.data ->> 'authorShownAs';
begin
  if samen.is_by_itself(tg_relid) then return new; end if;
  if new.data ->> 'audience' = new.audience and old.status <> 'erased' then
    if new.audience = old.audience and samen.is_without_name(old.data, new.data) then return new; end if;
    if samen.my_role() = 'coreTeam' and old.audience = any (samen.my_audiences())
      and touched <@ array['hidden', 'isPinned', 'status', 'version']
      and (not 'status' = any (touched) or (old.status = 'pending' and new.data ->> 'status' = 'published'))
    then return new; end if;
    if samen.is_mine(old.author_id, old.author_proof)
      and (old.data ->> 'authorShownAs' <> 'anonymous' or samen.is_at_once())
    then
      if touched <@ array['followUp', 'followedUpOn', 'version'] then return new; end if;
      -- A tombstone: nothing of what was said, nor of who said it.
      if new.data ->> 'status' = 'erased' and new.data ->> 'title' = '' and new.data ->> 'whatHappened' = ''
        and new.data ->> 'driverIds' = '[]' and not touched && array['id', 'sortKey', 'writtenOn', 'audience']
        and not new.data ?| array['author', 'authorId', 'authorProof', 'whatLearned', 'whatNext', 'askOthers', 'pictureId',
          'agendaItemId', 'hidden']
      then return new; end if;
      if samen.my_role() <> 'admin' and touched <@ array['title', 'kind', 'whatHappened', 'whatLearned', 'whatNext',
          'askOthers', 'adviceWelcome', 'driverIds', 'agendaItemId', 'pictureId', 'language', 'followUp', 'followedUpOn',
          'authorShownAs', 'author', 'authorId', 'authorProof', 'audience', 'audienceChoice', 'status', 'version']
        and (new.audience = old.audience or new.audience = any (samen.my_audiences()))
        and array_position(shown, becomes) <= array_position(shown, old.data ->> 'authorShownAs')
        and samen.is_signed(new.data, new.audience) and samen.has_right_status(new.data)
        -- What said whose it was does not become a riddle.
        and coalesce(new.data ->> 'authorProof' = old.author_proof, new.data ? 'authorId')
      then return new; end if;
    end if;
  end if;
  perform samen.refuse('This of an experience is not theirs to change');
  return null;
end
$$;

-- As in 0003, of what all its readers read: who keeps one that is hidden or waits for approval can only be its author, or
-- of the core team. What was kept before stays.
drop policy adds on samen.packings;
create policy adds on samen.packings for insert to samen_app
  with check (space_id = (select samen.space()) and person_id = (select samen.person())
    and id = experience_id || '.' || person_id and audience = 'person:' || person_id
    and (select samen.my_role()) <> 'admin'
    and exists (select from samen.experiences e where e.space_id = packings.space_id and e.id = packings.experience_id
      and e.status = 'published' and e.is_listed and samen.may_read(e)));

-- As in 0003. An experience that is hidden now, or waits for approval, is told as gone to who read it before: who may
-- still read it is no audience of its own. Of what happens to it meanwhile by itself, nobody is told.
create or replace function samen.tell(changes jsonb) returns void
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  by_itself jsonb := coalesce(nullif(current_setting('samen.also_changed', true), ''), '[]')::jsonb;
  everything jsonb;
  last bigint;
  how_many integer;
begin
  if samen.my_role() is null and not samen.is_instance() and current_setting('samen.left', true) is distinct from samen.space()
  then perform samen.refuse('Only who takes part tells of a change'); end if;
  with every as (
    select c, n, n > jsonb_array_length(changes) as is_by_itself, c ->> 'kind' = 'experience' and exists (
        select from experiences e where e.space_id = samen.space() and e.id = c ->> 'id' and not e.is_listed) as is_hidden
      from jsonb_array_elements(changes || by_itself) with ordinality as t (c, n))
  select coalesce(jsonb_agg(case when is_hidden then c || '{"after": null}' else c end order by n), '[]') into everything
    from every where not (is_hidden and is_by_itself);
  how_many := jsonb_array_length(everything);
  insert into counters as c values (samen.space(), how_many)
    on conflict (space_id) do update set seq = c.seq + how_many returning seq into last;
  insert into events (space_id, seq, kind, id, version, audience_before, audience_after)
    select samen.space(), last - how_many + n, c ->> 'kind', c ->> 'id', (c ->> 'version')::integer, c ->> 'before', c ->> 'after'
    from jsonb_array_elements(everything) with ordinality as t (c, n);
  perform pg_notify('samen_changes', samen.space());
end
$$;

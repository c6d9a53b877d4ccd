-- The experience backpack (src/model/experience-types.ts), and once more who may do what with it. Who wrote
-- something without their name stands nowhere: the row holds a proof, which whoever has its secret presents.

-- One random salt a member: without it no proof of theirs can be made again. Who leaves drops them all at once,
-- and no post is touched.
create table samen.author_salts (
  space_id samen.id,
  person_id samen.id,
  salt text not null,
  primary key (space_id, person_id)
);

-- What is searched by, in one index: the words in Dutch and as they stand, and labels that nobody can type. Those
-- of the space with its days and months bound a search, however much there is (samen.experiences_listed).
create function samen.words_of(of_space text, data jsonb) returns tsvector language sql immutable as $$
  select to_tsvector('pg_catalog.dutch', words) || to_tsvector('pg_catalog.simple', words)
    || array_to_tsvector(array['@' || of_space, '@' || of_space || ' ' || (data ->> 'writtenOn'),
        '@' || of_space || ' ' || left(data ->> 'writtenOn', 7)]
      || array(select '#' || d from jsonb_array_elements_text(data -> 'driverIds') d where d <> '')
      || case when data #>> '{author,partyId}' <> '' then array['%' || (data #>> '{author,partyId}')] else '{}' end
      || case when data ? 'agendaItemId' then array['&' || (data ->> 'agendaItemId')] else '{}' end)
  from concat_ws(' ', data ->> 'title', data ->> 'whatHappened', data ->> 'whatLearned', data ->> 'whatNext',
    data ->> 'askOthers') words
$$;

create table samen.experiences (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null,
  data jsonb not null,
  author_id text collate "C" generated always as (data ->> 'authorId') stored,
  author_proof text collate "C" generated always as (data ->> 'authorProof') stored,
  kind text collate "C" not null generated always as (data ->> 'kind') stored,
  status text collate "C" not null generated always as (data ->> 'status') stored,
  -- For everybody of its audience; else for its author and for who moderates.
  is_listed boolean not null generated always as (data ->> 'status' <> 'pending' and not data ? 'hidden') stored,
  is_pinned boolean not null generated always as ((data ->> 'isPinned')::boolean) stored,
  written_on text collate "C" not null generated always as (data ->> 'writtenOn') stored,
  sort_key text collate "C" not null generated always as (data ->> 'sortKey' || '.' || id) stored,
  picture_id text collate "C" generated always as (data ->> 'pictureId') stored,
  words tsvector not null generated always as (samen.words_of(space_id, data)) stored,
  primary key (space_id, id)
);
create index on samen.experiences (space_id, audience, written_on desc, sort_key) where is_listed and not is_pinned;
create index on samen.experiences (space_id, written_on desc, sort_key) where is_pinned;
create index on samen.experiences (space_id, written_on desc, sort_key) where status = 'pending';
create index on samen.experiences (space_id, author_id, written_on desc, sort_key) where author_id is not null;
create index on samen.experiences (space_id, id) where author_proof is not null;
create index on samen.experiences (space_id, picture_id) where picture_id is not null;
-- Written at once: what waits in a list of its own is read by every search.
create index on samen.experiences using gin (words) with (fastupdate = off);

create table samen.replies (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null,
  data jsonb not null,
  experience_id text collate "C" not null generated always as (data ->> 'experienceId') stored,
  author_id text collate "C" generated always as (data ->> 'authorId') stored,
  author_proof text collate "C" generated always as (data ->> 'authorProof') stored,
  is_by_author boolean not null generated always as ((data ->> 'isByAuthor')::boolean) stored,
  is_question boolean not null generated always as ((data ->> 'isQuestion')::boolean) stored,
  written_on text collate "C" not null generated always as (data ->> 'writtenOn') stored,
  sort_key text collate "C" not null generated always as (data ->> 'sortKey' || '.' || id) stored,
  primary key (space_id, id)
);
create index on samen.replies (space_id, experience_id, written_on, sort_key);
create index on samen.replies (space_id, author_id) where author_id is not null;

-- For its author alone until it is published: nobody is named by it, nor by who may read it.
create table samen.waiting (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text not null check (audience = 'everyone'),
  data jsonb not null,
  author_proof text collate "C" not null generated always as (data ->> 'authorProof') stored,
  publish_on text collate "C" not null generated always as (data ->> 'publishOn') stored,
  picture_id text collate "C" generated always as (data #>> '{experience,pictureId}') stored,
  primary key (space_id, id)
);
create index on samen.waiting (publish_on);

create table samen.reactions (
  space_id samen.id references samen.spaces,
  id text collate "C" check (id ~ '^[a-z0-9-]{1,64}[.](recognise|help|learn)[.][a-z0-9-]{1,64}$'),
  version integer not null,
  audience text not null,
  data jsonb not null,
  experience_id text collate "C" not null generated always as (data ->> 'experienceId') stored,
  reaction text collate "C" not null generated always as (data ->> 'reaction') stored,
  person_id text collate "C" not null generated always as (data ->> 'personId') stored,
  primary key (space_id, id)
);
create index on samen.reactions (space_id, experience_id) include (reaction, person_id);
create index on samen.reactions (space_id, person_id);

create table samen.packings (
  space_id samen.id references samen.spaces,
  id text collate "C" check (id ~ '^[a-z0-9-]{1,64}[.][a-z0-9-]{1,64}$'),
  version integer not null,
  audience text not null,
  data jsonb not null,
  experience_id text collate "C" not null generated always as (data ->> 'experienceId') stored,
  person_id text collate "C" not null generated always as (data ->> 'personId') stored,
  primary key (space_id, id)
);
create index on samen.packings (space_id, person_id, experience_id);
create index on samen.packings (space_id, experience_id);

create table samen.reports (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null,
  data jsonb not null,
  experience_id text collate "C" not null generated always as (data ->> 'experienceId') stored,
  reported_on text collate "C" not null generated always as (data ->> 'reportedOn') stored,
  primary key (space_id, id)
);
create index on samen.reports (space_id, reported_on desc, id);
create index on samen.reports (space_id, experience_id);

create table samen.log_entries (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text collate "C" not null,
  data jsonb not null,
  about_id text collate "C" not null generated always as (data ->> 'aboutId') stored,
  entered_on text collate "C" not null generated always as (data ->> 'on') stored,
  primary key (space_id, id)
);
create index on samen.log_entries (space_id, entered_on desc, id);

create table samen.pictures (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text not null check (audience = 'everyone'),
  data jsonb not null,
  experience_id text collate "C" generated always as (data ->> 'experienceId') stored,
  author_proof text collate "C" not null generated always as (data ->> 'authorProof') stored,
  -- A day, for the broom; a time would tell when its author was there.
  kept_on text collate "C" not null default coalesce(samen.today(), to_char(now(), 'YYYY-MM-DD')),
  primary key (space_id, id)
);
create index on samen.pictures (kept_on);

-- What is in a row proves nothing to who reads it: it is the digest of a secret, and the secret is presented.
create function samen.proofs() returns text[] language sql stable as $$
  select array(select translate(encode(sha256(convert_to(secret, 'UTF8')), 'base64'), '+/=', '-_')
    from unnest(string_to_array(nullif(current_setting('samen.proofs', true), ''), ',')) secret)
$$;
create function samen.my_salt() returns text
  language sql stable security definer set search_path = samen, pg_temp as $$
  select salt from author_salts
  where space_id = samen.space() and person_id = samen.person() and samen.my_role() is not null
$$;

create function samen.make_salt() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
begin
  -- Twice 122 random bits, in letters.
  insert into author_salts values (new.space_id, new.id,
    replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')) on conflict do nothing;
  return null;
end
$$;
create trigger make_salt after insert on samen.members for each row execute function samen.make_salt();
insert into samen.author_salts
  select space_id, id, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') from samen.members;

create function samen.is_at_once() returns boolean
  language sql stable security definer set search_path = samen, pg_temp as $$
  select coalesce((select data #>> '{settings,anonymousPosts}' = 'atOnce' from spaces where space_id = samen.space()), false)
$$;
create function samen.approves_anonymous() returns boolean
  language sql stable security definer set search_path = samen, pg_temp as $$
  select coalesce((select (data #>> '{settings,approvesAnonymous}')::boolean from spaces where space_id = samen.space()), false)
$$;

-- As `isAuthor` and `mayRead` of src/model: for who passes by row-level security, and for guards.
create function samen.is_mine(author_id text, author_proof text) returns boolean language sql stable as $$
  select coalesce(author_id = samen.person(), false) or coalesce(author_proof = any (samen.proofs()), false)
$$;
create function samen.may_read(e samen.experiences) returns boolean language sql stable as $$
  select e.space_id = samen.space() and samen.my_role() is not null and (samen.is_mine(e.author_id, e.author_proof)
    or (e.audience = any (samen.my_audiences()) and (e.is_listed or samen.my_role() = 'coreTeam')))
$$;
create function samen.wrote(of_experience text) returns boolean
  language sql stable security definer set search_path = samen, pg_temp as $$
  select exists (select from experiences e
    where e.space_id = samen.space() and e.id = of_experience and samen.my_role() is not null
      and samen.is_mine(e.author_id, e.author_proof))
$$;
-- Whether whoever acts may sign so: with their name, or where only they read it with their id alone; else by a
-- proof. What is anonymous has no party either.
create function samen.is_signed(data jsonb, audience text) returns boolean language sql stable as $$
  select case when data ? 'authorId'
      then data ->> 'authorId' = samen.person() and not data ? 'authorProof'
        and (data ->> 'authorShownAs' = 'named' or audience = 'person:' || samen.person())
      else data ->> 'authorProof' = any (samen.proofs()) and data ->> 'authorShownAs' in ('jobTitle', 'anonymous')
        and audience not like 'person:%' end
    and case when data ->> 'authorShownAs' = 'anonymous' then not data ? 'author'
      else data #>> '{author,partyId}' = samen.my_party() and not data -> 'author' ? 'isFormer'
        and (data ->> 'authorShownAs' = 'named' or data #>> '{author,name}' = '') end
$$;
-- The core team reads an anonymous post before others do, where the space wants it so.
create function samen.has_right_status(data jsonb) returns boolean language sql stable as $$
  select data ->> 'status' = case when data ->> 'authorShownAs' = 'anonymous' and samen.approves_anonymous()
    then 'pending' else 'published' end
$$;
create function samen.may_manage_members() returns boolean language sql stable as $$
  select coalesce(samen.my_role() = 'admin' or (samen.my_role() = 'coreTeam' and not samen.is_set_up()), false)
$$;
-- What an anonymous author does comes out with all the rest in the morning, unless the space wants it at once.
create function samen.comes_at_once(of_experience text) returns boolean
  language sql stable security definer set search_path = samen, pg_temp as $$
  select samen.is_at_once() or not exists (select from experiences e where e.space_id = samen.space()
    and e.id = of_experience and e.data ->> 'authorShownAs' = 'anonymous' and e.status <> 'erased')
$$;

grant select, insert, update (version, audience, data), delete
  on samen.experiences, samen.replies, samen.waiting, samen.pictures to samen_app;
grant select, insert, delete on samen.reactions, samen.packings, samen.reports to samen_app;
grant select, insert on samen.log_entries to samen_app;

do $$
declare name text;
begin
  foreach name in array array['author_salts', 'experiences', 'replies', 'waiting', 'reactions', 'packings', 'reports',
    'log_entries', 'pictures'] loop
    execute format('alter table samen.%I enable row level security', name);
  end loop;
end
$$;

-- The instance, when it publishes: for nobody, in one space.
create policy instance on samen.spaces for select to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
create policy instance on samen.experiences for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
create policy instance on samen.replies for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
create policy instance on samen.waiting for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));
create policy instance on samen.pictures for all to samen_app
  using (space_id = (select samen.space()) and (select samen.is_instance()));

-- A tombstone says nothing, but that there was something.
create policy reads on samen.experiences for select to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null and (
    (audience = any ((select samen.my_audiences())::text[]) and (is_listed or (select samen.my_role()) = 'coreTeam'))
    or author_id = (select samen.person()) or author_proof = any ((select samen.proofs())::text[])
    or status = 'erased'));
-- Of a new row a policy may read the columns beside `data`, which a guard may not.
create policy adds on samen.experiences for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.my_role()) <> 'admin'
    and audience = any ((select samen.my_audiences())::text[]) and data ->> 'audience' = audience
    and not is_pinned and not data ? 'hidden'
    and samen.is_signed(data, audience) and samen.has_right_status(data)
    and (data ->> 'authorShownAs' <> 'anonymous' or (select samen.is_at_once())));
-- Which part of it, by whom, is guarded below.
create policy changes on samen.experiences for update to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null and (
    author_id = (select samen.person()) or author_proof = any ((select samen.proofs())::text[])
    or ((select samen.my_role()) = 'coreTeam' and audience = any ((select samen.my_audiences())::text[]))
    or (author_id is not null and (select samen.may_manage_members()))))
  with check (space_id = (select samen.space()));
create policy erases on samen.experiences for delete to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null
    and (author_id = (select samen.person()) or author_proof = any ((select samen.proofs())::text[]))
    and (data ->> 'authorShownAs' <> 'anonymous' or (select samen.is_at_once())));

create policy reads on samen.replies for select to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null and (
    author_id = (select samen.person()) or author_proof = any ((select samen.proofs())::text[])
    or exists (select from samen.experiences e where e.space_id = replies.space_id and e.id = replies.experience_id
      and (e.audience = any ((select samen.my_audiences())::text[])
        or e.author_id = (select samen.person()) or e.author_proof = any ((select samen.proofs())::text[])))));
create policy adds on samen.replies for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.my_role()) <> 'admin'
    and (author_id = (select samen.person()) or author_proof = any ((select samen.proofs())::text[]))
    and exists (select from samen.experiences e where e.space_id = replies.space_id and e.id = replies.experience_id
      and e.audience = replies.audience and e.status <> 'erased' and samen.may_read(e)));
create policy changes on samen.replies for update to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null and (
    author_id = (select samen.person()) or author_proof = any ((select samen.proofs())::text[])
    or (author_id is not null and (select samen.may_manage_members())) or samen.wrote(experience_id)))
  with check (space_id = (select samen.space()));
create policy erases on samen.replies for delete to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null and (
    author_id = (select samen.person())
    or (author_proof = any ((select samen.proofs())::text[]) and samen.comes_at_once(experience_id))));

-- By proof alone: there is no other way to what waits. It says of nobody else that they wrote it, and claims no
-- more of who reads it than its author could by themselves.
create policy own on samen.waiting for all to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null
    and author_proof = any ((select samen.proofs())::text[]))
  with check (space_id = (select samen.space()) and (select samen.my_role()) is not null
    and author_proof = any ((select samen.proofs())::text[])
    and case data ->> 'action'
      when 'saveExperience' then data #>> '{experience,id}' = id
        and (data #>> '{experience,audience}' = any ((select samen.my_audiences())::text[])
          or exists (select from samen.experiences e where e.space_id = waiting.space_id and e.id = waiting.id
            and e.author_proof = waiting.author_proof and e.audience = waiting.data #>> '{experience,audience}'))
        and coalesce(data #>> '{experience,authorProof}', author_proof) = author_proof
        and coalesce(data #>> '{experience,authorId}', (select samen.person())) = (select samen.person())
        and samen.is_signed(data -> 'experience', data #>> '{experience,audience}')
        and (samen.has_right_status(data -> 'experience') or exists (select from samen.experiences e
          where e.space_id = waiting.space_id and e.id = waiting.id and e.status = data #>> '{experience,status}'))
      when 'saveReply' then data #>> '{reply,id}' = id and data #>> '{reply,authorProof}' = author_proof
        and not data -> 'reply' ?| array['author', 'authorId'] and samen.wrote(data #>> '{reply,experienceId}')
      else data ->> 'action' in ('eraseExperience', 'eraseReply') and not data ?| array['experience', 'reply'] end);

create policy reads on samen.reactions for select to samen_app
  using (space_id = (select samen.space()) and person_id = (select samen.person()) and (select samen.my_role()) is not null);
-- A reaction to one's own would be one that nobody can explain.
create policy adds on samen.reactions for insert to samen_app
  with check (space_id = (select samen.space()) and person_id = (select samen.person())
    and id = experience_id || '.' || reaction || '.' || person_id and audience = 'person:' || person_id
    and (select samen.my_role()) <> 'admin' and data #>> '{by,partyId}' = (select samen.my_party())
    and exists (select from samen.experiences e where e.space_id = reactions.space_id and e.id = reactions.experience_id
      and e.status <> 'erased' and samen.may_read(e) and not samen.is_mine(e.author_id, e.author_proof)));
create policy erases on samen.reactions for delete to samen_app
  using (space_id = (select samen.space()) and person_id = (select samen.person()) and (select samen.my_role()) is not null);

create policy reads on samen.packings for select to samen_app
  using (space_id = (select samen.space()) and person_id = (select samen.person()) and (select samen.my_role()) is not null);
create policy adds on samen.packings for insert to samen_app
  with check (space_id = (select samen.space()) and person_id = (select samen.person())
    and id = experience_id || '.' || person_id and audience = 'person:' || person_id
    and (select samen.my_role()) <> 'admin'
    and exists (select from samen.experiences e where e.space_id = packings.space_id and e.id = packings.experience_id
      and samen.may_read(e)));
create policy erases on samen.packings for delete to samen_app
  using (space_id = (select samen.space()) and person_id = (select samen.person()) and (select samen.my_role()) is not null);

-- Who reports is not kept; whoever moderates it settles it.
create policy reads on samen.reports for select to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) = 'coreTeam'
    and exists (select from samen.experiences e where e.space_id = reports.space_id and e.id = reports.experience_id
      and e.audience = any ((select samen.my_audiences())::text[])));
create policy adds on samen.reports for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.my_role()) <> 'admin'
    and not data ?| array['personId', 'by', 'byPersonId']
    and exists (select from samen.experiences e where e.space_id = reports.space_id and e.id = reports.experience_id
      and e.audience = reports.audience and samen.may_read(e)));
create policy erases on samen.reports for delete to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) = 'coreTeam'
    and exists (select from samen.experiences e where e.space_id = reports.space_id and e.id = reports.experience_id
      and e.audience = any ((select samen.my_audiences())::text[])));

create policy reads on samen.log_entries for select to samen_app
  using (space_id = (select samen.space()) and ((select samen.my_role()) = 'admin'
    or ((select samen.my_role()) = 'coreTeam' and audience = any ((select samen.my_audiences())::text[]))));
create policy adds on samen.log_entries for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.my_role()) = 'coreTeam'
    and data ->> 'byPersonId' = (select samen.person()) and data #>> '{by,partyId}' = (select samen.my_party())
    and exists (select from samen.experiences e where e.space_id = log_entries.space_id and e.id = log_entries.about_id
      and e.audience = log_entries.audience and e.audience = any ((select samen.my_audiences())::text[])));

-- Its uploader's, and as visible as the experience that holds it. Both say so: neither can claim the other.
create policy reads on samen.pictures for select to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null and (
    author_proof = any ((select samen.proofs())::text[])
    or exists (select from samen.experiences e where e.space_id = pictures.space_id and e.id = pictures.experience_id
      and e.picture_id = pictures.id and samen.may_read(e))));
create policy adds on samen.pictures for insert to samen_app
  with check (space_id = (select samen.space()) and (select samen.my_role()) <> 'admin'
    and author_proof = any ((select samen.proofs())::text[]));
create policy changes on samen.pictures for update to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null
    and author_proof = any ((select samen.proofs())::text[]))
  with check (author_proof = any ((select samen.proofs())::text[]));
create policy erases on samen.pictures for delete to samen_app
  using (space_id = (select samen.space()) and (select samen.my_role()) is not null
    and author_proof = any ((select samen.proofs())::text[]));

-- Of the new row guards read `data` alone, as in 0002.

create function samen.touched(was jsonb, becomes jsonb) returns text[] language sql immutable as $$
  select array(select key from jsonb_each(was || becomes) where becomes -> key is distinct from was -> key)
$$;
-- As `withoutName` of src/model/experience.ts: of who leaves the name is taken away, and nothing else.
create function samen.is_without_name(was jsonb, becomes jsonb) returns boolean language sql stable as $$
  select samen.touched(was, becomes) <@ array['author', 'authorId', 'version'] and not becomes ? 'authorId'
    and becomes -> 'author' = jsonb_build_object('name', '', 'jobTitle', '', 'partyId', was #> '{author,partyId}', 'isFormer', true)
    and (was ->> 'authorId' = samen.person() or samen.may_manage_members())
$$;

-- Whether the database does so itself, in a function that whoever asks may only call.
create function samen.is_by_itself(of_table oid) returns boolean language sql stable as $$
  select samen.person() is null or current_user = pg_get_userbyid((select relowner from pg_class where oid = of_table))
$$;

create function samen.guard_experience() returns trigger language plpgsql as $$
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
      if touched <@ array['followUp', 'version'] then return new; end if;
      -- A tombstone: nothing of what was said, nor of who said it.
      if new.data ->> 'status' = 'erased' and new.data ->> 'title' = '' and new.data ->> 'whatHappened' = ''
        and new.data ->> 'driverIds' = '[]' and not touched && array['id', 'sortKey', 'writtenOn', 'audience']
        and not new.data ?| array['author', 'authorId', 'authorProof', 'whatLearned', 'whatNext', 'askOthers', 'pictureId',
          'agendaItemId', 'hidden']
      then return new; end if;
      if samen.my_role() <> 'admin' and touched <@ array['title', 'kind', 'whatHappened', 'whatLearned', 'whatNext',
          'askOthers', 'adviceWelcome', 'driverIds', 'agendaItemId', 'pictureId', 'language', 'followUp', 'authorShownAs',
          'author', 'authorId', 'authorProof', 'audience', 'audienceChoice', 'status', 'version']
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
create trigger guard before update on samen.experiences for each row execute function samen.guard_experience();

-- What others answered to leaves a tombstone; what is gone takes along what was said and done about it.
create function samen.guard_erasing() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
begin
  if samen.person() is not null and old.audience not like 'person:%' and exists (select from replies r
    where r.space_id = old.space_id and r.experience_id = old.id and not r.is_by_author)
  then perform samen.refuse('Others have answered'); end if;
  return old;
end
$$;
create trigger guard_erasing before delete on samen.experiences for each row execute function samen.guard_erasing();
create function samen.erase_around() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
begin
  delete from replies where space_id = old.space_id and experience_id = old.id;
  delete from reactions where space_id = old.space_id and experience_id = old.id;
  delete from packings where space_id = old.space_id and experience_id = old.id;
  delete from reports where space_id = old.space_id and experience_id = old.id;
  return null;
end
$$;
create trigger erase_around after delete on samen.experiences for each row execute function samen.erase_around();

create function samen.guard_reply() returns trigger language plpgsql as $$
declare
  about samen.experiences;
  is_theirs boolean;
  is_unnamed boolean;
  is_signed boolean;
begin
  if samen.is_by_itself(tg_relid) then return new; end if;
  select * into about from samen.experiences e where e.space_id = new.space_id and e.id = new.data ->> 'experienceId';
  is_theirs := coalesce(samen.is_mine(about.author_id, about.author_proof), false);
  if tg_op = 'UPDATE' then
    if new.audience = old.audience and samen.is_without_name(old.data, new.data) then return new; end if;
    -- Others read it as they read what it is about.
    if is_theirs and new.audience = about.audience and samen.touched(old.data, new.data) <@ array['audience', 'version']
    then return new; end if;
    if not samen.is_mine(old.author_id, old.author_proof) or not samen.touched(old.data, new.data) <@ array['text',
        'isQuestion', 'author', 'authorId', 'authorProof', 'audience', 'version']
      or (old.author_proof is not null and not samen.comes_at_once(about.id))
      or coalesce(new.data ->> 'authorProof' <> old.author_proof, old.author_proof is null and new.data ? 'authorProof')
    then perform samen.refuse('This of a reply is not theirs to change'); end if;
  end if;
  -- Under a post without a name its author has none either.
  is_unnamed := is_theirs and about.data ->> 'authorShownAs' <> 'named';
  is_signed := case when is_unnamed
    then not new.data ?| array['author', 'authorId'] and samen.comes_at_once(about.id)
      and coalesce(new.data ->> 'authorProof' = any (samen.proofs()), false)
    else new.data ->> 'authorId' = samen.person() and not new.data ? 'authorProof'
      and new.data #>> '{author,partyId}' = samen.my_party() and not new.data -> 'author' ? 'isFormer' end;
  if not coalesce(is_signed and (new.data ->> 'isByAuthor')::boolean = is_theirs and samen.my_role() <> 'admin'
    and new.data ->> 'audience' = new.audience and new.audience = about.audience, false)
  then perform samen.refuse('A reply is signed by who writes it'); end if;
  return new;
end
$$;
create trigger guard before insert or update on samen.replies for each row execute function samen.guard_reply();

create function samen.without_name(data jsonb) returns jsonb language sql volatile as $$
  select data - 'authorId' || jsonb_build_object('version', 1 + floor(random() * 999999998)::integer,
    'author', jsonb_build_object('name', '', 'jobTitle', '', 'partyId', data #> '{author,partyId}', 'isFormer', true))
$$;
-- Who leaves is "oud-deelnemer", and there is no way back: their name and id are taken from what they wrote, and what
-- only they could read goes with them. What they wrote without their name is not even looked for. Told together with
-- that they left (samen.tell).
create function samen.forget_member() returns trigger
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  changes jsonb;
begin
  delete from author_salts where space_id = old.space_id and person_id = old.id;
  delete from packings where space_id = old.space_id and person_id = old.id;
  delete from experiences where space_id = old.space_id and audience = 'person:' || old.id;
  update reactions r set id = r.experience_id || '.' || r.reaction || '.' || n.nobody, audience = 'person:' || n.nobody,
    data = r.data || jsonb_build_object('personId', n.nobody, 'by', jsonb_build_object('name', '', 'jobTitle', '',
      'partyId', r.data #> '{by,partyId}', 'isFormer', true))
    from (select id, gen_random_uuid()::text as nobody from reactions where space_id = old.space_id and person_id = old.id) n
    where r.space_id = old.space_id and r.id = n.id;
  with named as (
    update experiences e set version = (n.becomes ->> 'version')::integer, data = n.becomes
      from (select id, samen.without_name(data) as becomes from experiences
        where space_id = old.space_id and author_id = old.id offset 0) n
      where e.space_id = old.space_id and e.id = n.id
      returning 'experience' as kind, e.id, e.version, e.audience),
  answered as (
    update replies r set version = (n.becomes ->> 'version')::integer, data = n.becomes
      from (select id, samen.without_name(data) as becomes from replies
        where space_id = old.space_id and author_id = old.id offset 0) n
      where r.space_id = old.space_id and r.id = n.id
      returning 'reply' as kind, r.id, r.version, r.audience)
  select jsonb_agg(jsonb_build_object('kind', kind, 'id', id, 'version', version, 'before', audience, 'after', audience))
    into changes from (select * from named union all select * from answered) c;
  if changes is not null then
    changes := changes || coalesce(nullif(current_setting('samen.also_changed', true), ''), '[]')::jsonb;
    perform set_config('samen.also_changed', changes::text, true);
  end if;
  return null;
end
$$;
create trigger forget_member after delete on samen.members for each row execute function samen.forget_member();

-- As in 0002; also by the instance, when it publishes what waited, and with what changed by itself.
create or replace function samen.tell(changes jsonb) returns void
  language plpgsql security definer set search_path = samen, pg_temp as $$
declare
  everything jsonb := changes || coalesce(nullif(current_setting('samen.also_changed', true), ''), '[]')::jsonb;
  last bigint;
  how_many integer := jsonb_array_length(everything);
begin
  if samen.my_role() is null and not samen.is_instance() and current_setting('samen.left', true) is distinct from samen.space()
  then perform samen.refuse('Only who takes part tells of a change'); end if;
  insert into counters as c values (samen.space(), how_many)
    on conflict (space_id) do update set seq = c.seq + how_many returning seq into last;
  insert into events (space_id, seq, kind, id, version, audience_before, audience_after)
    select samen.space(), last - how_many + n, c ->> 'kind', c ->> 'id', (c ->> 'version')::integer, c ->> 'before', c ->> 'after'
    from jsonb_array_elements(everything) with ordinality as t (c, n);
  perform pg_notify('samen_changes', samen.space());
end
$$;

-- A label of samen.words_of, to look for; without a name, nothing to look for.
create function samen.label(sign text, name text) returns tsquery language sql immutable as $$
  select coalesce(('''' || regexp_replace(sign || name, '[''\\]', '', 'g') || '''')::tsquery, '')
$$;
-- Which experiences a page holds: pinned ones first, then by day, newest first, then by chance. What row-level security
-- would keep an index from (`@@` is not leakproof) is done here, with the same conditions; the rows themselves are read
-- from the table that it protects.
--
-- A page costs the same however many there are. Without a filter: the newest of each audience, by the index. With one:
-- days are looked through from the newest backwards, in ever longer stretches, each a question to one index. Words are
-- looked for as they stand and in Dutch, and where there are none, as beginnings of longer ones.
create function samen.experiences_listed(of_audiences text[], of_collection text, of_me text, of_driver text,
    of_party text, of_item text, of_kind text, of_text text, after_pinned boolean, after_day text, after_key text,
    at_most integer, is_begun boolean default false)
  returns table (id text, is_pinned boolean, written_on text, sort_key text)
  language plpgsql stable rows 21 security definer
  set search_path = samen, pg_temp set enable_seqscan = off set client_min_messages = warning as $$
#variable_conflict use_column
declare
  here text := samen.space();
  me text := samen.person();
  mine text[] := array(select unnest(of_audiences) intersect select unnest(samen.my_audiences()));
  is_filtered boolean := coalesce(of_driver, of_party, of_item, of_text) is not null;
  labels tsquery := samen.label('@', here) && samen.label('#', of_driver) && samen.label('%', of_party)
    && samen.label('&', of_item);
  said tsquery := websearch_to_tsquery('pg_catalog.dutch', of_text) || websearch_to_tsquery('pg_catalog.simple', of_text);
  begun tsquery := (select string_agg(samen.label('', word)::text || ':*', '&')
    from unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', of_text))) word)::tsquery;
  terms tsquery := labels;
  stretch tsquery;
  from_day text;
  until_day text;
  first_day text;
  since date;
  days integer;
  still integer := at_most;
  came integer;
begin
  if of_text is not null then
    if begun is null then return; end if;
    terms := labels && case when is_begun then begun else said end;
  end if;

  if of_collection is not null then
    return query select e.id::text, e.is_pinned, e.written_on, e.sort_key from experiences e
      where e.space_id = here and e.audience = any (mine) and not e.data ? 'hidden' and e.words @@ terms
        and (of_kind is null or (e.kind = of_kind and e.status <> 'erased'))
        and case of_collection when 'pending' then e.status = 'pending' and (select samen.my_role()) = 'coreTeam'
          else e.is_listed and of_me = me and e.id in (select p.experience_id from packings p
            where p.space_id = here and p.person_id = me) end
        and (e.status <> 'erased' or exists (select from replies r where r.space_id = e.space_id and r.experience_id = e.id))
        and (after_day is null or e.is_pinned < after_pinned or (e.is_pinned = after_pinned
          and (e.written_on < after_day or (e.written_on = after_day and e.sort_key > after_key))))
      order by e.is_pinned desc, e.written_on desc, e.sort_key limit at_most;
    return;
  end if;

  if after_day is null or after_pinned then
    return query select e.id::text, true, e.written_on, e.sort_key from experiences e
      where e.space_id = here and e.is_pinned and e.is_listed and e.audience = any (mine)
        and (not is_filtered or e.words @@ terms) and (of_kind is null or (e.kind = of_kind and e.status <> 'erased'))
        and (after_day is null or e.written_on < after_day or (e.written_on = after_day and e.sort_key > after_key))
        and (e.status <> 'erased' or exists (select from replies r where r.space_id = e.space_id and r.experience_id = e.id))
      order by e.written_on desc, e.sort_key limit at_most;
    get diagnostics came = row_count;
    still := still - came;
  else from_day := after_day;
  end if;

  if not is_filtered then
    return query select l.id, false, l.written_on, l.sort_key from unnest(mine) a cross join lateral (
        select e.id::text, e.written_on, e.sort_key from experiences e
        where e.space_id = here and e.audience = a and e.is_listed and not e.is_pinned
          and e.written_on <= coalesce(from_day, '9999-12-31')
          and (from_day is null or e.written_on < from_day or e.sort_key > after_key)
          and (of_kind is null or (e.kind = of_kind and e.status <> 'erased'))
          and (e.status <> 'erased' or exists (select from replies r where r.space_id = e.space_id and r.experience_id = e.id))
        order by e.written_on desc, e.sort_key limit still) l
      order by l.written_on desc, l.sort_key limit still;
    return;
  end if;

  select max(l.newest), min(l.oldest) into until_day, first_day from unnest(mine) a cross join lateral (select
    (select e.written_on from experiences e where e.space_id = here and e.audience = a and e.is_listed
      and not e.is_pinned order by e.written_on desc, e.sort_key limit 1) as newest,
    (select e.written_on from experiences e where e.space_id = here and e.audience = a and e.is_listed
      and not e.is_pinned order by e.written_on, e.sort_key desc limit 1) as oldest) l;
  until_day := least(from_day, until_day);
  -- Days, then whole months; the last time all that is left, of which the stretches before have shown that it is little.
  foreach days in array array[1, 3, 9, 27, 81, 122, 366, 1098, 0] loop
    exit when still <= 0 or until_day < first_day;
    since := greatest(until_day::date - days + 1, first_day::date);
    if days = 0 then since := first_day::date; stretch := terms;
    elsif days <= 81 then
      stretch := terms && (select string_agg('''@' || here || ' ' || to_char(d, 'YYYY-MM-DD') || '''', '|')
        from generate_series(since, until_day::date, interval '1 day') d)::tsquery;
    else
      since := date_trunc('month', since);
      stretch := terms && (select string_agg('''@' || here || ' ' || to_char(d, 'YYYY-MM') || '''', '|')
        from generate_series(since, until_day::date, interval '1 month') d)::tsquery;
    end if;
    return query with found as materialized (select e.space_id, e.id, e.audience, e.is_listed, e.is_pinned, e.kind,
        e.status, e.written_on, e.sort_key from experiences e where e.words @@ stretch)
      select e.id::text, false, e.written_on, e.sort_key from found e
      where e.space_id = here and e.audience = any (mine) and e.is_listed and not e.is_pinned
        and e.written_on <= until_day and (from_day is null or e.written_on < from_day or e.sort_key > after_key)
        and (of_kind is null or (e.kind = of_kind and e.status <> 'erased'))
        and (e.status <> 'erased' or exists (select from replies r where r.space_id = e.space_id and r.experience_id = e.id))
      order by e.written_on desc, e.sort_key limit still;
    get diagnostics came = row_count;
    still := still - came;
    until_day := to_char(since - 1, 'YYYY-MM-DD');
  end loop;

  -- Nothing has these words: then what has words that begin so. On a later page they are known to be nowhere.
  if of_text is not null and not is_begun and still = at_most and (after_day is null or not exists (
    with found as materialized (select e.space_id, e.audience, e.is_listed from experiences e where e.words @@ terms)
    select from found f where f.space_id = here and f.is_listed and f.audience = any (mine)))
  then
    return query select * from samen.experiences_listed(of_audiences, of_collection, of_me, of_driver, of_party, of_item,
      of_kind, of_text, after_pinned, after_day, after_key, at_most, true);
  end if;
end
$$;

-- What is counted around experiences that one may read; who reacted is not told.
create function samen.around(ids text[], of_me text)
  returns table (id text, recognise integer, help integer, learn integer, mine text[], replies integer,
    questions integer, is_answered boolean, is_packed boolean)
  language sql stable rows 21 security definer set search_path = samen, pg_temp as $$
  select e.id, t.recognise, t.help, t.learn, t.mine, r.replies, r.questions, r.questions > 0 and r.has_answer,
    of_me = (select samen.person()) and exists (select from packings p
      where p.space_id = e.space_id and p.person_id = of_me and p.experience_id = e.id)
  from experiences e
  cross join lateral (select count(*) filter (where x.reaction = 'recognise')::integer as recognise,
      count(*) filter (where x.reaction = 'help')::integer as help,
      count(*) filter (where x.reaction = 'learn')::integer as learn,
      coalesce(array_agg(x.reaction order by x.reaction)
        filter (where x.person_id = of_me and of_me = (select samen.person())), '{}') as mine
    from reactions x where x.space_id = e.space_id and x.experience_id = e.id) t
  cross join lateral (select count(*)::integer as replies,
      (count(*) filter (where x.is_question and not x.is_by_author))::integer as questions,
      coalesce(bool_or(x.is_by_author and not x.is_question), false) as has_answer
    from replies x where x.space_id = e.space_id and x.experience_id = e.id) r
  where e.space_id = samen.space() and e.id = any (ids) and (select samen.my_role()) is not null and (
    (e.audience = any ((select samen.my_audiences())::text[]) and (e.is_listed or (select samen.my_role()) = 'coreTeam'))
    or e.author_id = (select samen.person()) or e.author_proof = any ((select samen.proofs())::text[]))
$$;
-- Who helps, for its author.
create function samen.helpers_of(of_experience text) returns table (id text, by jsonb)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select r.person_id, r.data -> 'by' from reactions r
  where r.space_id = samen.space() and r.experience_id = of_experience and r.reaction = 'help' and samen.wrote(of_experience)
$$;

-- What nobody but its author can make anything of: to find one's own.
create function samen.author_proofs(after_id text, at_most integer) returns table (id text, author_proof text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select e.id, e.author_proof from experiences e
  where e.space_id = samen.space() and e.author_proof is not null and e.id > after_id and samen.my_role() is not null
  order by e.id limit at_most
$$;
create function samen.waiting_proofs(after_id text, at_most integer) returns table (id text, author_proof text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select w.id, w.author_proof from waiting w
  where w.space_id = samen.space() and w.id > after_id and samen.my_role() is not null
  order by w.id limit at_most
$$;

-- For the instance: where something is to be published.
create function samen.spaces_waiting(until_day text) returns table (space_id text)
  language sql stable security definer set search_path = samen, pg_temp as $$
  select distinct w.space_id::text from waiting w where samen.is_instance() and w.publish_on <= until_day
$$;

-- As in 0002; and pictures that nothing came to hold.
create or replace function samen.purge(before_day text) returns void
  language sql security definer set search_path = samen, pg_temp as $$
  delete from events where samen.is_instance() and at < now() - interval '1 day';
  delete from write_keys where samen.is_instance() and expires_on < before_day;
  delete from pictures p where samen.is_instance() and p.kept_on < to_char(before_day::date - 1, 'YYYY-MM-DD')
    and not exists (select from experiences e where e.space_id = p.space_id and e.picture_id = p.id)
    and not exists (select from waiting w where w.space_id = p.space_id and w.picture_id = p.id);
$$;

revoke execute on all functions in schema samen from public;
grant execute on function samen.words_of, samen.proofs, samen.my_salt, samen.is_at_once, samen.approves_anonymous,
  samen.is_mine, samen.may_read, samen.wrote, samen.is_signed, samen.has_right_status, samen.may_manage_members,
  samen.comes_at_once, samen.touched, samen.is_without_name, samen.is_by_itself, samen.experiences_listed, samen.around, samen.helpers_of,
  samen.author_proofs, samen.waiting_proofs, samen.spaces_waiting to samen_app;

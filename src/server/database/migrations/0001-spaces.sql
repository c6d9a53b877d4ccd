-- What a space holds. Every table's key begins with the space: spaces are what one day is spread by.
-- A row is the model's own shape, in `data`; beside it stands, derived by the database, what is searched or
-- guarded by. `audience` says who may read it (src/model/visibility.ts) and is the one column that decides.

do $$
begin
  if not exists (select from pg_roles where rolname = 'samen_app') then
    create role samen_app nologin;
  end if;
  -- Who migrates may act as the server does, where it can: for the demonstration and the tests.
  if not pg_has_role(current_user, 'samen_app', 'member') then
    begin
      execute format('grant samen_app to %I', current_user);
    exception when insufficient_privilege then
      null;
    end;
  end if;
end
$$;

create domain samen.id as text collate "C" check (value ~ '^[a-z0-9-]{1,64}$');

create table samen.spaces (
  space_id samen.id primary key,
  id samen.id not null check (id = space_id),
  version integer not null,
  audience text not null,
  data jsonb not null
);

create table samen.members (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text not null,
  data jsonb not null,
  party_id text collate "C" not null generated always as (data ->> 'partyId') stored,
  role text not null generated always as (data ->> 'role') stored,
  primary key (space_id, id)
);
create index on samen.members (id);

create table samen.intentions (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text not null,
  data jsonb not null,
  primary key (space_id, id)
);

create table samen.rounds (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text not null,
  data jsonb not null,
  number integer not null generated always as ((data ->> 'number')::integer) stored,
  closes_on text not null generated always as (data ->> 'closesOn') stored,
  closed_on text generated always as (data ->> 'closedOn') stored,
  primary key (space_id, id)
);
create unique index only_one_open on samen.rounds (space_id) where closed_on is null;

create table samen.check_ins (
  space_id samen.id references samen.spaces,
  id text collate "C" check (id ~ '^[a-z0-9-]{1,64}[.][a-z0-9-]{1,64}$'),
  version integer not null,
  audience text not null,
  data jsonb not null,
  round_id text collate "C" not null generated always as (data ->> 'roundId') stored,
  person_id text collate "C" not null generated always as (data ->> 'personId') stored,
  primary key (space_id, id)
);
create index on samen.check_ins (space_id, round_id, id);

create table samen.releases (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text not null,
  data jsonb not null,
  primary key (space_id, id)
);

create table samen.needs (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text not null,
  data jsonb not null,
  party_id text collate "C" not null generated always as (data ->> 'partyId') stored,
  driver_id text collate "C" not null generated always as (data ->> 'driverId') stored,
  created_on text collate "C" not null generated always as (data ->> 'createdOn') stored,
  primary key (space_id, id)
);
create index on samen.needs (space_id, created_on desc, id);

create table samen.meanings (
  space_id samen.id references samen.spaces,
  id samen.id,
  version integer not null,
  audience text not null,
  data jsonb not null,
  person_id text collate "C" not null generated always as (data ->> 'personId') stored,
  changed_on text collate "C" not null generated always as (data ->> 'changedOn') stored,
  primary key (space_id, id)
);
create index on samen.meanings (space_id, changed_on desc, id);

-- Remembers that a write was done; not by whom, nor what was in it.
create table samen.write_keys (
  space_id samen.id,
  id text collate "C" check (length(id) between 1 and 64),
  version integer not null,
  audience text not null,
  data jsonb not null,
  expires_on text not null generated always as (data ->> 'expiresAt') stored,
  primary key (space_id, id)
);
create index on samen.write_keys (expires_on);

-- One row a space, taken last in a transaction: numbers of a sequence become visible out of order, and who
-- resumes after one of them would miss some.
create table samen.counters (
  space_id samen.id primary key,
  seq bigint not null
);

-- What changed, for who was away: kinds and ids, for a day. Without the content, and without who did it.
create table samen.events (
  space_id samen.id,
  seq bigint,
  kind text not null,
  id text not null,
  version integer,
  audience_before text,
  audience_after text,
  at timestamptz not null default now(),
  primary key (space_id, seq)
);
create index on samen.events (at);

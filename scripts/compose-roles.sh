#!/bin/sh
# Once, when the database is made: the login of the server, which owns nothing.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$SAMEN_SERVER_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role samen_app nologin;
create role samen_purge nologin;
create role samen_server login password :'password' in role samen_app;
SQL

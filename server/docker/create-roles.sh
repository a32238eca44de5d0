#!/bin/sh
# Runs once, when the database's volume is empty. The product never signs in as superuser: the owner migrates,
# and the app login is bound by row-level security. Passwords come from files and reach psql by its environment only.
set -eu
OWNER_PASSWORD="$(cat /run/secrets/owner_password)"
APP_PASSWORD="$(cat /run/secrets/app_password)"
export OWNER_PASSWORD APP_PASSWORD
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD
create role qafila_owner login nosuperuser nocreaterole nocreatedb nobypassrls password :'owner_password';
create role qafila_app login nosuperuser nocreaterole nocreatedb nobypassrls password :'app_password';
create database qafila owner qafila_owner;
SQL

#!/bin/sh
# Run once by the database image, on an empty data directory. Two roles: the owner, which migrations use and which row security does not bind,
# and the application's, which owns nothing. `migrate` grants the application what it needs, table by table.
set -eu
: "${MEDISECURE_OWNER_PASSWORD:?}" "${MEDISECURE_APP_PASSWORD:?}"

psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  -v owner_password="$MEDISECURE_OWNER_PASSWORD" -v app_password="$MEDISECURE_APP_PASSWORD" <<'SQL'
CREATE ROLE medisecure_owner LOGIN BYPASSRLS PASSWORD :'owner_password';
CREATE ROLE medisecure_app   LOGIN PASSWORD :'app_password';
ALTER ROLE medisecure_app SET statement_timeout = '10s';
ALTER ROLE medisecure_app SET lock_timeout = '3s';
ALTER ROLE medisecure_app SET idle_in_transaction_session_timeout = '30s';
CREATE DATABASE medisecure OWNER medisecure_owner ENCODING 'UTF8' TEMPLATE template0 LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8';
REVOKE ALL ON DATABASE medisecure FROM PUBLIC;
GRANT CONNECT ON DATABASE medisecure TO medisecure_app;
SQL

#!/usr/bin/env bash
# Run once by PostgreSQL's image when the primary's database is made: the standby may copy it, and from the next start on every commit
# waits until the standby has it on disk too. While there is no standby, commits wait.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$REPLICATION_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE replicator REPLICATION LOGIN PASSWORD :'password';
SQL
echo 'host replication replicator samenet scram-sha-256' >>"$PGDATA/pg_hba.conf"
# Not on the command line: the image would already wait for a standby while it makes the database.
echo "synchronous_standby_names = 'FIRST 1 (standby)'" >>"$PGDATA/postgresql.conf"

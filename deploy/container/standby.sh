#!/usr/bin/env bash
# Copies the primary when there is no copy yet, and follows it.
set -euo pipefail
export PGDATA=${PGDATA:-/var/lib/postgresql/data} PGPASSWORD=$REPLICATION_PASSWORD
primary=${PRIMARY:-primary}
if [[ ! -s $PGDATA/PG_VERSION ]]; then
  until pg_isready --quiet --host "$primary" --username replicator; do sleep 1; done
  find "$PGDATA" -mindepth 1 -delete # what a copy that was broken off has left
  pg_basebackup --host "$primary" --username replicator --pgdata "$PGDATA" --write-recovery-conf --wal-method stream --checkpoint fast
  chmod 0700 "$PGDATA"
  # By this name the primary knows whose word a commit waits for. Once promoted it waits for nobody, until somebody names its own standby.
  cat >>"$PGDATA/postgresql.auto.conf" <<CONF
primary_conninfo = 'host=$primary user=replicator password=$REPLICATION_PASSWORD application_name=standby'
synchronous_standby_names = ''
CONF
fi
exec postgres -c hot_standby=on -c hot_standby_feedback=on -c max_connections=200

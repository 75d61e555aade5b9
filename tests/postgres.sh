#!/usr/bin/env bash
# Starts or stops a PostgreSQL server of the tests' own: tests/postgres.sh start DIR PORT | stop DIR
# Data is thrown away afterwards, so the server need not wait for the disk.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL is missing. Install postgresql-15." >&2; exit 1; }
dir=$2
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
case $1 in
  start)
    mkdir -p "$dir"
    if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; fi
    as "$bin/initdb" -D "$dir/data" -U postgres -A trust --no-sync -E UTF8 --locale=C.UTF-8 >/dev/null
    as "$bin/pg_ctl" -D "$dir/data" -w -s -l "$dir/log" \
      -o "-p $3 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c fsync=off -c max_connections=300" start
    ;;
  stop)
    as "$bin/pg_ctl" -D "$dir/data" -m immediate -w -s stop
    ;;
esac

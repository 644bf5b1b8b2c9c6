#!/usr/bin/env bash
# A private PostgreSQL for the tests: its own data, its own port, gone afterwards.
# Never the machine's own server, so that a test run cannot touch anybody's data
# and needs no password, no service and no rights.
#
#   tools/postgres.sh start   makes and starts it; does nothing if it runs
#   tools/postgres.sh url     prints its postgres:// address
#   tools/postgres.sh stop    stops it and removes its data
set -euo pipefail
cd "$(dirname "$0")/.."

record=target/postgres # what we know about it: `data` (where), `url`

say() { echo "postgres: $*" >&2; }

find_tools() {
  local dir
  if command -v initdb >/dev/null && command -v pg_ctl >/dev/null; then
    tools=$(dirname "$(readlink -f "$(command -v initdb)")")
    # A link may stand alone, without its neighbours.
    if [ -x "$tools/pg_ctl" ] && [ -x "$tools/postgres" ]; then return; fi
  fi
  # Debian keeps them out of PATH; the newest version wins.
  for dir in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -Vr); do
    if [ -x "$dir/initdb" ]; then
      tools=$dir
      return
    fi
  done
  say "no PostgreSQL found; tools/setup.sh postgres installs it"
  exit 1
}

# PostgreSQL refuses to run as root, and containers often run us as root.
choose_user() {
  user=$(id -un)
  if [ "$(id -u)" = 0 ]; then
    if id postgres >/dev/null 2>&1; then user=postgres; else user=nobody; fi
  fi
}

as_user() {
  # From /, because the tools complain about a working folder that they cannot enter.
  if [ "$user" = "$(id -un)" ]; then
    (cd / && "$@")
  else
    (cd / && setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups env HOME=/tmp "$@")
  fi
}

# Sets $data to an empty folder that $user can reach.
make_folder() {
  data=$PWD/$record/data
  mkdir -p "$data"
  chown "$user" "$data"
  chmod 700 "$data"
  # A checkout below /root, say, is closed to that user however we set our own folder.
  if ! as_user test -w "$data"; then
    rm -rf "$data"
    data=$(mktemp -d /tmp/marketing-trace-postgres.XXXXXX)
    chown "$user" "$data"
  fi
  echo "$data" >"$record/data_is_at"
}

running() {
  [ -s "$record/url" ] && [ -s "$record/data_is_at" ] || return 1
  data=$(cat "$record/data_is_at")
  as_user "$tools/pg_ctl" status -D "$data/cluster" >/dev/null 2>&1 && answers
}

# pg_ctl goes by the process number, and believes in a killed process nobody has buried.
answers() {
  local port
  port=$(sed 's/.*:\([0-9]*\).*/\1/' "$record/url")
  (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null
}

start() {
  find_tools
  choose_user
  if running; then
    say "runs already"
    return
  fi
  remove # what a killed machine left behind
  mkdir -p "$record"
  make_folder
  # C locale: the order of text is then the same everywhere, and the same as SQLite's.
  as_user "$tools/initdb" --pgdata "$data/cluster" --username postgres --auth trust \
    --encoding UTF8 --locale C --no-sync >"$record/initdb.log" 2>&1 ||
    { cat "$record/initdb.log" >&2; say "initdb failed"; exit 1; }

  # The data lives for minutes: no reason to wait for a disk. 200 connections, because
  # each test has its own database with its own pool, and tests run side by side.
  # Only TCP on loopback: a socket's path may be too long in a deep checkout.
  local settings="-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0
    -c shared_buffers=128MB -c max_locks_per_transaction=256 -c timezone=UTC -c log_min_messages=warning"
  local attempt port
  for attempt in 1 2 3 4 5; do
    # Below the range that the kernel hands out to outgoing connections.
    port=$((20000 + (RANDOM + $$ + attempt) % 12000))
    if as_user "$tools/pg_ctl" start -D "$data/cluster" -w -t 30 -s -l "$data/log" \
      -o "${settings//$'\n'/ } -p $port" >"$record/start.log" 2>&1 </dev/null; then
      echo "postgres://postgres@127.0.0.1:$port/postgres" >"$record/url"
      say "started, $(cat "$record/url")"
      return
    fi
  done
  tail -n 20 "$data/log" >&2 || true
  say "did not start"
  exit 1
}

stop() {
  find_tools
  choose_user
  if running; then
    # Nothing in it is worth an orderly goodbye.
    as_user "$tools/pg_ctl" stop -D "$data/cluster" -m immediate -s || true
    say "stopped"
  fi
  remove
}

remove() {
  local at
  if [ -s "$record/data_is_at" ]; then
    at=$(cat "$record/data_is_at")
    # Only ever a folder that make_folder made.
    case $at in
      "$PWD/$record/data" | /tmp/marketing-trace-postgres.*) rm -rf "$at" ;;
    esac
  fi
  rm -rf "$record"
}

url() {
  if [ ! -s "$record/url" ]; then
    say "is not started"
    exit 1
  fi
  cat "$record/url"
}

case ${1:-} in
  start) start ;;
  stop) stop ;;
  url) url ;;
  *)
    echo "usage: tools/postgres.sh start|stop|url" >&2
    exit 2
    ;;
esac

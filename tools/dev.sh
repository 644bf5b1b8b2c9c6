#!/usr/bin/env bash
# Builds and runs the site, and again after each change, in seconds. `make dev` calls this.
# A loop in bash rather than cargo-watch: that takes minutes to install. What a change
# touches is not guessed here: cargo's own records know which files the wasm consists of
# (a server-only module is not among them), and then its build does nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

binary=target/debug/marketing-trace
watched=(src style locales public migrations Cargo.toml Cargo.lock build.rs)
seen=target/dev-seen # its time is that of the newest change we have built
server=

# False when it ended at once: a taken port, a wrong setting. Its own line says which.
start_server() {
  stop_server
  DEV=on "$binary" serve &
  server=$!
  sleep 0.3
  kill -0 "$server" 2>/dev/null
}

stop_server() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    # An orderly end waits for open sockets, and a browser keeps one open: not here.
    for _ in {1..10}; do
      kill -0 "$server" 2>/dev/null || break
      sleep 0.1
    done
    kill -9 "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
  fi
}

# Stamped before building: what changes meanwhile is seen afterwards.
build() {
  touch "$seen"
  # Only the one `if` decides: a failed build leaves the last good server running.
  if tools/web.sh --fast && cargo build --bin marketing-trace; then
    return 0
  fi
  echo "==> not built; the last good version goes on. Waiting for a change"
  return 1
}

# What a restart would change: the program, and the names of the bundled files.
fingerprint() {
  { stat -c '%Y %s' "$binary" && cat target/site/manifest.json; } 2>/dev/null | cksum
}

changed() {
  local there=() path
  for path in "${watched[@]}"; do
    if [ -e "$path" ]; then there+=("$path"); fi
  done
  # Editors' swap files are no change.
  [ -n "$(find "${there[@]}" -newer "$seen" ! -name '.*' ! -name '*~' ! -name '*.swp' -print -quit)" ]
}

trap 'stop_server; exit 0' INT TERM
trap stop_server EXIT

mkdir -p target
running=
while true; do
  if build; then
    now=$(fingerprint)
    if [ "$now" != "$running" ]; then
      if [ -z "$running" ]; then
        "$binary" migrate
        DEV=on "$binary" demo --if-empty
      fi
      running=$now
      if start_server; then
        echo "==> running; waiting for a change (Ctrl-C ends)"
      else
        echo "==> it did not start; waiting for a change"
      fi
    fi
  fi
  until changed; do sleep 0.3; done
  echo "==> changed"
done

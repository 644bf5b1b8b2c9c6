#!/usr/bin/env bash
# Everything CI checks, in the order in which it is quickest to fail. `make test` calls this,
# after setting up, bundling and building.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { echo "==> $*"; }

# Also after a failure or Ctrl-C: no server and no data may be left behind.
trap 'tools/postgres.sh stop' EXIT
trap 'exit 130' INT TERM

step "the browser's half holds nothing of the server's"
tree=$(cargo tree --locked --target wasm32-unknown-unknown --no-default-features --features hydrate \
  --edges normal --prefix none --format '{p}')
if found=$(grep -E '^(tokio|axum|sqlx)[a-z_-]* ' <<<"$tree" | sort -u); then
  echo "in the wasm's dependencies: $found" >&2
  exit 1
fi

step "a private PostgreSQL"
tools/postgres.sh start
TEST_POSTGRES_URL=$(tools/postgres.sh url)
export TEST_POSTGRES_URL

step "cargo test"
cargo test --locked

step "browser tests"
tools/stories.sh
step "all passed"

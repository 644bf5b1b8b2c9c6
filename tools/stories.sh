#!/usr/bin/env bash
# The browser tests, with what `make web tests` built. `make test` calls this last; arguments are
# Playwright's own, so `tools/stories.sh room` runs the room's stories.
set -euo pipefail
cd "$(dirname "$0")/.."

trap 'tools/postgres.sh stop' EXIT
trap 'exit 130' INT TERM

tools/postgres.sh start
TEST_POSTGRES_URL=$(tools/postgres.sh url)
CHROMIUM=$(type -P chromium || type -P chromium-browser || type -P google-chrome || type -P google-chrome-stable)
export TEST_POSTGRES_URL CHROMIUM
# What the tests start and with what: end2end/playwright.config.ts reads these.
export MARKETING_TRACE=$PWD/target/debug/marketing-trace SITE=$PWD/target/site
(cd end2end && npx playwright test "$@")

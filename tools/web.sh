#!/usr/bin/env bash
# The browser's half: compiles the islands to wasm and bundles them with the style sheets
# and public/ into target/site. Does nothing that is done already: cargo knows what of the
# source the browser's half consists of, and the bundler keeps a hash of all it read.
#
#   tools/web.sh          as it goes out: small, well compressed
#   tools/web.sh --fast   for development: quick to make
set -euo pipefail
cd "$(dirname "$0")/.."

profile=wasm-release
fast=()
if [ "${1:-}" = --fast ]; then
  profile=wasm-dev
  fast=(--fast)
fi

[ -f target/toolchain/env ] || tools/setup.sh browser-target
tools/setup.sh bundler
# WEB_CARGO, WEB_RUSTC, WEB_RUSTDOC: tools/setup.sh browser-target wrote them.
# shellcheck source=/dev/null
. target/toolchain/env

# A target folder of its own: the compiler may be another than the server's (see setup.sh),
# and two compilers in one folder would throw each other's work away.
# A RUSTFLAGS from outside would replace the flags in .cargo/config.toml, which we need.
env -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS RUSTC="$WEB_RUSTC" RUSTDOC="$WEB_RUSTDOC" \
  "$WEB_CARGO" build --lib --target wasm32-unknown-unknown --target-dir target/web \
  --no-default-features --features hydrate --profile "$profile"

target/bundler/release/bundle --split "${fast[@]}" \
  --wasm "target/web/wasm32-unknown-unknown/$profile/marketing_trace.wasm" \
  --style style --public public --out target/site

#!/usr/bin/env bash
# Forces each way by which tools/setup.sh finds the browser target, and has what it found link a small
# wasm. In a folder of its own: what the site is built with stays as it is.
#
#   tools/target-check.sh                    all three
#   tools/target-check.sh installed rustup   these
set -euo pipefail
cd "$(dirname "$0")/.."

ways=("$@")
[ "$#" -gt 0 ] || ways=(installed rustup debian)
check=target/toolchain-check
failed=

# Uses std, allocates, and exports: what an island needs from its target.
program='#[unsafe(no_mangle)] pub extern "C" fn length() -> usize { format!("{:?}", std::env::args()).len() }'

# Leaves $made; fails when it is no wasm with our export in it.
link_wasm() {
  made=$check/$1/probe.wasm
  # shellcheck source=/dev/null
  . "$check/$1/env"
  [ "$WEB_WAY" = "$1" ] || return 1
  "$WEB_RUSTC" --edition 2024 --target wasm32-unknown-unknown --crate-type cdylib --crate-name probe -o "$made" - <<<"$program" || return 1
  "$WEB_CARGO" --version >/dev/null || return 1
  [ "$(head -c 4 "$made" | od -An -tx1 | tr -d ' ')" = 0061736d ] && grep -qa length "$made"
}

for way in "${ways[@]}"; do
  echo "==> $way"
  if BROWSER_TOOLCHAIN=$check/$way BROWSER_TARGET=$way tools/setup.sh browser-target && link_wasm "$way"; then
    echo "    linked $(stat -c %s "$made") bytes"
  else
    failed+=" $way"
  fi
done

echo "==> a way that there is not"
if said=$(BROWSER_TOOLCHAIN=$check/none BROWSER_TARGET=nonsense tools/setup.sh browser-target 2>&1); then
  failed+=" nonsense"
fi
[[ $said == *"BROWSER_TARGET is installed, rustup or debian"* ]] || failed+=" nonsense"

if [ -n "$failed" ]; then
  echo "did not work:$failed" >&2
  exit 1
fi
echo "==> each of them works"

#!/usr/bin/env bash
# Brings what building and testing need. Each part looks first, does nothing if it is
# there, and says in one line what it found or did; so it may run before every build.
#
#   tools/setup.sh compiler         a C compiler, which links and builds SQLite
#   tools/setup.sh browser-target   Rust for wasm32, by one of three ways (see there)
#   tools/setup.sh bundler          builds tools/bundle
#   tools/setup.sh postgres         PostgreSQL's programs, for the tests (no service)
#   tools/setup.sh chromium         a browser, for the tests, with Japanese letters
#   tools/setup.sh node-modules     what end2end/package-lock.json names
#   tools/setup.sh all              all of these but the bundler, which is built beside the server
#   tools/setup.sh java             for `make html-check` alone
set -euo pipefail
cd "$(dirname "$0")/.."

toolchain=${BROWSER_TOOLCHAIN:-target/toolchain}
target=wasm32-unknown-unknown

say() { printf '    %-15s %s\n' "$1:" "$2"; }

fail() {
  echo "setup: $*" >&2
  exit 1
}

# type -P, not command -v: some of our functions bear the name of the program they install.
have() { type -P "$1" >/dev/null; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    fail "this needs root, and there is no sudo: $*"
  fi
}

# --no-remove: if a package conflicts with something a person has (Debian's rustc-web with
# Debian's rustup), fail and say so rather than take it away.
apt_install() {
  have apt-get || return 1
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends --no-remove
    -o Dpkg::Options::=--force-confold "$@")
  # A fresh container has no package lists; a stale one names versions that are gone.
  as_root "${install[@]}" >/dev/null 2>&1 || {
    as_root apt-get update -q >/dev/null 2>&1 || true
    as_root "${install[@]}" >&2
  }
}

# ---------------------------------------------------------------- compiler

compiler() {
  if have cc; then
    say compiler "$(type -P cc)"
    return
  fi
  say compiler "installing Debian's gcc"
  apt_install gcc libc6-dev || true
  have cc || fail "no C compiler (cc) found, and apt could not install gcc"
  say compiler "installed, $(type -P cc)"
}

# ---------------------------------------------------------------- browser target

# Leaves target/toolchain/env, read by tools/web.sh: which cargo and rustc build the wasm.
# Ways: `installed` (rustc has the target), `rustup` (ask it), `debian` (Debian's compiler
# and a standard library built here: for machines that reach Debian and crates.io only).
# BROWSER_TARGET=installed|rustup|debian forces one; tools/target-check.sh tries each of them.
browser_target() {
  local forced=${BROWSER_TARGET:-} recorded=
  if [ -f "$toolchain/env" ]; then
    recorded=$(sed -n 's/^WEB_WAY=//p' "$toolchain/env")
  fi
  # Only the Debian way is worth remembering: it took a minute. The others are asked
  # anew, since a person may have changed their toolchain meanwhile.
  if [ "$recorded" = debian ] && [ "${forced:-debian}" = debian ] && debian_works; then
    say "browser target" "Debian's compiler with our own standard library (recorded)"
    return
  fi
  case $forced in
    installed) way_installed || fail "rustc has no $target" ;;
    rustup) way_rustup || fail "rustup could not add $target" ;;
    debian) way_debian || fail "the Debian way to $target did not work" ;;
    '') way_installed || way_rustup || way_debian ||
      fail "no way to $target: install Rust from https://rustup.rs, then: rustup target add $target" ;;
    *) fail "BROWSER_TARGET is installed, rustup or debian, not $forced" ;;
  esac
}

way_installed() {
  has_target || return 1
  record_env installed cargo rustc rustdoc
  say "browser target" "installed ($(rustc --version | cut -d' ' -f1-2))"
}

way_rustup() {
  have rustup || return 1
  # Offline it may hang rather than refuse.
  timeout 120 rustup target add "$target" >"$(log rustup)" 2>&1 || return 1
  has_target || return 1
  record_env rustup cargo rustc rustdoc
  say "browser target" "added by rustup"
}

has_target() {
  local dir
  have rustc && have cargo || return 1
  dir=$(rustc --print target-libdir --target "$target" 2>/dev/null) || return 1
  compgen -G "$dir/libcore-*.rlib" >/dev/null
}

way_debian() {
  have apt-get || return 1
  local began=$SECONDS here host library work
  if ! { [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] && [ -d /usr/src/rustc-"$(debian_rustc_version)" ] && have lld-22; }; then
    say "browser target" "installing Debian's rustc-web cargo-web rust-web-src lld-22"
    apt_install rustc-web cargo-web rust-web-src lld-22 || return 1
  fi
  say "browser target" "building a standard library for Debian's compiler (about a minute)"
  here=$PWD/$toolchain
  work=$here/std
  rm -rf "$work" "$here/sysroot"
  mkdir -p "$work/src" "$here/bin"
  # An empty crate: all we want is what -Zbuild-std makes on the way.
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n[profile.release]\ndebug = 0\n' >"$work/Cargo.toml"
  echo '#![no_std]' >"$work/src/lib.rs"
  # -Zbuild-std is open to nightly compilers only; RUSTC_BOOTSTRAP is how a distribution's
  # own compiler is allowed it. What it builds is of the compiler's own version.
  (
    cd "$work"
    # Nothing of the caller's or the project's own flags may enter the standard library.
    unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS RUSTC_WRAPPER CARGO_BUILD_RUSTC_WRAPPER
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=
    RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$work/target \
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=lld-22 \
      /usr/bin/cargo build --release --target "$target" \
      -Zbuild-std=core,alloc,std,panic_abort,panic_unwind,proc_macro,test
  ) >"$(log std)" 2>&1 || {
    tail -n 20 "$(log std)" >&2
    return 1
  }

  # A sysroot of our own: links to Debian's libraries for the host (build scripts, macros)
  # beside the new ones for the browser, and lld under the name rustc asks for.
  host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
  library=$here/sysroot/lib/rustlib
  mkdir -p "$library/$target/lib" "$library/$host/bin"
  ln -s "$(/usr/bin/rustc --print target-libdir)" "$library/$host/lib"
  ln -s "$(type -P lld-22)" "$library/$host/bin/rust-lld"
  cp "$work/target/$target"/release/deps/*.rlib "$library/$target/lib/"
  rm -f "$library/$target/lib"/libempty-*
  rm -rf "$work/target"

  # Wrappers, because cargo calls rustc in many ways and each must find that sysroot.
  local tool
  for tool in rustc rustdoc; do
    printf '#!/bin/sh\nexec /usr/bin/%s --sysroot "%s" "$@"\n' "$tool" "$here/sysroot" >"$here/bin/$tool"
    chmod +x "$here/bin/$tool"
  done
  record_env debian /usr/bin/cargo "$here/bin/rustc" "$here/bin/rustdoc"
  debian_works || return 1
  say "browser target" "Debian's compiler with our own standard library ($((SECONDS - began)) s)"
}

debian_rustc_version() { /usr/bin/rustc --version 2>/dev/null | cut -d' ' -f2; }

# False after an upgrade of Debian's compiler (it refuses libraries of another version), and
# after the checkout has moved (the wrappers hold its path).
debian_works() {
  local probe=$toolchain/probe
  [ -x "$toolchain/bin/rustc" ] || return 1
  mkdir -p "$probe"
  echo 'pub fn probe() -> Vec<u8> { Vec::new() }' |
    "$toolchain/bin/rustc" --target "$target" --crate-type lib --crate-name probe --emit metadata \
      --out-dir "$probe" - >/dev/null 2>&1
}

record_env() {
  mkdir -p "$toolchain"
  printf 'WEB_WAY=%s\nWEB_CARGO="%s"\nWEB_RUSTC="%s"\nWEB_RUSTDOC="%s"\n' "$@" >"$toolchain/env.part"
  # Unchanged if nothing changed, so that nothing that looks at its time rebuilds.
  if cmp -s "$toolchain/env.part" "$toolchain/env"; then
    rm "$toolchain/env.part"
  else
    mv "$toolchain/env.part" "$toolchain/env"
  fi
}

log() {
  mkdir -p "$toolchain"
  echo "$PWD/$toolchain/$1.log"
}

# ---------------------------------------------------------------- bundler

bundler() {
  local ours theirs built=target/bundler/release/bundle
  have cargo || fail "no cargo: install Rust from https://rustup.rs"
  # The glue and the wasm must come from one version, or the page fails when it starts.
  ours=$(locked_version Cargo.lock wasm-bindgen)
  theirs=$(locked_version tools/bundle/Cargo.lock wasm-bindgen-cli-support)
  if [ -n "$ours" ] && [ "$ours" != "$theirs" ]; then
    fail "wasm-bindgen is $ours in Cargo.lock, but tools/bundle has wasm-bindgen-cli-support $theirs: make them equal"
  fi
  [ -x "$built" ] || say bundler "building tools/bundle (some two minutes, once)"
  # Its own target folder: the wrappers and flags of other builds must not rebuild it.
  cargo build --locked --quiet --release --manifest-path tools/bundle/Cargo.toml --target-dir target/bundler
  say bundler "ready (wasm-bindgen $theirs)"
}

locked_version() {
  [ -f "$1" ] || return 0
  awk -v want="name = \"$2\"" '$0 == want { getline; gsub(/version = |"/, ""); print; exit }' "$1"
}

# ---------------------------------------------------------------- what tests use

postgres() {
  local found
  found=$(find_initdb)
  if [ -n "$found" ]; then
    say postgres "$found"
    return
  fi
  say postgres "installing Debian's postgresql"
  # We want the programs only. Debian's package would make a server and start it: the
  # first file keeps it from making one, the second (policy-rc.d) from starting any.
  local policy=/usr/sbin/policy-rc.d cluster=/etc/postgresql-common/createcluster.conf placed=
  if [ ! -e "$cluster" ]; then
    as_root mkdir -p "$(dirname "$cluster")"
    echo 'create_main_cluster = false' | as_root tee "$cluster" >/dev/null
  fi
  if [ ! -e "$policy" ]; then
    placed=yes
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod +x "$policy"
  fi
  local worked=yes
  apt_install postgresql || worked=
  if [ -n "$placed" ]; then as_root rm -f "$policy"; fi
  found=$(find_initdb)
  [ -n "$worked" ] && [ -n "$found" ] || fail "no PostgreSQL (initdb) found, and apt could not install it"
  say postgres "installed, $found"
}

find_initdb() {
  if have initdb; then
    type -P initdb
  else
    # The newest, should there be several; nothing, should there be none.
    compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1 || true
  fi
}

chromium() {
  local browser
  browser=$(find_browser)
  if [ -n "$browser" ] && japanese_font; then
    say chromium "$browser"
    return
  fi
  say chromium "installing Debian's chromium and a Japanese font"
  if [ -n "$browser" ]; then
    apt_install fontconfig fonts-noto-cjk || true
  else
    apt_install chromium fontconfig fonts-noto-cjk || true
  fi
  browser=$(find_browser)
  [ -n "$browser" ] || fail "no Chromium found, and apt could not install it"
  japanese_font || fail "no font with Japanese letters found, and apt could not install fonts-noto-cjk"
  say chromium "installed, $browser"
}

# Half our pages are Japanese: without such a font the tests would look at boxes. Without fc-list
# nobody can say, so that is missing too.
japanese_font() {
  have fc-list && [ -n "$(fc-list :lang=ja family 2>/dev/null | head -n 1)" ]
}

find_browser() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if have "$name"; then
      type -P "$name"
      return
    fi
  done
}

node_modules() {
  if [ ! -f end2end/package-lock.json ]; then
    say node-modules "no end2end/package-lock.json, nothing to do"
    return
  fi
  if ! have npm; then
    say node-modules "installing Debian's nodejs and npm"
    apt_install nodejs npm || fail "no npm found, and apt could not install it"
  fi
  # npm leaves this file when it is done; older than the lock means out of date.
  local done=end2end/node_modules/.package-lock.json
  if [ -f "$done" ] && [ ! end2end/package-lock.json -nt "$done" ]; then
    say node-modules "up to date"
    return
  fi
  # We drive the system's Chromium: Playwright's own download is not to be had everywhere.
  (cd end2end && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error >&2)
  touch "$done"
  say node-modules "installed"
}

java() {
  if have java; then
    say java "$(type -P java)"
    return
  fi
  say java "installing Debian's default-jre-headless"
  apt_install default-jre-headless || true
  have java || fail "no Java found, and apt could not install it"
  say java "installed, $(type -P java)"
}

all() {
  compiler
  browser_target
  postgres
  chromium
  node_modules
}

case ${1:-} in
  compiler) compiler ;;
  java) java ;;
  browser-target) browser_target ;;
  bundler) bundler ;;
  postgres) postgres ;;
  chromium) chromium ;;
  node-modules) node_modules ;;
  all) all ;;
  *)
    sed -n '2,/^set /{s/^# \{0,1\}//p}' "$0" >&2
    exit 2
    ;;
esac

# make run    builds and starts the site with demo content; prints its address
# make dev    the same, again after each change, in seconds
# make test   all that CI checks
# make check  formatting and lints
# make bench  load figures; make bench-room: the room's, beside y-websocket
#
# The work is done by cargo and by the scripts in tools/; this file only says in which
# order. Each part looks what is there first, so a second run is quick.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run
.PHONY: run dev test check bench bench-room setup setup-run web server tests html-check target-check clean

# The browser's half and the server side by side: each has minutes in which one crate keeps one core
# busy and the other core waits. `+` hands cargo make's own job slots, so that both together start no
# more compilers than there are cores.
BESIDE := $(MAKE) --no-print-directory --jobs $(shell nproc 2>/dev/null || echo 2)

run: setup-run
	@$(BESIDE) web server
	@echo "==> preparing the database"
	./target/debug/marketing-trace migrate
	DEV=on ./target/debug/marketing-trace demo --if-empty
	@echo "==> http://127.0.0.1:3000 (Ctrl-C ends)"
	@echo "    demo members sign in at /sign-in by a button, without a password:"
	@echo "    demo-mei demo-ken demo-tara demo-luis (members) demo-sora (organizer) demo-nils (admin)"
	@DEV=on exec ./target/debug/marketing-trace serve

dev: setup-run
	@tools/dev.sh

test: setup
	@$(BESIDE) web tests
	@tools/test.sh

check:
	@echo "==> formatting"
	cargo fmt --all --check
	cargo fmt --manifest-path tools/bundle/Cargo.toml --check
	@echo "==> lints"
	cargo clippy --locked --all-targets -- --deny warnings

# The Nu HTML checker over every kind of page. Not part of `make test`: it needs Java.
html-check: setup
	@tools/setup.sh java
	@$(BESIDE) web tests
	@echo "==> checking the pages' markup"
	HTML_CHECK=1 tools/stories.sh html

# Each of the ways to the browser target, forced. Not part of `make test`: it may install Debian's compiler.
target-check:
	@tools/target-check.sh

# What stands in benches/, with the release profile.
bench: setup-run
	@$(BESIDE) web
	@echo "==> load figures"
	cargo bench --locked --bench serve

# The room beside y-websocket from npm, driven by the same clients.
bench-room: setup-run
	@$(BESIDE) web
	@tools/setup.sh node-modules
	@echo "==> the room's figures"
	cargo bench --locked --bench room

# The islands, the style sheets and public/, in target/site.
web:
	@echo "==> bundling what the browser loads"
	+@tools/web.sh

# For trying out, as `make dev` builds it: optimised it takes minutes longer, and `make run` is
# in development mode anyway. What serves the public is built with --release (see README).
server:
	@echo "==> building the server"
	+@cargo build --locked --bin marketing-trace

# The tests and the server for the browser tests in one go: built apart, cargo may choose
# other features for shared crates (those that dev-dependencies ask for) and build them twice.
tests:
	@echo "==> building the tests and the server"
	+@cargo build --locked --tests --bin marketing-trace

# All that is needed, for running and for testing.
setup:
	@echo "==> looking what is there"
	@tools/setup.sh all

# Running needs no PostgreSQL, no browser and no node.
setup-run:
	@echo "==> looking what is there"
	@tools/setup.sh compiler
	@tools/setup.sh browser-target

# Leaves data/ alone: that is the site's, not the build's.
clean:
	-@tools/postgres.sh stop 2>/dev/null
	cargo clean

# make run   the app, in an environment of its own      make shots  pictures of every page, in build/shots
# make quick what a change needs at once: checks, and every test but browser, whole pages and long searches (under a minute)
# make drill hostile addresses, hostile files, many at once, a killed server (an hour)
# make load, make latency  a change under many people, in Chromium, beside the least Streamlit does (make speed: into README)
# make test  every check and test, browser included     make axe    accessibility of every page
# make workshop  a laptop serves a room over its Wi-Fi, without the internet
# make fix   format and mend what can be mended         make bench  how fast the arithmetic is, how well the reader reads
# make package  wheel and sdist, tried                   make lock   pin a deployment anew     make lowest  oldest versions allowed

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
# two workers, each with a server and a browser of its own; a file stays with one worker, the longest ones come first
BESIDE := -n 2 --dist loadfile --no-loadscope-reorder
# what was compiled is kept, whatever the machine says: compiling all anew costs each worker ten seconds
export PYTHONDONTWRITEBYTECODE :=
WATCHING := $(if $(WATCH),--server.fileWatcherType=auto --server.runOnSave=true)

.DEFAULT_GOAL := run
.PHONY: run workshop test quick check fix shots axe bench browser drill drilled wide package lock lowest load latency speed \
	due names coverage

run: .venv/run
	$(BIN)/streamlit run app.py $(WATCHING)

workshop: .venv/run
	@ADDRESS="$(ADDRESS)" PORT="$(PORT)" $(BIN)/python -m deploy.workshop

test: check browser
	$(BIN)/python -m pytest $(BESIDE) --durations=20

quick: check
	$(BIN)/python -m pytest -q $(BESIDE) -m "not long" --ignore=tests/browser --ignore=tests/pages --durations=10

check: .venv/dev
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

fix: .venv/dev
	$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format --quiet
	$(BIN)/ruff check --quiet

shots axe: .venv/dev browser
	$(BIN)/python -m tests.browser.$@

bench: .venv/dev
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_proposals
	$(BIN)/python -m tests.flags.measure

latency load: .venv/dev browser
	$(BIN)/python -m tests.speed $@

# both tables of the README, measured and written; on a quiet machine
speed: .venv/dev browser
	$(BIN)/python -m tests.speed --write

drill: .venv/dev wide
	$(BIN)/python -m tests.drill

# the drills for a few minutes
drilled: .venv/dev
	DRILL_SECONDS=90 $(BIN)/python -m tests.drill addresses=300 files=150 together=12 killed=12

# the searches of the tests with new examples each time, ten times as many
wide: .venv/dev
	DRILL=10 $(BIN)/python -m pytest -q --ignore=tests/browser --ignore=tests/pages

browser:
	@tests/browser/install

# rules to be read again, and every source's address
due: .venv/dev
	$(BIN)/python -m tests.due

# docs/public-names.md anew
names: .venv/dev
	$(BIN)/python -m tests.names

# wheel and sdist, each installed into a fresh environment where nothing of the screen is
package: .venv/dev
	tests/package

# the lock of a deployment; no place to get packages from is written into it
lock: .venv/dev
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check "pip-tools~=7.6"
	build/lock/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --no-annotate --no-header --no-emit-index-url \
		--no-emit-trusted-host --no-emit-find-links --output-file=build/lock/requirements.lock requirements.txt
	{ sed -n 1p requirements.lock; cat build/lock/requirements.lock; } > build/lock/whole && mv build/lock/whole requirements.lock

# the lowest versions that are allowed, in an environment of their own
lowest:
	$(PYTHON) -m venv build/lowest
	sed -n 's/~=/==/p' requirements.txt > build/lowest/lowest.txt
	build/lowest/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -c build/lowest/lowest.txt
	build/lowest/bin/python -m pytest -q -m "not long" --ignore=tests/browser --ignore=tests/pages

.venv/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "No Python 3.11 or newer was found. Install one, or say: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run: requirements.txt | .venv/bin/python
	@echo "Getting the libraries: the first time it takes some minutes, and the internet."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

.venv/dev: requirements-dev.txt .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# the branches of the domain that its own tests reach, the pages' tests left out; the floor stands in pyproject.toml
coverage: .venv/dev
	$(BIN)/python -m pytest -q $(BESIDE) -m "not long" --ignore=tests/browser --ignore=tests/pages --cov

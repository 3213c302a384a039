# make run   the app, in an environment of its own      make shots  pictures of every page, in build/shots
# make quick what a change needs at once: checks, and every test but browser, whole pages and long searches (a minute)
# make drill hostile addresses, hostile files, many at once, a killed server (an hour)
# make test  every check and test, browser included     make axe    accessibility of every page
# make fix   format and mend what can be mended         make bench  how fast the arithmetic is, how well the reader reads

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
WATCHING := $(if $(WATCH),--server.fileWatcherType=auto --server.runOnSave=true)

.DEFAULT_GOAL := run
.PHONY: run test quick check fix shots axe bench browser drill wide

run: .venv/run
	$(BIN)/streamlit run app.py $(WATCHING)

test: check browser
	$(BIN)/python -m pytest

quick: check
	$(BIN)/python -m pytest -q -m "not long" --ignore=tests/browser --ignore=tests/pages

check: .venv/dev
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

fix: .venv/dev
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format --quiet

shots axe: .venv/dev browser
	$(BIN)/python -m tests.browser.$@

bench: .venv/dev
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_proposals
	$(BIN)/python -m tests.flags.measure

drill: .venv/dev wide
	$(BIN)/python -m tests.drill

# the searches of the tests with new examples each time, ten times as many
wide: .venv/dev
	DRILL=10 $(BIN)/python -m pytest -q --ignore=tests/browser --ignore=tests/pages

browser:
	@tests/browser/install

.venv/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "No Python 3.11 or newer was found. Install one, or say: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

.venv/dev: requirements-dev.txt .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

PYTHON ?= python3
VENV := .venv
PEERS := .venv-bench
BIN := $(VENV)/bin
PIP_INSTALL := pip install --quiet --disable-pip-version-check
EXAMPLES := build/examples
SITE := build/site
SHOWN := $(addprefix $(EXAMPLES)/district-,2024.en.docx 2025.en.html 2024.zh.txt 2025.zh.pdf)

# On all cores at once; a core that has nothing left takes tests from the others.
PYTEST := $(BIN)/python -m pytest -n auto --maxprocesses 8 --dist worksteal

MESSAGES := $(patsubst %.po,%.mo,$(shell find src/duixian/web -name django.po))

.PHONY: demo stop test test-postgresql check fast bench messages clean

# Makes the bundled examples in every format, reads them all into a workbook, and shows what each of
# the four reports promised and reported; each of them is read from another format. It ends with
# the site, filled with the four, running in the background.
demo: $(VENV)/demo.stamp $(MESSAGES)
	@$(BIN)/python examples/build.py $(EXAMPLES)
	$(BIN)/duixian read --quiet $(EXAMPLES) -o build/examples.xlsx
	$(BIN)/duixian read --quiet --format table $(SHOWN)
	$(BIN)/duixian import --quiet --publish --data $(SITE) \
	  --government '云亭区 / Yunting District' $(SHOWN)
	@$(BIN)/python examples/serve.py $(SITE)

stop:
	@$(BIN)/python examples/serve.py $(SITE) --stop

test: check $(MESSAGES)
	$(PYTEST)
	@$(MAKE) --no-print-directory test-postgresql

# The tests of the site that use a database, on a PostgreSQL of their own that is gone afterwards.
test-postgresql: $(VENV)/dev.stamp $(MESSAGES)
	@if [ -n "$$DATABASE_URL" ] || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then \
	  $(BIN)/python tools/with_postgresql.py $(PYTEST) tests/web; \
	else echo "The tests of the site were not run on PostgreSQL: it is not installed."; fi

messages: $(MESSAGES)

%.mo: %.po tools/compile_messages.py | $(VENV)/build.stamp
	$(BIN)/python tools/compile_messages.py $<

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/house_rules.py
	$(BIN)/python tools/wrap_lists.py --check

fast: $(VENV)/dev.stamp $(MESSAGES)
	$(PYTEST) -x -m "not shared and not slow"

bench: $(VENV)/dev.stamp $(PEERS)/stamp
	$(BIN)/python -m bench.run

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null \
	  || { echo "No $(PYTHON) here: install Python 3.11 or newer, or name one with make PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "$(PYTHON) is older than 3.11: name a newer one with make PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo "$(PYTHON) cannot make virtual environments: on Debian, apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: pyproject.toml requirements/run.txt requirements/web.txt | $(BIN)/python
	$(BIN)/$(PIP_INSTALL) -r requirements/run.txt -r requirements/web.txt
	$(BIN)/$(PIP_INSTALL) --no-deps --editable .
	@touch $@

$(VENV)/demo.stamp: $(VENV)/run.stamp requirements/demo.txt
	$(BIN)/$(PIP_INSTALL) -r requirements/demo.txt
	@touch $@

$(VENV)/build.stamp: requirements/build.txt | $(BIN)/python
	$(BIN)/$(PIP_INSTALL) -r requirements/build.txt
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	$(BIN)/$(PIP_INSTALL) -r requirements/dev.txt
	@touch $@

# The peers have old dependencies, so they live apart; one that cannot be had is left out.
$(PEERS)/stamp: requirements/bench.txt | $(BIN)/python
	@rm -rf $(PEERS) && $(BIN)/python -m venv $(PEERS)
	@$(PEERS)/bin/$(PIP_INSTALL) --no-deps -r requirements/bench.txt && touch $@ \
	  || echo "The peers could not be installed: what is missing will be left out."

clean:
	rm -rf $(VENV) $(PEERS) build dist

PYTHON ?= python3
VENV := .venv
PEERS := .venv-bench
BIN := $(VENV)/bin
PIP_INSTALL := pip install --quiet --disable-pip-version-check
EXAMPLES := build/examples

.PHONY: demo test check fast bench clean

# The bundled examples, made anew in every format, then read.
demo: $(VENV)/demo.stamp
	@$(BIN)/python examples/build.py $(EXAMPLES)
	@$(BIN)/python examples/demo.py $(EXAMPLES)

test: check
	$(BIN)/python -m pytest

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/house_rules.py

fast: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -x -m "not shared and not slow"

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

$(VENV)/run.stamp: pyproject.toml requirements/run.txt | $(BIN)/python
	$(BIN)/$(PIP_INSTALL) -r requirements/run.txt
	$(BIN)/$(PIP_INSTALL) hatchling editables
	$(BIN)/$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/demo.stamp: $(VENV)/run.stamp requirements/demo.txt
	$(BIN)/$(PIP_INSTALL) -r requirements/demo.txt
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

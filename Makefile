# make demo    a brief of an example and a record to open, on a machine with nothing but Python 3.11 or newer
# make test    all tests
# make check   what must hold before a change is sent: format, lint, types, tests
# make bench   speed and memory, one core
# make docs    docs/commands.md, and what the pages show as printed, made by the program
# make site    the documentation site in site/, without a network; open it with: python -m http.server -d site

PYTHON ?= $(shell tools/find-python)
VENV   ?= .venv
BIN    := $(VENV)/bin
NEEDS  := constraints.txt pyproject.toml
DEMO   ?= examples/010-china-saudi-arabia-agency.txt

.PHONY: demo test check bench docs site clean

demo: $(VENV)/.web
	$(BIN)/communique read $(DEMO)
	$(BIN)/communique ingest examples --sources docs/tutorial/outlets.csv --db demo.db
	@echo "A record of the examples is in demo.db. Open it: $(BIN)/communique serve --db demo.db"

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff format --check src tests bench docs
	$(BIN)/ruff check src tests bench docs
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: $(VENV)/.core
	$(BIN)/python bench/read.py

docs: $(VENV)/.core
	$(BIN)/python docs/make_commands.py > docs/commands.tmp && mv docs/commands.tmp docs/commands.md
	$(BIN)/python docs/make_shown.py

site: $(VENV)/.dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict

clean:
	rm -rf $(VENV) site .pytest_cache .mypy_cache .ruff_cache

$(VENV)/.core: $(NEEDS) | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/.web: $(NEEDS) | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[web]'
	touch $@ $(VENV)/.core

$(VENV)/.dev: $(NEEDS) | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@ $(VENV)/.core $(VENV)/.web

$(BIN)/python:
	@test -n "$(PYTHON)" || { tools/find-python; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Two commands are enough: `make serve` and `make test`. Both make the environment first, from nothing.

export NO_MKDOCS_2_WARNING := 1

VENV  := .venv
BIN   := $(VENV)/bin
PIP   := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PORT  ?= 8000
SINCE ?= HEAD^1

# Stamps: what is in the environment, that the package is installed in it, and what the bench compares it with.
INSTALLED := $(VENV)/.installed
READY     := $(VENV)/.ready
COMPARED  := $(VENV)/.compared

# The first Python that is new enough; PYTHON=… chooses another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$p" && break; done)

.PHONY: help serve test quick check format bench build preview report changes clean

help: ## Vis denne lista
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /\1\t/' \
		| awk -F '\t' '{ printf "  make %-14s %s\n", $$1, $$2 }'

serve: $(READY) ## Vis portalen på egen maskin, og bygg på nytt ved hver endring
	@$(BIN)/stifinner serve --port $(PORT)

test: $(READY) ## Kjør alle prøvene
	@$(BIN)/python tests/chromium.py
	@$(BIN)/python tests/actionlint.py
	@$(BIN)/python tests/java.py
	$(BIN)/pytest -n auto --maxprocesses 4

quick: $(READY) ## Kjør prøvene som verken trenger nettleser eller lang tid
	$(BIN)/pytest -n auto --maxprocesses 4 -m "not browser and not slow"

check: $(READY) ## Se over koden: stil og typer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python tests/look.py

format: $(READY) ## Sett koden slik check vil ha den
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python tests/look.py --format

bench: $(READY) $(COMPARED) ## Mål hva en side og en PDF koster, ved siden av andre (tar flere minutter)
	@$(BIN)/python tests/bench/bench.py $(BENCH)

build: $(READY) ## Bygg portalen i mappa site/
	@$(BIN)/stifinner build

preview: $(READY) ## Bygg en forhåndsvisning som åpnes rett fra disken, i mappa forhandsvisning/
	@$(BIN)/stifinner build --preview

report: $(READY) ## Se over innholdet, og fortell om det slik GitHub viser det
	@$(BIN)/stifinner check --format github

changes: $(READY) ## Fortell hvilke sider som er endret (SINCE=… sier siden når)
	@$(BIN)/stifinner changes --format github '$(SINCE)'

clean: ## Fjern alt som er laget her
	rm -rf $(VENV) site site.next site.old site.lock forhandsvisning forhandsvisning.next forhandsvisning.old forhandsvisning.lock .stifinner .pytest_cache .mypy_cache .ruff_cache requirements/node_modules

# The package itself, again when its entry points may have changed.
$(READY): $(INSTALLED) pyproject.toml
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(COMPARED): $(INSTALLED) requirements/bench.txt
	@$(PIP) --require-hashes --requirement requirements/bench.txt
	@touch $@

$(INSTALLED): requirements/dev.txt
	@test -n "$(PYTHON)" || { \
		echo "Stifinner trenger Python 3.11 eller nyere. Hent den på python.org, og prøv igjen."; \
		echo "Stifinner needs Python 3.11 or newer. Get it from python.org and try again."; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Denne Python-en mangler venv. På Debian og Ubuntu: sudo apt-get install python3-venv"; \
		echo "This Python lacks venv. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Gjør klart miljøet i $(VENV)/ (bare første gang, og når kravene er endret) …"
	@rm -rf $(VENV)
	@"$(PYTHON)" -m venv $(VENV)
	@$(PIP) --require-hashes --requirement requirements/dev.txt
	@touch $@

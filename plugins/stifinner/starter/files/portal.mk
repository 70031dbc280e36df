# Det alle portaler bygd med Stifinner kan gjøre med `make`. Makefile tar det inn, og sier resten.

export NO_MKDOCS_2_WARNING := 1

VENV  := .venv
BIN   := $(VENV)/bin
PIP   := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PORT  ?= 8000
SINCE ?= HEAD^1

# Merker: at kravene er hentet, og at Stifinner selv er det.
INSTALLED := $(VENV)/.installed
READY     := $(VENV)/.ready

# Det som lages her, og kan fjernes igjen.
MADE := $(VENV) .stifinner $(foreach folder,site forhandsvisning,$(folder) $(addprefix $(folder).,next old lock))

# Den første Python-en som er ny nok; PYTHON=… velger en annen.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$p" && break; done)

.PHONY: help serve test build preview report changes clean

help: ## Vis denne lista
	@grep -hE '^[a-z-]+:.*##' $(filter %.mk,$(MAKEFILE_LIST)) $(filter-out %.mk,$(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' \
		| awk -F '\t' '{ printf "  make %-14s %s\n", $$1, $$2 }'

serve: $(READY) ## Vis portalen på egen maskin, og bygg på nytt ved hver endring
	@$(BIN)/stifinner serve --port $(PORT)

build: $(READY) ## Bygg portalen i mappa site/
	@$(BIN)/stifinner build

preview: $(READY) ## Bygg en forhåndsvisning som åpnes rett fra disken, i mappa forhandsvisning/
	@$(BIN)/stifinner build --preview

report: $(READY) ## Se over innholdet, og fortell om det slik GitHub viser det
	@$(BIN)/stifinner check --format github

changes: $(READY) ## Fortell hvilke sider som er endret (SINCE=… sier siden når)
	@$(BIN)/stifinner changes --format github '$(SINCE)'

clean: ## Fjern alt som er laget her
	rm -rf $(MADE)

# PACKAGE er fila som sier hva Stifinner hentes fra, INSTALL hva pip skal gjøre med den.
$(READY): $(INSTALLED) $(PACKAGE)
	@$(PIP) --no-deps $(INSTALL)
	@touch $@

# REQUIREMENTS er lista over versjoner.
$(INSTALLED): $(REQUIREMENTS)
	@test -n "$(PYTHON)" || { \
		echo "Stifinner trenger Python 3.11 eller nyere. Hent den på python.org, og prøv igjen."; \
		echo "Stifinner needs Python 3.11 or newer. Get it from python.org and try again."; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Denne Python-en mangler venv. På Debian og Ubuntu: sudo apt-get install python3-venv"; \
		echo "This Python lacks venv. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Gjør klart miljøet i $(VENV)/ (bare første gang, og når kravene er endret) …"
	@rm -rf $(VENV)
	@"$(PYTHON)" -m venv $(VENV)
	@$(PIP) --require-hashes --requirement $(REQUIREMENTS)
	@touch $@

# Two commands are enough: `make serve` and `make test`. Both make the environment first, from nothing.
# What is said here is about the code; what every portal can do stands in the file that new portals begin with.

REQUIREMENTS := requirements/dev.txt
PACKAGE      := pyproject.toml
INSTALL      := --no-build-isolation --editable .

include plugins/stifinner/starter/files/portal.mk

# What Python has compiled is kept: commands are started often, and read in twice as fast.
unexport PYTHONDONTWRITEBYTECODE
PYTEST = $(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal

# A stamp: what the bench compares with is in the environment.
COMPARED := $(VENV)/.compared

MADE += .pytest_cache .mypy_cache .ruff_cache requirements/node_modules

.PHONY: test-all programs quick check format bench

test: $(READY) programs ## Kjør prøvene, med noen sider av hvert slag
	$(PYTEST)

test-all: $(READY) programs ## Kjør prøvene med alle sidene, og mye mer som er trukket (tar lang tid)
	THOROUGH=1 $(PYTEST)

quick: $(READY) ## Kjør prøvene som verken trenger nettleser eller lang tid
	$(PYTEST) -m "not browser and not slow"

check: $(READY) ## Se over koden: stil og typer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python tests/look.py

format: $(READY) ## Sett koden slik check vil ha den
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python tests/look.py --format

bench: $(READY) $(COMPARED) ## Mål hva en side, en PDF og en dato i kalenderen koster, ved siden av andre (tar flere minutter)
	@$(BIN)/python tests/bench/bench.py $(BENCH)

# What tests need that is no Python: each is fetched, or it is said how to get it.
programs: $(READY)
	@$(BIN)/python tests/chromium.py
	@$(BIN)/python tests/actionlint.py
	@$(BIN)/python tests/java.py

$(COMPARED): $(INSTALLED) requirements/bench.txt
	@$(PIP) --require-hashes --requirement requirements/bench.txt
	@touch $@

# Two commands are enough: `make serve` and `make test`. Both make the environment first, from nothing.
# What is said here is about the code; what every portal can do stands in the file that new portals begin with.

REQUIREMENTS := requirements/dev.txt
PACKAGE      := pyproject.toml
INSTALL      := --no-build-isolation --editable .

include plugins/stifinner/starter/files/portal.mk

# A stamp: what the bench compares with is in the environment.
COMPARED := $(VENV)/.compared

MADE += .pytest_cache .mypy_cache .ruff_cache requirements/node_modules

.PHONY: quick check format bench

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

$(COMPARED): $(INSTALLED) requirements/bench.txt
	@$(PIP) --require-hashes --requirement requirements/bench.txt
	@touch $@

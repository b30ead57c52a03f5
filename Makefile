# The two commands a newcomer needs: `make demo` and `make test`. Both need only Python >= 3.10 and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.run-installed
DEV_STAMP := $(VENV)/.dev-installed

.PHONY: help demo test lint types check bench catalog catalog-check codes screen clean

help:
	@echo "make demo     run the gate on examples/quickstart (sets itself up)"
	@echo "make test     run all tests (sets itself up)"
	@echo "make lint     ruff and the import layers"
	@echo "make types    mypy, strict"
	@echo "make bench    the speed figures beside their budgets"
	@echo "make catalog  check the license catalog and rebuild its compiled files"
	@echo "make catalog-check  the same check, and every test of the catalog; nothing is written"
	@echo "make codes    rebuild docs/codes"
	@echo "make screen   put what the demo says into the README"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "license-gate needs Python 3.10 or newer; name one with: make PYTHON=/path/to/python3")'
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): pyproject.toml | $(BIN)/python
	@echo "Installing license-gate into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(DEV_STAMP): pyproject.toml | $(BIN)/python
	@echo "Installing license-gate and its development tools into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(RUN_STAMP)

demo: $(RUN_STAMP)
	@$(BIN)/python scripts/run_demo.py

test: $(DEV_STAMP)
	$(BIN)/python -m pytest

lint: $(DEV_STAMP)
	$(BIN)/python scripts/compile_catalog.py --check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: $(DEV_STAMP)
	$(BIN)/mypy

check: test lint types

bench: $(RUN_STAMP)
	$(BIN)/python -m benchmarks.cold_start
	$(BIN)/python -m benchmarks.evaluate_pairs
	$(BIN)/python -m benchmarks.names

catalog: $(RUN_STAMP)
	$(BIN)/python scripts/compile_catalog.py

catalog-check: $(DEV_STAMP)
	$(BIN)/python scripts/compile_catalog.py --check
	$(BIN)/python -m pytest tests/contract/test_catalog.py tests/contract/test_catalog_cases.py \
		tests/contract/test_edition_cases.py tests/contract/test_names.py

codes: $(RUN_STAMP)
	$(BIN)/python scripts/write_code_pages.py

screen: $(RUN_STAMP)
	$(BIN)/python scripts/write_readme_screen.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

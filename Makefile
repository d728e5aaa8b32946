# Everything one does with quizapp from a checkout; "make help" lists it.
# Written for the make of both Debian (GNU 4) and macOS (GNU 3.81).

VENV := .venv
PYTHON_HERE := $(VENV)/bin/python
BIN := $(VENV)/bin
INSTALL := $(PYTHON_HERE) -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header
RUN_READY := $(VENV)/run.stamp
DEV_READY := $(VENV)/dev.stamp

.DEFAULT_GOAL := help
.PHONY: help run test check fix long bench wheel lock
.DELETE_ON_ERROR:

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(RUN_READY) ## set everything up and serve on this machine
	@exec $(PYTHON_HERE) -m quizapp serve

test: $(DEV_READY) check ## check, then run all tests, those in a browser included
	@CHROMIUM="$$(tools/find-chromium)" && export CHROMIUM && \
	POSTGRES_BIN="$$(tools/find-postgres)" && export POSTGRES_BIN && \
	$(BIN)/coverage erase && failed= && \
	{ $(BIN)/coverage run -m pytest -n 2 -m "not (heavy or long)" || failed=yes; } && \
	{ $(PYTHON_HERE) -m pytest -n 2 -m "heavy and not long" || failed=yes; } && \
	[ -z "$$failed" ] && \
	$(BIN)/coverage combine --quiet && \
	{ $(BIN)/coverage report >$(VENV)/coverage.txt || { cat $(VENV)/coverage.txt; exit 1; }; }

check: $(DEV_READY) ## style, types, layers, templates, lock files
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint --check templates
	$(BIN)/djlint --quiet --lint templates
	$(PYTHON_HERE) -m pytest --quiet tests/architecture/test_lock_files.py

fix: $(DEV_READY) ## mend what a machine can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/djlint --quiet --reformat templates

long: $(DEV_READY) ## the long size of the heavy tests
	@CHROMIUM="$$(tools/find-chromium)" && export CHROMIUM && \
	POSTGRES_BIN="$$(tools/find-postgres)" && export POSTGRES_BIN && \
	$(PYTHON_HERE) -m pytest -m long

bench: $(DEV_READY) ## the benchmarks, each beside its floor
	@set -e; ran=; \
	for bench in bench/*.py; do \
		[ -e "$$bench" ] || continue; \
		echo "$$bench"; PYTHONPATH=. $(PYTHON_HERE) "$$bench"; ran=yes; \
	done; \
	[ -n "$$ran" ] || echo "There are no benchmarks yet."

wheel: $(DEV_READY) ## build what pip installs, into dist/
	$(PYTHON_HERE) -m build --no-isolation

lock: $(DEV_READY) ## pin what pyproject.toml asks for, with hashes
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --group dev -o requirements-dev.txt
	$(LOCK) --group anki -o requirements-anki.txt

# The environment: made once, filled again when a lock file changes.

$(PYTHON_HERE):
	@python="$$(tools/find-python)" && "$$python" -m venv --clear $(VENV)

$(RUN_READY): requirements.txt $(PYTHON_HERE)
	@echo "Installing what quizapp needs into $(VENV); this is done once."
	@$(INSTALL) -r requirements.txt || { echo "To start afresh: rm -rf $(VENV)"; exit 1; }
	@touch $@

$(DEV_READY): requirements-dev.txt $(RUN_READY)
	@echo "Installing what the tests need into $(VENV); this is done once."
	@$(INSTALL) -r requirements-dev.txt || { echo "To start afresh: rm -rf $(VENV)"; exit 1; }
	@touch $@

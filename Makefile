# Every target is one line of what it does; `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export DBT_SEND_ANONYMOUS_USAGE_STATS := false
export GX_ANALYTICS_ENABLED := false

.PHONY: help run test lint install clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: install  ## load articles/, build, audit and publish the warehouse, write the report
	@$(BIN)/warehouse refresh articles

install: $(VENV)/installed  ## make .venv with pinned dependencies

$(VENV)/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed; this one is %d.%d. Say which with: make PYTHON=python3.12" % sys.version_info[:2])'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing pinned dependencies into $(VENV) (a minute or two, once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[formats,dev]'
	@touch $@

test: lint  ## lint, types, and every test on a real PostgreSQL (under 15 minutes)
	@$(BIN)/pytest -m "not faults and not browser"

lint: install  ## ruff, mypy, import contracts
	@$(BIN)/ruff check etl tests benchmarks
	@$(BIN)/mypy
	@$(BIN)/lint-imports

clean:  ## remove the environment and build output; the warehouse itself stays
	rm -rf $(VENV) dbt_project/target dbt_project/logs .mypy_cache .ruff_cache .pytest_cache

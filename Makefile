# Every target is one line of what it does; `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export DBT_SEND_ANONYMOUS_USAGE_STATS := false
export GX_ANALYTICS_ENABLED := false

.PHONY: help run test test-faults lint docs install bi test-bi clean

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

test-faults: install  ## kill processes and servers, fill the disk, refresh five at once (half an hour)
	@$(BIN)/pytest -m faults

lint: install  ## ruff, mypy, import contracts
	@$(BIN)/ruff check etl tests benchmarks scripts
	@$(BIN)/ruff format --check --quiet etl tests benchmarks scripts
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: install  ## write the generated pages of docs/reference
	@$(BIN)/python -m scripts.reference
	@$(BIN)/python -m etl.audit.reference > docs/reference/expectations.md

bi: install .venv-bi/installed  ## Superset with our dashboards on 127.0.0.1:8088, after `make run`
	@$(BIN)/python bi/superset/run.py

test-bi: install .venv-bi/installed-tests  ## open every dashboard in chromium and compare its numbers with SQL
	@.venv-bi/bin/pytest --tb=short -p no:cacheprovider bi/superset/tests

.venv-bi/installed: bi/superset/requirements.txt
	@test -x .venv-bi/bin/python || $(PYTHON) -m venv .venv-bi
	@echo "installing Superset into .venv-bi (some minutes, once)"
	@.venv-bi/bin/python -m pip install --quiet --disable-pip-version-check --requirement bi/superset/requirements.txt
	@touch $@

.venv-bi/installed-tests: .venv-bi/installed bi/superset/tests/requirements.txt
	@.venv-bi/bin/python -m pip install --quiet --disable-pip-version-check --requirement bi/superset/tests/requirements.txt
	@touch $@

lint-sql: install  ## judge the dbt project: sqlfluff, dbt-score, dbt-bouncer, dbt-coverage (make test does it too)
	@$(BIN)/pytest tests/transform/test_judges.py

clean:  ## remove the environment and build output; the warehouse itself stays
	rm -rf $(VENV) .venv-bi dbt_project/target dbt_project/logs .mypy_cache .ruff_cache .pytest_cache

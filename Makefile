# Two commands do everything: `make run` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
EDITIONS ?= editions
PACKAGES := chromium fonts-dejavu-core libreoffice-calc-nogui libreoffice-writer-nogui redis-server postgresql nginx-light systemd
MISSING := $(strip $(foreach program,chromium soffice nginx systemd-analyze redis-server,$(if $(shell command -v $(program)),,$(program))) \
  $(if $(wildcard /usr/lib/postgresql/*/bin/initdb)$(shell command -v initdb),,postgresql))
WORKERS ?= logical
PATHS := territorial_map tests benchmarks data app.py
# Node checks the browser's modules; nothing of it is needed to run the app.
NODE := $(shell node -e 'process.exit(+(parseInt(process.versions.node, 10) < 20))' 2>/dev/null && command -v npm)
NO_NODE := Node 20 or later, with npm, is missing: the browser's modules are NOT

.DEFAULT_GOAL := help
.PHONY: help install run test test-fast lint bench mutants screenshots edition clean lock programs sbom audit script-lint script-test script-types

help: ## List the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# The lock is also a constraint: an extra that a dependency asks for (pydantic[email]) keeps its pin.
$(VENV)/installed: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is needed: install it, or give PYTHON=python3"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock -c requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

install: $(VENV)/installed ## Set up the environment in .venv

edition: install ## Build an edition from data/sources
	$(BIN)/territorial-map build --out $(EDITIONS)

$(EDITIONS)/current: | $(VENV)/installed
	$(BIN)/territorial-map build --out $(EDITIONS)

run: install $(EDITIONS)/current ## The app on http://127.0.0.1:8050 (default edition if there is none)
	TERRITORIAL_MAP_EDITIONS=$(EDITIONS) $(BIN)/territorial-map serve

programs: # what the tests drive, by apt where it is missing and can be installed
ifneq ($(MISSING),)
	@if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends $(PACKAGES); \
	else echo "Missing: $(MISSING); their tests will be skipped (apt-get install $(PACKAGES))"; fi
endif

node_modules/installed: package.json package-lock.json .npmrc
	npm ci --silent
	@touch $@

lint: install script-lint ## Style, types and import contracts, of Python and of script
	$(BIN)/ruff check $(PATHS)
	$(BIN)/ruff format --check $(PATHS)
	$(BIN)/mypy territorial_map tests benchmarks app.py
	$(BIN)/lint-imports
	$(BIN)/python -m tests.lint_assertions tests

ifneq ($(NODE),)
script-lint: node_modules/installed ## Style and types of the browser's modules
	npm run --silent lint
script-test: node_modules/installed ## Unit tests of the browser's modules
	npm run --silent test
else ifeq ($(CI),true)
script-lint script-test:
	@echo "$(NO_NODE) checked"; exit 1
else
script-lint:
	@echo "$(NO_NODE) linted"
script-test:
	@echo "$(NO_NODE) tested"
endif

script-types: install node_modules/installed ## Write the types of words and of API answers again
	$(BIN)/python -m tests.web.script_types

test: lint programs script-test ## Everything: lint, types, contracts, unit, property, store, API, web, browser, accessibility
	$(BIN)/pytest --numprocesses=$(WORKERS) --dist=loadscope

test-fast: install ## Tests without a browser and without the default edition
	$(BIN)/pytest --numprocesses=$(WORKERS) --dist=loadscope -m "not browser and not edition"

screenshots: install programs ## Draw the pictures of the documentation again, in docs/pictures
	$(BIN)/python -m tests.browser.pictures docs/pictures

mutants: install ## How many small faults in the heart make a test fail (OPTIONS=--full for all)
	$(BIN)/python -m benchmarks.mutants $(OPTIONS)

bench: install $(EDITIONS)/current ## Measure against baselines in the same run
	TERRITORIAL_MAP_EDITIONS=$(EDITIONS) $(BIN)/python -m benchmarks

lock: install ## Pin the dependencies again (needs uv)
	@command -v uv >/dev/null || { echo "uv is needed: pipx install uv"; exit 1; }
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements.lock

sbom: install ## The bill of materials (CycloneDX) of the environment, in dist/sbom.json
	@mkdir -p dist
	$(BIN)/cyclonedx-py environment $(BIN)/python --pyproject pyproject.toml --of JSON -o dist/sbom.json

audit: install ## Known faults of the dependencies; needs the internet, and says so where it is not
	@mkdir -p dist
	@$(BIN)/pip-audit --requirement requirements.lock --disable-pip --require-hashes --strict \
	  --progress-spinner off > dist/audit.txt 2>&1; code=$$?; cat dist/audit.txt; \
	if grep -qE "could not be audited|ConnectionError|ServiceError|Max retries" dist/audit.txt; then \
	  echo "The list of known faults could not be reached: nothing is said of these versions."; exit 3; fi; \
	exit $$code

clean: ## Remove the environment, editions and caches
	rm -rf $(VENV) $(EDITIONS) node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# `make run` and `make test` need Python 3.11 or later, git and make; everything else is set up here.
# The first Python that is new enough; PYTHON=… names another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done || echo python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run setup intake-report test test-browser test-postgresql check bench bench-smoke fuzz shots lock clean cover

run: $(VENV)/ready
	@exec $(BIN)/python -m rightday run

setup: $(VENV)/ready-develop

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rightday needs Python 3.11 or later, and this is %s: make PYTHON=/path/to/python3.11 run" % sys.version.split()[0])'
	@echo "Setting up Python packages (once) …"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python cannot make a virtual environment here (on Debian: apt-get install python3-venv)."; exit 1; }

$(VENV)/ready: requirements.txt | $(BIN)/python
	@$(PIP) install --no-deps --require-hashes -r requirements.txt
	@touch $@

$(VENV)/ready-develop: requirements-develop.txt $(VENV)/ready
	@$(PIP) install --no-deps --require-hashes -r requirements-develop.txt
	@touch $@

test: $(VENV)/ready-develop
	$(BIN)/python -m pytest -m "not browser" -n auto

test-browser: $(VENV)/ready-develop
	$(BIN)/python -m pytest -m browser -n 2

test-postgresql: $(VENV)/ready-develop
	$(BIN)/python tools/with_postgresql.py $(BIN)/python -m pytest -m "not browser" -n 2

cover: $(VENV)/ready-develop
	$(BIN)/python -m pytest -m "not browser" -n auto --cov --cov-branch --cov-report=term
	$(BIN)/python tools/coverage_floor.py

check: $(VENV)/ready-develop
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check --fail-level WARNING

# The big book on both databases, into docs/benchmarks.md: about half an hour. BENCH takes options of `rightday bench`.
bench: $(VENV)/ready-develop
	RIGHTDAY_DATA=var/bench $(BIN)/python -m rightday bench --out docs/benchmarks.md $(BENCH)
	RIGHTDAY_DATA=var/bench-postgresql $(BIN)/python tools/with_postgresql.py --durable --two-roles $(BIN)/python -m rightday bench --out docs/benchmarks.md $(BENCH)

bench-smoke: $(VENV)/ready-develop
	$(BIN)/python -m rightday bench --smoke

# What becomes of each file of ../shared/data, into var/intake-report.md; skipped where that folder is absent.
intake-report: $(VENV)/ready-develop
	$(BIN)/python tools/intake_report.py

# Feeds every reader of files with broken ones for a bounded time; FUZZ is in seconds.
fuzz: $(VENV)/ready-develop
	$(BIN)/python tools/fuzz.py $(or $(FUZZ),20)

shots: $(VENV)/ready-develop
	$(BIN)/python tools/shots.py

lock: $(BIN)/python
	@$(PIP) install uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --upgrade pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --upgrade pyproject.toml --group develop -c requirements.txt -o requirements-develop.txt

clean:
	rm -rf build dist *.egg-info .coverage htmlcov .mypy_cache .ruff_cache .pytest_cache .hypothesis

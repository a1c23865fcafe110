# Two commands do all their own set-up: `make site` and `make test`. Everything installed lives in .venv/.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test html-check serve check strings bench screenshots format lock

site: .venv/site
	$(BIN)/python build.py

serve: .venv/site
	$(BIN)/python build.py serve

check: .venv/site
	$(BIN)/python build.py check

# Brings locales/ up to date with the texts of the site.
strings: .venv/site
	$(BIN)/python build.py strings

test: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	tests/browser/find-chromium > .venv/chromium
	tests/html/find-java > .venv/java
	$(BIN)/pytest -n auto --dist worksteal

html-check: site .venv/dev
	tests/html/find-java > .venv/java
	$(BIN)/python -m tests.html.check "$$(cat .venv/java)" site

bench: .venv/dev
	tests/browser/find-chromium > .venv/chromium
	$(BIN)/python -m bench

screenshots: site .venv/dev
	tests/browser/find-chromium > .venv/chromium
	$(BIN)/python -m docs.take_screenshots

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Rewrites the two lock files from pyproject.toml. They hold versions and hashes, and no address of an index.
lock:
	$(PYTHON) -m venv .venv/uv
	.venv/uv/bin/pip install --quiet uv
	.venv/uv/bin/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade --python-version 3.11 pyproject.toml -o requirements.txt
	.venv/uv/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("This project needs Python 3.11 or newer.")'
	$(PYTHON) -m venv .venv

.venv/site: requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/dev: requirements-dev.txt .venv/site
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

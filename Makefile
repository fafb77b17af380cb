# make run      the window; without a display the demo, with its PDF reports and screenshots in demo/
# make test     every check and every test
# make lock     pin the newest allowed versions of all packages (needs uv; commit what changes)
# make format   bring the code into its form

PYTHON ?= python3
BOOTSTRAP = $(PYTHON) packaging/bootstrap.py
COMPILE = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-emit-index-url --no-annotate --no-header --quiet

.PHONY: run test lock format

run test:
	@$(BOOTSTRAP) $@

lock:
	$(COMPILE) --group dev --output-file packaging/requirements-dev.txt
	$(COMPILE) --group build --constraint packaging/requirements-dev.txt --output-file packaging/requirements.txt

format:
	.venv/bin/ruff check --fix --select I
	.venv/bin/ruff format

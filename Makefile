# make run      the window; without a display the demo, with its PDF reports and screenshots in demo/
# make test     every check and every test
# make looks    the same, and every screen in every combination of language, size of text and theme (about 10 minutes more)
# make gallery  pictures of every widget, page and state, in gallery/
# make lock     pin the newest allowed versions of all packages (needs uv; commit what changes)
# make format   bring the code into its form

PYTHON ?= python3
BOOTSTRAP = $(PYTHON) packaging/bootstrap.py
COMPILE = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-emit-index-url --no-annotate --no-header --quiet

.PHONY: run test looks gallery lock format

run test:
	@$(BOOTSTRAP) $@

looks:
	@$(BOOTSTRAP) test --every-look

gallery:
	.venv/bin/python -m tests.gallery --out gallery

lock:
	$(COMPILE) --group dev --output-file packaging/requirements-dev.txt
	$(COMPILE) --group build --constraint packaging/requirements-dev.txt --output-file packaging/requirements.txt

format:
	.venv/bin/ruff check --fix --select I
	.venv/bin/ruff format

# make run PORT=8001 DATA_DIR=/srv/infoshos        variables may stand here or in the environment
PYTHON ?= python3
BASE = $(PYTHON) deploy/bootstrap.py
DEV = $(PYTHON) deploy/bootstrap.py --dev

.PHONY: help run dev test measure-desk pictures lint format messages

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s%s\n", $$1, $$2}' Makefile

run: ## start the portal as in production: web server and background worker (PORT=, DATA_DIR=)
	@$(BASE) -m infoshos.serve

dev: export DEBUG = 1
dev: ## start the portal for development: it reloads itself when code changes
	@$(DEV) -m infoshos.serve --reload

test: ## run all tests on SQLite, on PostgreSQL and in Chromium (ARGS="-k comments")
	@$(DEV) tests/run.py $(ARGS)

measure-desk: ## measure the editors' pages at full size (a million articles); the figures: docs/measures/desk.md
	@$(DEV) tests/measure.py desk $(ARGS)

pictures: ## take the pictures of the documentation anew
	@$(DEV) tests/pictures.py $(ARGS)

lint: ## check style, layers between modules and missing migrations
	@$(DEV) -m ruff check
	@$(DEV) -m ruff format --check
	@$(DEV) .venv/bin/lint-imports
	@$(DEV) manage.py makemigrations --check --dry-run

format: ## format the code and correct what can be corrected mechanically
	@$(DEV) -m ruff check --fix
	@$(DEV) -m ruff format

messages: ## collect translatable strings, compile translations, list what is missing
	@$(DEV) -m infoshos.messages extract
	@$(DEV) -m infoshos.messages compile
	@$(DEV) -m infoshos.messages check

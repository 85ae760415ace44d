"""The shape of the repository."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps

from tests.repo.tree import APPLICATION, ROOT, files, is_ignored, name, parsed

TOP_LEVEL = {
    "manage.py",
    "pyproject.toml",
    "infoshos",
    "news",
    "comments",
    "templates",
    "locale",
    "tests",
    "static",
    "deploy",
    "docs",
    "Makefile",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    ".ci",
    ".gitignore",
    "requirements",
}
LINES = 300
# Written so that this file does not find itself.
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")


def test_the_top_level_is_fixed():
    assert {path.name for path in ROOT.iterdir() if not is_ignored(path)} == TOP_LEVEL


def test_there_are_two_apps():
    ours = {config.name for config in apps.get_app_configs() if Path(config.path).parent == ROOT}
    assert ours == {"news", "comments"}


def test_python_files_are_short():
    long = {
        name(path): lines
        for path in files(endings=(".py",))
        if "migrations" not in path.parts and (lines := len(path.read_text().splitlines())) > LINES
    }
    assert long == {}


def test_nothing_is_left_unfinished():
    endings = (".py", ".html", ".css", ".js", ".md", ".toml", ".txt", ".svg", "")
    found = [
        name(path) for path in files(endings=endings) if UNFINISHED.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_module_says_what_it_is_for():
    silent = [
        name(path)
        for path in files(*APPLICATION, "tests", "deploy", endings=(".py",))
        if path.read_text().strip() and "migrations" not in path.parts and not _docstring(path)
    ]
    assert silent == []


def _docstring(path) -> bool:
    return bool(ast.get_docstring(parsed(path)))


@pytest.mark.parametrize("file", ["base.txt", "dev.txt"])
def test_requirements_are_locked_with_hashes_and_name_no_index(file):
    text = (ROOT / "requirements" / file).read_text()
    assert "://" not in text
    assert not re.search(
        r"^\s*(-i|-f|--index-url|--extra-index-url|--find-links|--trusted-host|-e)\b", text, re.M
    )
    entries = re.split(r"\n(?=\S)", "\n".join(line for line in text.splitlines() if not line.startswith("#")))
    for entry in entries:
        assert re.match(
            r"[a-z0-9._-]+(\[[a-z0-9,-]+\])?==[\w.]+( ; .*)? \\\n\s+--hash=sha256:[0-9a-f]{64}", entry
        ), entry


def test_every_dependency_has_a_reason_and_a_lock():
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    declared = tomllib.loads("\n".join(lines))
    locked = {file: (ROOT / "requirements" / file).read_text() for file in ("base.txt", "dev.txt")}
    for file, wanted in (
        ("base.txt", declared["project"]["dependencies"]),
        ("dev.txt", declared["dependency-groups"]["dev"]),
    ):
        for requirement in wanted:
            line = next(n for n, text in enumerate(lines) if f'"{requirement}"' in text)
            assert lines[line - 1].strip().startswith("# "), requirement
            package = re.match(r"[\w.-]+", requirement)[0].lower()
            assert re.search(rf"^{re.escape(package)}(\[.*\])?==", locked[file], re.M), requirement


def test_running_needs_nothing_that_only_tests_need():
    base = (ROOT / "requirements" / "base.txt").read_text()
    assert not re.search(r"^(pytest|playwright|ruff|import-linter)", base, re.M)


def test_no_public_code_reads_a_column_without_a_language():
    """modeltranslation keeps a bare column; aggregates and values() would read it."""
    forbidden = re.compile(
        r"\b(?:Max|Min|Count|Coalesce|Concat|Length|datetimes|dates|latest|earliest)\(\s*[\"']"
        r"(?:title|summary|body|byline|slug|published_at|withdrawn_at)[\"']"
    )
    found = [
        name(path) for path in files(*APPLICATION, endings=(".py",)) if forbidden.search(path.read_text())
    ]
    assert found == []

"""Every template and every static file is used, and every one that is named exists."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import get_template

from tests.repo.tree import APPLICATION, ROOT, files, name, strings

TEMPLATES = [
    path.relative_to(ROOT / "templates").as_posix() for path in files("templates", endings=(".html", ".txt"))
]
STATIC = [
    path.relative_to(ROOT / "static").as_posix()
    for path in files("static", endings=(".css", ".js", ".svg", ".png", ".ico", ".woff2", ".webmanifest"))
]
# Django's admin looks for these by itself, before its own.
ADMIN_OVERRIDE = re.compile(
    r"admin/(app_list|base_site|pagination|search_form|\w+(/\w+)?/(change_form|change_list|submit_line|delete(_selected)?_confirmation))\.html\Z"
)
NAMED_IN_TEMPLATE = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
STATIC_IN_TEMPLATE = re.compile(r"""{%\s*static\s+["']([^"']+)["']""")
IMPORTED = re.compile(r"""(?:from|import)\s*\(?["']\./([\w.-]+)["']|url\(["']?\.\./([\w./-]+)""")


def named_in_templates(pattern: re.Pattern) -> set[str]:
    return {
        found
        for path in files("templates", endings=(".html", ".txt"))
        for found in pattern.findall(path.read_text(encoding="utf-8"))
    }


def named_in_code(endings: tuple[str, ...]) -> set[str]:
    return {
        text
        for text in strings(*APPLICATION)
        if text.endswith(endings) and " " not in text and "*" not in text
    }


def test_there_are_templates_and_static_files():
    assert len(TEMPLATES) > 25
    assert len(STATIC) >= 5


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_used(template):
    used = named_in_templates(NAMED_IN_TEMPLATE) | named_in_code((".html", ".txt"))
    assert template in used or ADMIN_OVERRIDE.match(template)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_can_be_read(template):
    assert get_template(template).origin.name == str(ROOT / "templates" / template)


@pytest.mark.parametrize("template", sorted(named_in_templates(NAMED_IN_TEMPLATE)))
def test_every_template_that_another_names_exists(template):
    get_template(template)


@pytest.mark.parametrize("template", sorted(t for t in named_in_code((".html",)) if t[0] != "."))
def test_every_template_that_the_code_names_exists(template):
    get_template(template)


@pytest.mark.parametrize("file", STATIC)
def test_every_static_file_is_used(file):
    imported = {
        f"{path.parent.name}/{script}" if script else sheet
        for path in files("static", endings=(".css", ".js"))
        for script, sheet in IMPORTED.findall(path.read_text(encoding="utf-8"))
    }
    named = named_in_templates(STATIC_IN_TEMPLATE) | strings(*APPLICATION) | imported
    assert file in named


@pytest.mark.parametrize("file", sorted(named_in_templates(STATIC_IN_TEMPLATE)))
def test_every_static_file_that_a_template_names_exists(file):
    assert finders.find(file)


def test_no_template_switches_escaping_off():
    for path in files("templates", endings=(".html",)):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|\bsafeseq\b|autoescape\s+off", text), name(path)

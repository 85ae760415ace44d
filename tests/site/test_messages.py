"""Translations: complete here, and whatever is wrong with a catalogue is named."""

import pytest

from infoshos import messages

CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext
_("Hello %(name)s")
ngettext("%(count)d story", "%(count)d stories", 3)
pgettext("month", "May")
"""
TEMPLATE = """{% load i18n %}
  <div>
      {% translate "News" %} it's
    {% blocktranslate trimmed %}
      by {{ name }}
    {% endblocktranslate %}
"""


@pytest.fixture
def project(tmp_path):
    """A small project and the path of its catalogue."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "views.py").write_text(CODE)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE)
    return tmp_path


def catalogue_of(project):
    path = project / "locale" / "ru" / "LC_MESSAGES" / "django.po"
    messages.merge(messages.collect(project), path)
    return path


def translate(path, original, *translations):
    """Put translations where the catalogue has none."""
    head, tail = path.read_text().split(f'"{original}"\n', 1)
    for translation in translations:
        tail = tail.replace('""', f'"{translation}"', 1)
    path.write_text(f'{head}"{original}"\n{tail}')


def problems_of(project, path):
    return sorted(messages.problems(messages.collect(project), messages.load(path)))


def test_every_string_of_the_portal_is_translated():
    assert list(messages.problems(messages.collect(), messages.load())) == []


def test_strings_are_found_in_code_and_in_indented_templates(project):
    found = {message.id for message in messages.collect(project) if message.id}
    assert found == {
        "Hello %(name)s",
        ("%(count)d story", "%(count)d stories"),
        "May",
        "News",
        "by %(name)s",
    }


def test_collecting_again_keeps_translations_and_changes_nothing_else(project):
    path = catalogue_of(project)
    translate(path, "News", "Новости")
    before = path.read_text()
    assert 'msgid "News"\nmsgstr "Новости"' in before
    catalogue_of(project)
    assert path.read_text() == before


def test_what_is_wrong_with_a_catalogue_is_named(project):
    path = catalogue_of(project)
    translate(path, "Hello %(name)s", "Привет, %(nom)s")
    translate(path, "News", "Новости")
    translate(path, "by %(name)s", "Автор: %(name)s")
    translate(path, "%(count)d stories", "%(count)d история", "%(count)d истории", "%(count)d историй")
    (project / "news" / "views.py").write_text(CODE.replace('pgettext("month", "May")', '_("March")'))
    assert problems_of(project, path) == [
        "missing: 'March' in news/views.py",
        "obsolete: 'May' (month) in news/views.py",
        "placeholders %(name)s, %(nom)s: 'Hello %(name)s' in news/views.py",
    ]


def test_a_plural_needs_three_forms(project):
    path = catalogue_of(project)
    translate(path, "%(count)d stories", "%(count)d история", "%(count)d истории")
    assert "untranslated: '%(count)d story' in news/views.py" in problems_of(project, path)


def test_only_a_changed_catalogue_is_compiled(project):
    path = catalogue_of(project)
    assert messages.compile_catalogue(path) is True
    assert messages.compile_catalogue(path) is False

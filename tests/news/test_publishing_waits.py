"""When a change waits as a working copy, and when it is what readers get: each way from one state to another."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.actions.publishing import open_for_editing, save_article
from news.models import Article, Revision
from tests.factories import make_article

pytestmark = pytest.mark.django_db

PAST, FUTURE = timezone.now() - timedelta(days=2), timezone.now() + timedelta(days=2)
STATES = {
    "draft": {"published_at_en": None, "withdrawn_at_en": None, "withdrawal_reason_en": ""},
    "embargoed": {"published_at_en": FUTURE, "withdrawn_at_en": None, "withdrawal_reason_en": ""},
    "live": {"published_at_en": PAST, "withdrawn_at_en": None, "withdrawal_reason_en": ""},
    "withdrawn": {"published_at_en": PAST, "withdrawn_at_en": PAST, "withdrawal_reason_en": "Wrong."},
}
KNOWN = {"live", "withdrawn"}  # readers know the text of such an edition


def save(pk, publish=(), **fields):
    article = open_for_editing(pk)
    for name, value in fields.items():
        setattr(article, name, value)
    return save_article(article, by=None, via=Revision.Via.FORM, publish=publish)


def title(article):
    return Article.objects.get(pk=article.pk).title_en


@pytest.mark.parametrize("after", STATES)
@pytest.mark.parametrize("before", STATES)
def test_a_change_waits_where_readers_know_the_edition_before_and_after(before, after):
    article = make_article(title_en="Old", **STATES[before])
    revision = save(article.pk, title_en="New", **STATES[after])
    waits = before in KNOWN and after in KNOWN
    assert (title(article), revision.is_draft) == (("Old", True) if waits else ("New", False))


@pytest.mark.parametrize("after", STATES)
@pytest.mark.parametrize("before", STATES)
def test_a_change_that_is_published_never_waits(before, after):
    article = make_article(title_en="Old", **STATES[before])
    revision = save(article.pk, publish=["en"], title_en="New", **STATES[after])
    assert (title(article), revision.is_draft) == ("New", False)


def test_lifting_a_withdrawal_shows_what_readers_knew():
    article = make_article(title_en="Old", **STATES["live"])
    save(article.pk, title_en="Unfinished")
    save(article.pk, **STATES["withdrawn"])
    save(article.pk, **STATES["live"])
    assert title(article) == "Old"
    assert open_for_editing(article.pk).title_en == "Unfinished"
    assert list(Article.objects.published("en")) == [article]


def test_an_embargo_holds_the_text_that_was_saved_with_it():
    article = make_article(title_en="Old", **STATES["live"])
    save(article.pk, title_en="New", **STATES["embargoed"])
    assert title(article) == "New"


def test_publishing_one_edition_leaves_the_changes_of_the_other_waiting():
    article = make_article(title_en="Old", title_ru="Старое")
    save(article.pk, title_ru="Недописано")
    revision = save(article.pk, publish=["en"], title_en="New")
    shown = Article.objects.get(pk=article.pk)
    assert (shown.title_en, shown.title_ru) == ("New", "Старое")
    assert revision.is_draft
    assert open_for_editing(article.pk).title_ru == "Недописано"
    assert (shown.live_revision_en, shown.live_revision_ru) == (3, 1)

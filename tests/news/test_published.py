"""The one rule: which editions are public."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone, translation

from news.models import Article
from tests.factories import make_article, moscow

NOON = moscow(2020, 11, 9, 12)
EARLIER, LATER = NOON - timedelta(days=1), NOON + timedelta(days=1)

WORDS = {"title": "Words", "body": "<p>Words.</p>", "slug": "words"}
WITHDRAWN = {"withdrawn_at": EARLIER, "withdrawal_reason": "Mistaken."}

# Every state that an edition can be in. Only one of them is public.
EDITIONS = {
    "missing": {},
    "emptied": {"title": "", "body": "", "slug": "", "published_at": EARLIER},
    "title only": {"title": "Words", "slug": "words", "published_at": EARLIER},
    "title and empty body": WORDS | {"body": "", "published_at": EARLIER},
    "body only": {"body": "<p>Words.</p>", "published_at": EARLIER},
    "draft": WORDS,
    "embargoed": WORDS | {"published_at": LATER},
    "live": WORDS | {"published_at": EARLIER},
    "withdrawn": WORDS | WITHDRAWN | {"published_at": EARLIER},
    "withdrawn and embargoed": WORDS | WITHDRAWN | {"published_at": LATER},
}
PAIRS = list(product(EDITIONS, EDITIONS))


def edition(language, name):
    return {f"{field}_{language}": value for field, value in EDITIONS[name].items()}


@pytest.fixture
def stories(db):
    """One story for each pair of states: by (English, Russian)."""
    rows = [Article(**edition("en", english), **edition("ru", russian)) for english, russian in PAIRS]
    Article.objects.bulk_create(rows)
    return dict(zip(PAIRS, rows, strict=True))


def names(stories, found):
    pks = {article.pk for article in found}
    return {pair for pair, article in stories.items() if article.pk in pks}


@pytest.mark.parametrize(("language", "place"), [("en", 0), ("ru", 1)])
def test_only_a_live_edition_is_public_whatever_the_other_one_is(stories, language, place):
    live = {pair for pair in PAIRS if pair[place] == "live"}
    assert names(stories, Article.objects.published(language, at=NOON)) == live
    with translation.override(language):
        assert names(stories, Article.objects.published(at=NOON)) == live


def test_what_is_said_of_each_edition_is_what_the_lists_go_by(stories):
    said = {
        (article.pk, article.public_en, article.public_ru) for article in Article.objects.with_editions(NOON)
    }
    expected = {(article.pk, en == "live", ru == "live") for (en, ru), article in stories.items()}
    assert said == expected


def test_editions_that_are_not_public_can_be_asked_for(stories):
    hidden = Article.objects.with_editions(NOON).filter(public_ru=False)
    assert names(stories, hidden) == {pair for pair in PAIRS if pair[1] != "live"}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_edition_appears_at_its_minute_and_not_before(db, language):
    article = make_article(**{f"published_at_{language}": NOON})
    other = "ru" if language == "en" else "en"

    def is_public(at):
        listed = Article.objects.published(language, at=at).filter(pk=article.pk).exists()
        said = Article.objects.with_editions(at).get(pk=article.pk)
        assert getattr(said, f"public_{language}") == listed
        return listed

    assert not is_public(NOON - timedelta(microseconds=1))
    assert is_public(NOON)
    assert not Article.objects.published(other, at=NOON).filter(pk=article.pk).exists()


def test_without_a_moment_the_clock_decides(db, monkeypatch):
    article = make_article(published_at_en=NOON, published_at_ru=NOON + timedelta(minutes=1))
    monkeypatch.setattr(timezone, "now", lambda: NOON - timedelta(seconds=1))
    assert list(Article.objects.published("en")) == []
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    assert list(Article.objects.published("en")) == [article]
    assert list(Article.objects.published("ru")) == []
    said = Article.objects.with_editions().get()
    assert (said.public_en, said.public_ru) == (True, False)


@pytest.mark.parametrize(("language", "absent"), [("en", "ru"), ("ru", "en")])
def test_text_of_one_language_never_stands_in_for_the_other(db, language, absent):
    fields = {f"{field}_{absent}": None for field in ("title", "summary", "body", "published_at")}
    make_article(**fields)
    stored = Article.objects.get()
    with translation.override(absent):
        shown = [stored.title, stored.summary, stored.body, stored.byline, stored.slug, stored.published_at]
    assert not any(shown)
    with translation.override(language):
        assert stored.title == getattr(stored, f"title_{language}") != ""


def test_newest_first_goes_by_the_date_of_the_edition_and_then_by_number(db):
    first = make_article(published_at_en=EARLIER, published_at_ru=NOON)
    second = make_article(published_at_en=EARLIER, published_at_ru=EARLIER)
    third = make_article(published_at_en=NOON, published_at_ru=EARLIER)
    assert list(Article.objects.newest_first("en")) == [third, second, first]
    assert list(Article.objects.newest_first("ru")) == [first, third, second]

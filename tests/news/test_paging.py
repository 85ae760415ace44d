"""Lists in pages: every story once, in order, in both directions."""

from datetime import timedelta
from urllib.parse import parse_qsl

import pytest
from django.http import Http404
from django.utils import timezone, translation

from news import paging
from news.models import Article
from news.paging import page_of
from news.queries import listed_articles
from tests.factories import moscow

NOON = moscow(2020, 11, 9, 12)
WORDS = {f"{field}_{code}": "words" for field in ("title", "body", "slug") for code in ("en", "ru")}


def stories(*moments, **fields):
    """Public stories dated at these minutes after noon; equal minutes are equal dates."""
    rows = [
        Article(
            **WORDS,
            published_at_en=NOON + timedelta(minutes=m),
            published_at_ru=NOON - timedelta(minutes=m),
            **fields,
        )
        for m in moments
    ]
    return Article.objects.bulk_create(rows)


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr(paging, "PAGE_SIZE", 3)


def page(query=""):
    return page_of(Article.objects.published().newest_first(), dict(parse_qsl(query.removeprefix("?"))))


def walk(start, direction):
    """All pages from one on, by the links that readers follow."""
    found = [start]
    while query := getattr(found[-1], direction):
        found.append(page(query))
        assert len(found) < 50, "the walk goes in circles"
    return found


ORDERS = {
    "one date": [5] * 11,
    "two dates": [1] * 4 + [2] * 4,
    "mixed": [3, 1, 2, 2, 2, 3, 1, 9, 2, 2],
    "a whole number of pages": [1, 2, 3, 4, 5, 6],
    "one more": [1, 2, 3, 4, 5, 6, 7],
    "one page": [1, 2, 3],
}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_way_back_in_time_and_forth_shows_each_story_once_in_order(db, small_pages, order, language):
    stories(*ORDERS[order])
    stories(
        100, withdrawn_at_en=NOON, withdrawn_at_ru=NOON, withdrawal_reason_en="x", withdrawal_reason_ru="x"
    )
    with translation.override(language):
        expected = list(Article.objects.published().newest_first())
        assert len(expected) == len(ORDERS[order])
        there = walk(page(), "older")
        assert [article for part in there for article in part.articles] == expected
        assert [len(part.articles) for part in there[:-1]] == [3] * (len(there) - 1)
        back = walk(there[-1], "newer")
        assert [article for part in reversed(back) for article in part.articles] == expected
        assert back[-1].newer == there[0].newer == there[-1].older == ""


def test_an_empty_list_is_a_page_without_neighbours(db):
    assert page() == paging.Page([], "", "")


def test_a_page_stays_what_it_is_when_stories_are_added_before_it(db, small_pages):
    stories(1, 2, 3, 4, 5, 6)
    query = page().older
    shown = page(query).articles
    stories(7, 8)
    assert page(query).articles == shown


UNREADABLE = [
    *(
        "",
        "x",
        "1",
        "1-",
        "-1",
        "-",
        "1-2-3",
        "1.5-2",
        "-5-2",
        "١-٢",
        "1604912400000000-x",
        "1604912400000000- 1",
    ),
    *("9" * 20 + "-1", "9" * 30 + "-1", "1-" + "9" * 60, "1\x00-1"),
]


@pytest.mark.parametrize("place", UNREADABLE)
@pytest.mark.parametrize("direction", ["before", "after"])
def test_a_place_that_cannot_be_read_is_not_found(db, direction, place):
    stories(1)
    with pytest.raises(Http404):
        page_of(listed_articles(), {direction: place})


# The first and the last moment of the calendar, and a number larger than any column holds.
EDGES = {"0-0": "after", "253402300799999999-0": "before", f"253402300799999999-{'9' * 21}": "before"}


@pytest.mark.parametrize("place", EDGES)
def test_beyond_the_edges_there_is_all_or_nothing(db, place):
    rows = stories(1, 2)
    assert page_of(listed_articles(), {EDGES[place]: place}).articles == rows[::-1]
    with pytest.raises(Http404):
        page_of(listed_articles(), {"before" if EDGES[place] == "after" else "after": place})


def test_a_place_needs_no_story_to_stand_there(db, small_pages):
    first, second = stories(1, 3)
    moment = (NOON + timedelta(minutes=2)).timestamp()
    query = f"{int(moment)}000000-999"
    assert page(f"?before={query}").articles == [first]
    assert page(f"?after={query}").articles == [second]


@pytest.mark.parametrize("count", [1, 30, 70])
@pytest.mark.parametrize("place", ["", "before", "after"])
def test_a_page_is_one_query_however_many_stories_there_are(db, django_assert_num_queries, count, place):
    stories(*range(count))
    far = {"": {}, "before": {"before": "253402300799999999-0"}, "after": {"after": "0-0"}}
    with django_assert_num_queries(1):
        shown = page_of(listed_articles(), far[place])
        assert [article.section for article in shown.articles] == [None] * min(count, 30)


def test_the_clock_is_asked_for_each_page(db, monkeypatch):
    stories(1)
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    assert page().articles == []

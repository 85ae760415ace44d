"""Related stories: which, in which order, with which dates."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import RelatedLink
from tests.factories import make_article, moscow
from tests.markup import page_of

NOW = timezone.now()


def related(client, story, language="en") -> list[str]:
    """The lines of the list as a reader sees them, without the addresses that only paper shows."""
    page = page_of(client.get(story.get_absolute_url(language)))
    lines = []
    for line in page.all(".related li"):
        (printed,) = line.texts(".printed-url")
        lines.append(line.text.removesuffix(printed).strip())
    return lines


def link(story, target=None, **fields) -> RelatedLink:
    return RelatedLink.objects.create(article=story, target=target, **fields)


def outside(story, title, **fields) -> RelatedLink:
    return link(story, url="https://example.org/x", title_en=title, title_ru="Там", **fields)


def test_pinned_ones_come_first_then_the_rest_newest_first(client, db):
    story = make_article()
    dates = {"Old": (2019, 1, 1, 9, 0), "New": (2021, 5, 31, 23, 59), "Pinned": (2018, 3, 4, 0, 5)}
    targets = {
        title: make_article(title_en=title, published_at_en=moscow(*when)) for title, when in dates.items()
    }
    link(story, targets["Old"])
    link(story, targets["New"])
    outside(story, "Undated")
    outside(story, "Day only", date="2020-07-01", source="Agency")
    outside(story, "Second pin", pin=2)
    link(story, targets["Pinned"], pin=1)
    assert related(client, story) == [
        "Pinned 4 March 2018, 00:05",
        "Second pin",
        "New 31 May 2021, 23:59",
        "Day only Agency 1 July 2020",
        "Old 1 January 2019, 09:00",
        "Undated",
    ]


def test_dates_in_russian(client, db):
    story = make_article()
    link(story, make_article(title_ru="Встреча", published_at_ru=moscow(2019, 1, 1, 9, 0)))
    outside(story, "Day only", date="2018-07-01")
    assert related(client, story, "ru") == ["Встреча 01.01.2019 09:00", "Там 1 июля 2018"]


@pytest.mark.parametrize(
    "fields",
    [
        {"published_at_en": None},
        {"published_at_en": NOW + timedelta(days=1)},
        {"title_en": ""},
        {"body_en": ""},
        {"withdrawn_at_en": NOW, "withdrawal_reason_en": "Wrong."},
    ],
    ids=["draft", "embargoed", "untitled", "without text", "withdrawn"],
)
def test_never_to_an_edition_that_is_not_public(client, db, fields):
    story = make_article()
    target = make_article(title_ru="Встреча", published_at_ru=moscow(2019, 1, 1, 9, 0), **fields)
    link(story, target)
    link(story, make_article(**fields), pin=1)
    page = page_of(client.get(story.get_absolute_url("en")))
    assert page.all(".related") == []
    assert "Встреча 01.01.2019 09:00" in related(client, story, "ru")


def test_an_outside_page_without_a_title_in_the_language_is_left_out(client, db):
    story = make_article()
    link(story, url="https://example.org/x", title_en="English only", title_ru="")
    assert related(client, story) == ["English only"]
    assert related(client, story, "ru") == []


def test_where_the_links_lead(client, db):
    story, target = make_article(), make_article(published_at_en=moscow(2021, 1, 1, 0, 0))
    link(story, target)
    outside(story, "Elsewhere", date="2020-01-01", time="08:05", source="Агентство")
    here, there = page_of(client.get(story.get_absolute_url("en"))).all(".related li")
    assert here.one("a")["href"] == target.get_absolute_url("en")
    assert "rel" not in here.one("a").attributes
    assert here.one("time")["datetime"] == "2021-01-01T00:00+03:00"
    assert (there.one("a")["href"], there.one("a")["rel"]) == ("https://example.org/x", "external")
    assert there.one("time")["datetime"] == "2020-01-01T08:05+03:00"
    assert [e.lang for e in there.all(".meta span")] == ["ru"]


def test_markup_in_titles_and_sources_is_text(client, db):
    story = make_article()
    outside(story, '"><script>alert(1)</script>', source="<b>")
    response = client.get(story.get_absolute_url("en"))
    assert related(client, story) == ['"><script>alert(1)</script> <b>']
    assert b"<script>alert" not in response.content

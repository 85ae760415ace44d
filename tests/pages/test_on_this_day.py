"""A day of the calendar through all years."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from tests.factories import make_article, moscow
from tests.markup import Element, page_of
from tests.pages.heads import HOME, editions, head


def story(title: str, *when: int, **fields):
    """A story that is dated in English alone."""
    dates = {"published_at_en": moscow(*when), "published_at_ru": None}
    return make_article(**{"title_en": title, "title_ru": title} | dates | fields)


def page(client, day: str = "", language: str = "en", status: int = 200) -> Element:
    return page_of(client.get(f"/{language}/archive/on-this-day/{day and day + '/'}"), status)


def titles(client, day: str = "") -> list[str]:
    return page(client, day).texts("main h2")


def neighbours(found: Element) -> dict[str, tuple[str, str]]:
    """The links to the days with stories before and after."""
    return {a["rel"]: (a.text, a["href"]) for nav in found.all("main nav") for a in nav.all("a")}


@pytest.fixture
def at(monkeypatch):
    """Set the clock to a moment."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def years(db):
    """Stories of 9 November in three years, and of the days around it."""
    story("A 2018", 2018, 11, 9, 0, 0)
    story("B 2019", 2019, 11, 9, 23, 59)
    story("C 2020", 2020, 11, 9, 16, 6)
    story("Eve", 2018, 11, 8, 23, 59)
    story("Morrow", 2020, 11, 10, 0, 0)
    story("June", 2019, 6, 9, 12, 0)


def test_a_day_shows_its_stories_of_all_years_newest_first(client, years):
    assert titles(client, "11-09") == ["C 2020", "B 2019", "A 2018"]
    assert titles(client, "06-09") == ["June"]
    found = page(client, "11-09")
    assert found.one("h1").text == "On this day: 9 November"
    assert found.texts("main article time") == [
        "9 November 2020, 16:06",
        "9 November 2019, 23:59",
        "9 November 2018, 00:00",
    ]


def test_only_what_is_public_in_the_language_stands_there(client, years):
    story("Withdrawn", 2017, 11, 9, withdrawn_at_en=timezone.now(), withdrawal_reason_en="Mistaken.")
    story("Draft", 2017, 11, 9, published_at_en=None)
    story("Embargoed", 2199, 11, 9)
    story("Русская", 2017, 11, 9, published_at_en=None, published_at_ru=moscow(2015, 11, 9))
    assert titles(client, "11-09") == ["C 2020", "B 2019", "A 2018"]
    russian = page(client, "11-09", "ru")
    assert (russian.one("h1").text, russian.texts("main h2")) == ("В этот день: 9 ноября", ["Русская"])


@pytest.mark.parametrize(
    ("day", "earlier", "later"),
    [
        ("06-09", None, ("8 November", "11-08")),
        ("11-08", ("9 June", "06-09"), ("9 November", "11-09")),
        ("11-09", ("8 November", "11-08"), ("10 November", "11-10")),
        ("11-10", ("9 November", "11-09"), None),
        ("01-01", None, ("9 June", "06-09")),
        ("10-31", ("9 June", "06-09"), ("8 November", "11-08")),
        ("12-31", ("10 November", "11-10"), None),
    ],
)
def test_a_day_names_the_nearest_days_with_stories(client, years, day, earlier, later):
    # Neither what was withdrawn nor what is in the other language counts.
    for month, number in ((1, 20), (11, 5), (12, 20)):
        gone = {"withdrawn_at_en": timezone.now(), "withdrawal_reason_en": "Mistaken."}
        story("Gone", 2019, month, number, published_at_ru=moscow(2019, month, number), **gone)
    status = 404 if day in {"01-01", "10-31", "12-31"} else 200
    expected = {"prev": earlier, "next": later}
    found = {rel: (one[0], f"/en/archive/on-this-day/{one[1]}/") for rel, one in expected.items() if one}
    assert neighbours(page(client, day, status=status)) == found


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "No year has a story of this day. These days have some:"),
        ("ru", "Ни за один год материалов этого дня нет. Вот ближайшие дни, за которые они есть:"),
    ],
)
def test_a_day_without_stories_is_no_page(client, years, language, words):
    make_article(published_at_en=None, published_at_ru=moscow(2020, 5, 5))
    found = page(client, "07-01", language, status=404)
    assert found.one("main p.empty").text == words
    assert found.texts("main article") == []
    assert (head(found), editions(found)) == ({"robots": "noindex"}, {})
    assert len(neighbours(found)) == {"en": 2, "ru": 1}[language]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_empty_archive_promises_no_days(client, db, language):
    words = {"en": "There are no stories here yet.", "ru": "Здесь пока нет материалов."}[language]
    for day, status in (("", 200), ("11-09", 404)):
        found = page(client, day, language, status)
        assert (found.one("main p.empty").text, neighbours(found)) == (words, {})


@pytest.mark.parametrize(
    "day", ["02-30", "04-31", "00-01", "13-01", "01-00", "01-32", "1-1", "011-01", "01-011", "01", "٠١-٠١"]
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_day_that_no_year_has_is_not_found(client, years, language, day):
    found = page(client, day, language, 404)
    assert found.one("html").lang == language
    assert found.all("main nav") == []


@pytest.fixture
def february(db):
    """Stories around the end of February in a leap year and in a common one."""
    story("Leap 28", 2020, 2, 28, 23, 59)
    story("Leap 29", 2020, 2, 29, 0, 0)
    story("Leap 29 late", 2020, 2, 29, 23, 59)
    story("Leap 1", 2020, 3, 1, 0, 0)
    story("Common 28", 2021, 2, 28, 23, 59)
    story("Common 1", 2021, 3, 1, 0, 0)
    story("Old 29", 2016, 2, 29, 12, 0)


@pytest.mark.parametrize(
    ("day", "expected", "around"),
    [
        ("02-28", ["Common 28", "Leap 28"], [None, "29 February"]),
        ("02-29", ["Leap 29 late", "Leap 29", "Old 29"], ["28 February", "1 March"]),
        ("03-01", ["Common 1", "Leap 1"], ["29 February", None]),
    ],
)
def test_29_february_is_a_day_of_its_own(client, february, day, expected, around):
    found = page(client, day)
    assert found.texts("main h2") == expected
    shown = neighbours(found)
    assert [shown.get(rel, [None])[0] for rel in ("prev", "next")] == around


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ((2024, 2, 29), ["Leap 29 late", "Leap 29", "Old 29"]),
        ((2023, 2, 28), ["Common 28", "Leap 28"]),
        ((2023, 3, 1), ["Common 1", "Leap 1"]),
    ],
)
def test_a_common_year_goes_from_28_february_to_1_march(client, february, at, today, expected):
    at(moscow(*today, 12))
    assert titles(client) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2021, 11, 8, 20, 59, 59, tzinfo=UTC), "On this day: 8 November"),
        (datetime(2021, 11, 8, 21, 0, tzinfo=UTC), "On this day: 9 November"),
        (datetime(2021, 11, 9, 20, 59, 59, tzinfo=UTC), "On this day: 9 November"),
    ],
)
def test_today_begins_at_midnight_in_moscow(client, years, at, now, expected):
    at(now)
    found = page(client)
    assert found.one("h1").text == expected
    assert ("C 2020" in found.texts("main h2")) == (expected == "On this day: 9 November")


def test_today_is_a_page_even_without_stories(client, years, at):
    at(moscow(2021, 7, 1, 12))
    found = page(client)
    assert found.one("main p.empty").text == "No year has a story of this day. These days have some:"
    assert [text for text, _href in neighbours(found).values()] == ["9 June", "8 November"]
    assert head(found)["canonical"] == f"{HOME}/en/archive/on-this-day/"
    assert page(client, language="ru").one("main p.empty").text == "Здесь пока нет материалов."


def test_the_switch_leads_only_where_the_other_language_has_stories(client, years):
    found = page(client, "11-09")
    assert (found.one(".language a")["href"], editions(found)) == ("/ru/", {})
    # What was withdrawn does not count, also among other stories.
    story("2018", 2020, 1, 1, published_at_ru=moscow(2018, 1, 1))
    gone = {"withdrawn_at_ru": timezone.now(), "withdrawal_reason_ru": "Ошибка."}
    story("Gone", 2020, 1, 1, published_at_ru=moscow(2018, 11, 9), **gone)
    assert page(client, "11-09").one(".language a")["href"] == "/ru/"
    story("Русская", 2020, 1, 1, published_at_ru=moscow(1999, 11, 9))
    found = page(client, "11-09")
    assert found.one(".language a")["href"] == "/ru/archive/on-this-day/11-09/"
    assert editions(found) == {code: f"{HOME}/{code}/archive/on-this-day/11-09/" for code in ("en", "ru")}
    assert page(client, "11-09", "ru").texts("main h2") == ["Русская"]
    # Today is a page in both languages.
    assert page(client).one(".language a")["href"] == "/ru/archive/on-this-day/"


def test_a_long_list_of_a_day_has_pages(client, db):
    for year in range(1985, 2020):
        story(f"In {year}", year, 11, 9)
    first = page(client, "11-09")
    assert first.texts("main h2") == [f"In {year}" for year in range(2019, 1989, -1)]
    query = first.one("nav.pager a[rel=next]")["href"]
    second = page_of(client.get(f"/en/archive/on-this-day/11-09/{query}"))
    assert second.texts("main h2") == [f"In {year}" for year in range(1989, 1984, -1)]


@pytest.mark.parametrize("year", [1900, 2199])
def test_a_story_of_the_first_or_last_year_breaks_no_page(client, years, at, year):
    at(moscow(2199, 12, 29))
    story("Slip", year, 11, 9, 12)
    place = {1900: -1, 2199: 0}[year]
    assert titles(client, "11-09")[place] == "Slip"
    assert page_of(client.get("/en/"))


def test_the_archive_leads_to_this_day(client, years):
    links = {a.text: a["href"] for a in page_of(client.get("/en/archive/")).all("nav.archive-menu p a")}
    assert links == {"On this day in other years": "/en/archive/on-this-day/"}

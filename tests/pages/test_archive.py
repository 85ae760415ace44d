"""The archive by year, month and day, in Moscow time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_article, moscow
from tests.markup import page_of


def titles(client, path: str) -> list[str]:
    return page_of(client.get(f"/en/archive/{path}")).texts("main article h2")


def nearest_days(page) -> list[tuple[str, str]]:
    """The links of a page without stories, apart from the menu and its calendar."""
    main = page.one("main")
    return [(a.text, a["href"]) for a in main.all("p a") if not a.is_below(["nav"], main)]


@pytest.fixture
def midnight(db):
    """Stories around two midnights of Moscow."""
    for title, when in {
        "Last minute of 2019": (2019, 12, 31, 23, 59),
        "First minute of 2020": (2020, 1, 1, 0, 0),
        "Last minute of January": (2020, 1, 31, 23, 59),
        "Leap day": (2020, 2, 29, 0, 0),
    }.items():
        make_article(title_en=title, published_at_en=moscow(*when), published_at_ru=None)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2019/", ["Last minute of 2019"]),
        ("2020/", ["Leap day", "Last minute of January", "First minute of 2020"]),
        ("2019/12/", ["Last minute of 2019"]),
        ("2020/01/", ["Last minute of January", "First minute of 2020"]),
        ("2020/02/", ["Leap day"]),
        ("2019/12/31/", ["Last minute of 2019"]),
        ("2020/01/01/", ["First minute of 2020"]),
        ("2020/02/29/", ["Leap day"]),
        ("", ["Leap day", "Last minute of January", "First minute of 2020", "Last minute of 2019"]),
    ],
)
def test_a_story_stands_in_the_day_that_moscow_had(client, midnight, path, expected):
    assert titles(client, path) == expected


def test_december_ends_with_the_year(client, db):
    make_article(title_en="Out", published_at_en=moscow(2021, 1, 1, 0, 0))
    make_article(title_en="In", published_at_en=moscow(2020, 12, 31, 23, 59))
    assert titles(client, "2020/12/") == ["In"]


@pytest.mark.parametrize(
    ("language", "path", "heading"),
    [
        ("en", "", "Archive"),
        ("en", "2020/", "Archive, 2020"),
        ("en", "2020/11/", "Archive, November 2020"),
        ("en", "2020/11/09/", "Archive, 9 November 2020"),
        ("ru", "", "Архив"),
        ("ru", "2020/", "2020"),
        ("ru", "2020/11/", "ноябрь 2020"),
        ("ru", "2020/11/09/", "9 ноября 2020"),
    ],
)
def test_headings_name_the_period(client, portal, language, path, heading):
    page = page_of(client.get(f"/{language}/archive/{path}"))
    title = page.one("main h1").text
    assert title == heading if language == "en" else heading.lower() in title.lower()
    assert page.one("title").text.startswith(title)
    other = {"en": "ru", "ru": "en"}[language]
    assert page.one(".language a")["href"] == f"/{other}/archive/{path}"


def test_a_day_without_stories_names_the_nearest_days(client, midnight):
    page = page_of(client.get("/en/archive/2020/01/15/"), 404)
    assert nearest_days(page) == [
        ("1 January 2020", "/en/archive/2020/01/01/"),
        ("31 January 2020", "/en/archive/2020/01/31/"),
    ]
    assert page.texts("main p time") == ["1 January 2020", "31 January 2020"]


def test_before_the_first_and_after_the_last_day(client, midnight):
    before = page_of(client.get("/en/archive/1999/"), 404)
    after = page_of(client.get("/en/archive/2021/05/"), 404)
    assert nearest_days(before) == [("31 December 2019", "/en/archive/2019/12/31/")]
    assert nearest_days(after) == [("29 February 2020", "/en/archive/2020/02/29/")]


def test_an_embargoed_day_is_empty(client, midnight):
    tomorrow = timezone.now() + timedelta(days=1)
    make_article(published_at_en=tomorrow)
    response = client.get(f"/en/archive/{timezone.localtime(tomorrow):%Y/%m/%d}/")
    assert nearest_days(page_of(response, 404)) == [("29 February 2020", "/en/archive/2020/02/29/")]


@pytest.mark.parametrize("year", [1900, 2199])
def test_a_story_of_the_first_or_last_year_breaks_no_page(client, midnight, year):
    make_article(title_en="Slip", published_at_en=moscow(year, 2, 2, 0, 0), published_at_ru=None)
    for path, status in {"": 200, "2020/": 200, "2020/01/15/": 404, "1950/": 404, "1900/": None}.items():
        response = client.get(f"/en/archive/{path}")
        assert response.status_code == (status or (200 if year == 1900 else 404)), path


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_empty_archive_says_so(client, db, language):
    assert page_of(client.get(f"/{language}/archive/")).one("main p.empty").text
    assert nearest_days(page_of(client.get(f"/{language}/archive/2020/"), 404)) == []


@pytest.mark.parametrize(
    "path",
    [
        "2020/13/",
        "2020/00/",
        "2020/02/30/",
        "2019/02/29/",
        "2020/11/31/",
        "2020/11/00/",
        "0000/",
        "0000/01/01/",
        "0001/",
        "0001/01/",
        "0001/01/01/",
        "0001/01/02/",
        "9998/12/31/",
        "9999/",
        "9999/12/",
        "9999/12/31/",
        "20/",
        "20201/",
        "2020/1/",
        "2020/11/9/",
        "2020/11/09/10/",
        "-2020/",
        "٢٠٢٠/",
    ],
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_date_that_no_calendar_has_is_not_found(client, midnight, language, path):
    page = page_of(client.get(f"/{language}/archive/{path}"), 404)
    assert page.one("html").lang == language


def test_the_menu_leads_to_the_years_and_to_the_months_of_the_year(client, midnight):
    menu = page_of(client.get("/en/archive/2019/12/")).one("main nav")
    assert [(a.text, a["href"]) for a in menu.all("ul")[0].all("a")] == [
        ("2020", "/en/archive/2020/"),
        ("2019", "/en/archive/2019/"),
    ]
    months = menu.all("ul")[1]
    # All twelve are named; those without stories are not linked, for the link would lead to a 404.
    assert [month.text for month in months.all("li")][:2] == ["January", "February"]
    assert [(a.text, a["href"]) for a in months.all("a")] == [("December", "/en/archive/2019/12/")]
    assert [a.text for a in menu.all("a[aria-current=true]")] == ["2019", "December"]


def test_the_switch_leads_only_where_the_other_language_has_stories(client, midnight):
    page = page_of(client.get("/en/archive/2019/"))
    assert page.one(".language a")["href"] == "/ru/"
    assert page.all("link[hreflang=ru]") == []
    make_article(published_at_ru=moscow(2019, 5, 5, 5, 5))
    assert page_of(client.get("/en/archive/2019/")).one(".language a")["href"] == "/ru/archive/2019/"

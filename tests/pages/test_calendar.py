"""The calendar of a month in the archive: which days hold stories, and the way to other months."""

import pytest
from django.utils import timezone

from news import calendars, periods
from news.periods import period
from tests.factories import make_article, moscow
from tests.markup import Element, page_of


def story(*when: int, **fields):
    """A story that is dated in English alone."""
    return make_article(**{"published_at_en": moscow(*when), "published_at_ru": None} | fields)


def calendar_of(client, path: str, language: str = "en", status: int = 200) -> Element:
    return page_of(client.get(f"/{language}/archive/{path}"), status).one("table.calendar")


def rows(table: Element) -> list[str]:
    """The weeks as they are seen: `.. .. 1 2 3 4 5`, a day with stories in brackets."""
    return [" ".join(_cell(cell) for cell in row.all("td")) for row in table.all("tbody tr")]


def _cell(cell: Element) -> str:
    if cell.all("a"):
        return f"[{cell.one('span[aria-hidden=true]').text}]"
    return cell.text or ".."


def pager(client, path: str, status: int = 200) -> dict[str, tuple[str, str]]:
    """The months before and after, by their relation."""
    nav = page_of(client.get(f"/en/archive/{path}"), status).one("nav.archive-menu")
    return {a["rel"]: (a.text, a["href"]) for a in nav.all("a[rel]")}


def test_the_days_of_a_month_stand_by_weeks_from_monday_and_those_with_stories_are_linked(client, db):
    for when in ((2020, 11, 9, 16, 6), (2020, 11, 9, 18, 0), (2020, 11, 1, 0, 0), (2020, 11, 30, 23, 59)):
        story(*when)
    table = calendar_of(client, "2020/11/")
    assert rows(table) == [
        ".. .. .. .. .. .. [1]",
        "2 3 4 5 6 7 8",
        "[9] 10 11 12 13 14 15",
        "16 17 18 19 20 21 22",
        "23 24 25 26 27 28 29",
        "[30] .. .. .. .. .. ..",
    ]
    assert [a["href"] for a in table.all("a")] == [
        f"/en/archive/2020/11/{day}/" for day in ("01", "09", "30")
    ]
    for link in table.all("a"):
        assert client.get(link["href"]).status_code == 200
    # Who hears the page hears the whole date.
    assert table.texts("a .visually-hidden") == ["1 November 2020", "9 November 2020", "30 November 2020"]


@pytest.mark.parametrize(
    ("language", "caption", "names", "spoken"),
    [
        ("en", "November 2020", "Mon Tue Wed Thu Fri Sat Sun", "Monday"),
        ("ru", "Ноябрь 2020", "Пн Вт Ср Чт Пт Сб Вс", "Понедельник"),
    ],
)
def test_a_calendar_names_its_month_and_the_days_of_the_week(client, db, language, caption, names, spoken):
    make_article(published_at_en=moscow(2020, 11, 9, 9), published_at_ru=moscow(2020, 11, 9, 9))
    table = calendar_of(client, "2020/11/", language)
    assert table.one("caption").text == caption
    assert table.texts("thead th abbr") == names.split()
    assert table.all("thead abbr")[0]["title"] == spoken


def test_a_month_has_the_rows_that_it_needs(client, db):
    for when in ((2021, 2, 1, 9), (2020, 8, 31, 9), (2020, 2, 29, 9)):
        story(*when)
    assert rows(calendar_of(client, "2021/02/")) == [
        "[1] 2 3 4 5 6 7",
        "8 9 10 11 12 13 14",
        "15 16 17 18 19 20 21",
        "22 23 24 25 26 27 28",
    ]
    august = rows(calendar_of(client, "2020/08/"))
    assert (len(august), august[0], august[-1]) == (6, ".. .. .. .. .. 1 2", "[31] .. .. .. .. .. ..")
    assert rows(calendar_of(client, "2020/02/"))[-1] == "24 25 26 27 28 [29] .."


def test_a_story_stands_in_the_day_that_moscow_had(client, db):
    story(2020, 1, 31, 23, 59)
    story(2020, 2, 2, 0, 0)
    assert rows(calendar_of(client, "2020/01/"))[-1] == "27 28 29 30 [31] .. .."
    assert rows(calendar_of(client, "2020/02/"))[:2] == [".. .. .. .. .. 1 [2]", "3 4 5 6 7 8 9"]


def test_a_day_of_what_is_not_public_is_not_linked(client, db, monkeypatch):
    story(2020, 11, 9, 9)
    story(2020, 11, 10, 9, withdrawn_at_en=timezone.now(), withdrawal_reason_en="Mistaken.")
    story(2020, 11, 11, 9, title_en="")
    story(2020, 11, 12, 9, published_at_en=None, published_at_ru=moscow(2020, 11, 12, 9))
    story(2020, 11, 13, 12, 0)
    monkeypatch.setattr(timezone, "now", lambda: moscow(2020, 11, 13, 11, 59))
    assert rows(calendar_of(client, "2020/11/"))[2] == "[9] 10 11 12 13 14 15"
    assert rows(calendar_of(client, "2020/11/", "ru"))[2] == "9 10 11 [12] 13 14 15"
    monkeypatch.setattr(timezone, "now", lambda: moscow(2020, 11, 13, 12, 0))
    assert rows(calendar_of(client, "2020/11/"))[2] == "[9] 10 11 12 [13] 14 15"


@pytest.fixture
def years(db):
    """Stories in four months of three years."""
    for when in ((2018, 12, 31, 23, 59), (2019, 1, 1, 0, 0), (2019, 3, 15, 9), (2020, 2, 29, 9)):
        story(*when)


MONTHS = {
    "2018/12": "December 2018",
    "2019/01": "January 2019",
    "2019/03": "March 2019",
    "2020/02": "February 2020",
}


@pytest.mark.parametrize(
    ("path", "earlier", "later"),
    [
        ("2018/12/", None, "2019/01"),
        ("2018/12/31/", None, "2019/01"),
        ("2019/01/", "2018/12", "2019/03"),
        ("2019/01/01/", "2018/12", "2019/03"),
        ("2019/03/", "2019/01", "2020/02"),
        ("2019/03/15/", "2019/01", "2020/02"),
        ("2020/02/", "2019/03", None),
    ],
)
def test_the_neighbours_are_the_nearest_months_with_stories(client, years, path, earlier, later):
    expected = {"prev": earlier, "next": later}
    found = {rel: (MONTHS[month], f"/en/archive/{month}/") for rel, month in expected.items() if month}
    assert pager(client, path) == found


@pytest.mark.parametrize(
    ("path", "earlier", "later"),
    [
        ("2019/02/", "2019/01", "2019/03"),
        ("2019/03/14/", "2019/01", "2020/02"),  # the calendar is of March, whose 15th is linked in it
        ("2018/11/", None, "2018/12"),
        ("2021/01/", "2020/02", None),
        ("1900/01/", None, "2018/12"),
        ("2199/12/31/", "2020/02", None),
    ],
)
def test_an_empty_month_or_day_has_a_calendar_too(client, years, path, earlier, later):
    assert calendar_of(client, path, status=404)
    expected = {"prev": earlier, "next": later}
    found = {rel: (MONTHS[month], f"/en/archive/{month}/") for rel, month in expected.items() if month}
    assert pager(client, path, 404) == found


@pytest.mark.parametrize(
    "chosen",
    [
        (2019, 3),
        (2019, 3, 14),
        (2019, 3, 15),
        (2019, 3, 16),
        (2019, 2),
        (2019, 2, 1),
        (2018, 12, 31),
        (2019, 1, 1),
    ],
)
def test_the_calendar_knows_the_nearest_days_without_asking_again(years, django_assert_num_queries, chosen):
    found = period(*chosen)
    month = calendars.month_of(found)
    with django_assert_num_queries(0):
        nearest = month.nearest(found)
    assert nearest == periods.nearest(found)


def test_the_chosen_day_is_marked(client, years):
    table = calendar_of(client, "2019/03/15/")
    assert [a["href"] for a in table.all("a[aria-current=page]")] == ["/en/archive/2019/03/15/"]
    assert calendar_of(client, "2019/03/").all("a[aria-current]") == []


def test_years_and_the_whole_archive_have_no_calendar(client, years):
    for path in ("", "2019/"):
        assert page_of(client.get(f"/en/archive/{path}")).all("table") == []

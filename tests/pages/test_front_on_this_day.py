"""What the front page shows of this day in other years."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import FrontPlace
from tests.factories import make_article, moscow
from tests.markup import page_of

NOON = moscow(2021, 11, 9, 12)


@pytest.fixture
def at(monkeypatch):
    """Set the clock to a moment."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


def story(title: str, *when: int, **fields):
    """A story that is dated in English alone."""
    return make_article(
        **{"title_en": title, "published_at_en": moscow(*when), "published_at_ru": None} | fields
    )


@pytest.fixture
def years(db):
    """Stories of 9 November in three years, and of the days around it."""
    story("A 2018", 2018, 11, 9, 0, 0)
    story("B 2019", 2019, 11, 9, 23, 59)
    story("C 2020", 2020, 11, 9, 16, 6)
    story("Eve", 2018, 11, 8, 23, 59)
    story("Morrow", 2020, 11, 10, 0, 0)


def on_front(client, language="en") -> list[str]:
    """The lines of the front page's “on this day”."""
    return page_of(client.get(f"/{language}/")).texts("section.on-this-day li")


def fill_front():
    """As many stories of today and the days before as the front page shows."""
    for hours in range(18):
        story(f"New {hours}", 2021, 11, 9, published_at_en=NOON - timedelta(hours=3 * hours))


def test_the_front_page_shows_three_stories_of_this_day_from_other_years(client, years, at):
    at(NOON)
    fill_front()
    old = story("D 2017", 2017, 11, 9)
    assert on_front(client) == ["2020 C 2020", "2019 B 2019", "2018 A 2018"]
    section = page_of(client.get("/en/")).one("section.on-this-day")
    assert section.one("h2 a")["href"] == "/en/archive/on-this-day/"
    old.published_at_en = moscow(2020, 11, 9, 17)
    old.save()
    assert on_front(client) == ["2020 D 2017", "2020 C 2020", "2019 B 2019"]
    assert section.all("li")[0].one("a")["href"].startswith("/en/news/")


def test_what_stands_elsewhere_on_the_front_page_is_not_repeated(client, years, at):
    at(NOON)
    # With so few stories all of them are among the newest.
    assert on_front(client) == []
    fill_front()
    pinned = story("Pinned", 2016, 11, 9)
    FrontPlace.objects.create(article=pinned, position=2)
    assert on_front(client) == ["2020 C 2020", "2019 B 2019", "2018 A 2018"]
    FrontPlace.objects.all().delete()
    story("E 2020", 2020, 11, 9, 18)
    assert on_front(client) == ["2020 E 2020", "2020 C 2020", "2019 B 2019"]


def test_however_many_of_the_day_stand_elsewhere_three_others_are_found(client, years, at):
    at(NOON)
    fill_front()
    for position in range(5):
        FrontPlace.objects.create(article=story("Pinned", 2020, 11, 9, 20), position=position)
    assert on_front(client) == ["2020 C 2020", "2019 B 2019", "2018 A 2018"]


def test_many_stories_of_today_are_none_of_other_years(client, db, at):
    at(NOON)
    for minute in range(60):
        story(f"Today {minute}", 2021, 11, 9, 11, minute)
    assert on_front(client) == []
    story("Last year", 2020, 11, 9)
    assert on_front(client) == ["2020 Last year"]


def test_where_no_other_year_has_a_story_of_this_day_nothing_is_said(client, years, at):
    fill_front()
    at(moscow(2021, 11, 11))
    assert page_of(client.get("/en/")).all("section.on-this-day") == []
    at(NOON)
    assert page_of(client.get("/ru/")).all("section.on-this-day") == []

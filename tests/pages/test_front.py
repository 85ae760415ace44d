"""The front page: a lead, up to five places, the newest."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import FrontPlace
from tests.factories import make_article, make_image
from tests.markup import page_of

NOW = timezone.now()


def stories(count: int, **fields) -> list:
    """Stories, newest first."""
    return [
        make_article(
            title_en=f"No {n}",
            title_ru=f"Номер {n}",
            **{f"published_at_{code}": NOW - timedelta(hours=n) for code in ("en", "ru")} | fields,
        )
        for n in range(count)
    ]


def pin(article, position, **fields):
    FrontPlace.objects.create(article=article, position=position, **fields)


def titles(client, language="en") -> tuple[list, list, list]:
    """The lead, the places below it and the newest, as they stand on the page."""
    main = page_of(client.get(f"/{language}/")).one("main")
    return main.texts("article.lead h2"), main.texts(".places h3"), main.texts(".list h3")


def test_without_pins_the_newest_stand_everywhere(client, db):
    stories(20)
    lead, places, newest = titles(client)
    assert lead == ["No 0"]
    assert places == [f"No {n}" for n in range(1, 6)]
    assert newest == [f"No {n}" for n in range(6, 18)]


def test_pinned_stories_stand_at_their_places_and_the_newest_fill_the_rest(client, db):
    rows = stories(20)
    pin(rows[9], 0)
    pin(rows[0], 3)
    pin(rows[15], 5, until=NOW + timedelta(hours=1))
    lead, places, newest = titles(client)
    assert lead == ["No 9"]
    assert places == ["No 1", "No 2", "No 0", "No 3", "No 15"]
    assert newest == [f"No {n}" for n in (4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 16, 17)]


def test_where_stories_run_out_pinned_ones_move_up(client, db):
    rows = stories(3)
    pin(rows[2], 4)
    assert titles(client) == (["No 0"], ["No 1", "No 2"], [])


def test_a_pin_ends_at_its_minute(client, db):
    rows = stories(8)
    pin(rows[7], 0, until=NOW - timedelta(seconds=1))
    assert titles(client)[0] == ["No 0"]
    FrontPlace.objects.update(until=NOW + timedelta(hours=1))
    assert titles(client)[0] == ["No 7"]


@pytest.mark.parametrize(
    "fields",
    [
        {"published_at_ru": None},
        {"published_at_ru": NOW + timedelta(hours=1)},
        {"withdrawn_at_ru": NOW, "withdrawal_reason_ru": "Ошибка."},
        {"title_ru": ""},
    ],
    ids=["draft", "embargoed", "withdrawn", "untitled"],
)
def test_a_pinned_story_that_is_not_public_in_the_language_makes_room(client, db, fields):
    stories(3)
    pinned = make_article(**{"title_en": "Pinned", "title_ru": "Важное"} | fields)
    pin(pinned, 0)
    assert titles(client)[0] == ["Pinned"]
    assert titles(client, "ru") == (["Номер 0"], ["Номер 1", "Номер 2"], [])


@pytest.mark.parametrize("pinned", [[], [0], [0, 1, 2, 3, 4, 5], [5], [2, 4]])
def test_no_story_stands_twice(client, db, pinned):
    rows = stories(25)
    for position in pinned:
        pin(rows[20 - position], position)
    lead, places, newest = titles(client)
    shown = lead + places + newest
    assert len(shown) == 1 + 5 + 12
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_empty_portal_says_so(client, db, language):
    make_article(published_at_en=None, published_at_ru=None)
    main = page_of(client.get(f"/{language}/")).one("main")
    assert main.all("article") == []
    assert main.one("p.empty").text


def test_the_lead_shows_picture_summary_date_and_section(client, portal):
    lead = page_of(client.get("/en/")).one("article.lead")
    assert lead.one("h2 a")["href"] == portal.story.get_absolute_url("en")
    assert lead.one("img")["src"] == f"/media/images/{portal.lead_image.token}.jpg"
    assert lead.one("img")["alt"] == ""  # the title beside it says where it leads
    assert lead.one(".summary").text == "What happened, in short."
    assert lead.one(".kicker a")["href"] == "/en/section/security/"
    assert (lead.one(".kicker").text, lead.one(".meta").text) == ("Security", "9 November 2020, 16:06")
    assert lead.one("time")["datetime"] == "2020-11-09T16:06+03:00"


def test_every_story_shows_the_picture_that_it_has(client, db):
    pictures = [make_image() if n % 2 else None for n in range(8)]
    for n, image in enumerate(pictures):
        make_article(title_en=f"No {n}", image=image, published_at_en=NOW - timedelta(days=n))
    articles = page_of(client.get("/en/")).all("main article")
    assert [article.texts("a")[-1] for article in articles] == [f"No {n}" for n in range(8)]
    shown = [[img["src"] for img in article.all("img")] for article in articles]
    assert shown == [[f"/media/images/{image.token}.jpg"] if image else [] for image in pictures]
    # Beside the title it says nothing new: neither to who hears the page nor to who walks it by keyboard.
    links = [link for article in articles for link in article.all("a") if link.all("img")]
    assert [(a["tabindex"], a["aria-hidden"], a.one("img")["alt"]) for a in links] == [("-1", "true", "")] * 4


def test_the_switch_and_the_canonical_address(client, portal):
    page = page_of(client.get("/en/?utm_source=x"))
    assert page.one("link[rel=canonical]")["href"] == "http://127.0.0.1:8000/en/"
    assert page.one(".language a")["href"] == "/ru/"
    assert page.one("link[hreflang=ru]")["href"] == "http://127.0.0.1:8000/ru/"

"""Addresses that stories once had."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Redirect
from tests.factories import make_article
from tests.markup import page_of


@pytest.fixture
def story(db):
    article = make_article(title_en="The heads of state met", title_ru="Главы государств встретились")
    for old_url, language in {
        "/en/?idn=123": "en",
        "/?idn=124": "ru",
        "/en/news.php?id=5&lang=en": "en",
        "/old/story.html": "ru",
        "/старый/адрес/": "ru",
        "/en/2019/story": "en",
        "/ru/news/99/old-slug/": "ru",
    }.items():
        Redirect.objects.create(old_url=old_url, article=article, language=language)
    return article


@pytest.mark.parametrize(
    ("old", "language"),
    [
        ("/en/?idn=123", "en"),
        ("/?idn=124", "ru"),
        ("/en/news.php?id=5&lang=en", "en"),
        ("/old/story.html", "ru"),
        ("/старый/адрес/", "ru"),
        ("/%D1%81%D1%82%D0%B0%D1%80%D1%8B%D0%B9/%D0%B0%D0%B4%D1%80%D0%B5%D1%81/", "ru"),
        ("/en/2019/story", "en"),
        ("/ru/news/99/old-slug/", "ru"),
    ],
)
@pytest.mark.parametrize("method", ["get", "head"])
def test_an_old_address_leads_to_its_edition_for_ever(client, story, old, language, method):
    response = getattr(client, method)(old)
    assert response.status_code == 301
    assert response.headers["Location"] == story.get_absolute_url(language)


@pytest.mark.parametrize("tail", ["?utm_source=mail", "?fbclid=1&x=y"])
def test_what_trackers_add_to_an_old_path_does_not_hide_the_story(client, story, tail):
    response = client.get(f"/old/story.html{tail}")
    assert (response.status_code, response.headers.get("Location")) == (301, story.get_absolute_url("ru"))


@pytest.mark.parametrize(
    "query", ["idn=1234", "idn=12", "IDN=123", "idn=123%00", "x", "=", "&&&", "%", "?", "a=" + "b" * 9000]
)
def test_an_unknown_query_is_harmless(client, story, query):
    plain = client.get("/en/")
    response = client.get(f"/en/?{query}")
    assert (response.status_code, response.content) == (200, plain.content)


@pytest.mark.parametrize(
    "path", ["/old/story.html%00", "/old/%ff", "/old/story.htm", "/old/story.html/", "/old/" + "x" * 9000]
)
def test_other_paths_are_not_found(client, story, path):
    page_of(client.get(path), 404)


@pytest.mark.parametrize("old", ["/en/?idn=123", "/old/story.html"])
def test_nothing_is_sent_to_an_old_address(client, story, old):
    assert client.post(old, {"x": "y"}).status_code in {404, 405}


def test_a_page_that_is_there_wins_over_an_old_path(client, story):
    Redirect.objects.create(old_url="/en/archive/", article=story, language="en")
    assert client.get("/en/archive/").status_code == 200


def test_a_story_that_is_not_public_at_its_own_old_address_is_not_found(client, story):
    hidden = make_article(published_at_en=None, published_at_ru=None)
    address = hidden.get_absolute_url("en")
    Redirect.objects.create(old_url=address, article=hidden, language="en")
    page_of(client.get(address), 404)


TOMORROW = timezone.now() + timedelta(days=1)
HIDDEN = {
    "a draft": {"published_at_en": None},
    "embargoed": {"published_at_en": TOMORROW},
    "without a text": {"body_en": ""},
    "withdrawn before its day": {
        "published_at_en": TOMORROW,
        "withdrawn_at_en": timezone.now(),
        "withdrawal_reason_en": "Wrong.",
    },
}


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize(("old", "status"), [("/en/?idn=9", 200), ("/en/secret.html", 404)])
def test_an_old_address_says_nothing_of_a_story_that_was_never_public(client, db, fields, old, status):
    story = make_article(title_en="Secret plans", **fields)
    Redirect.objects.create(old_url=old, article=story, language="en")
    Redirect.objects.create(old_url="/ru/?idn=9", article=story, language="ru")
    without_redirect = client.get(old.replace("9", "8").replace("secret", "other"))
    response = client.get(old)
    assert (response.status_code, response.headers.get("Location")) == (status, None)
    assert b"secret-plans" not in response.content
    assert response.content == without_redirect.content
    assert client.get("/ru/?idn=9").headers["Location"] == story.get_absolute_url("ru")


def test_an_old_address_of_a_withdrawn_story_leads_to_the_reason(client, db):
    story = make_article(withdrawn_at_en=timezone.now(), withdrawal_reason_en="The figures were wrong.")
    Redirect.objects.create(old_url="/en/?idn=9", article=story, language="en")
    page = page_of(client.get("/en/?idn=9", follow=True), 410)
    assert "The figures were wrong." in page.one("main").text


def test_an_old_address_is_one_query_and_reads_no_text(client, story):
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/en/?idn=123").status_code == 301
    (query,) = queries
    selected = query["sql"].partition(" FROM ")[0]
    assert "slug_en" in selected
    assert not re.search("body|summary|title", selected)


def test_pages_without_a_query_ask_nothing_of_the_old_addresses(client, story):
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/")
    assert [q for q in queries if "news_redirect" in q["sql"]] == []

"""Addresses that stories once had."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

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


def test_pages_without_a_query_ask_nothing_of_the_old_addresses(client, story):
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/")
    assert [q for q in queries if "news_redirect" in q["sql"]] == []

"""What stands at the address of a story: the story, another address, or the reason why there is none."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_article
from tests.markup import page_of

NOW = timezone.now()


@pytest.mark.parametrize("tail", ["", "wrong/", "-/", "The-Heads-Of-State-Met/"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_short_old_or_wrong_address_leads_to_the_story(client, portal, tail, method):
    response = getattr(client, method)(f"/en/news/{portal.story.pk}/{tail}")
    assert response.status_code == 301
    assert response.headers["Location"] == f"/en/news/{portal.story.pk}/the-heads-of-state-met/"


def test_the_slug_of_the_other_language_leads_to_the_story(client, portal):
    russian = portal.story.get_absolute_url("ru")
    response = client.get(russian.replace("/ru/", "/en/"))
    assert response.status_code == 301
    assert response.headers["Location"] == portal.story.get_absolute_url("en")


def test_an_address_without_its_last_slash_leads_to_the_story(client, portal):
    response = client.get(portal.story.get_absolute_url("en").rstrip("/"))
    assert (response.status_code, response.headers["Location"]) == (301, portal.story.get_absolute_url("en"))


@pytest.mark.parametrize(
    ("language", "title"), [("en", "There is no such page"), ("ru", "Такой страницы нет")]
)
def test_an_unknown_number_is_a_page_that_leads_on(client, db, language, title):
    page = page_of(client.get(f"/{language}/news/12345/any/"), 404)
    assert page.one("main h1").text == title
    assert [a["href"] for a in page.all("main a")] == [f"/{language}/", f"/{language}/archive/"]
    assert page.one("meta[name=robots]")["content"] == "noindex"


@pytest.mark.parametrize("tail", ["", "any-slug/"])
def test_a_withdrawn_story_is_gone_and_says_why(client, portal, tail):
    response = client.get(f"/en/news/{portal.withdrawn.pk}/{tail}")
    page = page_of(response, 410)
    assert "The reason: The figures were wrong." in page.texts("main p")
    assert page.one("main time").text == _english(portal.withdrawn.withdrawn_at_en)
    assert portal.withdrawn.title_en not in response.content.decode()


def test_a_withdrawn_story_says_why_in_russian(client, portal):
    page = page_of(client.get(portal.withdrawn.get_absolute_url("ru")), 410)
    assert any(text.endswith("В цифрах ошибка.") for text in page.texts("main p"))


def test_a_story_withdrawn_in_one_language_leads_to_the_other(client, db):
    story = make_article(withdrawn_at_en=NOW, withdrawal_reason_en="Wrong.")
    page = page_of(client.get(story.get_absolute_url("en")), 410)
    assert "It is available in Russian:" in page.one("main").text
    link = page.one("main a[lang=ru]")
    assert (link["href"], link.text) == (story.get_absolute_url("ru"), story.title_ru)
    assert client.get(story.get_absolute_url("ru")).status_code == 200


def test_a_story_withdrawn_before_its_time_was_never_there(client, db):
    later = NOW + timedelta(days=1)
    story = make_article(published_at_en=later, withdrawn_at_en=NOW, withdrawal_reason_en="A secret.")
    page = page_of(client.get(story.get_absolute_url("en")), 404)
    assert "A secret." not in page.text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_story_of_the_other_language_says_so_and_leads_there(client, db, language):
    story = make_article(**{f"published_at_{language}": None})
    other = {"en": "ru", "ru": "en"}[language]
    page = page_of(client.get(story.get_absolute_url(language)), 404)
    headings = {
        "en": "This story has not been published in English",
        "ru": "Этот материал не публиковался на русском языке",
    }
    assert page.one("main h1").text == headings[language]
    available = {"en": "It is available in Russian:", "ru": "Он есть на английском языке:"}
    assert available[language] in page.one("main").text
    link = page.one(f"main a[hreflang={other}]")
    title = getattr(story, f"title_{other}")
    assert (link["href"], link.text, link.lang) == (story.get_absolute_url(other), title, other)
    assert page.one(".language a")["href"] == story.get_absolute_url(other)
    assert getattr(story, f"title_{language}") not in page.text


@pytest.mark.parametrize(
    "fields",
    [
        {"published_at_en": None, "published_at_ru": None},
        {"published_at_en": NOW + timedelta(days=1), "published_at_ru": NOW + timedelta(days=1)},
        {"title_en": "", "title_ru": ""},
        {"body_en": "", "body_ru": ""},
    ],
    ids=["draft", "embargoed", "untitled", "without text"],
)
def test_what_is_not_public_is_not_found_and_shows_nothing(client, db, fields):
    story = make_article(**{"summary_en": "Secret", "summary_ru": "Тайна"} | fields)
    for language in ("en", "ru"):
        response = client.get(story.get_absolute_url(language))
        page = page_of(response, 404)
        assert page.all("main a[hreflang]") == []
        assert story.summary_en not in page.text
        assert story.summary_ru not in page.text
        assert story.title_en == "" or story.title_en not in page.text


def _english(moment) -> str:
    local = timezone.localtime(moment)
    return f"{local.day} {local:%B %Y, %H:%M}"

"""What the head of a page tells search engines and social networks, in both languages."""

import pytest

from tests.addresses import addresses
from tests.factories import make_topic
from tests.markup import page_of
from tests.pages.heads import HOME, LOCALES, SITES, editions, head, titled
from tests.pages.test_topics import make_list

# The titles of the kinds of pages in English and Russian.
KINDS = {
    "section/security/": ("Security", "Безопасность"),
    "topic/drugs/": ("Topic: Drugs", "Тема: Наркотики"),
    "archive/": ("Archive", "Архив"),
    "archive/2020/": ("Archive, 2020", "Архив, 2020"),
    "archive/2020/11/": ("Archive, November 2020", "Архив, ноябрь 2020"),
    "archive/2020/11/09/": ("Archive, 9 November 2020", "Архив, 9 ноября 2020"),
    "archive/on-this-day/": ("On this day", "В этот день"),
    "archive/on-this-day/11-09/": ("On this day: 9 November", "В этот день: 9 ноября"),
    "states/": ("States", "Государства"),
    "states/?on=2016-06-24": ("States on 24 June 2016", "Государства на 24 июня 2016 года"),
    "states/kz/": ("Kazakhstan", "Казахстан"),
    "about/": ("About", "О портале"),
}


DESCRIPTIONS = {
    "section/security/": ("Safe borders.", "Спокойные границы."),
    "topic/drugs/": (
        "Stories on the topic “Drugs”, newest first",
        "Материалы на тему «Наркотики», сначала новые",
    ),
    "about/": ("Words.", "Слова."),
}


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("place", [0, 1], ids=["en", "ru"])
def test_every_kind_of_page_says_what_it_is(client, portal, place, path):
    language, other = ("en", "ru")[place], ("ru", "en")[place]
    page = page_of(client.get(f"/{language}/{path}"))
    title, found = KINDS[path][place], head(page)
    assert page.one("head title").text == titled(title, language)
    assert found["description"] == DESCRIPTIONS.get(path, [found["description"]] * 2)[place]
    assert found == {
        "description": found["description"],
        "canonical": f"{HOME}/{language}/{path}",
        "og:site_name": SITES[language],
        "og:type": "website",
        "og:title": title,
        "og:description": found["description"],
        "og:url": f"{HOME}/{language}/{path}",
        "og:locale": LOCALES[language],
        "og:locale:alternate": LOCALES[other],
    }
    assert editions(page) == {code: f"{HOME}/{code}/{path}" for code in ("en", "ru")}


@pytest.mark.parametrize(
    ("language", "title", "tagline"),
    [
        ("en", "Infoshos – News of the organisation", "News of the organisation"),
        ("ru", "Инфошос — Новости организации", "Новости организации"),
    ],
)
def test_the_front_page_is_titled_with_the_portal_s_name_and_tagline(
    client, portal, language, title, tagline
):
    page = page_of(client.get(f"/{language}/"))
    found = head(page)
    assert page.one("head title").text == title
    assert (found["og:title"], found["og:type"]) == (SITES[language], "website")
    assert found["description"] == found["og:description"] == tagline
    assert found["canonical"] == found["og:url"] == f"{HOME}/{language}/"
    assert editions(page) == {"en": f"{HOME}/en/", "ru": f"{HOME}/ru/"}


@pytest.mark.parametrize(
    "path", ["", "section/security/", "archive/2020/", "states/?on=2016-06-24", "about/", "{story}"]
)
def test_what_others_append_to_an_address_is_not_part_of_it(client, portal, path):
    path = portal.story.get_absolute_url("en") if path == "{story}" else f"/en/{path}"
    query = "utm_source=x&fbclid=%D1%8F&page=2&idn="
    page = page_of(client.get(f"{path}{'&' if '?' in path else '?'}{query}"))
    assert head(page)["canonical"] == head(page)["og:url"] == HOME + path
    assert editions(page)["en"] == HOME + path


@pytest.mark.parametrize("path", ["", "about/", "states/", "{story}"])
def test_a_place_in_a_list_is_no_part_of_a_page_without_one(client, portal, path):
    path = portal.story.get_absolute_url("en") if path == "{story}" else f"/en/{path}"
    assert head(page_of(client.get(f"{path}?before=1-1&after=2-2")))["canonical"] == HOME + path


def test_a_day_is_no_part_of_a_list_of_stories(client, portal):
    found = head(page_of(client.get("/en/archive/?on=2016-06-24")))
    assert found["canonical"] == f"{HOME}/en/archive/"
    assert head(page_of(client.get("/en/states/?on=")))["canonical"] == f"{HOME}/en/states/"


LISTS = ["section/security/", "topic/drugs/", "states/kz/", "archive/", "archive/2020/", "archive/2020/11/"]


@pytest.mark.parametrize("path", LISTS)
def test_a_part_of_a_list_is_a_page_of_its_own_without_a_counterpart(client, portal, path):
    """The lists of the two languages are divided at different stories."""
    query = "before=253402300799000000-1"
    page = page_of(client.get(f"/en/{path}?utm_source=x&{query}"))
    assert head(page)["canonical"] == head(page)["og:url"] == f"{HOME}/en/{path}?{query}"
    assert editions(page) == {}
    assert page.one(".language a")["href"] == f"/ru/{path}"


def test_a_place_has_one_spelling(client, portal):
    page = page_of(client.get("/en/archive/?before=0253402300799000000-01&after=0-0"))
    assert head(page)["canonical"] == f"{HOME}/en/archive/?before=253402300799000000-1"


def test_the_way_back_shows_pages_that_have_an_address_already(client, db):
    make_list(make_topic(), 65)
    address = "/en/topic/drugs/"
    second = page_of(client.get(address)).one("a[rel=next]")["href"]
    third = page_of(client.get(address + second)).one("a[rel=next]")["href"]
    back = page_of(client.get(address + third)).one("a[rel=prev]")["href"]
    assert (second[:8], third[:8], back[:7]) == ("?before=", "?before=", "?after=")
    page = page_of(client.get(address + back))
    assert head(page)["canonical"] == head(page)["og:url"] == HOME + address + second
    page = page_of(client.get(address + page.one("a[rel=prev]")["href"]))
    assert head(page)["canonical"] == HOME + address
    assert editions(page) == {code: f"{HOME}/{code}/topic/drugs/" for code in ("en", "ru")}


@pytest.mark.parametrize(
    ("language", "one_day", "two_days"),
    [
        ("en", "Topic: Drugs, 9 November 2020", "Security, 9 November 2020 – 15 January 2021"),
        ("ru", "Тема: Наркотики, 9 ноября 2020", "Безопасность, 9 ноября 2020 — 15 января 2021"),
    ],
)
def test_the_title_of_a_part_of_a_list_says_its_days(client, portal, language, one_day, two_days):
    at_2022 = "1640984400000000-0"
    for path, title in {
        f"topic/drugs/?before={at_2022}": one_day,
        f"section/security/?before={at_2022}": two_days,
    }.items():
        page = page_of(client.get(f"/{language}/{path}"))
        assert page.one("head title").text == titled(title, language)
        assert head(page)["og:title"] == title


# Answers that are no place to return to: they depend on what was just sent.
PASSING = {"comment thanks", "report form", "report thanks", "contact thanks"}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_no_page_to_find_is_told_to_nobody(client, portal, language):
    for name, (path, status) in addresses(portal, language).items():
        page = page_of(client.get(path), status)
        if status == 200 and name not in PASSING:
            assert {"canonical", "og:url", "og:title"} <= set(head(page)), name
            assert "robots" not in head(page), name
        else:
            assert head(page) == {"robots": "noindex"}, name
            assert editions(page) == {}, name


def test_both_editions_of_a_page_name_each_other(client, portal):
    for name, (path, status) in addresses(portal, "en").items():
        if status == 200 and name not in {*PASSING, "part of a list"}:
            here = editions(page_of(client.get(path)))
            assert here["en"] == HOME + path, name
            assert editions(page_of(client.get(here["ru"].removeprefix(HOME)))) == here, name

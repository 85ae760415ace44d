"""A section, and lists in pages."""

from datetime import timedelta

import pytest

from tests.factories import make_article, make_section, moscow
from tests.markup import page_of

START = moscow(2020, 1, 1, 0, 0)


def make_list(section, count: int):
    """Stories `No 1` (oldest) to `No {count}`; every two share their minute."""
    for n in range(1, count + 1):
        moment = START + timedelta(minutes=n // 2)
        make_article(title_en=f"No {n}", published_at_en=moment, published_at_ru=None, section=section)


def test_a_section_shows_its_public_stories_newest_first(client, portal):
    page = page_of(client.get("/en/section/security/"))
    assert page.one("main h1").text == "Security"
    assert page.one("main .summary").text == "Safe borders."
    assert page.texts("main h2") == [
        portal.english.title_en,
        portal.plain.title_en,
        "The heads of state met",
    ]
    assert page.texts("main time")[1:] == ["15 January 2021, 10:30", "9 November 2020, 16:06"]
    assert page.one("nav.sections a[aria-current=page]").text == "Security"
    assert page.one(".language a")["href"] == "/ru/section/security/"


def test_the_russian_section_has_only_russian_editions(client, portal):
    page = page_of(client.get("/ru/section/security/"))
    assert page.one("main h1").text == "Безопасность"
    assert page.texts("main h2") == [
        portal.russian.title_ru,
        portal.plain.title_ru,
        "Главы государств встретились",
    ]


def test_pages_follow_each_other_without_gap_or_repetition(client, db):
    make_list(make_section(), 65)
    seen, address = [], "/en/section/security/"
    sizes = []
    while address:
        page = page_of(client.get(address))
        seen += page.texts("main h2")
        sizes.append(len(page.texts("main h2")))
        following = page.all("main a[rel=next]")
        address = following and "/en/section/security/" + following[0]["href"]
    assert sizes == [30, 30, 5]
    assert seen == [f"No {n}" for n in range(65, 0, -1)]


def test_the_way_back_shows_the_same_pages(client, db):
    make_list(make_section(), 65)
    forth, back, address = [], [], "/en/section/security/"
    for _page in range(2):
        address = "/en/section/security/" + page_of(client.get(address)).one("a[rel=next]")["href"]
        forth.append(address)
    page = page_of(client.get(address))
    while newer := page.all("main a[rel=prev]"):
        page = page_of(client.get("/en/section/security/" + newer[0]["href"]))
        back.append(page.texts("main h2"))
    assert back == [[f"No {n}" for n in range(35, 5, -1)], [f"No {n}" for n in range(65, 35, -1)]]


def test_exactly_one_page_has_no_pager(client, db):
    make_list(make_section(), 30)
    page = page_of(client.get("/en/section/security/"))
    assert len(page.all("main h2")) == 30
    assert page.all("main nav") == []


@pytest.mark.parametrize(
    "query",
    [
        "before=1-1",
        "after=9999999999999999-1",
        "before=",
        "before=x",
        "after=1",
        "before=1-",
        "before=-1",
        "before=-1-1",
        "before=١-1",
        "before=99999999999999999999999999-1",
        "before=1604927160000000-99999999999999999999",
        "after=9" + "9" * 10_000,
        "before=1&before=x",
    ],
)
def test_a_place_that_holds_nothing_is_not_found(client, db, query):
    make_list(make_section(), 3)
    response = client.get(f"/en/section/security/?{query}")
    if query == "before=1604927160000000-99999999999999999999":
        assert page_of(response).texts("main h2") == ["No 3", "No 2", "No 1"]  # a place between stories
    else:
        assert page_of(response, 404).one("main h1").text == "There is no such page"


def test_an_empty_section_says_so(client, db):
    make_section()
    assert page_of(client.get("/en/section/security/")).one("main p.empty").text == (
        "There are no stories here yet."
    )


def test_a_section_without_a_name_in_the_language_is_not_there(client, db):
    make_section("later", name_ru="", name_en="Later")
    assert client.get("/ru/section/later/").status_code == 404
    page = page_of(client.get("/en/section/later/"))
    assert page.one(".language a")["href"] == "/ru/"
    assert page.all("link[hreflang=ru]") == []
    assert "later" not in [a["href"] for a in page_of(client.get("/ru/")).all("nav.sections a")]


@pytest.mark.parametrize("slug", ["none", "Security", "security-"])
def test_an_unknown_section_is_not_found(client, portal, slug):
    assert client.get(f"/en/section/{slug}/").status_code == 404

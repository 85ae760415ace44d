"""What stands around every page: notices, menus, the lists of states, the imprint."""

import pytest

from news.models import Notice, SiteSettings
from tests.factories import make_membership, make_section, make_state, make_status
from tests.markup import page_of


def notice(ref: str, **fields):
    Notice.objects.create(ref=ref, **fields)


def test_notices_stand_in_their_order_in_the_language_that_they_have(client, db):
    notice("b", text_en="Second", text_ru="Вторая", order=2)
    notice("a", text_en="First", text_ru="", order=1)
    notice("c", text_en="Hidden", text_ru="Скрытая", shown=False)
    assert page_of(client.get("/en/")).texts(".notices p") == ["First", "Second"]
    assert page_of(client.get("/ru/")).texts(".notices p") == ["Вторая"]


def test_without_notices_there_is_no_place_for_them(client, db):
    notice("a", text_en="English", text_ru="")
    assert page_of(client.get("/ru/")).all(".notices") == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["The founders", "Ann Brown", "1 Long Street, Moscow", "No. 1 of 1 January 2020"]),
        ("ru", ["Учредители", "Анна Бурова", "Москва, Длинная улица, 1", "№ 1 от 1 января 2020 года"]),
    ],
)
def test_every_page_carries_the_imprint_that_the_law_asks_for(client, portal, language, expected):
    for path in ("", "states/", "no-such-page/", f"news/{portal.withdrawn.pk}/"):
        response = client.get(f"/{language}/{path}")
        imprint = page_of(response, response.status_code).one("footer address")
        assert imprint.one("strong").text == {"en": "Infoshos", "ru": "Инфошос"}[language]
        assert imprint.one(".age").text == "12+"
        founder, editor, address, registration = expected
        contacts = ["desk@example.org", "+7 000 000-00-00"]
        assert imprint.texts("dd") == [founder, editor, address, *contacts, registration]
        assert len(imprint.texts("dt")) == 6


def test_what_the_imprint_does_not_say_has_no_line(client, db):
    SiteSettings.objects.create(pk=1, name_en="News", email="desk@example.org")
    imprint = page_of(client.get("/en/")).one("footer address")
    assert (imprint.texts("dt"), imprint.texts("dd")) == (["E-mail"], ["desk@example.org"])
    assert imprint.all(".age") == []


def test_without_settings_the_portal_has_the_name_of_its_software(client, db):
    page = page_of(client.get("/ru/"))
    assert page.one("title").text == "Infoshos"
    assert page.all("footer address dt") == []


def test_sections_stand_in_their_order(client, db):
    for order, slug in ((3, "c"), (1, "b"), (2, "a")):
        make_section(slug, name_en=f"Section {slug}", order=order)
    make_section("untitled", name_en="", name_ru="Раздел")
    links = page_of(client.get("/en/")).all("nav.sections li a")
    assert [a["href"] for a in links] == [
        "/en/section/b/",
        "/en/section/a/",
        "/en/section/c/",
        "/en/archive/",
        "/en/states/",
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Armenia Yerevan UTC+4", "Maldives Malé UTC+5", "Yemen Sana’a UTC+3"]),
        ("ru", ["Армения Ереван UTC+4", "Йемен Сана UTC+3", "Мальдивы Мале UTC+5"]),
    ],
)
def test_the_panel_lists_the_states_of_today_in_the_alphabet_of_the_page(client, db, language, expected):
    partner = make_status("partner", list_name_en="Dialogue partners", list_name_ru="Партнёры по диалогу")
    rows = [
        ("YE", "Yemen", "Йемен", "Sana’a", "Сана", "Asia/Aden"),
        ("AM", "Armenia", "Армения", "Yerevan", "Ереван", "Asia/Yerevan"),
        ("MV", "Maldives", "Мальдивы", "Malé", "Мале", "Indian/Maldives"),
    ]
    for code, en, ru, capital_en, capital_ru, zone in rows:
        names = {"name_en": en, "name_ru": ru, "capital_en": capital_en, "capital_ru": capital_ru}
        make_membership(make_state(code, time_zone=zone, **names), partner)
    panel = page_of(client.get(f"/{language}/")).one("aside")
    assert panel.one("h2").text == {"en": "Dialogue partners", "ru": "Партнёры по диалогу"}[language]
    assert panel.texts("li") == expected

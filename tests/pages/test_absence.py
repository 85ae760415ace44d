"""A part of a list, or a day, that does not exist: the page says why and leads to where there is something."""

import pytest

from tests.markup import page_of

LIST = {
    "en": (
        "This part of the list does not exist: the address is mistyped, or its stories are gone.",
        "To the beginning of the list",
    ),
    "ru": (
        "Такой части списка нет: в адресе ошибка или материалы удалены.",
        "В начало списка",
    ),
}
DAY = {
    "en": (
        "There is no such day, or it is too far away. Days are written as 2016-06-24, from 1996 to 2099.",
        "To today’s lists",
    ),
    "ru": (
        "Такого дня нет или он слишком далеко. Дни пишутся так: 2016-06-24; годы — с 1996 по 2099.",
        "К сегодняшнему составу",
    ),
}
LISTS = [
    "section/security/",
    "topic/drugs/",
    "states/kz/",
    "archive/",
    "archive/2020/",
    "archive/2020/11/",
    "archive/2020/11/09/",
    "archive/on-this-day/",
    "archive/on-this-day/11-09/",
]


def check(client, language: str, address: str, query: str, reason: str, lead: str):
    page = page_of(client.get(f"{address}?{query}"), 404)
    main = page.one("main")
    assert (main.one("p").text, main.texts("li")[0]) == (reason, lead)
    assert main.all("li a")[0]["href"] == address
    assert len(main.all("li a")) == 3  # to the front page and the archive, as from any page that is missing
    assert page.one("html").lang == language
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_part_of_a_list_that_does_not_exist(client, portal, language, path):
    for query in ("before=1-1", "after=253402300799000000-1", "before=x", "utm_source=x&after="):
        check(client, language, f"/{language}/{path}", query, *LIST[language])


@pytest.mark.parametrize("day", ["1995-12-31", "2100-01-01", "2016-02-30", "yesterday", "2016-6-24"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_day_outside_the_years_of_the_lists(client, portal, language, day):
    check(client, language, f"/{language}/states/", f"on={day}", *DAY[language])


@pytest.mark.parametrize("day", ["1996-01-01", "2099-12-31"])
def test_the_first_and_the_last_day_that_are_answered(client, portal, day):
    assert client.get(f"/en/states/?on={day}").status_code == 200


@pytest.mark.parametrize("path", ["no-such-page/", "section/none/", "news/999999/no/", "archive/2020/13/"])
def test_other_pages_that_are_missing_lead_nowhere_in_particular(client, portal, path):
    main = page_of(client.get(f"/en/{path}?before=1-1&on=x"), 404).one("main")
    assert main.one("p").text == "The address may be mistyped, or the page has gone."
    assert [a["href"] for a in main.all("li a")] == ["/en/", "/en/archive/"]

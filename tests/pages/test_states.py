"""The lists of states, today and on any day; a state."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from news.models import State
from tests.factories import make_article, make_membership, make_state, make_status, moscow
from tests.markup import page_of


@pytest.fixture
def lists(db):
    """Kazakhstan from the start; India first an observer; one that has left; one that is to come."""
    member = make_status(order=1)
    observer = make_status("observer", order=2, list_name_en="Observers", name_en="observer")
    make_membership(make_state(), member)
    india = make_state("IN", name_en="India", capital_en="New Delhi", time_zone="Asia/Kolkata")
    make_membership(india, observer, since="2005-07-05", until="2017-06-09")
    make_membership(india, member, since="2017-06-09")
    former = make_state("AF", name_en="Afghanistan", capital_en="Kabul", time_zone="Asia/Kabul")
    make_membership(former, observer, since="2012-06-07", until="2025-01-01")
    coming = make_state("LA", name_en="Laos", capital_en="Vientiane", time_zone="Asia/Vientiane")
    make_membership(coming, member, since=timezone.localdate() + timedelta(days=1))


def shown(client, query: str = "", language: str = "en") -> dict[str, list[str]]:
    """The states of each list."""
    main = page_of(client.get(f"/{language}/states/{query}")).one("main")
    return {section.one("h2").text: section.texts("tbody th") for section in main.all("section")}


def test_the_lists_of_today(client, lists):
    assert shown(client) == {"Member states 2": ["India", "Kazakhstan"]}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2016-06-24", {"Member states 1": ["Kazakhstan"], "Observers 2": ["Afghanistan", "India"]}),
        ("2017-06-08", {"Member states 1": ["Kazakhstan"], "Observers 2": ["Afghanistan", "India"]}),
        ("2017-06-09", {"Member states 2": ["India", "Kazakhstan"], "Observers 1": ["Afghanistan"]}),
        ("2024-12-31", {"Member states 2": ["India", "Kazakhstan"], "Observers 1": ["Afghanistan"]}),
        ("2025-01-01", {"Member states 2": ["India", "Kazakhstan"]}),
        ("2001-06-15", {"Member states 1": ["Kazakhstan"]}),
        ("2099-12-31", {"Member states 3": ["India", "Kazakhstan", "Laos"]}),
    ],
)
def test_the_lists_as_they_stood_on_a_day(client, lists, day, expected):
    assert shown(client, f"?on={day}") == expected


def test_the_page_of_a_day_says_the_day_and_keeps_it_in_the_switch(client, lists):
    page = page_of(client.get("/en/states/?on=2016-06-24"))
    assert page.one("main .summary time").text == "24 June 2016"
    assert page.one("input[type=date]")["value"] == "2016-06-24"
    assert page.one(".language a")["href"] == "/ru/states/?on=2016-06-24"
    assert page_of(client.get("/ru/states/?on=2016-06-24")).one("main .summary time").text == "24 июня 2016"


def test_the_lists_of_today_name_no_day(client, lists):
    page = page_of(client.get("/en/states/"))
    assert page.all("main .summary") == []
    assert page.one("input[type=date]")["min"] == "2001-06-15"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_day_before_the_first_says_that_there_were_none(client, lists, language):
    page = page_of(client.get(f"/{language}/states/?on=2001-06-14"))
    assert page.all("main table") == []
    assert page.one("main p.empty").text


@pytest.mark.parametrize(
    "day",
    [
        "2016-13-01",
        "2016-02-30",
        "yesterday",
        "24.06.2016",
        "0001-01-01",
        "9999-12-31",
        "1995-12-31",
        "2100-01-01",
        "-2016-06-24",
        "2016-06-24T00:00",
        "2016-06-24%00",
        "%ED%A0%80",
        "2" * 10_000,
    ],
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_nonsense_instead_of_a_day_is_not_found(client, lists, language, day):
    page = page_of(client.get(f"/{language}/states/?on={day}"), 404)
    assert page.one("html").lang == language


def test_times_are_there_without_script(client, lists):
    while True:  # the minute may change between the question and the answer
        before = timezone.now().astimezone(ZoneInfo("Asia/Kolkata"))
        row = page_of(client.get("/en/states/")).all("main tbody tr")[0]
        if f"{timezone.now():%M}" == f"{before.astimezone(timezone.get_current_timezone()):%M}":
            break
    cells = [row.one("th").text, *row.texts("td")]
    assert cells == ["India", "New Delhi", f"{before:%H:%M} UTC+5:30"]
    assert row.one(".clock")["data-clock"] == "19800"


def test_the_panel_gives_offsets_without_script(client, lists):
    items = page_of(client.get("/en/about-nothing/"), 404).all("aside li")
    assert [item.text for item in items] == ["India New Delhi UTC+5:30", "Kazakhstan Astana UTC+5"]


def test_a_clock_that_will_change_says_when_and_to_what(client, db):
    make_membership(make_state("XX", name_en="Somewhere", time_zone="Europe/Berlin"), make_status())
    clock = page_of(client.get("/en/states/")).one("main .clock")
    assert {clock["data-clock"], clock["data-then"]} == {"3600", "7200"}
    assert int(clock["data-next"]) > timezone.now().timestamp()
    assert int(clock["data-next"]) % 3600 == 0


def test_periods_are_written_as_russian_writes_them(client, lists):
    page = page_of(client.get("/ru/states/in/"))
    assert [line.one(".period").text for line in page.all(".timeline li")] == [
        "5 июля 2005 — 9 июня 2017",
        "с 9 июня 2017 года",
    ]
    assert " — " in page.one("title").text


def test_a_state_shows_its_years_time_and_stories(client, lists):
    story = make_article(published_at_en=moscow(2020, 1, 1, 0, 0), states=[_state("IN")])
    make_article(published_at_en=None, states=[_state("IN")])
    page = page_of(client.get("/en/states/in/"))
    assert page.one("main h1").text == "India"
    assert page.texts(".timeline li") == [
        "Observer 5 July 2005 – 9 June 2017",
        "Member state since 9 June 2017",
    ]
    assert [line.texts("time") for line in page.all(".timeline li.current")] == [["9 June 2017"]]
    assert re.fullmatch(r"\d\d:\d\d UTC\+5:30", page.texts("main dd")[1])
    assert page.texts("main article h3") == [story.title_en]
    assert page.one(".language a")["href"] == "/ru/states/in/"


@pytest.mark.parametrize("code", ["zz", "kaz", "k", "ß", "k%00", "%ff", "kz'--", "к" * 2, "x" * 5000])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_unknown_state_is_not_found(client, lists, language, code):
    page = page_of(client.get(f"/{language}/states/{code}/"), 404)
    assert page.one("html").lang == language


def _state(code) -> State:
    return State.objects.get(code=code)

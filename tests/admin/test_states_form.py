"""The periods of a state are judged together, as the editor sees them."""

import pytest

from news.admin import states
from news.models import Membership
from tests.admin.browsing import errors_of, fields_of, inline_errors
from tests.factories import make_membership, make_state, make_status

FORM = "state_form"
EARLIER_OPEN = ["The period before this one has not ended on that day. End it first."]


@pytest.fixture
def india(db):
    """India, an observer without an end."""
    state = make_state("IN", name_en="India", name_ru="Индия")
    make_membership(state, make_status("observer"), "2005-07-05")
    return state


@pytest.fixture
def member(db):
    return make_status("member")


def address(state):
    return f"/admin/news/state/{state.pk}/change/"


def open_form(desk, state):
    return fields_of(desk.get(address(state)), FORM)


def row(number, status, since, until=""):
    return {
        f"memberships-{number}-status": status.pk,
        f"memberships-{number}-since": since,
        f"memberships-{number}-until": until,
        f"memberships-{number}-id": "",
        "memberships-TOTAL_FORMS": number + 1,
    }


def periods(state):
    return [
        (period.status.key, str(period.since), period.until and str(period.until))
        for period in Membership.objects.filter(state=state).order_by("since")
    ]


def test_one_period_ends_and_the_next_begins_in_one_save(desk, india, member):
    values = open_form(desk, india) | {"memberships-0-until": "2017-06-09"} | row(1, member, "2017-06-09")
    answer = desk.post(address(india), values)
    assert answer.status_code == 302
    assert periods(india) == [("observer", "2005-07-05", "2017-06-09"), ("member", "2017-06-09", None)]


def test_the_order_on_the_page_does_not_matter(desk, india, member):
    make_membership(india, member, "2001-01-01", "2005-07-05")
    values = open_form(desk, india)  # oldest first: the member's period is the first row
    values |= {
        "memberships-0-since": "2017-06-09",
        "memberships-0-until": "",
        "memberships-1-until": "2017-06-09",
    }
    assert desk.post(address(india), values).status_code == 302
    assert periods(india) == [("observer", "2005-07-05", "2017-06-09"), ("member", "2017-06-09", None)]


@pytest.mark.parametrize(
    ("since", "until"), [("2017-06-08", ""), ("2006-01-01", "2007-01-01"), ("2005-07-05", "")]
)
def test_periods_that_share_a_day_are_refused_at_the_field(desk, india, member, since, until):
    values = open_form(desk, india) | {"memberships-0-until": "2017-06-09"} | row(1, member, since, until)
    answer = desk.post(address(india), values)
    assert answer.status_code == 200
    assert inline_errors(answer, "memberships")[1] == {"since": EARLIER_OPEN}
    assert periods(india) == [("observer", "2005-07-05", None)]
    shown = fields_of(answer, FORM)
    assert (shown["memberships-0-until"], shown["memberships-1-since"]) == ("2017-06-09", since)


def test_two_open_periods_are_refused(desk, india, member):
    answer = desk.post(address(india), open_form(desk, india) | row(1, member, "2030-01-01"))
    assert inline_errors(answer, "memberships") == [{}, {"since": EARLIER_OPEN}]
    assert periods(india) == [("observer", "2005-07-05", None)]


def test_a_period_that_ends_before_it_begins_is_refused(desk, india):
    answer = desk.post(address(india), open_form(desk, india) | {"memberships-0-until": "2005-07-05"})
    assert answer.status_code == 200
    assert inline_errors(answer, "memberships") == [{"__all__": ["The period ends before it begins."]}]


def test_a_removed_period_is_in_nobody_s_way(desk, india, member):
    values = open_form(desk, india) | {"memberships-0-DELETE": "on"} | row(1, member, "2001-06-15")
    assert desk.post(address(india), values).status_code == 302
    assert periods(india) == [("member", "2001-06-15", None)]


@pytest.fixture
def stale(desk, india, member):
    """The page as it was before somebody else ended the period and added the next."""
    values = open_form(desk, india)
    india.memberships.update(until="2017-06-09")
    make_membership(india, member, "2017-06-09")
    return values


AS_STORED = [("observer", "2005-07-05", "2017-06-09"), ("member", "2017-06-09", None)]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "Somebody has added “member state” since 9 June 2017 meanwhile, which overlaps with this period. "
            "Open the page again.",
        ),
        (
            "ru",
            "Тем временем кто-то добавил период «государство-член» с 9 июня 2017: он пересекается с этим. "
            "Откройте страницу заново.",
        ),
    ],
)
def test_a_page_that_was_opened_before_somebody_saved_overwrites_nothing(
    desk, editor, india, stale, language, words
):
    editor.interface_language = language
    editor.save()
    answer = desk.post(address(india), stale | {"memberships-0-since": "2017-06-10"})
    assert answer.status_code == 200
    assert words in inline_errors(answer, "memberships")[0]["since"]
    assert fields_of(answer, FORM)["memberships-0-since"] == "2017-06-10"
    assert periods(india) == AS_STORED


def test_a_period_added_on_such_a_page_is_refused_where_it_overlaps(desk, india, member, stale):
    answer = desk.post(
        address(india), stale | {"memberships-0-until": "2017-06-09"} | row(1, member, "2020-01-01")
    )
    assert answer.status_code == 200
    assert [set(errors) for errors in inline_errors(answer, "memberships")] == [set(), {"since"}]
    assert periods(india) == AS_STORED


def test_a_period_that_somebody_removed_meanwhile_is_told(desk, india):
    values = open_form(desk, india)
    india.memberships.all().delete()
    answer = desk.post(address(india), values | {"memberships-0-until": "2017-06-09"})
    assert answer.status_code == 200
    assert (
        "Somebody has removed one of these periods meanwhile. Open the page again." in answer.content.decode()
    )
    assert periods(india) == []


def test_what_only_the_database_refuses_is_an_error_of_the_form(desk, india, member, monkeypatch):
    save = states.save_memberships

    def at_the_same_moment(state, **rows):
        make_membership(state, member, "2001-01-01", "2006-01-01")
        save(state, **rows)

    monkeypatch.setattr(states, "save_memberships", at_the_same_moment)
    answer = desk.post(address(india), open_form(desk, india) | {"memberships-0-since": "2005-07-06"})
    assert answer.status_code == 200
    assert errors_of(answer)[""][0].startswith("Somebody saved at the same moment, and the two do not go")
    assert periods(india) == [("observer", "2005-07-05", None)]


def test_a_new_state_is_added_with_its_periods(desk, member):
    values = fields_of(desk.get("/admin/news/state/add/"), FORM) | {
        "code": "IR",
        "time_zone": "Asia/Tehran",
        "name_en": "Iran",
        "name_ru": "Иран",
        "capital_en": "Tehran",
        "capital_ru": "Тегеран",
    }
    answer = desk.post("/admin/news/state/add/", values | row(0, member, "2023-07-04"))
    assert answer.status_code == 302
    assert periods(Membership.objects.get().state) == [("member", "2023-07-04", None)]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("time_zone", "Asia/Astana", "“Asia/Astana” is not a time zone. Write it as Asia/Almaty."),
        ("code", "in", "Two capital Latin letters, as in ISO 3166-1."),
    ],
)
def test_a_zone_and_a_code_are_checked(desk, india, field, value, message):
    answer = desk.post(address(india), open_form(desk, india) | {field: value})
    assert answer.status_code == 200
    assert message in answer.context["adminform"].form.errors[field]

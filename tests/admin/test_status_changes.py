"""A state gets another status from a day: said first, then done."""

import pytest

from news.models import AuditEntry, Membership, State
from tests import factories as make
from tests.admin.browsing import fields_of, messages_of
from tests.admin.people import make_person
from tests.admin.periods import confirmed, make_statuses, periods, what_will_be

MERGE = "/admin/news/status/merge/"
STATED = (
    "“observer state” since 10 July 2015 is stated already. "
    "Change that period itself, in the list of periods."
)


@pytest.fixture
def statuses(db):
    return make_statuses()


@pytest.fixture
def belarus(statuses):
    state = make.make_state("BY", name_en="Belarus", name_ru="Беларусь")
    make.make_membership(state, statuses["dialogue-partner"], "2010-04-28", "2015-07-10")
    make.make_membership(state, statuses["observer"], "2015-07-10")
    return state


def page_of(state):
    return f"/admin/news/state/{state.pk}/status/"


def test_belarus_becomes_a_member_in_one_step_that_is_said_before(desk, belarus, statuses):
    values = {"status": statuses["member"].pk, "day": "2024-07-04"}
    before = periods(belarus)
    answer = desk.post(page_of(belarus), values)
    assert what_will_be(answer) == [
        "Belarus: observer state since 10 July 2015; from 4 July 2024, member state."
    ]
    assert periods(belarus) == before
    answer = desk.post(page_of(belarus), confirmed(answer, values))
    assert answer.headers["Location"] == f"/admin/news/state/{belarus.pk}/change/"
    assert periods(belarus) == [
        ("dialogue-partner", "2010-04-28", "2015-07-10"),
        ("observer", "2015-07-10", "2024-07-04"),
        ("member", "2024-07-04", ""),
    ]
    entry = AuditEntry.objects.about(State, belarus.pk).first()
    assert (entry.person, entry.changes) == (
        "editor",
        {
            "parts": [["changed", "news.membership"], ["added", "news.membership"]],
            "note": "Belarus: observer state since 10 July 2015; from 4 July 2024, member state.",
        },
    )


def test_the_small_form_on_the_page_of_the_state_leads_there(desk, belarus, statuses):
    page = desk.get(f"/admin/news/state/{belarus.pk}/change/").content.decode()
    assert f'<form class="new-status" method="post" action="{page_of(belarus)}">' in page


def test_it_is_said_in_russian(desk, editor, belarus, statuses):
    editor.interface_language = "ru"
    editor.save()
    answer = desk.post(page_of(belarus), {"status": statuses["member"].pk, "day": "2024-07-04"})
    assert what_will_be(answer) == [
        "Беларусь: с 10 июля 2015 — государство-наблюдатель; с 4 июля 2024 — государство-член."
    ]


@pytest.mark.parametrize(
    ("status", "day", "field", "told"),
    [
        (
            "member",
            "2015-07-10",
            "day",
            STATED,
        ),
        (
            "member",
            "2012-01-01",
            "day",
            STATED,
        ),
        (
            "observer",
            "2024-07-04",
            "status",
            "“observer state” since 10 July 2015: the state holds this status already.",
        ),
        ("member", "0024-07-04", "day", "A year from 1900 to 2199 is expected."),
        ("member", "", "day", "This field is required."),
        ("", "2024-07-04", "status", "This field is required."),
    ],
)
def test_what_contradicts_what_is_stated_is_refused_at_its_field(
    desk, belarus, statuses, status, day, field, told
):
    before = periods(belarus)
    values = {"status": statuses[status].pk if status else "", "day": day}
    answer = desk.post(page_of(belarus), values | {"seen": "x"})
    assert answer.context["form"].errors == {field: [told]}
    assert answer.context["form"]["day"].value() == day
    assert periods(belarus) == before


def test_an_end_that_is_stated_later_has_to_be_corrected_first(desk, belarus, statuses):
    belarus.memberships.filter(until=None).update(until="2025-09-01")
    answer = desk.post(page_of(belarus), {"status": statuses["member"].pk, "day": "2024-07-04"})
    assert answer.context["form"].errors == {
        "day": [
            "“observer state” from 10 July 2015 until 1 September 2025: the state holds that status on this day and "
            "after it. Correct its end first."
        ]
    }


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2024-07-04", "Belarus: observer state since 10 July 2015; from 4 July 2024, member state."),
        (
            "2020-01-01",
            "Belarus: observer state until 1 January 2020; then no status, and from 4 July 2024, member state.",
        ),
    ],
)
def test_a_period_that_has_ended_stays_as_it_is_and_a_gap_is_said(desk, belarus, statuses, until, said):
    belarus.memberships.filter(until=None).update(until=until)
    values = {"status": statuses["member"].pk, "day": "2024-07-04"}
    answer = desk.post(page_of(belarus), values)
    assert what_will_be(answer) == [said]
    desk.post(page_of(belarus), confirmed(answer, values))
    assert periods(belarus)[1:] == [("observer", "2015-07-10", until), ("member", "2024-07-04", "")]


def test_a_state_without_a_status_gets_its_first(desk, statuses):
    state = make.make_state("LA", name_en="Laos", name_ru="Лаос")
    values = {"status": statuses["partner"].pk, "day": "2025-09-01"}
    answer = desk.post(page_of(state), values)
    assert what_will_be(answer) == [
        "Laos: from 1 September 2025, SCO partner. No status is stated before that."
    ]
    desk.post(page_of(state), confirmed(answer, values))
    assert periods(state) == [("partner", "2025-09-01", "")]


def test_nothing_is_done_that_was_not_shown(desk, belarus, statuses):
    values = {"status": statuses["member"].pk, "day": "2024-07-04"}
    answer = confirmed(desk.post(page_of(belarus), values), values)
    belarus.memberships.filter(until=None).update(until="2024-07-04")
    answer = desk.post(page_of(belarus), answer)
    assert messages_of(answer) == [
        "What is stored has changed since this was shown, and nothing was done. Look at it again."
    ]
    assert Membership.objects.count() == 2


@pytest.mark.parametrize(("group", "status"), [("author", 403), ("editor", 403), ("chief-editor", 200)])
def test_both_are_for_chief_editors(client, belarus, group, status):
    client.force_login(make_person(group))
    assert client.get(MERGE).status_code == status
    assert client.post(page_of(belarus), {}).status_code == status
    page = client.get("/admin/news/status/").content.decode()
    assert (MERGE in page) == (status == 200)


def test_what_was_done_can_be_undone_by_hand(desk, belarus, statuses):
    values = {"status": statuses["member"].pk, "day": "2024-07-04"}
    before = periods(belarus)
    desk.post(page_of(belarus), confirmed(desk.post(page_of(belarus), values), values))
    page = f"/admin/news/state/{belarus.pk}/change/"
    form = fields_of(desk.get(page), "state_form")
    form |= {"memberships-1-until": "", "memberships-2-DELETE": "on"}
    assert desk.post(page, form).status_code == 302
    assert periods(belarus) == before

"""Several statuses become one: said first, then done, in all states or in none."""

from datetime import date

import pytest

from news.actions import statuses as actions
from news.models import AuditEntry, Membership, State
from tests import factories as make
from tests.admin.browsing import messages_of
from tests.admin.periods import confirmed, make_statuses, periods, what_will_be

MERGE = "/admin/news/status/merge/"


@pytest.fixture
def statuses(db):
    return make_statuses()


@pytest.fixture
def on_the_eve(statuses):
    """States as on 31 August 2025, with one that begins on the very day."""
    rows = [
        ("KZ", "Kazakhstan", "member", "2001-06-15"),
        ("MN", "Mongolia", "observer", "2004-06-17"),
        ("TR", "Türkiye", "dialogue-partner", "2013-04-26"),
        ("LA", "Laos", "dialogue-partner", "2025-09-01"),
    ]
    for code, name, status, since in rows:
        make.make_membership(make.make_state(code, name_en=name), statuses[status], since)
    return statuses


@pytest.fixture
def tianjin(on_the_eve):
    return {
        "sources": [on_the_eve["observer"].pk, on_the_eve["dialogue-partner"].pk],
        "target": on_the_eve["partner"].pk,
        "day": "2025-09-01",
    }


def test_observers_and_dialogue_partners_become_partners(desk, tianjin):
    answer = desk.post(MERGE, tianjin)
    assert what_will_be(answer) == [
        "Laos: from 1 September 2025, SCO partner in place of dialogue partner.",
        "Mongolia: observer state since 17 June 2004; from 1 September 2025, SCO partner.",
        "Türkiye: dialogue partner since 26 April 2013; from 1 September 2025, SCO partner.",
    ]
    assert not Membership.objects.filter(status=tianjin["target"]).exists()
    answer = desk.post(MERGE, confirmed(answer, tianjin), follow=True)
    assert messages_of(answer) == ["3 states have got their new status."]
    assert {state.code: periods(state) for state in State.objects.all()} == {
        "KZ": [("member", "2001-06-15", "")],
        "LA": [("partner", "2025-09-01", "")],
        "MN": [("observer", "2004-06-17", "2025-09-01"), ("partner", "2025-09-01", "")],
        "TR": [("dialogue-partner", "2013-04-26", "2025-09-01"), ("partner", "2025-09-01", "")],
    }
    day_before, day = date(2025, 8, 31), date(2025, 9, 1)
    lists = [sorted(State.objects.on(when).values_list("code", "status_key")) for when in (day_before, day)]
    assert lists == [
        [("KZ", "member"), ("MN", "observer"), ("TR", "dialogue-partner")],
        [("KZ", "member"), ("LA", "partner"), ("MN", "partner"), ("TR", "partner")],
    ]
    assert AuditEntry.objects.filter(model="news.state", action="changed").count() == 3


def test_it_happens_in_all_states_or_in_none(desk, tianjin, monkeypatch):
    answer = desk.post(MERGE, tianjin)
    before = sorted(Membership.objects.values_list())
    save, done = actions.save_memberships, []

    def fail_at_the_third(state, **rows):
        done.append(state)
        if len(done) == 3:
            raise RuntimeError("no")
        save(state, **rows)

    monkeypatch.setattr(actions, "save_memberships", fail_at_the_third)
    with pytest.raises(RuntimeError):
        desk.post(MERGE, confirmed(answer, tianjin))
    assert sorted(Membership.objects.values_list()) == before
    assert not AuditEntry.objects.filter(model="news.state").exists()


def test_periods_that_follow_each_other_become_one(desk, on_the_eve, tianjin):
    state = State.objects.get(code="MN")
    state.memberships.update(until="2026-01-01")
    make.make_membership(state, on_the_eve["dialogue-partner"], "2026-01-01", "2027-01-01")
    make.make_membership(state, on_the_eve["member"], "2027-01-01")
    answer = desk.post(MERGE, tianjin)
    desk.post(MERGE, confirmed(answer, tianjin))
    assert periods(state) == [
        ("observer", "2004-06-17", "2025-09-01"),
        ("partner", "2025-09-01", "2027-01-01"),
        ("member", "2027-01-01", ""),
    ]


def test_one_status_may_take_in_another(desk, on_the_eve):
    observer, partner = on_the_eve["observer"], on_the_eve["dialogue-partner"]
    values = {"sources": [observer.pk, partner.pk], "target": partner.pk, "day": "2025-09-01"}
    answer = desk.post(MERGE, values)
    assert what_will_be(answer) == [
        "Mongolia: observer state since 17 June 2004; from 1 September 2025, dialogue partner."
    ]


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({"sources": []}, {"sources": ["This field is required."]}),
        ({"target": ""}, {"target": ["This field is required."]}),
    ],
)
def test_what_is_missing_is_told_at_its_field(desk, tianjin, changed, errors):
    assert desk.post(MERGE, tianjin | changed).context["form"].errors == errors


def test_where_there_is_nothing_to_do_it_is_told(desk, on_the_eve, tianjin):
    answer = desk.post(MERGE, tianjin | {"sources": [tianjin["target"]]})
    assert answer.context["form"].errors == {
        "sources": ["Choose at least one status besides the one that they become."]
    }
    Membership.objects.filter(status__in=tianjin["sources"]).delete()
    answer = desk.post(MERGE, tianjin)
    assert answer.context["form"].errors == {
        "day": ["No state holds one of these statuses on this day or after it."]
    }

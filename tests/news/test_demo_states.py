"""The states of the demonstration: the lists must come out as they stood."""

import json
from collections import Counter
from datetime import date

import pytest
from django.conf import settings

from news.models import Membership, State, Status
from news.queries import state_lists

DEMO = settings.BASE_DIR / "news" / "demo"


def lines(name):
    return [json.loads(line) for line in (DEMO / name).read_text(encoding="utf-8").splitlines() if line]


def in_columns(row, *fields):
    return {f"{field}_{code}": row[field][code] for field in fields for code in ("en", "ru")}


@pytest.fixture
def states(db):
    """The demonstration's states, with no way of writing but the models."""
    keys = {
        row["key"]: Status.objects.create(
            key=row["key"], order=row["order"], **in_columns(row, "name", "list_name")
        )
        for row in lines("statuses.jsonl")
    }
    for row in lines("states.jsonl"):
        state = State(code=row["code"], time_zone=row["time_zone"], **in_columns(row, "name", "capital"))
        state.full_clean()
        state.save()
        Membership.objects.bulk_create(
            Membership(state=state, status=keys[m["status"]], since=m["since"], until=m.get("until"))
            for m in row["memberships"]
        )


def test_the_lists_have_the_length_that_they_had_on_each_day(states):
    expected = {
        "1996-04-26": {},
        "2001-06-14": {},
        "2001-06-15": {"member": 6},
        "2004-06-17": {"member": 6, "observer": 1},
        "2005-07-05": {"member": 6, "observer": 4},
        "2012-06-07": {"member": 6, "observer": 5, "dialogue-partner": 2},
        "2016-04-16": {"member": 6, "observer": 6, "dialogue-partner": 6},
        "2017-06-08": {"member": 6, "observer": 6, "dialogue-partner": 6},
        "2017-06-09": {"member": 8, "observer": 4, "dialogue-partner": 6},
        "2022-09-13": {"member": 8, "observer": 4, "dialogue-partner": 6},
        "2023-07-04": {"member": 9, "observer": 3, "dialogue-partner": 13},
        "2023-07-15": {"member": 9, "observer": 3, "dialogue-partner": 14},
        "2024-07-04": {"member": 10, "observer": 2, "dialogue-partner": 14},
        "2025-08-31": {"member": 10, "observer": 2, "dialogue-partner": 14},
        # Since Tianjin the demonstration waits for the Charter; Laos came as a dialogue partner.
        "2025-09-01": {"member": 10, "observer": 2, "dialogue-partner": 15},
    }
    counted = {
        day: dict(Counter(State.objects.on(date.fromisoformat(day)).values_list("status_key", flat=True)))
        for day in expected
    }
    assert counted == expected
    shown = {
        day: {found.status.key: len(found.states) for found in state_lists(date.fromisoformat(day))}
        for day in expected
    }
    assert shown == expected


def test_there_are_27_states_each_with_one_open_period(states):
    assert State.objects.count() == 27
    assert Membership.objects.filter(until=None).values("state").distinct().count() == 27
    assert Membership.objects.filter(until=None).count() == 27

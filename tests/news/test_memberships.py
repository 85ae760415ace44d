"""A state holds one status at a time: periods are half-open and never overlap."""

import copy
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from news.actions.memberships import save_memberships
from news.models import Membership, State
from news.queries import state_lists
from tests.factories import make_membership, make_state, make_status

INSERT = "INSERT INTO news_membership (state_id, status_id, since, until) VALUES (%s, %s, %s, %s)"

# What shares a day with [2005-07-05, 2017-06-09), and what does not.
OVERLAPPING = [
    ("2005-07-05", "2017-06-09"),
    ("2005-07-05", "2005-07-06"),
    ("2017-06-08", "2017-06-09"),
    ("2010-01-01", "2011-01-01"),
    ("2001-06-15", "2005-07-06"),
    ("2001-06-15", "2020-01-01"),
    ("2017-06-08", None),
    ("2001-06-15", None),
]
APART = [("2001-06-15", "2005-07-05"), ("2017-06-09", "2018-01-01"), ("2017-06-09", None)]


@pytest.fixture
def observer(db):
    """India as an observer."""
    return make_membership(make_state("IN"), make_status("observer"), "2005-07-05", "2017-06-09")


def execute(sql, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def periods(state):
    return [
        (row.since.isoformat(), row.until and row.until.isoformat())
        for row in Membership.objects.filter(state=state).order_by("since")
    ]


@pytest.mark.parametrize(("since", "until"), OVERLAPPING)
def test_a_period_that_shares_a_day_is_refused(observer, since, until):
    with pytest.raises(IntegrityError, match="membership_no_overlap"):
        execute(INSERT, observer.state_id, observer.status_id, since, until)
    assert periods(observer.state) == [("2005-07-05", "2017-06-09")]


@pytest.mark.parametrize(("since", "until"), OVERLAPPING)
def test_a_period_cannot_be_moved_onto_another(observer, since, until):
    other = make_membership(observer.state, make_status(), "2030-01-01", "2031-01-01")
    with pytest.raises(IntegrityError, match="membership_no_overlap"):
        execute("UPDATE news_membership SET since = %s, until = %s WHERE id = %s", since, until, other.pk)
    assert periods(observer.state) == [("2005-07-05", "2017-06-09"), ("2030-01-01", "2031-01-01")]


@pytest.mark.parametrize(("since", "until"), APART)
def test_a_period_may_begin_on_the_day_on_which_another_ends(observer, since, until):
    execute(INSERT, observer.state_id, observer.status_id, since, until)
    assert (since, until) in periods(observer.state)


def test_two_open_periods_are_refused(db):
    member = make_membership(make_state(), make_status())
    with pytest.raises(IntegrityError, match="membership_no_overlap"):
        execute(INSERT, member.state_id, member.status_id, "2030-01-01", None)


def test_a_period_cannot_be_given_to_a_state_that_holds_one(observer):
    other = make_membership(make_state("PK"), observer.status, "2010-01-01", "2011-01-01")
    with pytest.raises(IntegrityError, match="membership_no_overlap"):
        execute("UPDATE news_membership SET state_id = %s WHERE id = %s", observer.state_id, other.pk)


def test_periods_of_different_states_do_not_meet(observer):
    execute(INSERT, make_state("PK").pk, observer.status_id, "2005-07-05", "2017-06-09")
    assert Membership.objects.count() == 2


def test_a_period_can_be_shortened_and_lengthened_in_place(observer):
    execute("UPDATE news_membership SET until = %s WHERE id = %s", "2010-01-01", observer.pk)
    execute("UPDATE news_membership SET since = %s WHERE id = %s", "2004-01-01", observer.pk)
    assert periods(observer.state) == [("2004-01-01", "2010-01-01")]


@pytest.mark.django_db(transaction=True)
def test_the_rule_outlives_a_change_of_the_table():
    # SQLite makes a table anew to change it, and drops what hangs on the old one.
    member = make_membership(make_state(), make_status())
    required = Membership._meta.get_field("since")
    optional = copy.copy(required)
    optional.null = True
    with connection.schema_editor() as editor:
        editor.alter_field(Membership, required, optional)
    with connection.schema_editor() as editor:
        editor.alter_field(Membership, optional, required)
    with pytest.raises(IntegrityError, match="membership_no_overlap"):
        execute(INSERT, member.state_id, member.status_id, "2030-01-01", None)
    with pytest.raises(IntegrityError, match="membership_until_after_since"):
        execute(INSERT, member.state_id, member.status_id, "1999-01-01", "1998-01-01")


def test_people_are_told_which_period_is_in_the_way(observer):
    period = Membership(state=observer.state, status=observer.status, since=date(2017, 6, 8))
    for language, words in [
        ("en", "This period overlaps with “member state” since 2005-07-05. End that period first."),
        ("ru", "2005-07-05"),
    ]:
        with translation.override(language), pytest.raises(ValidationError) as refusal:
            period.full_clean()
        assert words in refusal.value.messages[0]
    period.since = date(2017, 6, 9)
    period.full_clean()
    observer.full_clean()  # a period is not in its own way


def test_the_lists_are_those_of_the_day(observer):
    member = make_membership(observer.state, make_status(order=1), "2017-06-09")

    def on(day):
        return {(state.code, state.status_key) for state in State.objects.on(day)}

    assert on(date(2005, 7, 4)) == set()
    assert on(date(2005, 7, 5)) == {("IN", "observer")}
    assert on(date(2017, 6, 8)) == {("IN", "observer")}
    assert on(date(2017, 6, 9)) == {("IN", "member")}
    assert list(Membership.objects.on(date(2030, 1, 1))) == [member]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", [("Member states", ["Armenia", "Kazakhstan", "Zanzibar"]), ("Observers", ["Iran"])]),
        ("ru", [("Государства-члены", ["Ёмен", "Занзибар", "Казахстан"]), ("Наблюдатели", ["Иран"])]),
    ],
)
def test_lists_stand_in_their_order_and_states_in_that_of_the_alphabet(db, language, names):
    observer = make_status("observer", order=2, list_name_en="Observers", list_name_ru="Наблюдатели")
    member = make_status(order=1)
    make_membership(make_state("IR", name_en="Iran", name_ru="Иран"), observer)
    make_membership(make_state("ZZ", name_en="Zanzibar", name_ru="Занзибар"), member)
    make_membership(make_state("KZ"), member)
    make_membership(make_state("AM", name_en="Armenia", name_ru="Ёмен"), member)
    with translation.override(language):
        shown = [(found.status.list_name, [s.state.name for s in found.states]) for found in state_lists()]
    assert shown == names


def test_periods_are_written_all_or_none(observer):
    observer.until = date(2020, 1, 1)
    clash = Membership(status=make_status(), since=date(2019, 1, 1))
    with pytest.raises(IntegrityError, match="membership_no_overlap"):
        save_memberships(observer.state, changed=[observer, clash])
    assert periods(observer.state) == [("2005-07-05", "2017-06-09")]


def test_two_periods_can_change_places_in_one_save(observer):
    member = make_membership(observer.state, make_status(), "2017-06-09")
    observer.since, observer.until = date(2020, 1, 1), None
    member.since, member.until = date(2005, 7, 5), date(2020, 1, 1)
    save_memberships(observer.state, changed=[observer, member])
    rows = Membership.objects.order_by("since").values_list("pk", "since", "until")
    assert list(rows) == [
        (member.pk, date(2005, 7, 5), date(2020, 1, 1)),
        (observer.pk, date(2020, 1, 1), None),
    ]

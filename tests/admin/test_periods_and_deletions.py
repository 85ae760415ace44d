"""Two who edit the periods of a state, and deletions of what somebody has changed."""

import pytest

from news.models import Membership, Section, State, Status, User
from tests import factories as make
from tests.admin.browsing import confirmed, inline_errors, messages_of
from tests.admin.two_editors import address, again, meanwhile, opened, save


@pytest.fixture
def belarus(db):
    state = make.make_state("BY", name_en="Belarus", name_ru="Беларусь")
    make.make_membership(state, make.make_status("observer", name_en="observer"), "2015-07-10")
    return state


def test_two_who_change_one_period_in_different_fields_both_count(desk, belarus):
    values = opened(desk, belarus)
    belarus.memberships.update(until="2024-07-04")
    assert save(desk, belarus, values | {"memberships-0-since": "2015-07-11"}).status_code == 302
    period = Membership.objects.get()
    assert (str(period.since), str(period.until)) == ("2015-07-11", "2024-07-04")


def test_two_who_change_one_day_of_a_period_are_told_at_the_field(desk, belarus):
    values = opened(desk, belarus)
    belarus.memberships.update(until="2024-07-04")
    answer = save(desk, belarus, values | {"memberships-0-until": "2024-07-05"})
    assert inline_errors(answer, "memberships") == [
        {
            "until": [
                "Somebody has saved “4 July 2024” here meanwhile. What stands here is stored if you save again."
            ]
        }
    ]
    values = again(answer, belarus)
    assert values["memberships-0-until"] == "2024-07-05"
    assert save(desk, belarus, values).status_code == 302
    assert str(Membership.objects.get().until) == "2024-07-05"


def test_a_period_that_somebody_changed_is_removed_after_a_second_look_only(desk, belarus):
    values = opened(desk, belarus) | {"memberships-0-DELETE": "on"}
    belarus.memberships.update(until="2024-07-04")
    answer = save(desk, belarus, values)
    assert answer.status_code == 200
    assert "Somebody has changed a period that you remove" in answer.content.decode()
    assert Membership.objects.count() == 1
    assert save(desk, belarus, again(answer, belarus) | {"memberships-0-DELETE": "on"}).status_code == 302
    assert Membership.objects.count() == 0


def test_periods_that_nobody_touched_are_not_written(desk, belarus):
    before = Membership.objects.get()
    assert save(desk, belarus, opened(desk, belarus) | {"capital_en": "Mensk"}).status_code == 302
    entry = desk.get(address(belarus) + "history/").context["entries"][0]
    assert (entry.changes, Membership.objects.get()) == ({"fields": ["capital_en"]}, before)


@pytest.fixture
def section(db):
    return make.make_section(name_en="Security")


def test_what_changed_since_the_question_is_deleted_after_another_only(desk, section):
    page = address(section) + "delete/"
    sent = confirmed(desk, page)
    meanwhile(section, name_en="Safety")
    answer = desk.post(page, sent)
    assert answer.status_code == 200
    assert messages_of(answer) == [
        "This has changed since the page was opened, and nothing was deleted. Look at it, and confirm again."
    ]
    assert Section.objects.exists()
    assert desk.post(page, confirmed(desk, page)).status_code == 302
    assert not Section.objects.exists()


def test_a_new_period_counts_as_a_change_of_its_state(desk, belarus):
    Membership.objects.all().delete()
    page = address(belarus) + "delete/"
    sent = confirmed(desk, page)
    make.make_membership(belarus, Status.objects.get(), "2015-07-10")
    assert desk.post(page, sent).status_code == 200
    assert State.objects.exists()


def test_several_are_deleted_as_they_were_shown(desk, section):
    other = make.make_section("trade")
    page, rows = "/admin/news/section/", [section.pk, other.pk]
    sent = confirmed(desk, page, rows=rows)
    meanwhile(other, order=8)
    answer = desk.post(page, sent)
    assert answer.status_code == 200
    assert messages_of(answer)[0].startswith("This has changed since the page was opened")
    assert Section.objects.count() == 2
    assert desk.post(page, confirmed(desk, page, rows=rows)).status_code == 302
    assert Section.objects.count() == 0


def test_a_log_in_between_is_no_change(desk, db, client):
    person = User.objects.create_user("ann", password="a password")
    answer = confirmed(desk, address(person) + "delete/")
    meanwhile(person, last_login=make.moscow(2026, 1, 1))
    assert desk.post(address(person) + "delete/", answer).status_code == 302

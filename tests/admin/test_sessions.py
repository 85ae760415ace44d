"""Everybody sees where they are logged in, and can end it."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone, translation

from infoshos.web.devices import device_words
from news.actions.sessions import remove_old_sessions
from news.models import AuditEntry, OpenSession
from tests.admin.browsing import messages_of
from tests.admin.people import make_person, pass_second_step
from tests.factories import make_editor

MINE = "/admin/account/sessions/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"


def log_in(username="editor", network="203.0.113.7", browser=FIREFOX):
    """A browser in which somebody has typed name and password."""
    client = Client(REMOTE_ADDR=network, HTTP_USER_AGENT=browser)
    answer = client.post("/admin/login/", {"username": username, "password": "a password", "next": "/admin/"})
    assert answer.status_code == 302
    pass_second_step(client)
    return client


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


@pytest.fixture
def two(db):
    """The same person at two devices."""
    make_editor()
    return log_in(), log_in(network="198.51.100.4", browser="Safari/604.1 iPhone")


def rows_of(client, page=MINE):
    return [(row["device"], row["is_current"]) for row in client.get(page).context["rows"]]


def test_the_page_lists_devices_in_plain_words(two):
    here, _there = two
    assert sorted(rows_of(here)) == [("Firefox, Windows", True), ("Safari, iPhone", False)]
    page = here.get(MINE).content.decode()
    networks = set(OpenSession.objects.values_list("network", flat=True))
    assert len(networks) == 2
    assert all(network[:8] in page for network in networks)
    assert "203.0.113.7" not in page


def test_an_ended_session_is_out_at_its_next_request(two):
    here, there = two
    row = OpenSession.objects.get(key=there.session.session_key)
    answer = here.post(MINE, {"end": row.pk}, follow=True)
    assert messages_of(answer) == ["1 session ended."]
    assert (is_in(here), is_in(there)) == (True, False)
    assert AuditEntry.objects.filter(action="session-ended", person="editor").count() == 1


def test_all_others_are_ended_at_once(two):
    here, there = two
    third = log_in()
    assert messages_of(here.post(MINE, {"end": "others"}, follow=True)) == ["2 sessions ended."]
    assert [is_in(client) for client in (here, there, third)] == [True, False, False]


def test_sessions_of_others_are_out_of_reach(two):
    make_person("editor", "olga")
    olga = log_in("olga")
    here, _there = two
    row = OpenSession.objects.get(key=here.session.session_key)
    olga.post(MINE, {"end": row.pk})
    olga.post(MINE, {"end": "x"})
    assert is_in(here)
    assert olga.get(f"{MINE}{row.user_id}/").status_code == 403
    assert olga.post(f"{MINE}{row.user_id}/", {"end": "others"}).status_code == 403


def test_a_chief_editor_ends_a_persons_sessions_and_no_superusers(two):
    chief, author = make_person("chief-editor"), make_person("author")
    at_work, lost = log_in("chief-editor"), log_in("author")
    page = f"{MINE}{author.pk}/"
    assert f'href="{page}"' in at_work.get(f"/admin/news/user/{author.pk}/change/").content.decode()
    assert rows_of(at_work, page) == [("Firefox, Windows", False)]
    at_work.post(page, {"end": "others"})
    assert (is_in(at_work), is_in(lost)) == (True, False)
    entry = AuditEntry.objects.get(action="session-ended")
    assert (entry.person, entry.title) == (chief.username, "author")
    owner = OpenSession.objects.filter(user__username="editor").first().user
    assert at_work.get(f"{MINE}{owner.pk}/").status_code == 403


def test_a_new_password_ends_all_other_sessions(two):
    here, there = two
    new = {
        "old_password": "a password",
        "new_password1": "tea in Samarkand",
        "new_password2": "tea in Samarkand",
    }
    assert here.post("/admin/password_change/", new | {"old_password": "wrong"}).status_code == 200
    assert is_in(there)
    assert here.post("/admin/password_change/", new).status_code == 302
    assert (is_in(here), is_in(there)) == (True, False)
    assert rows_of(here) == [("Firefox, Windows", True)]
    assert Session.objects.filter(session_key=here.session.session_key).exists()
    assert AuditEntry.objects.filter(action="password").count() == 1


def test_a_password_that_a_chief_editor_sets_ends_the_persons_sessions(db):
    make_person("chief-editor")
    author = make_person("author")
    at_work, at_home = log_in("chief-editor"), log_in("author")
    page = f"/admin/news/user/{author.pk}/password/"
    new = {"password1": "tea in Samarkand", "password2": "tea in Samarkand", "usable_password": "true"}
    at_work.post(page, new | {"password2": "tea"})
    assert is_in(at_home)
    assert at_work.post(page, new).status_code == 302
    assert (is_in(at_work), is_in(at_home)) == (True, False)
    assert not OpenSession.objects.filter(user=author).exists()


def test_whoever_logs_out_leaves_no_row(two):
    here, there = two
    here.post("/admin/logout/")
    assert OpenSession.objects.get().key == there.session.session_key


def test_the_last_use_is_written_down_once_in_five_minutes(two, django_assert_num_queries):
    here, _there = two
    OpenSession.objects.update(
        since=timezone.now() - timedelta(hours=1), last_seen=timezone.now() - timedelta(hours=1)
    )
    is_in(here)
    row = OpenSession.objects.get(key=here.session.session_key)
    assert timezone.now() - row.last_seen > timedelta(minutes=50)
    session = here.session
    session["seen"] -= 301
    session.save()
    is_in(here)
    row.refresh_from_db()
    assert timezone.now() - row.last_seen < timedelta(minutes=1)
    before = row.last_seen
    is_in(here)
    row.refresh_from_db()
    assert row.last_seen == before


def test_a_browser_that_changes_its_person_is_listed_with_the_new_one(two):
    here, _there = two
    olga = make_person("author", "olga")
    here.force_login(olga)
    assert [current for _device, current in rows_of(here)] == [True]
    assert OpenSession.objects.filter(user=olga).count() == 1


def test_sessions_that_ran_out_are_removed(two):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    old = timezone.now() - timedelta(days=15)
    OpenSession.objects.update(since=old, last_seen=old)
    assert remove_old_sessions() == 2
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (FIREFOX, "Firefox, Windows"),
        (
            "Mozilla/5.0 (X11; Linux x86_64) (KHTML, like Gecko) Chrome/142.0 Safari/537.36",
            "Chrome, Linux",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.0", "Edge, Windows"),
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 YaBrowser/25.8 Safari/537.36",
            "Яндекс Браузер, Windows",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15", "Safari, macOS"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/26.0 Mobile Safari/604.1",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (Linux; Android 16) Chrome/142.0 Mobile Safari/537.36", "Chrome, Android"),
        ("", "неизвестный браузер, неизвестная система"),
        ("curl/8.0 <script>", "неизвестный браузер, неизвестная система"),
    ],
)
def test_browsers_are_told_in_plain_words(user_agent, words):
    with translation.override("ru"):
        assert device_words(user_agent) == words

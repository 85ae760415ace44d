"""Passwords cannot be guessed, and nobody can lock a colleague out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from ipaddress import ip_network
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from news.actions import attempts
from news.actions.attempts import TooManyAttemptsError, begin_attempt, remove_old_attempts
from news.models import LoginAttempt
from tests.factories import make_editor

LOGIN = "/admin/login/"
OFFICE, HOME = "203.0.113.7", "198.51.100.4"
WRONG = (
    "Please enter the correct username and password for a staff account. "
    "Note that both fields may be case-sensitive."
)


@pytest.fixture
def try_in(client, db):
    """Type a name and a password somewhere; return what the page says, or nothing where the way is open."""

    def post(password, *, username="editor", network=OFFICE, language="en"):
        answer = client.post(
            LOGIN,
            {"username": username, "password": password, "next": "/admin/"},
            REMOTE_ADDR=network,
            HTTP_ACCEPT_LANGUAGE=language,
        )
        if answer.status_code == 302:
            client.logout()
            return None
        (error,) = answer.context["form"].non_field_errors()
        return error

    return post


def later(**time):
    """Let time pass."""
    for row in LoginAttempt.objects.all():
        LoginAttempt.objects.filter(pk=row.pk).update(at=row.at - timedelta(**time))


def lock_in(minutes):
    return f"Too many attempts failed. Try again in {minutes} minute{'s' * (minutes > 1)}."


def test_after_five_failures_the_next_attempt_waits_and_each_wait_is_longer(try_in):
    make_editor()
    assert [try_in("wrong") for _try in range(5)] == [WRONG] * 5
    for minutes in (1, 2, 4, 8, 16, 32, 60, 60):
        assert try_in("a password") == lock_in(minutes)
        later(minutes=minutes)
        assert try_in("wrong") == WRONG
    later(minutes=60)
    assert try_in("a password") is None


def test_an_attempt_that_comes_too_early_makes_the_wait_no_longer(try_in):
    make_editor()
    for _try in range(5):
        try_in("wrong")
    for _try in range(10):
        assert try_in("wrong") == lock_in(1)
    later(minutes=1)
    assert try_in("a password") is None


def test_whoever_tries_from_elsewhere_locks_nobody_out(try_in):
    make_editor()
    for _try in range(30):
        try_in("wrong", network=HOME)
    assert try_in("a password", network=HOME) is not None
    assert try_in("a password", network=OFFICE) is None


def test_a_colleague_in_the_same_office_is_not_locked_out(try_in):
    make_editor()
    make_editor("olga")
    for _try in range(20):
        try_in("wrong")
    assert try_in("a password", username="olga") is None
    assert try_in("a password") is not None


def test_the_answer_does_not_tell_whether_the_account_exists(try_in):
    make_editor()
    told = {
        name: [try_in("wrong", username=name, network=HOME) for _try in range(7)]
        for name in ("editor", "nobody")
    }
    assert told["editor"] == told["nobody"] == [WRONG] * 5 + [lock_in(1)] * 2


def test_a_name_is_the_same_however_it_is_typed(try_in):
    for spelling in ("editor", "EDITOR", " editor", "Editor ", "ｅditor"):
        try_in("wrong", username=spelling)
    assert try_in("wrong") == lock_in(1)


def test_many_names_from_one_network_wait_as_well(try_in):
    make_editor()
    for number in range(50):
        assert try_in("wrong", username=f"name-{number}") == WRONG
    assert try_in("a password") == lock_in(1)
    assert try_in("a password", network=HOME) is None


def test_addresses_of_one_ipv6_network_are_one(try_in):
    make_editor()
    for number in range(5):
        try_in("wrong", network=f"2001:db8:0:1::{number + 1}")
    assert try_in("a password", network="2001:db8:0:1:ffff::1") == lock_in(1)
    assert try_in("a password", network="2001:db8:0:2::1") is None


def test_the_right_password_forgets_the_failures_before_it(try_in):
    make_editor()
    for _round in range(3):
        for _try in range(4):
            try_in("wrong")
        assert try_in("a password") is None
    assert not LoginAttempt.objects.exists()


def test_own_successes_do_not_wipe_out_failures_with_other_names(try_in):
    make_editor()
    for number in range(50):
        try_in("wrong", username=f"name-{number}")
        if number < 49:
            assert try_in("a password") is None
    assert try_in("a password") == lock_in(1)


def test_a_locked_account_s_password_is_not_even_looked_at(try_in, monkeypatch):
    make_editor()
    for _try in range(5):
        try_in("wrong")
    monkeypatch.setattr("infoshos.authentication.PortalBackend.authenticate", None)
    assert try_in("a password") == lock_in(1)


def test_rows_hold_neither_names_nor_addresses_and_go_after_a_day(try_in):
    try_in("wrong", username="secret-name")
    row = LoginAttempt.objects.get()
    assert len(row.account) == len(row.network) == 64
    assert not {"secret-name", OFFICE} & {row.account, row.network}
    assert remove_old_attempts() == 0
    later(hours=25)
    assert remove_old_attempts() == 1


def test_failures_of_yesterday_count_no_more(try_in):
    make_editor()
    for _try in range(5):
        try_in("wrong")
    later(hours=24)
    assert [try_in("wrong") for _try in range(5)] == [WRONG] * 5


def test_russian_is_spoken_to_whoever_reads_russian(try_in):
    for _try in range(6):
        told = try_in("wrong", language="ru")
    assert told == "Слишком много неудачных попыток. Попробуйте снова через 1 минуту."


def test_the_network_is_the_readers_and_not_that_of_our_own_proxy(client, db, settings):
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.1")]
    for network in (OFFICE, HOME):
        client.post(
            LOGIN,
            {"username": "editor", "password": "wrong"},
            REMOTE_ADDR="127.0.0.1",
            HTTP_X_FORWARDED_FOR=network,
        )
    assert LoginAttempt.objects.values("network").distinct().count() == 2


def judged(_number=0):
    """Whether an attempt at this moment would be judged."""
    try:
        begin_attempt("first", account="a", network="n")
    except TooManyAttemptsError:
        return False
    finally:
        if connection.vendor == "postgresql":
            connection.close()
    return True


@pytest.mark.django_db(transaction=True)
def test_a_crowd_at_the_same_moment_gets_no_more_attempts_than_a_queue():
    crowd = 20
    if connection.vendor != "postgresql":  # one connection to a database in memory: one after the other
        assert sum(judged() for _attempt in range(crowd)) == attempts.OF_ACCOUNT_FROM_NETWORK.free
        return
    start = Barrier(crowd, timeout=10)

    def press(number):
        start.wait()
        return judged(number)

    with ThreadPoolExecutor(crowd) as pool:
        assert sum(pool.map(press, range(crowd))) <= attempts.OF_ACCOUNT_FROM_NETWORK.free
    # Those who saw each other were refused: there may be fewer. The next crowd finds five.
    while judged():
        pass
    LoginAttempt.objects.update(at=timezone.now() - timedelta(hours=2))
    with ThreadPoolExecutor(crowd) as pool:
        assert sum(pool.map(judged, range(crowd))) <= 1

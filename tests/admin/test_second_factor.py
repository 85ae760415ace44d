"""The second factor: codes of an app, codes on paper, and who must have one. Passkeys: tests/browser."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from infoshos.web import one_time
from infoshos.web.sealing import SealError, seal, unseal
from news.actions.second_factor import add_one_time_key, make_recovery_codes, take_code
from news.models import AuditEntry, LoginAttempt, OneTimeKey, OpenSession, RecoveryCode, User
from tests.admin.browsing import messages_of
from tests.admin.factors import HERE, SECOND, next_code, now_step, set_up, type_password
from tests.factories import make_editor


@pytest.fixture
def client():
    """A browser in which nobody has passed a second step."""
    return Client()


def test_the_codes_are_those_of_the_standard():
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # RFC 6238, appendix B
    moments = {59: "287082", 1111111109: "081804", 2000000000: "279037", 20000000000: "353130"}
    assert {at: one_time.code_at(secret, at // 30) for at in moments} == moments
    assert one_time.step_of(secret, "287082", now=89) == 1
    assert one_time.step_of(secret, "287082", now=120) is None


def test_a_secret_is_sealed_and_opens_for_its_purpose_only(settings):
    sealed = seal("a", "words")
    assert "words" not in sealed
    assert unseal("a", sealed) == "words"
    assert seal("a", "words") != sealed
    for purpose, text in (("b", sealed), ("a", sealed[:-4] + "AAAA"), ("a", "x"), ("a", "")):
        with pytest.raises(SealError):
            unseal(purpose, text)
    settings.SECRET_KEY = "another"
    with pytest.raises(SealError):
        unseal("a", sealed)


def test_an_app_is_set_up_and_asked_for_from_then_on(editor_with_app):
    _user, secret, codes = editor_with_app
    assert len(set(codes)) == 10
    client, answer = type_password()
    assert answer.headers["Location"] == SECOND
    assert client.get("/admin/").status_code == 302
    assert "_auth_user_id" not in client.session
    answer = client.post(SECOND, {"code": next_code(secret)})
    assert answer.headers["Location"] == "/admin/news/topic/"
    assert client.get("/admin/news/topic/").status_code == 200


def test_a_code_is_good_once(editor_with_app):
    _user, secret, _codes = editor_with_app
    code = next_code(secret)
    for expected in (302, 200):
        client, _answer = type_password()
        assert client.post(SECOND, {"code": code}).status_code == expected
    client, _answer = type_password()
    assert client.post(SECOND, {"code": one_time.code_at(secret, now_step() - 1)}).status_code == 200


def test_the_code_that_set_the_app_up_is_used(editor_with_app):
    user, secret, _codes = editor_with_app
    step = OneTimeKey.objects.get(user=user).last_step
    assert not take_code(user, one_time.code_at(secret, step))


def test_a_recovery_code_is_good_once_however_it_is_typed(editor_with_app):
    _user, _secret, codes = editor_with_app
    for typed, expected in ((codes[0].upper().replace("-", " "), 302), (codes[0], 200), (codes[1], 302)):
        client, _answer = type_password()
        assert client.post(SECOND, {"code": typed}).status_code == expected
    assert RecoveryCode.objects.filter(used_at__isnull=True).count() == 8


def test_neither_secrets_nor_codes_can_be_read_from_the_database(editor_with_app):
    _user, secret, codes = editor_with_app
    assert secret not in OneTimeKey.objects.get().sealed
    stored = set(RecoveryCode.objects.values_list("digest", flat=True))
    assert not stored & {code.replace("-", "") for code in codes}


def test_codes_are_counted_for_the_account_wherever_they_come_from(editor_with_app):
    _user, secret, _codes = editor_with_app
    for number in range(5):
        client, _answer = type_password(network=f"203.0.113.{number + 1}")
        assert "The code is wrong" in client.post(SECOND, {"code": "000000"}).content.decode()
    client, _answer = type_password(network="198.51.100.4")
    answer = client.post(SECOND, {"code": next_code(secret)})
    assert "Try again in 1 minute. A recovery code or a passkey still" in answer.content.decode()
    for row in LoginAttempt.objects.all():
        LoginAttempt.objects.filter(pk=row.pk).update(at=row.at - timedelta(minutes=1))
    assert client.post(SECOND, {"code": next_code(secret)}).status_code == 302
    assert not LoginAttempt.objects.filter(step="second").exists()


def test_a_code_on_paper_lets_in_where_the_codes_of_the_app_must_wait(editor_with_app):
    _user, _secret, codes = editor_with_app
    stranger, _answer = type_password(network="198.51.100.4")  # knows the password
    for _try in range(6):
        stranger.post(SECOND, {"code": "000000"})
    client, _answer = type_password()
    assert "Try again" in client.post(SECOND, {"code": "aaaaa-aaaaa"}).content.decode()
    answer = client.post(SECOND, {"code": codes[0]}, follow=True)
    assert messages_of(answer) == ["That was a recovery code. 9 are left."]
    said = AuditEntry.objects.filter(action__startswith="log").order_by("-id")
    assert [(entry.person or entry.title, entry.action, entry.summary) for entry in said[:2]] == [
        ("editor", "logged-in", "recovery code"),
        ("editor", "login-failed", "second step"),
    ]


def test_whoever_does_not_know_the_password_cannot_delay_the_second_step(editor_with_app):
    _user, secret, _codes = editor_with_app
    stranger = Client()
    for _try in range(10):
        assert stranger.post(SECOND, {"code": "000000"}).headers["Location"] == "/admin/login/"
    client, _answer = type_password()
    assert client.post(SECOND, {"code": next_code(secret)}).status_code == 302


def test_the_second_step_is_over_after_ten_minutes_and_with_a_new_password(editor_with_app):
    user, secret, _codes = editor_with_app
    late, _answer = type_password()
    session = late.session
    session["second_step"] = session["second_step"] | {"at": time.time() - 601}
    session.save()
    changed, _answer = type_password()
    user.set_password("tea in Samarkand")
    user.save()
    for client in (late, changed):
        assert client.post(SECOND, {"code": next_code(secret)}).headers["Location"] == "/admin/login/"


def test_the_second_step_is_over_for_whoever_may_not_log_in_any_more(editor_with_app):
    user, secret, _codes = editor_with_app
    client, _answer = type_password()
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.post(SECOND, {"code": next_code(secret)}).headers["Location"] == "/admin/login/"


def test_setting_up_ends_sessions_that_came_in_without(db):
    make_editor()
    (here, _answer), (there, _answer2) = type_password(), type_password()
    set_up(here)
    assert here.get("/admin/").status_code == 200
    assert there.get("/admin/").status_code == 302
    assert OpenSession.objects.count() == 1


def test_a_wrong_code_sets_nothing_up(desk):
    desk.get(HERE)
    answer = desk.post(HERE, {"do": "app", "code": "000000"}, follow=True)
    assert messages_of(answer)[0].startswith("The code is not right.")
    assert not OneTimeKey.objects.exists()
    desk.post(HERE, {"do": "app"})
    desk.post(HERE, {"do": "nonsense"})
    desk.post(HERE, {"do": "passkey", "passkey": "{", "name": "x"})
    assert not OneTimeKey.objects.exists()


def test_removing_and_new_codes_ask_for_the_password(editor_with_app):
    user, secret, codes = editor_with_app
    client, _answer = type_password()
    client.post(SECOND, {"code": next_code(secret)})
    wrong = {"which": "app", "password": "wrong"}
    assert messages_of(client.post(HERE, {"do": "remove"} | wrong, follow=True)) == ["The password is wrong."]
    client.post(HERE, {"do": "codes"} | wrong)
    assert take_code(user, codes[5])
    right = wrong | {"password": "a password"}
    fresh = client.post(HERE, {"do": "codes"} | right).content.decode()
    assert len(re.findall(r"<code>[a-z2-9]{5}-[a-z2-9]{5}</code>", fresh)) == 10
    assert not take_code(user, codes[6])
    client.post(HERE, {"do": "remove"} | right)
    assert not OneTimeKey.objects.exists()
    assert not RecoveryCode.objects.exists()
    assert type_password()[1].headers["Location"] == "/admin/news/topic/"
    said = AuditEntry.objects.filter(action__startswith="factor").order_by("id")
    assert [(entry.person, entry.action, entry.summary) for entry in said] == [
        ("editor", "factor-added", "app"),
        ("editor", "factor-added", "recovery codes"),
        ("editor", "factor-removed", "app"),
    ]


def test_a_log_in_that_does_not_know_of_a_factor_added_meanwhile_cannot_manage_it(editor_with_app, client):
    user, _secret, _codes = editor_with_app
    client.force_login(user)
    assert client.get(HERE).headers["Location"] == "/admin/login/"
    assert client.get("/admin/").status_code == 302


def test_under_another_secret_key_the_codes_of_the_app_are_good_no_more(editor_with_app, settings):
    user, secret, _codes = editor_with_app
    settings.SECRET_KEY = "another"
    assert not take_code(user, next_code(secret))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_pages_speak_the_language_of_the_account_or_of_the_browser(client, db, language):
    user = make_editor(interface_language=language)
    client.force_login(user)
    words = {"en": ("Second factor", "Passkeys"), "ru": ("Второй фактор", "Ключи доступа")}[language]
    page = client.get(HERE).content.decode()
    assert all(word in page for word in words)
    set_up(client)
    client.logout()
    client.post("/admin/login/", {"username": "editor", "password": "a password"})
    page = client.get(SECOND, HTTP_ACCEPT_LANGUAGE=language).content.decode()
    assert {"en": "Second step", "ru": "Второй шаг"}[language] in page


def test_the_pages_are_kept_by_no_cache_and_run_no_script_of_others(editor_with_app, client):
    client, _answer = type_password()
    answer = client.get(SECOND)
    assert "no-store" in answer.headers["Cache-Control"]
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", answer.content.decode())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["app", "paper"])
def test_two_that_send_a_code_at_the_same_moment_are_not_both_let_in(kind, rf):
    user = make_editor()
    secret = one_time.new_secret()
    request = rf.get("/")
    request.session = Client().session
    add_one_time_key(user, secret, one_time.code_at(secret, now_step() - 1), request=request)
    code = next_code(secret) if kind == "app" else make_recovery_codes(user)[0]
    crowd = 4
    if connection.vendor != "postgresql":  # one connection to a database in memory: one after the other
        taken = [bool(take_code(user, code)) for _click in range(crowd)]
    else:
        start = Barrier(crowd, timeout=10)

        def click(_number):
            try:
                start.wait()
                return bool(take_code(user, code))
            finally:
                connection.close()

        with ThreadPoolExecutor(crowd) as pool:
            taken = list(pool.map(click, range(crowd)))
    assert sorted(taken) == [False] * (crowd - 1) + [True]

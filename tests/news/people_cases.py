"""Constraint cases of what is stored about people of the newsroom: see `constraint_cases.py`."""

from django.utils import timezone

from news.actions.audit import record
from news.models import Digest, LoginAttempt, OneTimeKey, OpenSession, Passkey, Presence, RecoveryCode
from tests.factories import make_article, make_editor


def attempt():
    return LoginAttempt.objects.create(step="first", account="a", network="n", at=timezone.now())


def entry():
    return record("added")


def session(key="k", username="editor"):
    moment = timezone.now()
    return OpenSession.objects.create(user=make_editor(username), key=key, since=moment, last_seen=moment)


def one_time_key(username="editor"):
    return OneTimeKey.objects.create(user=make_editor(username), sealed="s", last_step=1)


def passkey(username="editor"):
    user = make_editor(username)
    return Passkey.objects.create(user=user, name="Key", credential_id=username, credential="c")


def two_codes():
    user = make_editor()
    RecoveryCode.objects.create(user=user, digest="a")
    return RecoveryCode.objects.create(user=user, digest="b")


def digest(username="editor"):
    moment = timezone.now()
    return Digest.objects.create(
        user=make_editor(username), interval="daily", hour=9, ordered_until=moment, sent_until=moment
    )


def two_people_at_an_article():
    article, now = make_article(), timezone.now()
    for name, number in (("igor", 990_001), ("olga", 990_002)):
        person = make_editor(name, pk=number)
        row = Presence.objects.create(article=article, person=person, since=now, seen_at=now)
    return row


CASES = {
    "digest_interval": (digest, [{"interval": "hourly"}]),
    "digest_hour": (digest, [{"hour": 24}]),
    "digest_sent_as_ordered": (digest, [{"sent_until": "2199-01-01 00:00:00+00:00"}]),
    "presence_once": (two_people_at_an_article, [{"person_id": 990_001}]),
    "presence_seen_after_it_began": (two_people_at_an_article, [{"seen_at": "2020-01-01 00:00:00+00:00"}]),
    "one_time_key_has_secret": (one_time_key, [{"sealed": ""}]),
    "passkey_has_name_and_key": (passkey, [{"name": ""}, {"credential": ""}]),
    "recovery_code_once": (two_codes, [{"digest": "a"}]),
    "session_seen_after_it_began": (session, [{"last_seen": "2020-01-01 00:00:00+00:00"}]),
    "audit_action_known": (entry, [{"action": "guessed"}]),
    "audit_via_known": (entry, [{"via": "guessed"}]),
    "audit_never_changed": (entry, [{"title": "x"}, {"person": "x"}, {"at": "2020-01-01 00:00:00+00:00"}]),
    "attempt_step": (attempt, [{"step": "guess"}]),
    "attempt_has_account_and_network": (attempt, [{"account": ""}, {"network": ""}]),
}

# An entry cannot be changed at all; that new ones hold to these rules is tested in tests/admin/test_audit_log.py.
TOLD = {"audit_action_known": "audit_never_changed", "audit_via_known": "audit_never_changed"}

COLUMNS = {
    "presence_once": "news_presence.article_id, news_presence.person_id",
    "recovery_code_once": "news_recoverycode.user_id, news_recoverycode.digest",
}

UNIQUE = {
    "news.Digest.user": (digest, lambda: digest("olga")),
    "news.OpenSession.key": (session, lambda: session("l", "olga")),
    "news.OneTimeKey.user": (one_time_key, lambda: one_time_key("olga")),
    "news.Passkey.credential_id": (passkey, lambda: passkey("olga")),
}

"""Constraint cases of what is stored about people of the newsroom: see `constraint_cases.py`."""

from django.utils import timezone

from news.actions.audit import record
from news.models import LoginAttempt, OpenSession
from tests.factories import make_editor


def attempt():
    return LoginAttempt.objects.create(step="first", account="a", network="n", at=timezone.now())


def entry():
    return record("added")


def session(key="k", username="editor"):
    moment = timezone.now()
    return OpenSession.objects.create(user=make_editor(username), key=key, since=moment, last_seen=moment)


CASES = {
    "session_seen_after_it_began": (session, [{"last_seen": "2020-01-01 00:00:00+00:00"}]),
    "audit_action_known": (entry, [{"action": "guessed"}]),
    "audit_via_known": (entry, [{"via": "guessed"}]),
    "audit_never_changed": (entry, [{"title": "x"}, {"person": "x"}, {"at": "2020-01-01 00:00:00+00:00"}]),
    "attempt_step": (attempt, [{"step": "guess"}]),
    "attempt_has_account_and_network": (attempt, [{"account": ""}, {"network": ""}]),
}

# An entry cannot be changed at all; that new ones hold to these rules is tested in tests/admin/test_audit_log.py.
TOLD = {"audit_action_known": "audit_never_changed", "audit_via_known": "audit_never_changed"}

UNIQUE = {"news.OpenSession.key": (session, lambda: session("l", "olga"))}

"""Constraint cases of what is stored about people of the newsroom: see `constraint_cases.py`."""

from django.utils import timezone

from news.models import LoginAttempt


def attempt():
    return LoginAttempt.objects.create(step="first", account="a", network="n", at=timezone.now())


CASES = {
    "attempt_step": (attempt, [{"step": "guess"}]),
    "attempt_has_account_and_network": (attempt, [{"account": ""}, {"network": ""}]),
}

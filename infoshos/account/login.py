"""Logging in, as often as the limits allow."""

from math import ceil

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.utils import timezone
from django.utils.translation import ngettext

from infoshos.web.fingerprints import account_fingerprint, network_fingerprint
from news.actions.attempts import TooManyAttemptsError, begin_attempt, forgive
from news.models import LoginAttempt


class LoginForm(AdminAuthenticationForm):
    """Django's form. A password is looked at only where the limits leave room for another attempt."""

    def clean(self):
        """Say the same of an account that exists and of one that does not."""
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not name or not password:
            return super().clean()
        try:
            attempt = begin_attempt(
                LoginAttempt.Step.FIRST,
                account=account_fingerprint(name),
                network=network_fingerprint(self.request),
            )
        except TooManyAttemptsError as error:
            raise forms.ValidationError(wait_message(error), code="too-many") from error
        cleaned = super().clean()
        forgive(attempt)
        return cleaned


def wait_message(error: TooManyAttemptsError) -> str:
    """When to try again."""
    minutes = max(1, ceil((error.until - timezone.now()).total_seconds() / 60))
    return ngettext(
        "Too many attempts failed. Try again in %(count)d minute.",
        "Too many attempts failed. Try again in %(count)d minutes.",
        minutes,
    ) % {"count": minutes}

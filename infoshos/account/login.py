"""Logging in: a password, then the second factor where there is one; each as often as the limits allow."""

import time
from math import ceil

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import get_backends, login
from django.contrib.auth.views import LoginView
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters

from infoshos.account import passkeys
from infoshos.web.fingerprints import account_fingerprint, network_fingerprint
from news.actions.attempts import TooManyAttemptsError, begin_attempt, forgive
from news.actions.audit import Action, record
from news.actions.second_factor import has_second_factor, take_code, take_recovery_code
from news.models import LoginAttempt, User

# Of a session that was begun with both factors.
PASSED = "second_factor"
# Of whoever has given the password and nothing else yet; good for ten minutes.
_WAITING = "second_step"
_WAITS = 600  # seconds


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


class FirstStep(LoginView):
    """Name and password. Whoever has a second factor is not logged in by them."""

    def form_valid(self, form):
        """Log in, or ask for the second factor."""
        user = form.get_user()
        if not has_second_factor(user):
            return super().form_valid(form)
        self.request.session[_WAITING] = {
            "user": user.pk,
            # Of another password, the first step is not done any more.
            "hash": user.get_session_auth_hash(),
            "at": time.time(),
            "next": self.get_success_url(),
        }
        return HttpResponseRedirect(reverse("admin:second-step"))


@sensitive_post_parameters("code", "passkey")
def second_step(request):
    """Ask for the second factor of whoever has given the password, and log them in."""
    user = _waiting(request)
    if user is None:
        return HttpResponseRedirect(reverse("admin:login"))
    error = None
    if request.method == "POST":
        try:
            return _come_in(request, user, _judge(request, user))
        except RefusedError as refused:
            error = str(refused)
            record(Action.LOGIN_FAILED, about=user, request=request, changes={"factor": "second step"})
    with_passkey = passkeys.offered(request) and user.passkeys.exists()
    context = {
        "title": _("Second step"),
        "site_header": _("Infoshos: the editors’ pages"),
        "has_permission": False,
        "error": error,
        "options": passkeys.ask_for_one(request, user) if with_passkey else None,
    }
    return TemplateResponse(request, "admin/account/second_step.html", context)


class RefusedError(Exception):
    """The second step was not passed. The text says why, for the person."""


def _judge(request, user: User) -> str:
    """What the person has given beside the password, for the log. Raises RefusedError."""
    if answer := request.POST.get("passkey"):
        if not passkeys.take_answer(request, user, answer):
            raise RefusedError(_("The passkey was not accepted."))
        return "passkey"
    return _judge_code(request, user, request.POST.get("code", ""))


def _judge_code(request, user: User, typed: str) -> str:
    try:
        attempt = begin_attempt(
            LoginAttempt.Step.SECOND,
            account=account_fingerprint(user.get_username()),
            network=network_fingerprint(request),
        )
    except TooManyAttemptsError as error:
        # Ten letters cannot be guessed, so somebody who has learnt the password keeps nobody out with wrong digits.
        if take_recovery_code(user, typed):
            return "recovery code"
        hint = _("A recovery code or a passkey still lets you in.")
        raise RefusedError(f"{wait_message(error)} {hint}") from error
    kind = take_code(user, typed)
    if not kind:
        raise RefusedError(_("The code is wrong, or was used already. Wait for the next one."))
    forgive(attempt)
    return kind


def _waiting(request) -> User | None:
    """Who has given the password, a short time ago, and still may log in with it."""
    state = request.session.get(_WAITING)
    if not state or time.time() - state["at"] > _WAITS:
        return None
    user = _backend().get_user(state["user"])
    known = user and constant_time_compare(state["hash"], user.get_session_auth_hash())
    return user if known else None


def _come_in(request, user: User, kind: str):
    back = request.session.pop(_WAITING)["next"]
    request.came_in_with = kind
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[PASSED] = True
    if kind == "recovery code":
        left = user.recovery_codes.filter(used_at__isnull=True).count()
        with translation.override(user.interface_language):
            told = ngettext(
                "That was a recovery code. %(count)d is left.",
                "That was a recovery code. %(count)d are left.",
                left,
            )
        messages.warning(request, told % {"count": left})
    return HttpResponseRedirect(back)


def _backend():
    return get_backends()[0]

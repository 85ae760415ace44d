"""The page on which people set up their second factor, and the guard that leads there whoever must have one."""

from functools import wraps

import segno
from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from infoshos.account import passkeys
from infoshos.account.login import PASSED, wait_message
from infoshos.web import one_time
from infoshos.web.fingerprints import account_fingerprint, network_fingerprint
from infoshos.web.sealing import SealError, seal, unseal
from news.actions import second_factor as factors
from news.actions.attempts import TooManyAttemptsError, begin_attempt, forgive
from news.models import LoginAttempt, OneTimeKey, User

# The secret of an app that is being set up, sealed, in the session.
_SETTING_UP = "one_time_secret"
_PURPOSE = "secret in a session"
# What whoever must have a second factor can open without one.
_OPEN = {"second-factor", "logout", "choose-language", "jsi18n"}


def guarded(view):
    """Lead whoever must have a second factor and has none to the page that sets it up, whatever they asked for."""

    @wraps(view)
    def inner(request, *args, **kwargs):
        match = request.resolver_match
        if match and match.url_name not in _OPEN and lacks_second_factor(request):
            return HttpResponseRedirect(reverse("admin:second-factor"))
        return view(request, *args, **kwargs)

    return inner


def lacks_second_factor(request) -> bool:
    """Whether the person must have come in with a second factor and has not."""
    return not request.session.get(PASSED) and factors.needs_second_factor(request.user)


def second_factor(request):
    """What the person has, and what can be added and removed."""
    person = request.user
    if factors.has_second_factor(person) and not request.session.get(PASSED):
        # Added from elsewhere at the moment of this log-in, which knew nothing of it.
        request.session.flush()
        return HttpResponseRedirect(reverse("admin:login"))
    if request.method == "POST":
        action = _ACTIONS.get(request.POST.get("do"))
        answer = action(request) if action else None
        return answer or HttpResponseRedirect(reverse("admin:second-factor"))
    must = lacks_second_factor(request)
    context = {
        **site.each_context(request),
        "title": _("Second factor"),
        "must": must,
        # No links to pages that do not open yet.
        **({"is_nav_sidebar_enabled": False, "available_apps": []} if must else {}),
        "app": OneTimeKey.objects.filter(user=person).first(),
        "passkeys": person.passkeys.all(),
        "codes_left": person.recovery_codes.filter(used_at__isnull=True).count(),
        "options": passkeys.ask_for_new(request, person) if passkeys.offered(request) else None,
    }
    if not context["app"]:
        context |= _setting_up(request)
    return TemplateResponse(request, "admin/account/second_factor.html", context)


def _setting_up(request) -> dict:
    """The secret of an app that is not there yet, as letters and as a picture."""
    secret = _secret(request)
    address = one_time.address(secret, account=request.user.get_username(), issuer="Infoshos")
    return {
        "secret": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        "picture": segno.make(address, error="m").svg_data_uri(scale=5, border=3, light="#fff"),
    }


def second_factor_of(request, pk):
    """Remove everything of a person who has lost it. For whoever may change the account."""
    person = get_object_or_404(User, pk=pk)
    if person == request.user or not site.get_model_admin(User).has_change_permission(request, person):
        raise PermissionDenied
    if request.method == "POST":
        factors.remove_all_factors(person, by=request.user, request=request)
        messages.success(request, _("Removed. The password alone lets %(name)s in now.") % {"name": person})
        return HttpResponseRedirect(reverse("admin:news_user_change", args=[pk]))
    context = {
        **site.each_context(request),
        "title": _("Second factor of %(name)s") % {"name": person},
        "person": person,
        "has": factors.has_second_factor(person),
    }
    return TemplateResponse(request, "admin/account/second_factor_of.html", context)


def _add_app(request):
    codes = factors.add_one_time_key(
        request.user, _secret(request), request.POST.get("code", ""), request=request
    )
    if codes is None:
        messages.error(
            request, _("The code is not right. Check the clock of the telephone, and type the next code.")
        )
        return None
    del request.session[_SETTING_UP]
    return _added(request, codes)


def _add_passkey(request):
    found = passkeys.new_passkey(request, request.POST.get("passkey", ""))
    name = request.POST.get("name", "").strip()[:80] or _("passkey")
    try:
        with transaction.atomic():
            codes = found and factors.add_passkey(request.user, name=name, request=request, **found)
    except IntegrityError:  # sent twice
        codes = None
    if codes is None:
        messages.error(request, _("The passkey was not accepted."))
        return None
    return _added(request, codes)


def _added(request, codes: list[str]):
    request.session[PASSED] = True
    messages.success(request, _("Added. All other sessions of yours were ended."))
    return _show(request, codes) if codes else None


def _remove(request):
    if _knows_password(request):
        removed = factors.remove_factor(request.user, request.POST.get("which", ""), request=request)
        if removed:
            messages.success(request, _("Removed."))
        if not factors.has_second_factor(request.user):
            request.session.pop(PASSED, None)


def _new_codes(request):
    if _knows_password(request) and factors.has_second_factor(request.user):
        return _show(request, factors.renew_recovery_codes(request.user, request=request))
    return None


def _show(request, codes: list[str]):
    """The page that shows recovery codes, once."""
    context = {**site.each_context(request), "title": _("Recovery codes"), "codes": codes}
    return TemplateResponse(request, "admin/account/recovery_codes.html", context)


_ACTIONS = {"app": _add_app, "passkey": _add_passkey, "remove": _remove, "codes": _new_codes}


def _knows_password(request) -> bool:
    """Whether the person has typed the password: whoever finds an open desk must not be able to unlock the door."""
    try:
        attempt = begin_attempt(
            LoginAttempt.Step.FIRST,
            account=account_fingerprint(request.user.get_username()),
            network=network_fingerprint(request),
        )
    except TooManyAttemptsError as error:
        messages.error(request, wait_message(error))
        return False
    if not request.user.check_password(request.POST.get("password", "")):
        messages.error(request, _("The password is wrong."))
        return False
    forgive(attempt)
    return True


def _secret(request) -> str:
    """The secret that is being set up, the same until it is."""
    try:
        return unseal(_PURPOSE, request.session[_SETTING_UP])
    except (KeyError, SealError):
        secret = one_time.new_secret()
        request.session[_SETTING_UP] = seal(_PURPOSE, secret)
        return secret

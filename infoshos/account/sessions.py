"""The pages that say where somebody is logged in."""

from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from infoshos.web.devices import device_words
from news.actions.sessions import end_others, end_sessions, open_sessions
from news.models import OpenSession, User


def sessions(request, pk=None):
    """Sessions of the person who asks, or of another one whose account this person may change; some are ended."""
    person = get_object_or_404(User, pk=pk) if pk else request.user
    if person != request.user and not site.get_model_admin(User).has_change_permission(request, person):
        raise PermissionDenied
    if request.method == "POST":
        _end(request, person)
        return HttpResponseRedirect(request.path)
    rows = [
        {
            "row": row,
            "device": device_words(row.device),
            "is_current": row.key == request.session.session_key,
        }
        for row in open_sessions(person)
    ]
    own = person == request.user
    context = {
        **site.each_context(request),
        "title": _("My sessions") if own else _("Sessions of %(name)s") % {"name": person.get_username()},
        "person": person,
        "own": own,
        "rows": rows,
        "others": sum(not row["is_current"] for row in rows),
    }
    return TemplateResponse(request, "admin/account/sessions.html", context)


def _end(request, person):
    """End one session, or all but the one in use."""
    number = request.POST.get("end", "")
    if number == "others":
        ended = end_others(person, by=request.user, request=request)
    else:
        chosen = OpenSession.objects.filter(user=person, pk=number if number.isdecimal() else 0)
        ended = end_sessions(chosen, by=request.user, request=request)
    told = ngettext("%(count)d session ended.", "%(count)d sessions ended.", ended)
    messages.success(request, told % {"count": ended})

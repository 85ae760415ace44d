"""A form that came too late, given back with what was typed: for browsers that run no script."""

from django.contrib.admin import site
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from infoshos.editorial import is_editorial
from infoshos.web.same_origin import is_same_origin
from news.views import errors

# Fields of a form that the next page makes anew, or that nobody typed.
_OWN = {"csrfmiddlewaretoken"}
# Shorter values are choices and numbers more often than words; so are those without a blank.
_WORDS = 20


def give_back(request) -> HttpResponse:
    """The page that says why nothing was saved, holds what was typed, and sends it again. 403."""
    values = _values(request)
    context = site.each_context(request) | {
        "title": _("Not saved"),
        "values": values,
        "texts": _texts(request),
        "had_files": any(request.FILES.values()),
        "logged_in": request.user.is_authenticated,
    }
    html = render_to_string("admin/account/given_back.html", context, request)
    return HttpResponse(html, status=403, headers={"Cache-Control": "no-store"})


def _values(request) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, own in request.POST.lists()
        if name not in _OWN and "password" not in name
        for value in own
    ]


def _texts(request) -> list[str]:
    return [value for _name, value in _values(request) if len(value) >= _WORDS and " " in value]


def giving_back(view, may_enter):
    """Give a form back that was sent by somebody who is not logged in any more; Django would forget it."""

    def answer(request, *args, **kwargs):
        is_late = request.method == "POST" and not may_enter(request)
        response = view(request, *args, **kwargs)
        is_form = is_late and response.status_code == 302 and request.headers.get("X-Answer") != "json"
        return give_back(request) if is_form and _texts(request) else response

    return answer


def refused(request, reason=""):
    """403 for a form without its token: with what was typed, where it came from a page of the desk's own.

    Whoever logs in gets a new token, so a form of before has the wrong one.
    """
    is_ours = is_editorial(request) and is_same_origin(request) and request.user.is_authenticated
    if is_ours and request.headers.get("X-Answer") != "json" and _texts(request):
        return give_back(request)
    return errors.refused(request, reason=reason)

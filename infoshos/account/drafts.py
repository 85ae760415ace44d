"""The server's part in keeping what was typed: who is there, whether it is stored, and how it differs."""

from dataclasses import dataclass

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from news.languages import LANGUAGES
from news.markup import canonical, plain_text


@require_safe
def presence(request):
    """Who is logged in, with the token that forms need since that moment."""
    return JsonResponse({"person": request.user.pk, "token": get_token(request)})


@require_safe
def here_again(request):
    """Where a person lands who logged in again beside a form that waits."""
    context = admin.site.each_context(request) | {"title": _("You are logged in again")}
    return TemplateResponse(request, "admin/account/here_again.html", context)


@dataclass
class Compared:
    """A text of a form, as it stands there and as it was kept."""

    label: str
    language: str
    is_body: bool
    before: str
    after: str


@require_POST
def difference(request):
    """What a kept text would change in a form, in words. A part of a page."""
    names = ("label", "language", "kind", "before", "after")
    rows = zip(*(request.POST.getlist(name) for name in names), strict=False)
    texts = [_compared(*row) for row in rows]
    context = {"texts": texts, "others": request.POST.getlist("other")}
    return render(request, "admin/account/_draft_difference.html", context)


def _compared(label, language, kind, before, after) -> Compared:
    language = language if language in LANGUAGES else ""
    if kind != "body":
        return Compared(label, language, False, before, after)
    try:
        return Compared(label, language, True, canonical(before), canonical(after))
    except ValidationError:  # a text that could not be stored is compared by its words
        return Compared(label, language, False, plain_text(before), plain_text(after))


def answering_scripts(view):
    """Tell a script that sent a form what became of it, in place of leading it to another page.

    The address of the next page where the form was stored; 401 where it was not, as when nobody is logged in.
    """

    def answer(request, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.headers.get("X-Answer") != "json" or response.status_code != 302:
            return response
        is_stored = getattr(request, "stored", False)
        told = JsonResponse({"location": response.url} if is_stored else {}, status=200 if is_stored else 401)
        told.cookies = response.cookies
        return told

    return answer

"""Pages for what went wrong, in the language of the address, else in the one that the browser asks for."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils import translation

from infoshos.web import negotiation
from news.absence import Absent


def bad_request(request, exception=None):
    """400: the request cannot be understood."""
    return _bare(request, "400.html", 400)


def refused(request, exception=None, reason=""):
    """403: a form that another site's page sent, or a missing right."""
    return _bare(request, "403.html", 403)


def not_found(request, exception=None):
    """404, with the ways on that a reader has."""
    context = {"absence": exception if isinstance(exception, Absent) else None}
    response = render(request, "404.html", context, status=404)
    if not negotiation.of_path(request.path_info):
        response.headers["Cache-Control"] = "no-store"  # its language depends on the browser
    return response


def too_large(request):
    """413: more bytes than any form of ours holds."""
    return _bare(request, "413.html", 413)


def broken(request):
    """500: our fault. Asks nothing of the database, which may be what is broken."""
    return _bare(request, "500.html", 500)


def _bare(request, template: str, status: int) -> HttpResponse:
    """A page without menus, which needs neither database nor context processors."""
    language = negotiation.of_path(request.path_info) or negotiation.preferred(request)
    with translation.override(language):
        html = loader.render_to_string(template, {"language": language})
    return HttpResponse(html, status=status, headers={"Cache-Control": "no-store"})

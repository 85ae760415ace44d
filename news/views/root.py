"""The two addresses without a language that readers' browsers ask for."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from infoshos.web.negotiation import preferred


@require_safe
def choose_language(request):
    """Lead to the front page in the language that the browser asks for. Never cached."""
    response = HttpResponseRedirect(f"/{preferred(request)}/")
    response.headers["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def time_now(request):
    """Nothing but the server's clock, in the `Date` header: what the clocks of the capitals are counted from."""
    return HttpResponse(status=204, headers={"Cache-Control": "no-store", "Date": http_date()})

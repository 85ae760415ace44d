"""The protection of forms for readers.

A token in the page would make each reader's page different. Browsers say themselves where a form was sent from.
"""

from collections.abc import Callable
from functools import wraps

from django.views.decorators.csrf import csrf_exempt


def is_same_origin(request) -> bool:
    """Whether the browser says that the request was made by a page of this site.

    `Sec-Fetch-Site` decides where the browser sends it (all since 2023), `Origin` otherwise. A client that sends
    neither is no browser that somebody else's page could misuse, and there is no cookie that it could send along.
    Scheme, host and port must be ours; an origin that cannot be read (`null`, `http://[`) is nobody's.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in {"same-origin", "none"}
    if origin := request.headers.get("Origin"):
        return origin.lower() == f"{request.scheme}://{request.get_host()}".lower()
    return True


def same_origin(refuse: Callable):
    """Refuse a POST that a page of another site made. Takes the place of Django's token for readers' forms.

    `refuse(request)` answers such a POST instead of the view: with status 403, and with what was typed.
    """

    def decorate(view):
        @wraps(view)
        def checked(request, *args, **kwargs):
            if request.method == "POST" and not is_same_origin(request):
                return refuse(request)
            return view(request, *args, **kwargs)

        return csrf_exempt(checked)

    return decorate

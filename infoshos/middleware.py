"""What happens around every request."""

from urllib.parse import unquote

from django.conf import settings
from django.http import HttpResponsePermanentRedirect, UnreadablePostError
from django.utils import translation
from django.utils.encoding import escape_uri_path

from infoshos.editorial import is_editorial
from infoshos.web import negotiation
from news.languages import LANGUAGES, column
from news.models import Redirect
from news.views.errors import bad_request, too_large

PERMISSIONS_POLICY = ", ".join(
    [
        *(
            f"{feature}=()"
            for feature in (
                "accelerometer",
                "camera",
                "display-capture",
                "geolocation",
                "gyroscope",
                "magnetometer",
                "microphone",
                "midi",
                "payment",
                "usb",
            )
        ),
        "clipboard-write=(self)",
        "web-share=(self)",
    ]
)


class SecurityHeadersMiddleware:
    """Headers that Django and django-csp do not set."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response


class BodyLimitMiddleware:
    """Refuse a request that is larger than any form of ours, before a byte of it is read."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        limit = settings.EDITOR_BODY_LIMIT if is_editorial(request) else settings.READER_BODY_LIMIT
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            return bad_request(request)
        return too_large(request) if length > limit else self.get_response(request)

    def process_exception(self, request, exception):
        """Refuse a form that was cut off while it was being sent: nothing is stored half."""
        return bad_request(request) if isinstance(exception, UnreadablePostError) else None


class LanguageMiddleware:
    """The language is in the address; in the admin it is the account's.

    Not Django's LocaleMiddleware: that one also looks at cookies and headers, and a page must be the same for
    every reader.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with translation.override(self._language(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
            return response

    def _language(self, request) -> str:
        if language := negotiation.of_path(request.path_info):
            return language
        if is_editorial(request) and request.user.is_authenticated:
            return request.user.interface_language
        return negotiation.preferred(request)


class OldAddressMiddleware:
    """Lead from an address that a story once had to the one it has. Looks up only where that may be needed.

    A query string is looked up before the view, because an old address may be the front page with a query
    (`/en/?idn=123`); a path that leads nowhere, after it, and without the query, which may be a tracker's.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        readable = request.method in {"GET", "HEAD"}
        if readable and request.META.get("QUERY_STRING") and (found := self._redirect(request)):
            return found
        response = self.get_response(request)
        if readable and response.status_code == 404:
            return self._redirect(request, with_query=False) or response
        return response

    def _redirect(self, request, with_query=True):
        encoded = request.get_full_path() if with_query else escape_uri_path(request.path)
        address = unquote(encoded)
        if len(encoded) > 500 or not address.isprintable() or address.startswith("/admin/"):
            return None
        old = (
            Redirect.objects.to_a_page()
            .filter(old_url__in={encoded, address})
            .select_related("article")
            .only("language", *(f"article__{column('slug', code)}" for code in LANGUAGES))
            .first()
        )
        target = old and old.article.get_absolute_url(old.language)
        # An address that leads to itself would never end.
        return HttpResponsePermanentRedirect(target) if target and target != request.path else None

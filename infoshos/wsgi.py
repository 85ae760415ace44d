"""The application as a server calls it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infoshos.settings")

_application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - settings are ready only now
from django.utils.http import parse_header_parameters  # noqa: E402


def application(environ, start_response):
    """Answer one request. The scheme is that of PUBLIC_URL, never a header's: whoever sends one may lie."""
    environ["wsgi.url_scheme"] = "https" if settings.PUBLIC_IS_SECURE else "http"
    if not _is_readable(environ.get("CONTENT_TYPE", "")):
        environ["CONTENT_TYPE"] = ""
    return _application(environ, start_response)


def _is_readable(content_type: str) -> bool:
    """Whether Django can read this header and, by its `charset`, what was sent.

    It does so before anything that could answer with a page, and takes any codec of Python for a charset: `hex`
    breaks it, `raw_unicode_escape` makes text that no database stores. Forms are sent in UTF-8.
    """
    try:
        _type, parameters = parse_header_parameters(content_type)
    except ValueError:
        return False
    return parameters.get("charset", "utf-8").lower() in {"utf-8", "utf8"}

"""The application as a server calls it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infoshos.settings")

_application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - settings are ready only now


def application(environ, start_response):
    """Answer one request. The scheme is that of PUBLIC_URL, never a header's: whoever sends one may lie."""
    environ["wsgi.url_scheme"] = "https" if settings.PUBLIC_IS_SECURE else "http"
    return _application(environ, start_response)

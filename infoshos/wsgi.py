"""The application as a server calls it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infoshos.settings")

_application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - settings are ready only now
from django.utils.http import parse_header_parameters  # noqa: E402


class WholeInput:
    """The body of a request, which raises OSError where it ends before its announced length.

    A connection that breaks while a form is being sent leaves half of it. Django would take what came for all there
    is; with the error it refuses the request, and nothing is stored half.
    """

    def __init__(self, stream, length: str | None):
        self._stream = stream
        self._missing = int(length) if length and length.isascii() and length.isdigit() else 0

    def read(self, size=-1):
        """As of a file: less than `size` only at the end, which is the announced one."""
        wanted = self._missing if size is None or size < 0 else min(size, self._missing)
        parts = []
        while wanted and (part := self._taken(self._stream.read(wanted), wanted)):
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts)

    def readline(self, size=-1):
        """As of a file."""
        wanted = self._missing if size is None or size < 0 else min(size, self._missing)
        return self._taken(self._stream.readline(wanted), wanted) if wanted else b""

    def _taken(self, part: bytes, wanted: int) -> bytes:
        if not part and wanted:
            raise OSError(f"the request was cut off, {self._missing} bytes are missing")
        self._missing -= len(part)
        return part


def application(environ, start_response):
    """Answer one request. The scheme is that of PUBLIC_URL, never a header's: whoever sends one may lie."""
    environ["wsgi.url_scheme"] = "https" if settings.PUBLIC_IS_SECURE else "http"
    if not _is_readable(environ.get("CONTENT_TYPE", "")):
        environ["CONTENT_TYPE"] = ""
    environ["wsgi.input"] = WholeInput(environ["wsgi.input"], environ.get("CONTENT_LENGTH"))
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

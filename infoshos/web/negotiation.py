"""Which language an address is in, and which one a reader without such an address would like."""

from django.conf import settings
from django.utils.translation.trans_real import parse_accept_lang_header

CODES = tuple(code for code, _name in settings.LANGUAGES)
# Readers of these understand Russian more often than English.
RUSSIAN_READERS = {"ru", "be", "kk", "ky", "tg", "uz", "tk", "hy", "az", "uk"}


def of_path(path: str) -> str | None:
    """The language of `/en/…` or `/ru/…`, also without the slash that is missing; None for any other path."""
    first = path[1:].partition("/")[0]
    return first if first in CODES else None


def preferred(request) -> str:
    """The language that the browser's settings ask for; English where they ask for neither."""
    for wanted, quality in parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", "")):
        primary = wanted.partition("-")[0]
        if not quality:
            continue
        if primary in CODES:
            return primary
        if primary in RUSSIAN_READERS:
            return "ru"
    return settings.LANGUAGE_CODE

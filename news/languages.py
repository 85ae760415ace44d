"""The languages of the portal, and how a translated column is named."""

from django.conf import settings
from django.utils.translation import get_language

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def other(language: str) -> str:
    """The counterpart of a language: the portal has exactly two."""
    return next(code for code in LANGUAGES if code != language)


def current() -> str:
    """The language of the page that is being made."""
    return get_language() or settings.LANGUAGE_CODE


def column(field: str, language: str | None = None) -> str:
    """The name of a translated field's column: `column("title", "ru")` is `title_ru`.

    Queries, indexes and constraints name columns this way. The bare column that modeltranslation keeps beside them
    holds whatever language was active at the last save and is never read.
    """
    return f"{field}_{language or current()}"

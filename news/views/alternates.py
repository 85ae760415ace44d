"""Where the language switch leads."""

from django.urls import translate_url

from news.languages import current, other


def same_page(request, query: str = "") -> str:
    """The address of the same page in the other language. The caller knows that it exists there."""
    return translate_url(request.path, other(current())) + query

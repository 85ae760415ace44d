"""What the head of a page tells search engines, social networks and readers' programs."""

import re
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.utils.text import Truncator

from news import images
from news.languages import current, other
from news.markup import plain_text

register = template.Library()

# What makes another page of an address; the rest of a query is other people's counting.
_OF_THE_PAGE = ("before", "after", "on")
# Regions that social networks ask for with a language.
_LOCALES = {"en": "en_GB", "ru": "ru_RU"}
# Characters that search engines show of a description.
_GIST = 200
_END_OF_BLOCK = re.compile(r"</(?:p|h[2-4]|li|t[dh]|figcaption|blockquote)>")


@register.simple_tag(takes_context=True)
def canonical(context) -> str:
    """The one address of this page, whatever query it was asked with."""
    request = context["request"]
    kept = [(key, request.GET[key]) for key in _OF_THE_PAGE if request.GET.get(key)]
    return settings.PUBLIC_URL + request.path + (f"?{urlencode(kept)}" if kept else "")


@register.inclusion_tag("news/_editions.html", takes_context=True)
def editions(context):
    """The addresses of this page by language, where it exists in both; nothing otherwise."""
    alternate = context.get("alternate") or ""
    here, there = current(), settings.PUBLIC_URL + alternate
    return {"editions": {here: canonical(context), other(here): there} if alternate else {}}


@register.filter
def gist(html) -> str:
    """The beginning of a text without its markup, for a description."""
    words = plain_text(_END_OF_BLOCK.sub(" ", html or ""))
    return Truncator(" ".join(words.split())).chars(_GIST, truncate="…")


@register.simple_tag
def locale(language: str | None = None) -> str:
    """A language as social networks write it: en_GB."""
    return _LOCALES[language or current()]


@register.simple_tag
def social_picture(image) -> str:
    """The address of a picture in the one format that every social network reads."""
    return settings.PUBLIC_URL + images.served_url(image.token)

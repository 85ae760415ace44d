"""What the head of a page tells search engines, social networks and readers' programs."""

import re
from typing import NamedTuple

from django import template
from django.conf import settings
from django.utils import formats, timezone
from django.utils.text import Truncator
from django.utils.translation import gettext

from news import images
from news.languages import current, other
from news.markup import plain_text

register = template.Library()

# Regions that social networks ask for with a language.
_LOCALES = {"en": "en_GB", "ru": "ru_RU"}
# Characters that search engines show of a description.
_GIST = 200
# Where words end though no space stands there.
_BREAK = re.compile(r"</(?:p|h[2-4]|li|t[dh]|caption|figcaption|blockquote)>|<[bh]r>")


@register.simple_tag(takes_context=True)
def canonical(context) -> str:
    """The one address of this page: of what it was asked with, only the `query` that makes it another page."""
    return settings.PUBLIC_URL + context["request"].path + context.get("query", "")


@register.inclusion_tag("news/_editions.html", takes_context=True)
def editions(context):
    """The addresses of this page by language, where it exists in both; nothing otherwise.

    A part of a list exists in one language: the other's list holds other stories and is divided elsewhere. From
    there the switch leads to the list's beginning, whose counterpart is the beginning of this one.
    """
    alternate = context.get("alternate") or ""
    if not alternate or not alternate.endswith(context.get("query", "")):
        return {"editions": {}}
    return {"editions": {current(): canonical(context), other(current()): settings.PUBLIC_URL + alternate}}


@register.simple_tag(takes_context=True)
def days_of_part(context) -> str:
    """From which day to which a part of a list goes, for its title; nothing for the beginning of a list."""
    page = context.get("page") if context.get("query") else None
    if not page:
        return ""
    days = [timezone.localtime(page.articles[n].published_at) for n in (-1, 0)]
    since, until = (formats.date_format(day, "DATE_FORMAT") for day in days)
    if since == until:
        return since
    return gettext("%(since)s – %(until)s") % {"since": since, "until": until}


@register.filter
def gist(html) -> str:
    """The beginning of a text without its markup, for a description."""
    words = plain_text(_BREAK.sub(" ", html or ""))
    return Truncator(" ".join(words.split())).chars(_GIST, truncate="…")


@register.simple_tag
def locale(language: str | None = None) -> str:
    """A language as social networks write it: en_GB."""
    return _LOCALES[language or current()]


class SocialPicture(NamedTuple):
    """What social networks are given of a picture, in the one format that all of them read."""

    address: str
    width: int
    height: int


@register.simple_tag
def social_picture(image) -> SocialPicture:
    """What is cut around the focal point for them; until the worker has done that, the whole picture."""
    crop = image.made(images.SOCIAL)
    size = image.crops[images.SOCIAL] if crop else images.base_size((image.width, image.height))
    return SocialPicture(settings.PUBLIC_URL + images.served_url(image.token, crop=crop), *size)

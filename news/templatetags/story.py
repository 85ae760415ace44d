"""How parts of a story are set on a page."""

import re

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, pgettext

from news import images, typography
from news.languages import current, other
from news.markup import IMAGE_SRC

register = template.Library()

_FIGURE = re.compile(r"<figure>(?P<inside>.*?)</figure>", re.DOTALL)
_IMG = re.compile(
    rf'<img src="{IMAGE_SRC.pattern.removesuffix(chr(92) + "Z")}"(?: alt="(?P<alt>[^"]*)")?[^>]*>'
)
_TAG = re.compile(r"<[a-z][^<>]*>")
_OWN_ADDRESS = re.compile(r'( (?:src|href)=")(?=/(?!/))')
_CAPTION_END = "</figcaption>"
# The names for which `static/img` has a wordmark.
DRAWN_NAMES = {"en": "Infoshos", "ru": "Инфошос"}
_LETTERS = {"ru": re.compile(r"[А-Яа-яЁё]"), "en": re.compile(r"[A-Za-z]")}


@register.simple_tag
def moment(value, day_only=False):
    """A moment in Moscow time as `<time>`: `9 November 2020, 16:06` or `09.11.2020 16:06`."""
    local = timezone.localtime(value)
    shown = formats.date_format(local, "DATE_FORMAT" if day_only else "DATETIME_FORMAT")
    machine = local.date().isoformat() if day_only else local.isoformat(timespec="minutes")
    return format_html('<time datetime="{}">{}</time>', machine, shown)


@register.simple_tag
def day(value):
    """A date as `<time>`: `9 November 2020`, «9 ноября 2020»."""
    return format_html(
        '<time datetime="{}">{}</time>', value.isoformat(), formats.date_format(value, "DATE_FORMAT")
    )


@register.simple_tag
def today():
    """The day that it is in Moscow, as newspapers date themselves: “Sunday, 22 November 2026”."""
    now = timezone.localdate()
    shown = formats.date_format(now, pgettext("a day with its name, as in Django’s `date`", "l, j F Y"))
    return format_html('<time datetime="{}">{}</time>', now.isoformat(), shown[:1].upper() + shown[1:])


@register.inclusion_tag("news/_wordmark.html")
def wordmark(name):
    """The portal's name at the top of its pages: drawn where it is the name that was drawn, otherwise in type."""
    name = name or DRAWN_NAMES["en"]
    return {"name": name, "drawn": next((code for code, word in DRAWN_NAMES.items() if word == name), "")}


@register.simple_tag
def dash():
    """What stands between two parts of a line: an en dash in English, an em dash in Russian."""
    return pgettext("between two parts of a line", "–")


@register.simple_tag
def archive_title(period):
    """The heading of a part of the archive: “Archive, November 2020”."""
    if period.kind == "all":
        return gettext("Archive")
    written = {"year": "Y", "month": "YEAR_MONTH_FORMAT", "day": "DATE_FORMAT"}[period.kind]
    time = formats.date_format(period.first, written)
    # Django's table has the months of Russian as they stand alone; within a line they are small.
    return gettext("Archive, %(time)s") % {"time": time.lower() if current() == "ru" else time}


@register.filter
def foreign(text, own=None):
    """A `lang` attribute for text in the letters of the portal's other language; nothing otherwise.

    For names that are written once for both editions: a credit, a source, the name that a reader gave. `own` is the
    language of what stands around the text, by default that of the page.
    """
    own = own or current()
    its_other = other(own)
    text = str(text or "")
    if _LETTERS[its_other].search(text) and not _LETTERS[own].search(text):
        return format_html(' lang="{}"', its_other)
    return ""


@register.filter
def unbroken(text):
    """A title or a summary with non-breaking spaces where a line must not end: after `в`, between 10 and July."""
    return typography.unbroken(text or "", current())


@register.filter
def documents(article):
    """The documents of a story, read with its editions: those whose own edition is public."""
    return [row for row in article.attachments.all() if getattr(article, f"public_{row.language}")]


@register.inclusion_tag("news/_picture.html")
def picture(image, sizes, lazy=True, alt=None):
    """A picture in the sizes that exist; until the worker has made them, the one that everybody can show."""
    return {
        "alt": image.alt or "" if alt is None else alt,
        "src": images.served_url(image.token),
        "width": image.width,
        "height": image.height,
        **_offered(image.token, image.widths),
        "sizes": sizes,
        "lazy": lazy,
    }


@register.inclusion_tag("news/_picture.html")
def card(image, sizes, lazy=True):
    """A picture as lists show it, without words: cut 3 : 2 around its focal point.

    A picture of which no card exists is offered whole, and the style sheet cuts off its edges.
    """
    crop = image.made(images.CARD)
    if not crop:
        return picture(image, sizes, lazy, alt="")
    widths = image.crops[images.CARD]
    return {
        "alt": "",
        "src": images.served_url(image.token, widths[-1], crop=crop),
        "width": widths[-1],
        "height": round(widths[-1] * 2 / 3),
        **_offered(image.token, widths, crop),
        "sizes": sizes,
        "lazy": lazy,
    }


def _offered(token: str, widths: list[int], crop: str = "") -> dict:
    """The `srcset` of each format; nothing where nothing was made."""
    sets = {
        ending: ", ".join(f"{images.served_url(token, width, ending, crop)} {width}w" for width in widths)
        for ending in ("avif", "webp", "jpg")
    }
    srcset = sets.pop("jpg")
    return {"sources": [(f"image/{ending}", sets[ending]) for ending in sets if widths], "srcset": srcset}


@register.simple_tag
def story_body(body, pictures, absolute=False):
    """A stored body as a page shows it: figures with their sizes and credits.

    Stored bodies are canonical, so they are printed as they are, and figures are found by their one spelling. What is
    added carries `data-added`: offsets of spelling reports count stored text only. `absolute` is for feeds, which
    have no address of their own.
    """
    shown = _FIGURE.sub(lambda match: _figure(match["inside"], pictures), body or "")
    if absolute:
        # Only inside tags: text may hold what looks like an attribute.
        shown = _TAG.sub(lambda tag: _OWN_ADDRESS.sub(rf"\1{settings.PUBLIC_URL}", tag[0]), shown)
    return mark_safe(shown)


def _figure(inside: str, pictures: dict) -> str:
    found = _IMG.search(inside)
    image = found and pictures.get(found[1])
    if not image:
        return f"<figure>{inside}</figure>"
    tag = render_to_string(
        "news/_picture.html",
        picture(image, "(min-width: 46rem) 42rem, calc(100vw - 2rem)", alt=mark_safe(found["alt"] or "")),
    )
    shown = inside.replace(found[0], tag.strip())
    if image.credit:
        credit = format_html(
            '<small class="credit" data-added{}> {}</small>', foreign(image.credit), image.credit
        )
        if _CAPTION_END in shown:
            shown = shown.replace(_CAPTION_END, credit + _CAPTION_END)
        else:
            shown += format_html("<figcaption>{}</figcaption>", credit)
    return f"<figure>{shown}</figure>"

"""The HTML that bodies are stored in.

What is stored is canonical: sanitising it again changes nothing. Every way in (form, import, restore) goes through
`canonical`, so a page may print a stored body as it is.
"""

import html
import re

import nh3
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from news.models.article import BODY_LIMIT

# fmt: off
TAGS = {
    "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr", "br",
    "a", "strong", "em", "sub", "sup", "cite", "span",
    "figure", "figcaption", "img",
    "table", "caption", "thead", "tbody", "tr", "th", "td",
}
# fmt: on
ATTRIBUTES = {
    "*": {"lang"},
    "a": {"href"},
    "img": {"src", "alt"},
    "ul": {"class"},
    "ol": {"start"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
}
# A picture of the library; group 1 is its token.
IMAGE_SRC = re.compile(re.escape(settings.MEDIA_URL) + r"images/([0-9a-f]{16})\.jpg\Z")
_VALUES = {
    ("img", "src"): IMAGE_SRC,
    ("ul", "class"): re.compile(r"dash\Z"),
    ("ol", "start"): re.compile(r"\d{1,4}\Z"),
    ("th", "scope"): re.compile(r"(col|row)\Z"),
}
_LANG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_SPAN = re.compile(r"[1-9]\d?\Z")

# The parser's time grows with the square of the nesting: 100 KB of <div> take seconds. No text needs this much.
DEPTH_LIMIT = 60
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NEVER_NESTED = {"p", "li", "br", "hr", "img", "tr", "td", "th", "thead", "tbody", "input", "meta", "link"}

_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_BLOCK = re.compile(r"<(p|h[2-4]|ul|ol|blockquote|figure|table|hr)\b")
_MARK = re.compile(r"<[^>]*>")


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Keep, change or (None) drop an attribute that is allowed by name."""
    if name == "lang":
        return value if _LANG.match(value) else None
    if name in {"colspan", "rowspan"}:
        return value if _SPAN.match(value) else None
    pattern = _VALUES.get((tag, name))
    return value if pattern is None or pattern.match(value) else None


_cleaner = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=_attribute,
    clean_content_tags={"script", "style", "title", "iframe", "noscript", "template", "svg", "math"},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def sanitise(text: str) -> str:
    """Drop all that is not allowed. For stored bodies `sanitise(x) == x`."""
    return _cleaner.clean(text)


def canonical(text: str) -> str:
    """Return the form of `text` that is stored.

    Raises ValidationError where it is too long, nested too deeply, or does not come to rest when it is sanitised
    again (which no text of an editor does).
    """
    _check_length(text)
    if _depth(text) > DEPTH_LIMIT:
        raise ValidationError(_("The markup is nested too deeply."), code="too_deep")
    text = sanitise(_CONTROL.sub("", text.replace("\r\n", "\n")))
    for _attempt in range(5):
        tidy = sanitise(_drop_empty(text))
        if tidy == text:
            _check_length(text)
            return _in_paragraphs(text)
        text = tidy
    raise ValidationError(_("The markup could not be brought into a stable form."), code="unstable")


def _check_length(text: str) -> None:
    if len(text) > BODY_LIMIT:
        raise ValidationError(
            _("The text is too long: %(count)d characters with its markup; the limit is %(limit)d."),
            code="too_long",
            params={"count": len(text), "limit": BODY_LIMIT},
        )


def _drop_empty(text: str) -> str:
    """Leave out paragraphs without words and pictures without a file, which editors leave behind."""
    text = _EMPTY_PARAGRAPH.sub("", text)
    return re.sub(r"<img(?![^>]*\bsrc=)[^>]*>", "", text).replace("<figure></figure>", "").strip()


def _in_paragraphs(text: str) -> str:
    """Text without any block of its own is one paragraph."""
    return f"<p>{text}</p>" if text and not _BLOCK.search(text) else text


def _depth(text: str) -> int:
    """The deepest nesting that the text could ask of a parser; linear in its length."""
    deepest = depth = 0
    for closing, name in _TAG.findall(text):
        if name.lower() in _NEVER_NESTED:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def plain_text(text: str) -> str:
    """The words of canonical HTML without its marks: the text that offsets of spelling reports count in."""
    return html.unescape(_MARK.sub("", text))


def image_tokens(text: str) -> list[str]:
    """Tokens of the library's pictures that stand in a body, in their order."""
    pattern = IMAGE_SRC.pattern.removesuffix(r"\Z")
    return re.findall(rf'<img src="{pattern}"', text)

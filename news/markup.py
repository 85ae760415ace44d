"""The HTML that bodies are stored in.

What is stored is canonical: sanitising it again changes nothing. Every way in (form, import, restore) goes through
`canonical`, so a page may print a stored body as it is.
"""

import html
import re
from collections import Counter

import nh3
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from news.models.article import BODY_LIMIT
from news.paragraphs import DISSOLVED, RENAMED, in_paragraphs

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

# The parser's time grows with the square of the nesting: 400 KB of <div> take ten seconds. No text needs this much.
DEPTH_LIMIT = 60
# Of tags that can nest, whether they seem to or not; so many take two seconds at worst.
TAG_LIMIT = 10_000
_TAG = re.compile(r"<(/?)([a-z][^\s/>]*)")
# fmt: off
_NEVER_NESTED = {
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody",
    "br", "hr", "img", "wbr", "col", "input", "meta", "link", "source",
}
# fmt: on

_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# As the sanitiser writes them: values in double quotes, angles in them escaped.
_IMG = re.compile(r"<img((?: [a-z]+=\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r" ([a-z]+)=(\"[^\"]*\")")
_IMG_ORDER = ("src", "alt", "lang")
_MARK = re.compile(r"<[^>]*>")


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Keep, change or (None) drop an attribute that is allowed by name."""
    if name == "lang":
        return value if _LANG.match(value) else None
    if name in {"colspan", "rowspan"}:
        return value if _SPAN.match(value) else None
    pattern = _VALUES.get((tag, name))
    return value if pattern is None or pattern.match(value) else None


def _cleaner(tags: set[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=tags,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        clean_content_tags={"script", "style", "title", "iframe", "noscript", "template", "svg", "math"},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


_stored = _cleaner(TAGS)
# Leaves the tags that bound words until these stand in paragraphs.
_incoming = _cleaner(TAGS | DISSOLVED | set(RENAMED))


def sanitise(text: str) -> str:
    """Drop all that is not allowed. For stored bodies `sanitise(x) == x`."""
    return _stored.clean(text)


def canonical(text: str) -> str:
    """Return the form of `text` that is stored.

    Raises ValidationError where it is too long, nested too deeply, or does not come to rest when it is sanitised
    again (which no text of an editor does).
    """
    _check_length(text)
    _check_depth(text)
    text = _incoming.clean(_CONTROL.sub("", text.replace("\r\n", "\n")))
    for _attempt in range(6):
        shaped = in_paragraphs(_IMG.sub(_one_spelling, text), BODY_LIMIT)
        _check_length(shaped)
        tidy = _drop_empty(shaped)
        clean = sanitise(tidy)
        if clean == tidy == text:
            _check_depth(text)
            return text
        text = clean
    raise ValidationError(_("The markup could not be brought into a stable form."), code="unstable")


def _check_length(text: str) -> None:
    if len(text) > BODY_LIMIT:
        raise ValidationError(
            _("The text is too long: %(count)d characters with its markup; the limit is %(limit)d."),
            code="too_long",
            params={"count": len(text), "limit": BODY_LIMIT},
        )


def _check_depth(text: str) -> None:
    depth, tags = _nesting(text)
    if depth > DEPTH_LIMIT or tags > TAG_LIMIT:
        raise ValidationError(_("The markup is nested too deeply."), code="too_deep")


def _one_spelling(img: re.Match) -> str:
    """A picture's attributes in one order, by which pages find it; nothing where it has no file."""
    attributes = dict(_ATTRIBUTE.findall(img[1]))
    if "src" not in attributes:
        return ""
    return f"<img{''.join(f' {name}={attributes[name]}' for name in _IMG_ORDER if name in attributes)}>"


def _drop_empty(text: str) -> str:
    """Leave out paragraphs without words and figures without a picture, which editors leave behind."""
    return _EMPTY_PARAGRAPH.sub("", text).replace("<figure></figure>", "").strip()


def _nesting(text: str) -> tuple[int, int]:
    """The deepest nesting that the text seems to ask of a parser, and how many tags could nest.

    Linear in the length. Exact for canonical text. In other text an end tag may stand where it ends nothing, as in
    a comment, so that only the number of tags is certain.
    """
    opened: Counter[str] = Counter()
    deepest = depth = tags = 0
    for slash, name in _TAG.findall(text.lower()):
        if name in _NEVER_NESTED:
            continue
        if not slash:
            opened[name] += 1
            depth += 1
            tags += 1
            deepest = max(deepest, depth)
        elif opened[name]:  # an end tag of nothing that is open ends nothing
            opened[name] -= 1
            depth -= 1
    return deepest, tags


def plain_text(text: str) -> str:
    """The words of canonical HTML without its marks: the text that offsets of spelling reports count in."""
    return html.unescape(_MARK.sub("", text))


def image_tokens(text: str) -> list[str]:
    """Tokens of the library's pictures that stand in a body, in their order."""
    pattern = IMAGE_SRC.pattern.removesuffix(r"\Z")
    return re.findall(rf'<img src="{pattern}"', text)

"""What holds for the markup of every page, whatever stands on it."""

import re
from collections import Counter

from tests.markup import Element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Elements that are a hole in the page where they say nothing.
_SAYING = {*HEADINGS, "title", "p", "li", "dt", "dd", "label", "option", "figcaption", "caption", "legend"}
_HOLDING = {"ul", "ol", "dl", "table", "thead", "tbody", "tr", "nav", "section", "figure", "article"}
_NAMING = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget")
# What a template leaves behind, and words that were escaped twice.
_LEFTOVER = re.compile(r"{[{%#]|[%#}]}|%\(\w+\)|&(?:amp|lt|gt|quot|nbsp|#\d+);")
_NO_VALUE = re.compile(r"\b(?:None|undefined|NaN)\b")


def faults(page: Element) -> list[str]:
    """What is wrong with a page, whatever its subject; an empty list where nothing is."""
    return [*_headings(page), *_names(page), *_holes(page), *_leftovers(page)]


def _headings(page: Element):
    """One heading of the page, and no level left out below it."""
    levels = [(int(e.tag[1]), e.text) for e in page if e.tag in HEADINGS]
    if [level for level, _text in levels].count(1) != 1:
        yield f"not one h1: {levels}"
    above = 0
    for level, text in levels:
        if level > above + 1:
            yield f"h{level} follows h{above}: {text}"
        above = level


def _names(page: Element):
    """No name is given twice, and every name that is used is given."""
    ids = Counter(e["id"] for e in page if "id" in e.attributes)
    yield from (f"id {name!r} stands {times} times" for name, times in ids.items() if times > 1 or not name)
    for element in page:
        for attribute in _NAMING:
            for name in element.get(attribute, "").split():
                if name not in ids:
                    yield f"<{element.tag} {attribute}={name}> names nothing"


def _holes(page: Element):
    """Nothing is empty that a reader would meet."""
    for element in page:
        tag = element.tag
        if tag == "img" and not {"alt", "src", "width", "height"} <= set(element.attributes):
            yield f"<img> lacks something: {element.attributes}"
        if tag in _HOLDING and not any(isinstance(child, Element) for child in element.children):
            yield f"<{tag}> holds nothing"
        if tag in _SAYING | {"a", "button"} and not spoken(element) and not _silent(element):
            yield f"<{tag}> says nothing: {element.attributes}"


def _silent(element: Element) -> bool:
    """Whether the element is hidden, or a place where the script will say something."""
    while element:
        if element.tag == "dialog" or "hidden" in element.attributes or element.get("aria-hidden") == "true":
            return True
        if element.get("role") in {"status", "alert"}:
            return True
        element = element.parent
    return False


def spoken(element: Element) -> str:
    """What who hears the page hears of an element."""
    images = [image.get("alt", "") for image in element.all("img")]
    return " ".join([element.get("aria-label", ""), element.text, *images]).strip()


def _leftovers(page: Element):
    """No mark of a template is left, and no value that is none."""
    for text, element in page.strings:
        words = " ".join(text.split())
        if element.tag not in {"script", "style"} and (_LEFTOVER.search(text) or _NO_VALUE.fullmatch(words)):
            yield f"<{element.tag}> says {words[:80]!r}"
    for element in page:
        for name, value in element.attributes.items():
            # Words may begin with “None of”; an address, a number or a name may not.
            if _LEFTOVER.search(value) or (" " not in value and _NO_VALUE.search(value)):
                yield f"<{element.tag} {name}={value[:80]!r}>"

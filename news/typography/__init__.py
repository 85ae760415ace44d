"""Typography on request: quotation marks, dashes, apostrophes, non-breaking spaces.

Letters and digits stay as they are, and so do tags, attributes, addresses, code and words in another language. What
was set once is not changed by setting it again. How English and Russian are set: `docs/translation.md`.
"""

from dataclasses import dataclass

from news.typography.lines import MARKS, lines, tagless
from news.typography.marks import with_marks
from news.typography.quotes import with_quotes
from news.typography.spaces import with_spaces

LANGUAGES = ("en", "ru")


@dataclass(frozen=True)
class Typeset:
    """A text as it should be set, and the lines whose quotation marks were left alone because they do not pair."""

    text: str
    unpaired: tuple[str, ...] = ()


def set_text(text: str, language: str) -> Typeset:
    """Set a line of plain text: a title, a summary.

    Its spaces stay plain, so that searching and comparing find it; pages make them non-breaking as they print it
    (`unbroken`). Raises KeyError for a language that the portal has not.
    """
    if any(mark in text for mark in MARKS):
        return Typeset(text)
    line, kept = tagless(text)
    line, is_paired = _with_signs(line, language)
    return Typeset(_filled(line, kept), () if is_paired else (text,))


def set_body(html: str, language: str) -> Typeset:
    """Set a body: canonical HTML, which stays canonical. Quotation marks pair across tags and never across blocks."""
    if any(mark in html for mark in MARKS):
        return Typeset(html)
    parts, unpaired = [], []
    for line in lines(html, language):
        if line.language not in LANGUAGES or not line.text.strip():
            parts.append(line.html)
            continue
        text, is_paired = _with_signs(line.text, line.language)
        if not is_paired:
            unpaired.append(line.words)
        parts.append(line.filled(with_spaces(text, line.language)))
    return Typeset("".join(parts), tuple(unpaired))


def unbroken(text: str, language: str) -> str:
    """A line of plain text with its spaces non-breaking where a line must not end, and nothing else changed."""
    if language not in LANGUAGES or any(mark in text for mark in MARKS):
        return text
    line, kept = tagless(text)
    return _filled(with_spaces(line, language), kept)


def _with_signs(line: str, language: str) -> tuple[str, bool]:
    line, is_paired = with_quotes(line, language)
    return with_marks(line, language), is_paired


def _filled(line: str, kept: list[str]) -> str:
    left = iter(kept)
    return "".join(next(left) if letter in MARKS else letter for letter in line)

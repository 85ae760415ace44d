"""Cuts a body into lines of text, with a sign for each thing that must stay as it is.

A line is what stands between two blocks. The signs are control characters, which no canonical text has.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# A tag that words run across, something that stands for a word, and the end of a line within a block.
TAG, THING, BREAK = "\x01", "\x02", "\x03"
MARKS = frozenset({TAG, THING, BREAK})

_INLINE = {"a", "abbr", "b", "br", "cite", "code", "em", "i", "img", "kbd", "mark", "q", "s", "samp", "small", "span",
           "strong", "sub", "sup", "time", "u", "var"}  # fmt: skip
_VOID = {"br", "hr", "img"}
# What stands in them is no prose.
_LEFT_ALONE = {"code", "kbd", "pre", "samp", "script", "style", "sub", "sup", "var"}
_TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^>]*)>|[^<]+|<")
_LANG = re.compile(r'\slang="([a-zA-Z]+)')
# Addresses, names of files, options of commands, code between backticks, feet and inches.
_ADDRESS = re.compile(
    r"""
    `[^`]*`
  | (?:https?://|www\.)[^\s<>«»“”"]*[^\s<>«»“”".,;:!?)\]'…]
  | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | (?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/[^\s<>«»“”"]*[^\s<>«»“”".,;:!?)\]'…])?(?![\w-])
  | (?<![\w-])--?[a-z][\w-]*(?:=\S*)?
  | (?<![\w'’])\d+(?:[.,]\d+)?['′]\s?\d+(?:[.,]\d+)?(?:"|″|'')
    """,
    re.VERBOSE,
)


@dataclass
class Line:
    """A line of a body: its text with signs, what they stand for in their order, and the language that it is in."""

    language: str
    text: str = ""
    kept: list[str] = field(default_factory=list)
    html: str = ""

    def add(self, raw: str, sign: str = "") -> None:
        """Go on with a tag or thing, or with text."""
        self.html += raw
        if sign:
            self.text += sign
            self.kept.append(raw)
        else:
            text, things = tagless(html.unescape(raw))
            self.text += text
            self.kept += map(escaped, things)

    def filled(self, text: str) -> str:
        """The text as HTML again, with what its signs stand for."""
        left = iter(self.kept)
        return "".join(next(left) if letter in MARKS else escaped(letter) for letter in text)

    @property
    def words(self) -> str:
        """The words alone, to be shown."""
        return html.unescape(re.sub(r"<[^>]*>", "", self.html)).strip()


def escaped(text: str) -> str:
    """Text as canonical HTML has it."""
    return html.escape(text, quote=False).replace("\u00a0", "&nbsp;")


def tagless(text: str) -> tuple[str, list[str]]:
    """Plain text with a sign for each address, and these."""
    things = [found[0] for found in _ADDRESS.finditer(text)]
    return _ADDRESS.sub(THING, text), things


def lines(body: str, language: str) -> Iterator[Line]:
    """The lines of a body, which together are the body. Blocks stand in lines without text."""
    opened: list[tuple[str, str]] = []  # the elements that a place is in, each with the language in it
    line = Line(language)
    tokens = list(_TOKEN.finditer(body))
    place = 0
    while place < len(tokens):
        token = tokens[place]
        name = (token["name"] or "").lower()
        if not name:
            line.add(token[0])
        elif name in _INLINE:
            inside = opened[-1][1] if opened else language
            if not token["end"] and name not in _VOID and _is_left_alone(token, name, inside):
                end = _end(tokens, place, name)
                line.add("".join(one[0] for one in tokens[place : end + 1]), THING)
                place = end
            else:
                line.add(token[0], {"br": BREAK, "img": THING}.get(name, TAG))
        else:
            yield line
            if not token["end"] and name in _LEFT_ALONE:
                end = _end(tokens, place, name)
                yield Line("", html="".join(one[0] for one in tokens[place : end + 1]))
                place = end
            else:
                yield Line("", html=token[0])
                _follow(opened, token, name, language)
            line = Line(opened[-1][1] if opened else language)
        place += 1
    yield line


def _is_left_alone(token: re.Match, name: str, language: str) -> bool:
    said = _LANG.search(token["rest"])
    return name in _LEFT_ALONE or bool(said and said[1].lower() != language)


def _follow(opened: list[tuple[str, str]], token: re.Match, name: str, language: str) -> None:
    """Enter or leave a block."""
    if token["end"]:
        if any(one == name for one, _language in opened):
            while opened.pop()[0] != name:
                pass
    elif name not in _VOID:
        said = _LANG.search(token["rest"])
        opened.append((name, said[1].lower() if said else opened[-1][1] if opened else language))


def _end(tokens: list[re.Match], place: int, name: str) -> int:
    """The place of the tag that ends the element; of the last one where none does."""
    depth = 0
    for at in range(place, len(tokens)):
        if (tokens[at]["name"] or "").lower() == name:
            depth += -1 if tokens[at]["end"] else 1
            if not depth:
                return at
    return len(tokens) - 1

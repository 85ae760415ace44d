"""Texts as words with their marks (bold, a link), and which words of one text are kept in another."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import gettext as _

from news.sequences import Pairs, common, gaps_between, runs

# What belongs to the sign before it: accents, soft hyphens, joiners, colours of skin.
_WITH = r"\u0300-\u036f\u00ad\u200d\ufe0f\U0001f3fb-\U0001f3ff"
# A number with its points, a word with its hyphens and apostrophes, blanks; anything else (a comma, a non-breaking
# space) alone.
_PIECE = re.compile(
    rf"\d+(?:[.,:/]\d+)+|[\w{_WITH}]+(?:[-‑’'][\w{_WITH}]+)*|[ \t\f\r]+|.(?:[{_WITH}]|(?<=\u200d)\S)*",
    re.DOTALL,
)
_LETTER = re.compile(r"\w")
_BLANKS = " \t\n\f\r"
_BLANK = re.compile(rf"[{_BLANKS}]+")
_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|([^<]+)|<")
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_MARKS = {"strong", "em", "sub", "sup", "cite"}
_CELLS = {"td", "th"}
_INLINE = {"a", "span", *_MARKS}
# Stand for the ends of lines and cells; canonical text has no such characters.
_LINE, _CELL = "\x1e", "\x1f"
_SHOWN = {_LINE: "\n", _CELL: " | "}

Mark = tuple[str, str]


@dataclass(frozen=True)
class Word:
    """A word, a number, a sign or blanks."""

    text: str
    marks: frozenset[Mark] = frozenset()

    @property
    def is_blank(self) -> bool:
        """Whether it is what lies between words and breaks lines."""
        return not self.text.strip(" \t\f\r")


@dataclass(frozen=True)
class Part:
    """Some words in a row that were kept, removed or added."""

    kind: str
    text: str

    @property
    def name(self) -> str:
        """What was removed or added that cannot be seen; empty where there is something to see."""
        if self.kind == "kept" or self.text.strip("\xa0\u202f\u2009\u200b\u00ad" + _BLANKS):
            return ""
        names = {"\n": _("line break"), " ": _("space"), "\xa0": _("non-breaking space")}
        other = _("invisible character")
        return ", ".join(name for name, _again in groupby(names.get(sign, other) for sign in self.text))


@dataclass
class Reading:
    """What a block says: its words, its pictures (address and alternative text), its cells as they are marked."""

    words: list[Word] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)


def plain_words(text: str) -> list[Word]:
    """The words of plain text."""
    return [Word(piece) for piece in _PIECE.findall(text.replace("\r\n", "\n"))]


def read(block: str) -> Reading:
    """Read the canonical HTML of a block."""
    reader = _Reader()
    for token in _TOKEN.finditer(block):
        slash, name, attributes, text = token.groups()
        if text:
            reader.say(_BLANK.sub(" ", html.unescape(text)))
        elif name == "br":
            reader.say(_LINE)
        elif name == "img":
            own = dict(_ATTRIBUTE.findall(attributes))
            reader.pictures.append((own.get("src", ""), html.unescape(own.get("alt", ""))))
        elif slash:
            reader.end(name)
        elif name:
            reader.begin(name, attributes)
    return Reading(_with_marks("".join(reader.texts), reader.pieces), reader.pictures, reader.cells)


class _Reader:
    """What was read so far of a block."""

    def __init__(self):
        self.texts: list[str] = []
        self.pieces: list[tuple[int, frozenset[Mark]]] = []  # where each text ends, and its marks
        self.pictures: list[tuple[str, str]] = []
        self.cells: list[str] = []
        self.marks: list[frozenset[Mark]] = [frozenset()]
        self.line_due = False

    def say(self, text: str):
        """Text between two tags, in a line of its own where a block within the block began or ended."""
        if self.line_due and text.strip(_BLANKS):
            self.line_due = False
            self.say(_LINE)
        self.texts.append(text)
        self.pieces.append((len(text) + (self.pieces[-1][0] if self.pieces else 0), self.marks[-1]))

    def begin(self, name: str, attributes: str):
        """A tag that will end."""
        if name in _CELLS:
            self.line_due = False
            if self.cells:
                self.say(_CELL)
            self.cells.append(name + "".join(sorted(attributes.split())))
        else:
            self._bound(name)
        self.marks.append(self.marks[-1] | _marks_of(name, attributes))

    def end(self, name: str):
        """The end of the innermost one."""
        self._bound(name)
        self.marks.pop()

    def _bound(self, name: str):
        if name not in _INLINE and self.texts and self.texts[-1] != _CELL:
            self.line_due = True


def kept(before: Sequence[Word], after: Sequence[Word]) -> Pairs:
    """Pairs of places of the words that stay; signs that stay alone between words that do not are given up."""
    old = [i for i, word in enumerate(before) if not word.is_blank]
    new = [j for j, word in enumerate(after) if not word.is_blank]
    solid = common([before[i].text for i in old], [after[j].text for j in new])
    pairs = [(old[i], new[j]) for i, j in solid]
    blanks: Pairs = []
    for rows, columns in gaps_between(pairs, len(before), len(after)):
        # Only at the ends of the gap: “old words” becomes “new text” as a whole, not word by word.
        for i, j in [(rows[0], columns[0]), (rows[-1], columns[-1])] if rows and columns else []:
            same = before[i].is_blank and before[i].text == after[j].text
            if same and not (blanks and (blanks[-1][0] == i or blanks[-1][1] == j)):
                blanks.append((i, j))
    return _without_islands(sorted(pairs + blanks), before, after)


def parts_of(before: Sequence[Word], after: Sequence[Word], pairs: Pairs) -> tuple[Part, ...]:
    """Both texts as one: what was kept, what was removed and, after it, what was added in its place."""
    parts: list[Part] = []
    i = j = 0
    for start, begin, length in [*runs(pairs), (len(before), len(after), 0)]:
        for kind, words in (
            ("removed", before[i:start]),
            ("added", after[j:begin]),
            ("kept", after[begin : begin + length]),
        ):
            if words:
                parts.append(Part(kind, "".join(word.text for word in words)))
        i, j = start + length, begin + length
    return tuple(parts)


def _without_islands(pairs: Pairs, before: Sequence[Word], after: Sequence[Word]) -> Pairs:
    """The pairs without commas and dashes that stand alone between changes, where they only confuse."""
    left: Pairs = []
    for i, j, length in runs(pairs):
        at_an_end = (i, j) == (0, 0) or (i + length, j + length) == (len(before), len(after))
        words = before[i : i + length]
        if at_an_end or any(_LETTER.search(w.text) or w.text in _SHOWN.values() for w in words):
            left += [(i + n, j + n) for n in range(length)]
    return left


def _with_marks(text: str, pieces: list[tuple[int, frozenset[Mark]]]) -> list[Word]:
    """The words of a text whose pieces end at these places and carry these marks.

    A word has the marks of all its letters.
    """
    words = []
    number = 0
    for piece in _PIECE.finditer(text):
        while pieces[number][0] <= piece.start():
            number += 1
        marks, last = pieces[number][1], number
        while pieces[last][0] < piece.end():
            last += 1
            marks |= pieces[last][1]
        shown = " " if piece[0][0] in _BLANKS else _SHOWN.get(piece[0], piece[0])
        words.append(Word(shown, marks))
    return words


def _marks_of(name: str, attributes: str) -> frozenset[Mark]:
    own = dict(_ATTRIBUTE.findall(attributes))
    marks = {(name, "")} if name in _MARKS else set()
    if name == "a":
        marks.add(("a", html.unescape(own.get("href", ""))))
    if "lang" in own:
        marks.add(("lang", own["lang"]))
    return frozenset(marks)

"""Cuts plain text into words, figures and signs, in one spelling: what is left out here can never be substance.

Quotation marks, dashes between words, hyphens, spaces, letter case, stress marks and ё are left out.
"""

import re
import unicodedata
from dataclasses import dataclass, field

_SPELLING = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "
        ),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301\u0300"),
        **dict.fromkeys("’ʼ‘`´′ʻ", "'"),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys("—―‒", "–"),
        "²": "2",
        "³": "3",
        "…": "...",
        "№": " № ",
    }
)
# Letters that look alike: a Russian word typed with a Latin „c“ is that word.
_LATIN, _CYRILLIC = "aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_IS_LATIN = re.compile(r"[a-z]", re.I)
_IS_CYRILLIC = re.compile(r"[а-я]", re.I)

# Between a word or figure and its ending.
_PARTED = re.compile(r"(?<=')[ ](?=s\b)|(?<=\d)[ ](?=(?:st|nd|rd|th)\b)", re.IGNORECASE)
_LATIN_MARK = re.compile(r"([a-z])[\u0300-\u036f]+")
_PIECE = re.compile(
    r"""
    (?P<address>(?:https?://|www\.)[^\s<>«»"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
  | (?P<date>\d{4}-\d\d-\d\d(?!\d)|(?<![\d.])\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?![\d.]*\d))
  | (?P<clock>(?<!\d)\d{1,2}:\d\d(?!\d))
  | (?P<fraction>(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])|[½¼¾⅓⅔])
  | (?P<number>(?:\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*))
        (?P<ending>(?:st|nd|rd|th|'?s)(?![^\W\d_])
            |-?(?:й|я|е|го|му|м|х|ми|ый|ий|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ыми|ти|и|ти|тью|ю)(?!\w))?
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
  | (?P<sign>[%‰$€£¥₽₸₹°№§&+=<>×#])
  | (?P<mark>[^\s\w])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDS_SENTENCE = frozenset(".!?")
# After these, and after a single letter, a full stop ends no sentence.
_SHORT = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "st",
        "no",
        "vs",
        "гг",
        "им",
        "ул",
        "др",
        "проф",
        "акад",
        "стр",
        "тыс",
        "млн",
        "млрд",
        "руб",
        "долл",
    ]
)


@dataclass(frozen=True)
class Token:
    """A word, figure or sign. `form` is its one spelling, `before` the marks between it and the one before.

    `kind` is what the closed lists say it is ("" where none does), `readings` what a figure may mean, `bases` the
    words of the dictionary that it may be a form of, `senses` the groups of equal meaning that it stands in.
    """

    surface: str
    form: str
    what: str
    before: str = ""
    starts: bool = False  # a sentence
    kind: str = ""
    readings: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    senses: frozenset[str] = frozenset()
    light: bool = False  # may come and go
    owner: bool = field(default=False, compare=False)  # with ’s
    is_familiar: bool = False  # a name that is known, or stands elsewhere
    inflected: str = ""  # the form that shows tense and number, where `form` is a phrase’s

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital letter that no beginning of a sentence gives it."""
        return self.what == "word" and self.surface[:1].isupper() and not self.starts

    @property
    def is_joined(self) -> bool:
        """Whether a hyphen joins it with the word before."""
        return self.before == "-"

    @property
    def shape(self) -> str:
        """The form that shows tense and number."""
        return self.inflected or self.form


def spelt(text: str) -> str:
    """The text in one spelling, apart from the case of its letters and ё."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_SPELLING))
    return _PARTED.sub("", text)


def folded(text: str) -> str:
    """The text without capitals, ё, and marks on Latin letters."""
    text = text.casefold().replace("ё", "е")
    return unicodedata.normalize("NFC", _LATIN_MARK.sub(r"\1", unicodedata.normalize("NFD", text)))


def _one_script(word: str) -> str:
    """A word of two scripts in the one that most of its letters are of."""
    latin, cyrillic = len(_IS_LATIN.findall(word)), len(_IS_CYRILLIC.findall(word))
    if not latin or not cyrillic:
        return word
    return word.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)


def cut(text: str) -> list[Token]:
    """The words, figures and signs of a text, in its order."""
    tokens: list[Token] = []
    text = spelt(text)
    marks, starts, end = "", True, 0
    for piece in _PIECE.finditer(text):
        gap = text[end : piece.start()]
        marks += gap and " "
        starts = starts or "\n" in gap
        end = piece.end()
        what = piece.lastgroup if piece.lastgroup != "ending" else "number"
        surface = piece[0]
        if what == "mark":
            marks += surface
            starts = starts or (surface in _ENDS_SENTENCE and not (surface == "." and _is_short(tokens)))
            continue
        if what == "word":
            surface = _one_script(surface)
        tokens.append(Token(surface, folded(surface), what, marks, starts))
        marks, starts = "", False
    return tokens


def _is_short(tokens: list[Token]) -> bool:
    """Whether the last word is an initial or an abbreviation."""
    return bool(tokens) and (len(tokens[-1].form) == 1 or tokens[-1].form in _SHORT)

"""Dashes, minus, ellipsis, ranges and the grouping of long numbers."""

import re

_DASHES = {"ru": "—", "en": "–"}
_SPACE = "[ \u00a0]"
_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")
# A hyphen or dash between spaces, or at the beginning of a line before one. Tags may stand beside it.
_DASH = re.compile(rf"(?P<before>{_SPACE}\x01*|(?:^|\x03)\x01*)(?P<dash>---?|[-–—―])(?=\x01*{_SPACE})")
_SUM = re.compile(rf"\d\x01*{_SPACE}\x01*[-–]\x01*{_SPACE}\x01*\d")
_MINUS = re.compile(r"(?<=[ \u00a0(])[-–](?=\d)")
_NUMBER = r"\d+(?:[.,]\d+)?"
_RANGE = re.compile(
    rf"(?<![\w.,:/№#§–—-])(?<!№[ \u00a0])(?P<from>{_NUMBER})[-—](?P<to>{_NUMBER})(?![\w/–—-]|[.,:]\d)"
)
# Five digits and more before a word or a currency's sign. Numbers of houses, papers and telephones stand otherwise.
_NAMED = "".join(rf"(?<!{name}{_SPACE})" for name in ("№", r"No\.", "[A-ZА-ЯЁ]{2}", r"тел\.", "индекс"))
_LONG = re.compile(
    rf"(?<![\w.,/№#+–—-]){_NAMED}(?P<digits>[1-9]\d{{4,11}})"
    rf"(?=(?:[.,]\d+)?\x01*(?:{_SPACE}?[%‰$€£¥₽₸₹]|{_SPACE}\x01*[a-zа-яё]))"
)
_GROUPS = {"ru": "\u00a0", "en": ","}


def with_marks(line: str, language: str) -> str:
    """The line with its dashes, minus signs, ellipses and numbers set."""
    line = _ELLIPSIS.sub("…", line)
    sums = {found.start() for found in _SUM.finditer(line)}
    line = _DASH.sub(lambda found: _dash(found, language, sums), line)
    line = _MINUS.sub("−", line)
    line = _RANGE.sub(_range, line)
    return _LONG.sub(lambda found: _grouped(found["digits"], _GROUPS[language]), line)


def _dash(found: re.Match, language: str, sums: set[int]) -> str:
    """The dash of the language; between two figures it may be a minus, and stays."""
    if found["dash"] in {"-", "–"} and any(0 < found.start() - start <= 3 for start in sums):
        return found[0]
    return found["before"] + _DASHES[language]


def _range(found: re.Match) -> str:
    """An en dash where the second number is greater, or is the end of a year."""
    first, second = found["from"], found["to"]
    value, other = (float(number.replace(",", ".")) for number in (first, second))
    is_year = len(first) == 4 and len(second) == 2 and int(first[2:]) < int(second)
    return f"{first}–{second}" if value < other or is_year else found[0]


def _grouped(digits: str, sign: str) -> str:
    return f"{int(digits):,}".replace(",", sign)

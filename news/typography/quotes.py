"""Quotation marks and apostrophes: «ёлочки» with „лапки“ inside, “double” with ‘single’ inside, it’s, О’Нил."""

import re

from news.typography.lines import BREAK, TAG, THING

# The marks of a quotation, and of one inside it.
_PAIRS = {"ru": (("«", "»"), ("„", "“")), "en": (("“", "”"), ("‘", "’"))}
_DOUBLE, _SINGLE = '"«»„“”‟', "'‘’‚‹›"
_SIGNS = frozenset(_DOUBLE + _SINGLE)
_OPENING, _CLOSING = frozenset("«„‚‹"), frozenset("»›")
_APOSTROPHE = "’"
# Between two letters; for what was left out at the beginning of a word; between two figures and `s`.
_INSIDE = re.compile(r"(?<=[^\W\d_])['‘’](?=[^\W\d_])")
_ELISION = re.compile(
    r"(?<![^\W_])['‘’](?=\d0s\b|(?:tis|twas|em|til|cause|bout|round)\b)"
    r"|(?<=\d)['‘’](?=s\b)"
    r"|(?<![^\W_])['‘’](?=n['‘’](?![^\W_]))|(?<=[\s\u00a0]['‘’]n)['‘’](?![^\W_])",
    re.IGNORECASE,
)


def with_quotes(line: str, language: str) -> tuple[str, bool]:
    """The line with its marks paired, and whether they do; where not, only apostrophes inside words are set."""
    letters = list(line)
    apostrophes = {found.start() for pattern in (_INSIDE, _ELISION) for found in pattern.finditer(line)}
    for place in apostrophes:
        letters[place] = _APOSTROPHE
    places = [n for n, letter in enumerate(letters) if letter in _SIGNS and n not in apostrophes]
    found = _paired(line, places, language)
    if found is None:
        return "".join(letters), False
    for place, mark in found.items():
        letters[place] = mark
    return "".join(letters), True


def _paired(line: str, places: list[int], language: str) -> dict[int, str] | None:
    """The mark for each place, or nothing where one is left without its other half."""
    found: dict[int, str] = {}
    opened: list[tuple[int, bool]] = []
    before, behind = _beside(line)
    singles = 0  # of those opened
    for place in places:
        is_single = line[place] in _SINGLE
        inside = bool(opened) and opened[-1][1] == is_single
        way = _way(line[place], before[place], behind[place], inside, singles)
        if way == "keep":
            found[place] = line[place]
        elif way == "apostrophe":
            found[place] = _APOSTROPHE
        elif way == "open":
            opened.append((place, is_single))
            singles += is_single
        elif way == "close" and opened and opened[-1][1] == is_single:
            start, _single = opened.pop()
            singles -= is_single
            found[start], found[place] = _PAIRS[language][len(opened) % 2]
        else:
            return None
    return None if opened else found


def _way(sign: str, last: str, following: str, inside: bool, singles: int) -> str:
    """Whether a mark opens or closes; whether it is an apostrophe, or inches and minutes, which are kept.

    `inside` says that the innermost quotation that is open has such a mark, `singles` how many have single ones.
    """
    may_open, may_close = _may_stand_before(following), _may_stand_behind(last)
    if sign in _OPENING:
        return "open"
    if sign in _CLOSING:
        return "close"
    if sign in "\"'" and last.isdigit() and not inside:
        return "keep"
    if sign in _SINGLE and may_close and not may_open and not singles:
        return "apostrophe"  # the states’ leaders
    if may_open and may_close:
        if last in "([{/—–-" or (last in ",;:" and following.isalnum()):
            return "open"
        if not following.isalnum() and following != THING:
            return "close"
        if last in ".!?…":
            return "close" if inside else "open"
        return ""
    return "open" if may_open else "close" if may_close else ""


def _beside(line: str) -> tuple[list[str], list[str]]:
    """For each place the letter before and the letter behind, past tags and other marks; nothing at the ends."""
    before, behind = [""] * len(line), [""] * len(line)
    for found, places in ((before, range(len(line))), (behind, range(len(line) - 1, -1, -1))):
        last = ""
        for place in places:
            found[place] = last
            if line[place] != TAG and line[place] not in _SIGNS:
                last = line[place]
    return before, behind


def _may_stand_before(following: str) -> bool:
    """Whether a quotation can begin before a letter."""
    return (
        bool(following) and not following.isspace() and following != BREAK and following not in ",;:!?)]}»”"
    )


def _may_stand_behind(last: str) -> bool:
    """Whether a quotation can end behind a letter."""
    return bool(last) and not last.isspace() and last != BREAK and last not in "([{«„“"

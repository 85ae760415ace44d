"""Abbreviations written out: `UNODC`, `the United Nations Office on Drugs and Crime (UNODC)`."""

from news.substance.alignment import Alignment
from news.substance.cutting import Token

_SHORTEST, _LONGEST = 2, 8


def spelt_out(found: Alignment) -> tuple[set[int], set[int]]:
    """The places, lost and new, of abbreviations and of the words that they stand for."""
    before, after = set(found.lost), set(found.new)
    kept = {new: old for old, new, _code in found.pairs}
    back = {old: new for old, new, _code in found.pairs}
    old_ones, new_ones = set(), set()
    for tokens, alone, others, other_alone, there, one, other in (
        (found.before, before, found.after, after, back, old_ones, new_ones),
        (found.after, after, found.before, before, kept, new_ones, old_ones),
    ):
        for place, token in enumerate(tokens):
            if not _is_acronym(token):
                continue
            if place in there and (words := _words_before(tokens, place, alone)):
                one |= words  # put in before their abbreviation, which was there and stays
            elif place in alone:
                for end in sorted(other_alone):
                    if words := _words_before(others, end + 1, other_alone, token):
                        one.add(place)
                        other |= words
                        break
    return old_ones, new_ones


def _is_acronym(token: Token) -> bool:
    return token.surface.isupper() and _SHORTEST <= len(token.surface) <= _LONGEST and token.what == "word"


def _words_before(tokens: list[Token], place: int, alone: set[int], acronym: Token | None = None) -> set[int]:
    """The words right before a place, all of one text only, whose first letters spell the abbreviation."""
    letters = (acronym or tokens[place]).surface.casefold()
    found: set[int] = set()
    while letters and place > 0 and place - 1 in alone:
        place -= 1
        token = tokens[place]
        initials = "".join(word[0] for word in token.surface.casefold().split())
        if not token.light:  # `of` and `and` give no letter
            if not letters.endswith(initials):
                return set()
            letters = letters.removesuffix(initials)
        found.add(place)
    return found if not letters else set()

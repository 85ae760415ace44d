"""Names that are familiar: the portal's own, those of states, and those that stand elsewhere in what is read."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from babel import Locale

from news.substance.cutting import Token, folded
from news.substance.likeness import distance, heard, sound
from news.substance.lists import sections

_WORD = re.compile(r"[^\W\d_]+")
# Shorter names are not told apart by ear.
_SHORT = 4
# From so many letters on a name may have so many wrong.
_ALLOWED = ((9, 3), (6, 2), (4, 1))


@cache
def _listed(language: str) -> frozenset[str]:
    """The words of the names that are known from the start."""
    own = (word for line in sections("names")[language] for word in line)
    states = Locale.parse(language).territories.values()
    return frozenset(word for name in (*own, *states) for word in words(name))


def words(text: str) -> frozenset[str]:
    """The words of a text that are written with a capital letter, in one spelling."""
    return frozenset(folded(word) for word in _WORD.findall(text) if word[0].isupper() and len(word) > 1)


def marked(before: list[Token], after: list[Token], language, elsewhere: Iterable[str]) -> list[list[Token]]:
    """Both texts with their familiar names marked: those that stand elsewhere, in both texts, or in the lists."""
    written = [{t.form for t in tokens if t.surface[:1].isupper()} for tokens in (before, after)]
    here = _with_bases((written[0] & written[1]) | frozenset(elsewhere), language)
    return [
        [replace(token, is_familiar=_is_familiar(token, here, language)) for token in tokens]
        for tokens in (before, after)
    ]


def _is_familiar(token: Token, here: frozenset[str], language) -> bool:
    if token.what != "word" or not token.surface[:1].isupper():
        return False
    known = _listed_with_bases(language)
    return any(form in known or form in here for form in (token.form, folded(token.surface), *token.bases))


@cache
def _listed_with_bases(language) -> frozenset[str]:
    return _with_bases(_listed(language.code), language)


def _with_bases(names: Iterable[str], language) -> frozenset[str]:
    return frozenset(base for name in names for base in (name, *language.bases(name)))


def is_misspelt(first: Token, second: Token, language) -> bool:
    """Whether one is a familiar name and the other is none at all, and can be the same with letters wrong."""
    if first.is_familiar == second.is_familiar:
        return False
    right, wrong = (first, second) if first.is_familiar else (second, first)
    one, other = folded(wrong.surface), folded(right.surface)
    if not wrong.surface[:1].isupper() or sound(one)[:1] != sound(other)[:1]:
        return False
    if language.known(one):
        mistyped = language.rare(one) and not language.rare(other) and distance(one, other, 1) == 1
        return mistyped or (len(one) > _SHORT and heard(one) == heard(other))
    allowed = next((most for least, most in _ALLOWED if min(len(one), len(other)) >= least), 0)
    return distance(one, other, allowed) <= allowed or sound(one) == sound(other)

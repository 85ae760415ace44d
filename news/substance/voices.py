"""The same thing told actively and passively: `the council adopted the plan`, `the plan was adopted by the council`.

Who did it and what was done must be the same; everything else that differs is judged as usual.
"""

from dataclasses import dataclass, field

from news.substance.alignment import Alignment
from news.substance.moves import Moves

ACTIVE, PASSIVE = "active", "passive"


@dataclass
class Voices:
    """The words whose new place or form follows from the other voice, and whether the parts were exchanged."""

    old: set[int] = field(default_factory=set)
    new: set[int] = field(default_factory=set)
    changed: bool = False  # at least one verb stands in the other voice
    parted: bool = False  # one does, and somebody else does it
    later: bool = False  # one does, and it is done at another time


def voices(found: Alignment, moves: Moves, language) -> Voices:
    """Find the verbs that have changed their voice, and what follows from it."""
    result = Voices()
    for old, new in _verbs(found, moves, language):
        first, second = language.voice(found.before, old), language.voice(found.after, new)
        if {first, second} != {ACTIVE, PASSIVE}:
            continue
        parts = language.parts(found.before, old, first), language.parts(found.after, new, second)
        pairs = [
            (one, other)
            for one, other in _candidates(found, moves, language)
            if language.plays_same_part(found, one, other, first, parts)
        ]
        doers = [pair for pair in pairs if pair[0] in parts[0][0] and pair[1] in parts[1][0]]
        things = [pair for pair in pairs if pair[0] in parts[0][1] and pair[1] in parts[1][1]]
        if things and (doers or language.nobody_does(found, old, new, parts)):
            result.changed = True
            times = language.time_of(found.before, old, first), language.time_of(found.after, new, second)
            result.later = result.later or (all(times) and times[0] != times[1])
            pairs += _helpers(moves, old, new)
            result.old |= {old} | {one for one, _other in pairs}
            result.new |= {new} | {other for _one, other in pairs}
            result.old |= {n for n in found.lost if old - 4 < n < old and language.is_helper(found.before[n])}
            result.new |= {n for n in found.new if new - 4 < n < new and language.is_helper(found.after[n])}
        elif language.names_doer(found, old, new, first):
            result.parted = True
    return result


def _verbs(found: Alignment, moves: Moves, language):
    """Pairs of places where one verb may stand, in either voice."""
    seen = {(old, new) for old, new, _code in found.pairs} | set(moves.pairs)
    yield from (pair for pair in seen if language.is_one_verb(found.before[pair[0]], found.after[pair[1]]))
    for old in found.lost:
        for new in found.new:
            if (old, new) not in seen and language.is_one_verb(found.before[old], found.after[new]):
                yield old, new


def _candidates(found: Alignment, moves: Moves, language):
    """Words that stand in both texts, wherever and in whatever form."""
    yield from ((old, new) for old, new, _code in found.pairs)
    yield from moves.pairs
    moved_old, moved_new = {old for old, _new in moves.pairs}, {new for _old, new in moves.pairs}
    for old in found.lost:
        for new in found.new:
            if (
                old not in moved_old
                and new not in moved_new
                and language.related(found.before[old], found.after[new])
            ):
                yield old, new


def _helpers(moves: Moves, old: int, new: int) -> list[tuple[int, int]]:
    """Moved words that still stand right before the verb: `will`, `not`."""
    return [
        (one, other)
        for one, other in moves.pairs
        if moves.before.beyond(one, 1) == old and moves.after.beyond(other, 1) == new
    ]

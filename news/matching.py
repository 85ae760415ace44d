"""Which block of one body has become which of another."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from news.blocks import Block
from news.sequences import Pairs, common, gaps_between

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")
_WORDLESS = {"figure", "hr"}
# Up to so many pairs between two blocks that stay, each is weighed.
_WEIGHED = 900
# Any two blocks at the same place count as one that was rewritten, where nothing is more alike.
_SAME_PLACE = 0.01


@dataclass(frozen=True)
class Match:
    """Pairs of places. What is in neither list was removed, or added."""

    # In the order of both bodies: the same, or changed.
    in_order: Pairs
    # The same at another place.
    moved: Pairs


def match(before: Sequence[Block], after: Sequence[Block]) -> Match:
    """Pair the blocks of two bodies.

    First what is the same, then what is the same at another place. Between these: what has the same words, what
    begins or ends with the same words, and what is most alike or, among very many, at the same place.
    """
    pairs = common([block.key for block in before], [block.key for block in after])
    moved = _moved(before, after, pairs)
    gone, come = {i for i, _j in moved}, {j for _i, j in moved}
    for wording in (_all_words, _first_words, _last_words):
        for rows, columns in _gaps(pairs, before, after, gone, come):
            if wording is _all_words or len(rows) * len(columns) > _WEIGHED:
                pairs += _of_one_wording(before, after, rows, columns, wording)
        pairs.sort()
    for rows, columns in _gaps(pairs, before, after, gone, come):
        found = pair_up([before[i] for i in rows], [after[j] for j in columns])
        pairs += [(rows[i], columns[j]) for i, j in found]
    return Match(sorted(pairs), moved)


def pair_up(before: Sequence[Block], after: Sequence[Block]) -> Pairs:
    """Pair as many blocks as can be paired in order, preferring those that are alike."""
    if len(before) * len(after) > _WEIGHED:
        return [(i, i) for i in range(min(len(before), len(after))) if _comparable(before[i], after[i])]
    old, new = [words(block) for block in before], [words(block) for block in after]
    weights = [
        [
            likeness(old[i], new[j]) + _SAME_PLACE if _comparable(before[i], after[j]) else 0.0
            for j in range(len(after))
        ]
        for i in range(len(before))
    ]
    return _heaviest(weights, len(after))


def words(block: Block) -> frozenset[str]:
    """The words of a block; of a picture its address, too."""
    text = block.html if block.name in _WORDLESS else _TAG.sub(" ", block.html)
    return frozenset(_WORD.findall(text.casefold()))


def likeness(one: frozenset, other: frozenset) -> float:
    """How much of two sets is common: 0 nothing, 1 all."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def _comparable(one: Block, other: Block) -> bool:
    """Whether one can have become the other: a picture does not become a paragraph."""
    return one.name == other.name or not {one.name, other.name} & _WORDLESS


def _moved(before: Sequence[Block], after: Sequence[Block], pairs: Pairs) -> Pairs:
    """What stays the same, once in either body, and is out of the order."""
    kept, there = {i for i, _j in pairs}, {j for _i, j in pairs}
    removed = [i for i in range(len(before)) if i not in kept]
    added = [j for j in range(len(after)) if j not in there]
    times = Counter(before[i].key for i in removed)
    others = Counter(after[j].key for j in added)
    places = {after[j].key: j for j in added}
    return [(i, places[key]) for i in removed if times[key := before[i].key] == 1 and others[key] == 1]


def _gaps(pairs: Pairs, before: Sequence, after: Sequence, gone: set, come: set) -> list:
    """Places between the pairs, without what has moved; only where there are some on both sides."""
    gaps = []
    for rows, columns in gaps_between(pairs, len(before), len(after)):
        old, new = [i for i in rows if i not in gone], [j for j in columns if j not in come]
        if old and new:
            gaps.append((old, new))
    return gaps


def _of_one_wording(before, after, rows, columns, wording: Callable[[Block, int], object]) -> Pairs:
    """What `wording` is equal of; where it is empty, each block is unlike all others."""
    old = [wording(before[i]) or ("before", i) for i in rows]
    new = [wording(after[j]) or ("after", j) for j in columns]
    return [
        (rows[i], columns[j]) for i, j in common(old, new) if _comparable(before[rows[i]], after[columns[j]])
    ]


def _in_order_of_reading(block: Block) -> list[str]:
    return _WORD.findall(_TAG.sub(" ", block.html).casefold())


def _all_words(block: Block) -> tuple:
    return tuple(_in_order_of_reading(block))


def _first_words(block: Block) -> tuple:
    return _all_words(block)[:5]


def _last_words(block: Block) -> tuple:
    return _all_words(block)[-5:]


def _heaviest(weights: list[list[float]], width: int) -> Pairs:
    """The pairs of the greatest total weight that are in order."""
    height = len(weights)
    best = [[0.0] * (width + 1) for _row in range(height + 1)]
    for i in range(height - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(width - 1, -1, -1):
            row[j] = max(below[j + 1] + weights[i][j], below[j], row[j + 1])
    pairs: Pairs = []
    i = j = 0
    while i < height and j < width:
        if weights[i][j] and best[i][j] == best[i + 1][j + 1] + weights[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs

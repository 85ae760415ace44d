"""Which paragraph of an edition is the translation of which of the other, judged by their looks.

Nobody has said it of stories that were written or imported before: kinds of blocks, figures, pictures, addresses and
lengths tell, and the order, which two editions have in common.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from news.blocks import Block
from news.sequences import Pairs
from news.words import read

_NUMBER = re.compile(r"\d+")
_ADDRESS = re.compile(r'(?:src|href)="([^"]*)"')
# What is gained by a pair of the same kind of blocks, by equal figures and addresses; what is lost by leaving a
# paragraph alone, by taking two for one.
_SAME_KIND, _SAME_SIGNS, _ALONE, _TWO_FOR_ONE = 1.0, 2.0, -0.6, -0.8
_NEVER = float("-inf")
# How far from the diagonal partners are looked for. Longer texts are paired by their places.
_BAND, _LONGEST = 25, 2000
_ALONE_KINDS = {"figure", "hr", "table"}
# One step of the walk: how many paragraphs of each side it takes.
_STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))


@dataclass(frozen=True)
class _Looks:
    """What can be compared of paragraphs in two languages."""

    kind: str
    signs: frozenset[str]
    length: int


def pair(one: Sequence[Block], other: Sequence[Block]) -> Pairs:
    """Pairs of places of the blocks of two languages, in order. One may be in two pairs, where two stand for it."""
    if max(len(one), len(other)) > _LONGEST:
        return [(i, i) for i in range(min(len(one), len(other)))]
    left, right = [_looks(block) for block in one], [_looks(block) for block in other]
    band = _BAND + abs(len(left) - len(right))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(left) + 1):
        for j in range(max(i - band, 0), min(i + band, len(right)) + 1):
            for step in _STEPS:
                before = best.get((i - step[0], j - step[1]))
                if before is None:
                    continue
                gain = before[0] + _gain(left[i - step[0] : i], right[j - step[1] : j])
                if (i, j) not in best or gain > best[i, j][0]:
                    best[i, j] = (gain, step)
    found: Pairs = []
    i, j = len(left), len(right)
    while i or j:
        rows, columns = best[i, j][1]
        found += [(i - 1 - n, j - 1 - m) for n in range(rows) for m in range(columns)]
        i, j = i - rows, j - columns
    return found[::-1]


def _looks(block: Block) -> _Looks:
    text = "".join(word.text for word in read(block.html).words)
    signs = frozenset(_NUMBER.findall(text)) | frozenset(_ADDRESS.findall(block.html))
    return _Looks(block.name, signs, len(text))


def _gain(left: Sequence[_Looks], right: Sequence[_Looks]) -> float:
    if not left or not right:
        return _ALONE * (len(left) + len(right))
    kinds = {looks.kind for looks in (*left, *right)}
    if len(left) + len(right) > 2 and kinds != {"p"}:
        return _NEVER
    if len(kinds) > 1 and kinds & _ALONE_KINDS:
        return _NEVER
    gain = _SAME_KIND if len(kinds) == 1 else 0.0
    if len(left) + len(right) > 2:
        gain += _TWO_FOR_ONE
    signs, others = (frozenset().union(*(looks.signs for looks in side)) for side in (left, right))
    if signs or others:
        gain += _SAME_SIGNS * (2 * len(signs & others) / (len(signs) + len(others)) - 0.25)
    lengths = (sum(looks.length for looks in side) + 10 for side in (left, right))
    return gain - abs(math.log(next(lengths) / next(lengths)))

"""What two sequences have in common, in order, found in a time that grows hardly faster than their length."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise

Pairs = list[tuple[int, int]]

# Up to so many pairs of elements every one is tried; beyond, elements that occur once lead the way.
_SMALL = 400
# Where nothing occurs once, so many elements in a row may.
_CONTEXTS = (1, 4, 16)
# How often a gap between such elements is looked into for others.
_DEPTH = 12


def common(before: Sequence[Hashable], after: Sequence[Hashable]) -> Pairs:
    """Pairs of places that hold equal elements, both places rising.

    As many as possible between short sequences. Between long ones it is no worse than what an attentive reader sees:
    the beginning, the end, what occurs once on either side, and the same between these.
    """
    found: Pairs = []
    gaps = [(0, len(before), 0, len(after), _DEPTH)]
    while gaps:
        first, last, start, end, depth = gaps.pop()
        while first < last and start < end and before[first] == after[start]:
            found.append((first, start))
            first, start = first + 1, start + 1
        while first < last and start < end and before[last - 1] == after[end - 1]:
            last, end = last - 1, end - 1
            found.append((last, end))
        if first == last or start == end:
            continue
        if (last - first) * (end - start) <= _SMALL:
            found += _longest(before, after, range(first, last), range(start, end))
            continue
        left, right = before[first:last], after[start:end]
        anchors = _once(left, right) if depth else []
        if not anchors:
            found += [(first + i, start + j) for i, j in _by_occurrence(left, right)]
            continue
        found += [(first + i, start + j) for i, j in anchors]
        edges = [(-1, -1), *anchors, (last - first, end - start)]
        gaps += [
            (first + i + 1, first + k, start + j + 1, start + n, depth - 1)
            for (i, j), (k, n) in pairwise(edges)
        ]
    return sorted(found)


def gaps_between(pairs: Pairs, before: int, after: int) -> list[tuple[range, range]]:
    """The places that lie between the pairs, before the first and after the last, of sequences so long."""
    edges = [(-1, -1), *pairs, (before, after)]
    return [(range(i + 1, k), range(j + 1, n)) for (i, j), (k, n) in pairwise(edges)]


def runs(pairs: Pairs) -> list[tuple[int, int, int]]:
    """Where runs of pairs begin that follow one another without a gap, and how long each is."""
    found: list[tuple[int, int, int]] = []
    i = j = length = 0
    for pair in pairs:
        if length and pair == (i + length, j + length):
            length += 1
            continue
        if length:
            found.append((i, j, length))
        (i, j), length = pair, 1
    return [*found, (i, j, length)] if length else found


def rising(pairs: Pairs) -> Pairs:
    """The most of the pairs, which come with their first places rising, whose second ones rise as well."""
    ends: list[int] = []  # the lowest place with which so many pairs can end,
    last: list[int] = []  # which pair that is,
    previous: list[int | None] = []  # and which one stands before each
    for number, (_i, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        previous.append(last[length - 1] if length else None)
        if length == len(ends):
            ends.append(j)
            last.append(number)
        else:
            ends[length], last[length] = j, number
    chosen: Pairs = []
    step = last[-1] if last else None
    while step is not None:
        chosen.append(pairs[step])
        step = previous[step]
    return chosen[::-1]


def _once(left: Sequence, right: Sequence) -> Pairs:
    """What occurs once in each, or does with what follows it."""
    for size in _CONTEXTS:
        old, new = _with_context(left, size), _with_context(right, size)
        times, others = Counter(old), Counter(new)
        places = {element: j for j, element in enumerate(new) if others[element] == 1}
        pairs = rising([(i, places[e]) for i, e in enumerate(old) if times[e] == 1 and e in places])
        if pairs:
            return pairs
    return []


def _with_context(elements: Sequence, size: int) -> list[Hashable]:
    """Each element with those after it, so many in all."""
    if size == 1:
        return list(elements)
    return [tuple(elements[place : place + size]) for place in range(len(elements) - size + 1)]


def _by_occurrence(left: Sequence, right: Sequence) -> Pairs:
    """The first of its kind with the first, the second with the second."""
    places = {element: j for j, element in enumerate(_numbered(right))}
    return rising([(i, places[e]) for i, e in enumerate(_numbered(left)) if e in places])


def _numbered(elements: Sequence) -> list[tuple[Hashable, int]]:
    seen: Counter = Counter()
    numbered = []
    for element in elements:
        seen[element] += 1
        numbered.append((element, seen[element]))
    return numbered


def _longest(before: Sequence, after: Sequence, rows: range, columns: range) -> Pairs:
    """The longest common subsequence, by the table of all lengths."""
    height, width = len(rows), len(columns)
    lengths = [[0] * (width + 1) for _row in range(height + 1)]
    for i in range(height - 1, -1, -1):
        element, row, below = before[rows[i]], lengths[i], lengths[i + 1]
        for j in range(width - 1, -1, -1):
            row[j] = below[j + 1] + 1 if element == after[columns[j]] else max(row[j + 1], below[j])
    pairs: Pairs = []
    i = j = 0
    while i < height and j < width:
        if before[rows[i]] == after[columns[j]]:
            pairs.append((rows[i], columns[j]))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs

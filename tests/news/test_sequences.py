"""What two sequences have in common: in order, enough of it, and in time."""

import random
import time
from itertools import pairwise

import pytest

from news.sequences import common, gaps_between, rising, runs

dice = random.Random(1)  # noqa: S311 - the same sequences each time


def longest(one: str, other: str) -> int:
    """The length of the longest common subsequence, by definition."""
    row = [0] * (len(other) + 1)
    for sign in one:
        corner = 0
        for j, its in enumerate(other):
            corner, row[j + 1] = row[j + 1], corner + 1 if sign == its else max(row[j], row[j + 1])
    return row[-1]


def check(one, other):
    """The pairs hold equal elements, and both places rise."""
    pairs = common(one, other)
    assert all(one[i] == other[j] for i, j in pairs)
    assert all(i < k and j < n for (i, j), (k, n) in pairwise(pairs))
    return pairs


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        ("", "", []),
        ("", "ab", []),
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "ac", [(0, 0), (2, 1)]),
        ("ac", "abc", [(0, 0), (1, 2)]),
        ("abcd", "axyd", [(0, 0), (3, 3)]),
        ("aab", "ab", [(0, 0), (2, 1)]),
    ],
)
def test_what_stays_is_paired(one, other, pairs):
    assert common(one, other) == pairs


def test_short_sequences_have_as_many_pairs_as_there_can_be():
    for _text in range(300):
        one, other = ("".join(dice.choices("abcd", k=dice.randint(0, 18))) for _side in range(2))
        assert len(check(one, other)) == longest(one, other), (one, other)


@pytest.mark.parametrize("letters", [2, 10, 300])
def test_long_sequences_have_most_of_them(letters):
    one = "".join(chr(200 + dice.randrange(letters)) for _sign in range(600))
    other = "".join(
        dice.choice(["", sign, sign + chr(9000)]) if dice.random() < 0.1 else sign for sign in one
    )
    assert len(check(one, other)) >= 0.9 * longest(one, other)


# Each would cost a comparison of all with all minutes.
HOSTILE = {
    "one element": (["a"] * 60_000, ["a"] * 50_000),
    "two in turn": (["a", "b"] * 30_000, ["b", "a"] * 30_000),
    "two by dice": (dice.choices("ab", k=60_000), dice.choices("ab", k=60_000)),
    "nothing common": (list(range(60_000)), list(range(60_000, 120_000))),
    "turned round": (list(range(60_000)), list(range(60_000, 0, -1))),
    "shuffled": (list(range(60_000)), dice.sample(range(60_000), 60_000)),
    "many in the middle": (["x", *["a", "b"] * 30_000, "y"], ["z", *["b", "a", "a"] * 20_000, "q"]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_sequences_take_no_longer_than_others(name):
    started = time.process_time()
    check(*HOSTILE[name])
    assert time.process_time() - started < 8


def test_gaps_lie_before_between_and_after_the_pairs():
    assert gaps_between([(1, 0), (2, 3)], 4, 4) == [
        (range(1), range(0)),
        (range(2, 2), range(1, 3)),
        (range(3, 4), range(4, 4)),
    ]


def test_runs_are_pairs_without_a_gap():
    assert runs([]) == []
    assert runs([(0, 1), (1, 2), (3, 3), (4, 4), (5, 6)]) == [(0, 1, 2), (3, 3, 2), (5, 6, 1)]


def test_most_of_the_pairs_rise_together():
    assert rising([(0, 3), (1, 0), (2, 1), (3, 2), (4, 0)]) == [(1, 0), (2, 1), (3, 2)]
    assert rising([(0, 0), (1, 0)]) == [(1, 0)]
    assert rising([]) == []

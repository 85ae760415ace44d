"""Thousands of pairs of edits: nothing that was typed is lost, and who does not meet is not asked.

A test that fails names the seed and the number of the pair, from which it can be made again.
"""

import random
import re
from collections import Counter
from dataclasses import dataclass
from itertools import count

import pytest
from django.core.exceptions import ValidationError

from news.blocks import split
from news.markup import canonical
from news.merging import Merged, merge_body, resolve
from tests.news.edits import TYPED, Edits, applied, some_body, written
from tests.news.test_markup_hostile import PIECES

SEEDS = range(1, 9)
PAIRS = 250


@dataclass
class Case:
    """A body and two edits of it, made by dice."""

    name: str
    base: str
    mine: str
    theirs: str
    apart: bool  # no block was touched by both
    expected: str  # both edits, where they are apart
    stays: bool  # and none was moved or removed

    @property
    def merged(self) -> Merged:
        return merge_body(self.base, self.mine, self.theirs)


def cases(seed: int, pairs: int = PAIRS):
    """Half of the pairs keep out of each other's way; the others may meet."""
    dice = random.Random(seed)  # noqa: S311 - the same edits each time
    for number in range(pairs):
        language = dice.choice(["en", "ru"])
        base, typing = some_body(dice, language), count(1)
        mine, theirs = Edits(language, dice), Edits(language, dice)
        for _edit in range(dice.randint(1, 5)):
            mine.make(base, typing)
        spared = mine.touched if dice.random() < 0.5 else ()
        for _edit in range(dice.randint(1, 5)):
            theirs.make(base, typing, spared)
        own, other = written(applied(base, mine)), written(applied(base, theirs))
        apart = not mine.touched & theirs.touched
        expected = written(applied(base, theirs, mine)) if apart else ""
        stays = not (mine.moved or theirs.moved or mine.removed or theirs.removed)
        yield Case(f"seed {seed}, pair {number}", written(base), own, other, apart, expected, stays)


def as_the_editor_writes(body: str) -> str:
    """The rich-text editor puts what stands in an item or a cell into a paragraph."""
    return re.sub(r"<(li|td|th)>(.*?)</\1>", r"<\1><p>\2</p></\1>", body)


def typed(text: str) -> set[str]:
    """The words that somebody typed; no two are alike."""
    return set(TYPED.findall(text))


def asked(merged: Merged) -> str:
    """All texts that an editor is shown to choose from."""
    return "".join(f"{conflict.mine} {conflict.theirs}" for conflict in merged.conflicts)


def everything(merged: Merged) -> Counter:
    """The blocks of the body in which each conflict is answered with all that was typed."""
    wide = {
        c.name: "both" if "both" in c.choices else "mine" if c.mine else "theirs" for c in merged.conflicts
    }
    return Counter(block.key for block in split(resolve(merged, wide)["body"]).blocks)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_was_typed_is_lost(seed):
    lost = {}
    for case in cases(seed):
        merged = case.merged
        if gone := typed(case.mine + case.theirs) - typed(merged.values["body"] + asked(merged)):
            lost[case.name] = gone
    assert lost == {}


@pytest.mark.parametrize("seed", SEEDS)
def test_who_does_not_meet_is_not_asked(seed):
    apart = [case for case in cases(seed) if case.apart]
    silent = [case for case in apart if not case.merged.conflicts]
    assert len(apart) > PAIRS / 2
    assert len(silent) >= 0.95 * len(apart), f"{len(apart) - len(silent)} questions, seed {seed}"
    for case in silent:
        body = case.merged.values["body"]
        if case.stays:
            assert body == case.expected, case.name
        # Where a block has gone, what was added beside it has the choice of places.
        assert Counter(b.html for b in split(body).blocks) == Counter(
            b.html for b in split(case.expected).blocks
        ), case.name


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_merged_is_canonical_whatever_is_answered(seed):
    for case in cases(seed):
        merged = case.merged
        for answer in ("mine", "theirs"):
            body = resolve(merged, dict.fromkeys((c.name for c in merged.conflicts), answer))["body"]
            assert canonical(body) == body, case.name


@pytest.mark.parametrize("seed", SEEDS)
def test_one_side_that_did_nothing_changes_nothing(seed):
    for case in cases(seed):
        for body in (case.mine, as_the_editor_writes(case.mine), case.mine.replace("><p>", ">\n<p>")):
            merged = Merged({"body": body})
            assert merge_body(case.base, case.base, body) == merged, case.name
            assert merge_body(case.base, body, case.base) == merged, case.name
            assert merge_body(case.base, body, body) == merged, case.name


@pytest.mark.parametrize("seed", SEEDS)
def test_the_sides_are_equal(seed):
    for case in cases(seed):
        other_way = merge_body(case.base, case.theirs, case.mine)
        assert everything(case.merged) == everything(other_way), case.name
        assert len(case.merged.conflicts) == len(other_way.conflicts), case.name


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_editor_writes_unasked_is_not_asked_about(seed):
    for case in cases(seed):
        mine = as_the_editor_writes(case.mine)
        merged = merge_body(case.base, mine, case.theirs)
        assert len(merged.conflicts) == len(case.merged.conflicts), case.name
        assert everything(merged) == everything(case.merged), case.name


@pytest.mark.parametrize("seed", SEEDS)
def test_bodies_of_any_markup_are_merged_into_a_canonical_one(seed):
    dice = random.Random(seed)  # noqa: S311 - the same texts each time
    for number in range(100):
        pieces = dice.choices(PIECES, k=dice.randint(5, 40))
        bodies = []
        for _side in range(3):
            pieces = list(pieces)
            for _edit in range(2):
                pieces[dice.randrange(len(pieces))] = f"<p>typed{number}{len(bodies)}"
            try:
                bodies.append(canonical("".join(pieces)))
            except ValidationError:
                break
        if len(bodies) == 3:
            merged = merge_body(*bodies)
            body = merged.values["body"]
            assert canonical(body) == body, f"seed {seed}, bodies {number}"
            assert merge_body(bodies[0], bodies[1], bodies[1]).values["body"] == bodies[1]
            assert typed(bodies[1]) - typed(bodies[0]) <= typed(body + asked(merged)), f"{seed}, {number}"

"""Two edits of one body in one: block by block, with a question where both changed the same block.

What a side did to a block (changed, removed, moved, added) is taken where the other side left the block alone. Where
both moved it to different places, the place in theirs holds: no words depend on it. So it is with what stands around
blocks, such as the kind of a list, where both changed it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from news.blocks import Block, Body, boundary, fits, join, split
from news.matching import likeness, match, pair_up, words
from news.sequences import common, gaps_between

BASE, MINE, THEIRS = range(3)
# New blocks at one place with so many words in common are two attempts at the same.
_ATTEMPTS = 0.5
# A new block beside a changed one with so many of its words was split off from it.
_SPLIT_OFF = 0.6

# The places of a block in the base, in mine and in theirs; None where it is not.
Places = tuple[int | None, int | None, int | None]


@dataclass(frozen=True)
class Piece:
    """A block of the merged body."""

    block: Block
    at: Places


@dataclass(frozen=True)
class Question:
    """What both sides changed in ways that exclude each other: the blocks as each has them."""

    base: tuple[Piece, ...]
    mine: tuple[Piece, ...]
    theirs: tuple[Piece, ...]


class Weave:
    """A merged body, of which questions may be open."""

    def __init__(self, base: str, mine: str, theirs: str):
        self._bodies = tuple(split(text) for text in (base, mine, theirs))
        self.parts: list[Piece | Question] = _woven(*(body.blocks for body in self._bodies))

    def write(self, pieces: Sequence[Piece]) -> str:
        """The pieces as a body. What stood between two blocks that stay neighbours stays."""
        before, at = None, (-1, -1, -1)
        end = Piece(Block(""), tuple(len(body.blocks) for body in self._bodies))
        written: list[Block] = []
        for piece in (*pieces, end):
            block = piece.block
            after = None if piece is end else block
            lead = self._lead(at, piece.at)
            if lead is None or not fits(lead, before, after):
                blank = block.lead if not block.lead.strip() and fits(block.lead, before, after) else ""
                lead = boundary(before, after) or blank
            written.append(replace(block, lead=lead))
            before, at = block, piece.at
        return join(Body(tuple(written)))

    def _lead(self, before: Places, after: Places) -> str | None:
        """What stands between two blocks that are neighbours in some of the bodies, merged like the rest."""
        base, mine, theirs = (
            self._bodies[side].leads[after[side]]
            if before[side] is not None and after[side] == before[side] + 1
            else None
            for side in (BASE, MINE, THEIRS)
        )
        if theirs is None or (mine is not None and theirs == base):
            theirs = mine
        return base if theirs is None else theirs


class _Side:
    """One edit: which block of the base became which of its own."""

    def __init__(self, number: int, base: Sequence[Block], blocks: Sequence[Block]):
        self.number, self.blocks = number, blocks
        found = match(base, blocks)
        self.of_base = dict(found.in_order + found.moved)
        self.base_of = {j: i for i, j in self.of_base.items()}
        self.moved = {i for i, _j in found.moved}
        self.asked: set[int] = set()  # new blocks that belong to a question

    def block(self, i: int) -> Block | None:
        """What a block of the base has become."""
        return self.blocks[self.of_base[i]] if i in self.of_base else None

    def piece(self, j: int) -> Piece:
        """A block that the base does not have, or that stands for this side in a question."""
        at = [self.base_of.get(j), None, None]
        at[self.number] = j
        return Piece(self.blocks[j], tuple(at))

    def version(self, i: int, base: Block) -> tuple[Piece, ...]:
        """A block of the base as this side has it, with what was split off from it."""
        if i not in self.of_base:
            return ()
        first = last = self.of_base[i]
        known = words(base)
        while self._is_part(first - 1, known):
            first -= 1
        while self._is_part(last + 1, known):
            last += 1
        self.asked |= set(range(first, last + 1)) - {self.of_base[i]}
        return tuple(self.piece(j) for j in range(first, last + 1))

    def _is_part(self, j: int, known: frozenset) -> bool:
        if not 0 <= j < len(self.blocks) or j in self.base_of or j in self.asked:
            return False
        own = words(self.blocks[j])
        return bool(own) and len(own & known) >= _SPLIT_OFF * len(own)


def _woven(base: Sequence[Block], mine: Sequence[Block], theirs: Sequence[Block]) -> list[Piece | Question]:
    own, other = _Side(MINE, base, mine), _Side(THEIRS, base, theirs)
    merged = [_merged(i, block, own, other) for i, block in enumerate(base)]
    moved = own.moved | other.moved
    brought = _brought(own, merged, moved, moved - other.moved), _brought(other, merged, moved, other.moved)
    woven: list[Piece | Question] = []
    for anchor in [-1, *(i for i in range(len(base)) if i not in moved)]:
        woven += merged[anchor] if anchor >= 0 else []
        for item in _both(*(items[anchor] for items in brought)):
            woven += merged[item] if isinstance(item, int) else [item]
    return woven


def _merged(i: int, base: Block, mine: _Side, theirs: _Side) -> list[Piece | Question]:
    """What becomes of a block of the base: a piece, a question, or nothing."""
    own, other = mine.block(i), theirs.block(i)
    keys = {block.key for block in (own, other) if block}
    if not (own and other):
        if keys <= {base.key}:
            return []
    elif base.key in keys or len(keys) == 1:
        return [Piece(_settled(base, own, other), (i, mine.of_base[i], theirs.of_base[i]))]
    return [Question((Piece(base, (i, None, None)),), mine.version(i, base), theirs.version(i, base))]


def _settled(base: Block, mine: Block, theirs: Block) -> Block:
    """A block that one side at most has changed, or both in the same way."""
    if mine.key == base.key:
        taken = mine if theirs.html == base.html else theirs
    else:
        taken = mine if theirs.key == base.key else theirs
    if mine.within == base.within:
        return replace(taken, within=theirs.within)
    return replace(taken, within=mine.within) if theirs.within == base.within else taken


def _brought(side: _Side, merged: list, moved: set[int], arriving: set[int]) -> dict[int, list[int | Piece]]:
    """What a side has new, and what it has moved, by the block of the base after which it stands.

    `arriving` are the moved blocks whose place this side says.
    """
    brought = defaultdict(list)
    surroundings = _surroundings(side, merged)
    anchor = -1
    for j in range(len(side.blocks)):
        i = side.base_of.get(j)
        if i is None:
            if j not in side.asked:
                piece = side.piece(j)
                within = surroundings.get(j, piece.block.within)
                brought[anchor].append(replace(piece, block=replace(piece.block, within=within)))
        elif i not in moved:
            anchor = i
        elif i in arriving:
            brought[anchor].append(i)
    return brought


def _surroundings(side: _Side, merged: list) -> dict[int, tuple[str, ...]]:
    """What new items of a list stand within, where the other side has changed the list around them."""
    found: dict[int, tuple[str, ...]] = {}
    for order in (range(len(side.blocks)), range(len(side.blocks) - 1, -1, -1)):
        was = now = ()
        for j in order:
            own, i = side.blocks[j].within, side.base_of.get(j)
            if i is not None:
                was, now = own, _within(merged[i], own)
            elif own and own == was and now != own:
                found.setdefault(j, now)
            else:
                was, now = own, found.get(j, own)
    return found


def _within(parts: list[Piece | Question], otherwise: tuple[str, ...]) -> tuple[str, ...]:
    return parts[0].block.within if parts and isinstance(parts[0], Piece) else otherwise


def _both(mine: list[int | Piece], theirs: list[int | Piece]) -> list[int | Piece | Question]:
    """What the sides have brought to the same place: the same once, else theirs and then mine, all of it.

    Two new paragraphs are no contradiction, and both often add to the end of a story: a question would be a nuisance.
    Only attempts at the same are asked about, of which one would be too many.
    """
    if not (mine and theirs):
        return theirs + mine
    mine = _not_twice(mine, theirs)
    equal = common([_name(item) for item in theirs], [_name(item) for item in mine])
    joined = {i: _same(theirs[i], mine[j]) for i, j in equal}
    attempts = []
    for rows, columns in gaps_between(equal, len(theirs), len(mine)):
        old = [i for i in rows if isinstance(theirs[i], Piece)]
        new = [j for j in columns if isinstance(mine[j], Piece)]
        for m, n in pair_up([theirs[i].block for i in old], [mine[j].block for j in new]):
            one, other = theirs[old[m]], mine[new[n]]
            if likeness(words(one.block), words(other.block)) >= _ATTEMPTS:
                attempts.append((old[m], new[n]))
                joined[old[m]] = Question((), (other,), (one,))
    pairs = sorted(equal + attempts)
    both: list[int | Piece | Question] = []
    for (rows, columns), pair in zip(
        gaps_between(pairs, len(theirs), len(mine)), [*pairs, None], strict=True
    ):
        both += [*(theirs[i] for i in rows), *(mine[j] for j in columns)]
        both += [joined[pair[0]]] if pair else []
    return both


def _name(item: int | Piece) -> int | str:
    return item.block.key if isinstance(item, Piece) else item


def _same(theirs: Piece, mine: Piece) -> Piece:
    return Piece(theirs.block, (None, mine.at[MINE], theirs.at[THEIRS]))


def _not_twice(mine: list[int | Piece], theirs: list[int | Piece]) -> list[int | Piece]:
    """Mine without what theirs has as well, in another order."""
    names = [_name(item) for item in mine], [_name(item) for item in theirs]
    in_order = common(*names)
    places = {i for i, _j in in_order}
    spare = Counter(names[1])
    spare.subtract(names[1][j] for _i, j in in_order)
    kept = []
    for place, item in enumerate(mine):
        if place in places or not spare[names[0][place]]:
            kept.append(item)
        else:
            spare[names[0][place]] -= 1
    return kept

"""Brings two edits of an edition together: mine, and theirs, which was saved meanwhile.

    merged = merge_edition(base, mine, theirs)
    texts = resolve(merged, {"body-1": "mine"}) if merged.conflicts else merged.values

`base` is the revision that mine was made from, `theirs` the newest, each as `Revision.texts[language]` holds it. What
one side changed is taken; a body is merged block by block (see `news.weaving`). Where both changed the same, there is
a conflict, and `values` has theirs. So `values` may be stored only if there are no conflicts: that part of mine is
nowhere else than in these. Show them with both texts, ask, and store what `resolve` returns. The same texts always
give the same conflicts under the same names: a page that asks has to keep the texts only.

Bodies must be canonical, and merged ones are. They can become too long; saving them tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from news.blocks import split
from news.models.article import PUBLICATION_FIELDS, TEXT_FIELDS
from news.weaving import Piece, Question, Weave

# Fields that say something only together.
_TOGETHER = {"withdrawn_at": "withdrawal", "withdrawal_reason": "withdrawal"}


class UnresolvedError(ValueError):
    """A conflict without a choice, or a choice that it does not offer."""


@dataclass(frozen=True)
class Conflict:
    """What both sides changed in different ways.

    In a body the texts are HTML with the list, table or quotation that the block stands in; empty where the block was
    removed or, `base`, where there was none before. `place` counts the blocks of the merged body from 1; other
    fields have none. Conflicts of one `name` are decided by one choice: a withdrawal and its reason.
    """

    name: str
    field: str
    place: int | None
    base: object
    mine: object
    theirs: object

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be chosen; both means theirs and after it mine."""
        both = ("both",) if self.place and self.mine and self.theirs else ()
        return ("mine", "theirs", *both)


@dataclass(frozen=True)
class Merged:
    """The values of the merged fields, theirs where there is a conflict."""

    values: dict[str, object]
    conflicts: tuple[Conflict, ...] = ()
    _weaves: dict[str, Weave] = field(default_factory=dict, repr=False, compare=False)


def merge_edition(base: Mapping, mine: Mapping, theirs: Mapping) -> Merged:
    """Merge the texts and the publication of an edition."""
    values: dict[str, object] = {}
    conflicts: list[Conflict] = []
    weaves: dict[str, Weave] = {}
    for names in _units():
        versions = ([side[name] for name in names] for side in (base, mine, theirs))
        if names == ["body"]:
            part = merge_body(*(body or "" for [body] in versions))
        else:
            part = _merge_unit(names, *versions)
        values |= part.values
        conflicts += part.conflicts
        weaves |= part._weaves
    return Merged(values, tuple(conflicts), weaves)


def merge_text(base, mine, theirs, field: str = "title") -> Merged:
    """Merge a field as a whole: a line of text, or a moment as a revision keeps it."""
    return _merge_unit([field], [base], [mine], [theirs])


def merge_body(base: str, mine: str, theirs: str) -> Merged:
    """Merge canonical bodies."""
    weave = Weave(base, mine, theirs)
    pieces: list[Piece] = []
    conflicts = []
    for part in weave.parts:
        if isinstance(part, Question):
            number, place = len(conflicts) + 1, len(pieces) + 1
            texts = (weave.write(version) for version in (part.base, part.mine, part.theirs))
            conflicts.append(Conflict(f"body-{number}", "body", place, *texts))
            pieces += part.theirs
        else:
            pieces.append(part)
    return Merged({"body": weave.write(pieces)}, tuple(conflicts), {"body": weave})


def resolve(
    merged: Merged, choices: Mapping[str, str], own: Mapping[str, str] | None = None
) -> dict[str, object]:
    """The values with the choices made: for the name of each conflict `mine`, `theirs` or, in a body, `both`.

    In a body it can also be `own`: what `own` has under that name, canonical HTML, stands in that place. Raises
    UnresolvedError unless there is a choice for every conflict.
    """
    own = own or {}
    for conflict in merged.conflicts:
        written = ("own",) if conflict.place and conflict.name in own else ()
        if choices.get(conflict.name) not in (*conflict.choices, *written):
            raise UnresolvedError(conflict.name)
    values = dict(merged.values)
    for conflict in merged.conflicts:
        if conflict.field not in merged._weaves:
            values[conflict.field] = getattr(conflict, choices[conflict.name])
    for name, weave in merged._weaves.items():
        named = [(choices[c.name], own.get(c.name, "")) for c in merged.conflicts if c.field == name]
        values[name] = _resolved(weave, named)
    return values


def _resolved(weave: Weave, choices: list[tuple[str, str]]) -> str:
    pieces: list[Piece] = []
    left = iter(choices)
    for part in weave.parts:
        if isinstance(part, Question):
            choice, words = next(left)
            chosen = {"mine": part.mine, "theirs": part.theirs, "both": part.theirs + part.mine}
            pieces += _written(words) if choice == "own" else chosen[choice]
        else:
            pieces.append(part)
    return weave.write(pieces)


def _written(body: str) -> list[Piece]:
    """Words that stand in neither text, as pieces."""
    return [Piece(block, (None, None, None)) for block in split(body).blocks]


def _units() -> list[list[str]]:
    """The fields of an edition, those together that say something only together."""
    units: dict[str, list[str]] = {}
    for name in (*TEXT_FIELDS, *PUBLICATION_FIELDS):
        units.setdefault(_TOGETHER.get(name, name), []).append(name)
    return list(units.values())


def _merge_unit(names: list[str], base: list, mine: list, theirs: list) -> Merged:
    # Nothing may be stored as an empty text or as none at all.
    was, own, other = ([value or None for value in side] for side in (base, mine, theirs))
    taken = mine if other == was and own != was else theirs
    values = dict(zip(names, taken, strict=True))
    if own == other or was in (own, other):
        return Merged(values)
    conflicts = (
        Conflict(_TOGETHER.get(name, name), name, None, base[n], mine[n], theirs[n])
        for n, name in enumerate(names)
        if own[n] != other[n]
    )
    return Merged(values, tuple(conflicts))

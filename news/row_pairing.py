"""Which rows of an article are the same on two sides: by their numbers, and new ones by what they lead to."""

from collections.abc import Iterable, Mapping

# A row in the base, in mine and in theirs; None where it is not.
Trio = tuple[Mapping | None, Mapping | None, Mapping | None]
# What says that two rows mean the same: a link's story or address, a document's file.
_IDENTITY = ("target", "url", "file")


def pairs(
    base: Iterable[Mapping], mine: Iterable[Mapping], theirs: Iterable[Mapping]
) -> list[tuple[str, Trio]]:
    """The rows of three sides, each under a name of its own: first those of theirs, in their order."""
    was = {row["id"]: row for row in base}
    own = {row["id"]: row for row in mine if row["id"] in was}
    added = [row for row in mine if row["id"] not in was]
    found: list[tuple[str, Trio]] = []
    stored = list(theirs)
    renumbered = _renumbered(was, stored)
    for row in stored:
        number = renumbered.get(row["id"], row["id"])
        if number in was:
            found.append((str(number), (was.pop(number), own.pop(number, None), row)))
            continue
        same = next((one for one in added if _meaning(one) and _meaning(one) == _meaning(row)), None)
        added = [one for one in added if one is not same]
        found.append((f"new {row['id']}", (None, same, row)))
    found += [(str(number), (row, own.get(number), None)) for number, row in was.items()]
    return found + [(f"mine {place}", (None, row, None)) for place, row in enumerate(added)]


def numbered(base: Iterable[Mapping], rows: Iterable[Mapping]) -> list[dict]:
    """Rows without numbers, those with one that the base has, under what they lead to."""
    known = {_meaning(row): row["id"] for row in base if _meaning(row)}
    return [{**row, "id": known.pop(_meaning(row), None)} for row in rows]


def changed(before: Mapping, after: Mapping) -> bool:
    """Whether a row says something else than before, or may, where it is not known what it said."""
    return any(
        name not in before or (before[name] or None) != (after[name] or None) for name in _values(after)
    )


def _values(row: Mapping) -> list[str]:
    return [name for name in row if name not in {"id", "form"}]


def _meaning(row: Mapping) -> tuple | None:
    return next(((name, row[name]) for name in _IDENTITY if row.get(name)), None)


def _renumbered(was: Mapping[int, Mapping], stored: Iterable[Mapping]) -> dict[int, int]:
    """Rows that were written anew, as an import does: the number of the row that each stands for."""
    there = {row["id"] for row in stored}
    gone = {_meaning(row): number for number, row in was.items() if number not in there and _meaning(row)}
    return {
        row["id"]: gone[_meaning(row)] for row in stored if row["id"] not in was and _meaning(row) in gone
    }

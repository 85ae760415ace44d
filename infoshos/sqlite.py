"""SQLite's LIKE for every alphabet.

Its own LIKE knows capital and small letters of ASCII only, so that a search for «председательство» did not find
«Председательство». It is replaced on each connection by a function that folds all letters, as PostgreSQL does.

It stands in the wiring, because it belongs to the database and not to what is stored there. It costs searches a
microsecond for each row that they look at (80 ms for 100,000 titles) and other queries nothing: beside searches, only
one CHECK constraint uses LIKE.
"""

import re
from collections.abc import Callable
from functools import lru_cache


def fold_letters(sender, connection, **kwargs):
    """Replace LIKE on a new connection to SQLite: a receiver of `connection_created`."""
    if connection.vendor == "sqlite":
        for arguments in (2, 3):
            connection.connection.create_function("like", arguments, like, deterministic=True)


def like(pattern, value, escape=None) -> bool | None:
    """Tell `value LIKE pattern ESCAPE escape`; of NULL nobody can tell."""
    if pattern is None or value is None:
        return None
    return _matcher(str(pattern), escape)(str(value).lower())


@lru_cache(maxsize=64)
def _matcher(pattern: str, escape: str | None) -> Callable[[str], bool]:
    """Whether a text in small letters is like the pattern."""
    segments: list[list[str | None]] = [[]]  # between the %, character by character; None for _
    characters = iter(pattern.lower())
    for character in characters:
        if character == escape:
            segments[-1].append(next(characters, ""))
        elif character == "%":
            segments.append([])
        else:
            segments[-1].append(None if character == "_" else character)
    first, *middle = segments
    if not first and len(middle) == 2 and not middle[1] and None not in middle[0]:
        words = "".join(middle[0])
        return lambda text: words in text
    whole = re.compile(_expression(first, middle), re.DOTALL)
    return lambda text: whole.match(text) is not None


def _expression(first: list, middle: list[list]) -> str:
    """A regular expression that takes each segment where it stands first, so that it never tries again."""
    written = [
        "".join("." if character is None else re.escape(character) for character in segment)
        for segment in (first, *middle)
    ]
    if not middle:
        return written[0] + r"\Z"
    return written[0] + "".join(f"(?>.*?{segment})" for segment in written[1:-1]) + f".*{written[-1]}\\Z"

"""Rows of verbs of one subject: `they met, watched the films and gave the prize`."""

from collections.abc import Callable

from news.substance.cutting import Token


def is_in_row(tokens: list[Token], place: int, joint: str, is_past: Callable[[Token], bool]) -> bool:
    """Whether a verb stands in the middle of a row of verbs whose others are all in the past.

    It follows right behind a comma, a past verb of its sentence is before it, and the joint word with another right
    behind that comes after it. Nothing but the past can stand there.
    """
    if tokens[place].starts or tokens[place].before.strip() != ",":
        return False
    start, end = place, place + 1
    while start > 0 and not tokens[start].starts:
        start -= 1
    while end < len(tokens) and not tokens[end].starts:
        end += 1
    behind = range(place + 1, end - 1)
    return any(map(is_past, tokens[start:place])) and any(
        tokens[n].form == joint and is_past(tokens[n + 1]) for n in behind
    )

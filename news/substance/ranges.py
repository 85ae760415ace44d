"""Ranges of figures in one form: `15–20 October`, `from 15 to 20 October`, `15 to 20 October`."""

import re
from dataclasses import replace

from news.substance.cutting import Token
from news.substance.figures import DATE, FIGURE, ORDINAL

_DASH = re.compile(r"\s*[-–−]\s*\Z")


def with_ranges(tokens: list[Token], joints: dict[str, str]) -> list[Token]:
    """Put one sign for every way to write a range; write `2024–25` with its century.

    `joints` names for a word that goes on with a range the one that must begin it, or nothing where none must.
    """
    found: list[Token] = []
    for token in tokens:
        if token.kind == FIGURE and found:
            token = _joined(found, token, joints)
        found.append(token)
    return found


def _joined(found: list[Token], token: Token, joints: dict[str, str]) -> Token:
    """The figure, with the sign of a range put before it where it ends one."""
    spelt_out = token.is_joined and "word" in (token.what, found[-1].what)  # one-third
    if _DASH.match(token.before) and not spelt_out and (start := _start(found, len(found))) is not None:
        token = _with_century(found[start], token)
        found.append(_sign(found[start], token))
    elif found[-1].form in joints and (start := _start(found, len(found) - 1)) is not None:
        opening = joints[found[-1].form]
        opened = start > 0 and opening and found[start - 1].form == opening
        if opened or found[-1].form == "to":
            found[-1] = _sign(found[start], token)
            if opened:
                del found[start - 1]
    return token


def _start(found: list[Token], end: int) -> int | None:
    """Where the figure stands that begins a range, with its month and year before `end`."""
    at = end - 1
    while at >= 0 and found[at].kind in {DATE, FIGURE} and end - at < 4:
        at -= 1
    at += 1
    return at if at < end and found[at].kind == FIGURE else None


def _sign(first: Token, second: Token) -> Token:
    """The sign of a range. Between numbers that follow each other it says no more than `and`."""
    ends = [
        [int(r.rstrip(ORDINAL)) for r in t.readings if r.rstrip(ORDINAL).isdigit()] for t in (first, second)
    ]
    close = bool(ends[0] and ends[1] and ends[1][0] - ends[0][0] == 1)
    return Token("–", "–", "sign", " ", kind=FIGURE, readings=frozenset("–"), light=close)


def _with_century(first: Token, second: Token) -> Token:
    """The second year of `2024–25` in full."""
    if (
        re.fullmatch(r"\d{4}", first.form)
        and re.fullmatch(r"\d\d", second.form)
        and second.form > first.form[2:]
    ):
        year = first.form[:2] + second.form
        return replace(second, form=year, readings=frozenset({year}))
    return second

"""What the charts, maps and documents are made from: the states' statuses and the meetings."""

import json
from pathlib import Path

_HERE = Path(__file__).parent

FONT = "Noto Sans, Liberation Sans, Arial, sans-serif"
LABEL = {"font_family": FONT, "font_weight": 700}
STATUSES = ("member", "observer", "dialogue-partner")


def _lines(file: Path) -> list[dict]:
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


STATES = {state["code"]: state for state in _lines(_HERE.parent / "states.jsonl")}
_MEETINGS = _lines(_HERE / "meetings.jsonl")


def on(day: str) -> dict[str, list[str]]:
    """The codes of the states by status on a day (`2017-06-09`), in the order in which they came to it."""
    held = [
        (membership["since"], code, membership["status"])
        for code, state in STATES.items()
        for membership in state["memberships"]
        if membership["since"] <= day < membership.get("until", "9999")
    ]
    held.sort(key=lambda row: row[0])  # states of the same day stay in the portal's order
    return {status: [code for _, code, its in held if its == status] for status in STATUSES}


def since(code: str, day: str) -> str:
    """The day since when a state has had the status that it holds on a day."""
    return next(
        membership["since"]
        for membership in STATES[code]["memberships"]
        if membership["since"] <= day < membership.get("until", "9999")
    )


def meetings(kind: str, years: range = range(2001, 2026)) -> list[dict]:
    """The meetings of a kind (`summit`, `heads-of-government`, `anti-drug`) in the order of their days.

    `last` is the last day and `first` the first of several, `host` the state that had the chair. A meeting by
    `video` may have no `city`. `unconfirmed` marks a day that is not fully confirmed.
    """
    return [row for row in _MEETINGS if row["kind"] == kind and int(row["last"][:4]) in years]

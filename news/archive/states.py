"""The lines of states, each with its memberships."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from news.actions.memberships import save_memberships
from news.archive.errors import LineError
from news.archive.kind import Flat
from news.archive.rows import store
from news.archive.run import Outcome, Run
from news.archive.values import Values, expect
from news.models import Membership, State, Status


class Period(NamedTuple):
    """A status over `[since, until)`."""

    since: date
    until: date | None
    status_id: int


class States(Flat):
    file = "states.jsonl"
    keys = ("code",)
    model = State
    translated = complete = ("name", "capital")
    plain = required = ("time_zone",)

    def load(self, values: Values, run: Run) -> Outcome:
        wanted = self.read(values)
        periods = sorted(_periods(values, run), key=lambda period: period.since)
        values.close()
        _check_order(periods)
        state = self.find(wanted)
        outcome = store(state, wanted)
        changed = _make_equal(state, periods)
        return Outcome.CHANGED if changed and outcome is Outcome.UNCHANGED else outcome

    def line(self, row, export):
        memberships = row.memberships.select_related("status").order_by("since")
        return super().line(row, export) | {
            "memberships": [
                {"status": m.status.key, "since": m.since.isoformat()}
                | ({"until": m.until.isoformat()} if m.until else {})
                for m in memberships
            ]
        }


def _periods(values: Values, run: Run) -> Iterator[Period]:
    for where, member in values.items("memberships"):
        inner = Values(expect(member, dict, where), where)
        status = inner.line("status", 40, required=True)
        since, until = inner.day("since", required=True), inner.day("until")
        inner.close()
        if until and until <= since:
            raise LineError(f"{where}: the period ends before it begins")
        yield Period(since, until, run.pk(Status, "key", status, f"{where}.status"))


def _check_order(periods: list[Period]) -> None:
    """A state holds one status on a day."""
    for earlier, later in pairwise(periods):
        if earlier.until is None or earlier.until > later.since:
            raise LineError(
                f"memberships: the period since {earlier.since} overlaps with that since {later.since}"
            )


def _make_equal(state: State, periods: list[Period]) -> bool:
    """Make the state's memberships these; say whether any differed."""
    held = {Period(m.since, m.until, m.status_id): m for m in state.memberships.all()}
    gone = [row for period, row in held.items() if period not in periods]
    new = [Membership(state=state, **period._asdict()) for period in periods if period not in held]
    if gone or new:
        save_memberships(state, changed=new, removed=gone)
    return bool(gone or new)

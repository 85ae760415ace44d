"""A state gets another status from a day; several statuses become one. Each is planned, shown in words, then done.

A plan is made from what is stored and writes nothing. What is done is planned anew with the states held, and compared
with what was shown by its `sign`: nothing else can happen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from news.actions.audit import Action, record
from news.actions.memberships import save_memberships
from news.models import Membership, State, Status


class ChangedError(Exception):
    """What is stored has changed since the plan was shown."""


@dataclass(frozen=True)
class Step:
    """What happens to one state: the sentence, and the rows that are written and removed."""

    state: State
    sentence: str
    changed: list[Membership] = field(default_factory=list)
    removed: list[Membership] = field(default_factory=list)

    @property
    def periods(self) -> list[tuple]:
        """The rows as they will be, and the numbers of those that go."""
        written = [(row.pk, row.status_id, str(row.since), str(row.until)) for row in self.changed]
        return [self.state.pk, *written, *(row.pk for row in self.removed)]


def sign(steps: Iterable[Step]) -> str:
    """A fingerprint of what is going to happen."""
    return sha256(repr([step.periods for step in steps]).encode()).hexdigest()


def plan_new_status(state: State, status: Status, day: date) -> Step:
    """End the period that the state is in on `day`, and begin one of `status`.

    Raises ValidationError, with the field, where that contradicts what is stored.
    """
    periods = list(state.memberships.select_related("status").order_by("since"))
    if later := next((row for row in periods if row.since >= day), None):
        raise ValidationError(
            {
                "day": _("%(period)s is stated already. Change that period itself, in the list of periods.")
                % {"period": _spoken(later)}
            }
        )
    last = periods[-1] if periods else None
    if last and last.status_id == status.pk and (last.until is None or last.until >= day):
        raise ValidationError(
            {"status": _("%(period)s: the state holds this status already.") % {"period": _spoken(last)}}
        )
    if last and last.until and last.until > day:
        raise ValidationError(
            {
                "day": _(
                    "%(period)s: the state holds that status on this day and after it. Correct its end first."
                )
                % {"period": _spoken(last)}
            }
        )
    said = {"state": str(state), "day": _day(day), "new": str(status)}
    changed = [Membership(state=state, status=status, since=day)]
    if last is None:
        sentence = _("%(state)s: from %(day)s, %(new)s. No status is stated before that.") % said
    elif last.until and last.until < day:
        said |= {"old": str(last.status), "until": _day(last.until)}
        sentence = _("%(state)s: %(old)s until %(until)s; then no status, and from %(day)s, %(new)s.") % said
    else:
        said |= {"old": str(last.status), "since": _day(last.since)}
        sentence = _("%(state)s: %(old)s since %(since)s; from %(day)s, %(new)s.") % said
        if last.until is None:
            last.until = day
            changed.insert(0, last)
    return Step(state, sentence, changed)


def plan_merging(sources: Iterable[Status], target: Status, day: date) -> list[Step]:
    """From `day` on, whoever holds one of the statuses `sources` holds `target`: a step for each state that does.

    Raises ValidationError, with the field, where there is nothing to do.
    """
    merged = {status.pk for status in sources} - {target.pk}
    if not merged:
        raise ValidationError({"sources": _("Choose at least one status besides the one that they become.")})
    held = Membership.objects.filter(status__in=merged).beyond(day)
    states = State.objects.filter(pk__in=held.values("state")).prefetch_related("memberships__status")
    if not states:
        raise ValidationError({"day": _("No state holds one of these statuses on this day or after it.")})
    return [_step_of_merging(state, merged, target, day) for state in states.order_by("code")]


def _step_of_merging(state: State, merged: set[int], target: Status, day: date) -> Step:
    """Cut a period that holds before the day; change the status of later ones; let equal neighbours be one."""
    stored = sorted(state.memberships.all(), key=lambda row: row.since)
    wanted: list[Membership] = []
    said = []
    for row in stored:
        since = row.since
        if row.status_id in merged and (row.until is None or row.until > day):
            said.append(_said_of_merging(row, target, day))
            if since < day:
                wanted.append(_period(row.pk, state, row.status, since, day))
            row = _period(None if since < day else row.pk, state, target, max(since, day), row.until)
        before = wanted[-1] if wanted else None
        if before and before.status_id == row.status_id == target.pk and before.until == row.since:
            wanted[-1] = _period(before.pk or row.pk, state, target, before.since, row.until)
        else:
            wanted.append(row)
    known = {_values(row) for row in stored}
    left = {row.pk for row in wanted}
    changed = [row for row in wanted if _values(row) not in known]
    return Step(state, f"{state}: {'; '.join(said)}.", changed, [row for row in stored if row.pk not in left])


def _period(pk: int | None, state: State, status: Status, since: date, until: date | None) -> Membership:
    return Membership(pk=pk, state=state, status=status, since=since, until=until)


def _values(row: Membership) -> tuple:
    return row.pk, row.status_id, row.since, row.until


def _said_of_merging(row: Membership, target: Status, day: date) -> str:
    said = {"old": str(row.status), "new": str(target), "since": _day(row.since), "day": _day(day)}
    if row.since < day:
        return _("%(old)s since %(since)s; from %(day)s, %(new)s") % said
    return _("from %(since)s, %(new)s in place of %(old)s") % said


@transaction.atomic
def give_status(state: State, status: Status, day: date, *, seen: str, by, request=None) -> Step:
    """Do what `plan_new_status` says. Raises what it raises; ChangedError if that is not what was `seen`."""
    State.objects.select_for_update().get(pk=state.pk)
    step = plan_new_status(state, status, day)
    _carry_out([step], seen, by, request)
    return step


@transaction.atomic
def merge_statuses(sources, target: Status, day: date, *, seen: str, by, request=None) -> list[Step]:
    """Do what `plan_merging` says, in all states or in none. Raises as `give_status` does."""
    list(State.objects.select_for_update().order_by("pk"))
    steps = plan_merging(sources, target, day)
    _carry_out(steps, seen, by, request)
    return steps


def _carry_out(steps: list[Step], seen: str, by, request) -> None:
    if sign(steps) != seen:
        raise ChangedError
    for step in steps:
        parts = [["changed" if row.pk else "added", "news.membership"] for row in step.changed]
        parts += [["deleted", "news.membership"] for _row in step.removed]
        save_memberships(step.state, changed=step.changed, removed=step.removed)
        changes = {"parts": parts, "note": step.sentence}
        record(Action.CHANGED, by=by, about=step.state, request=request, changes=changes)


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


def _spoken(period: Membership) -> str:
    """A period as the sentences name it."""
    said = {"status": str(period.status), "since": _day(period.since)}
    if period.until is None:
        return _("“%(status)s” since %(since)s") % said
    return _("“%(status)s” from %(since)s until %(until)s") % (said | {"until": _day(period.until)})

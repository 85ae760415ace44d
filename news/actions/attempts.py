"""How often somebody may try to log in.

Failures are counted for an account from one network, and for a network; never for an account alone. So whoever does
not share a colleague's network cannot lock the colleague out. Only the codes of the second step are counted for the
account wherever they come from: six digits could be guessed from many networks, and whoever guesses them has given
the right password before.

An attempt is stored before it is judged, and judged only if what others have stored leaves room for it. So a crowd
that tries at the same moment, in whichever process, gets no more attempts than one after the other would.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from news.models import LoginAttempt

COUNTED_FOR = timedelta(hours=24)
FIRST_WAIT = timedelta(minutes=1)


class Limit(NamedTuple):
    """After `free` failures, the next attempt waits; twice as long after each further one, up to `longest`."""

    free: int
    longest: timedelta

    def wait(self, failures: int) -> timedelta:
        """How long the attempt after so many failures waits."""
        if failures < self.free:
            return timedelta()
        return min(FIRST_WAIT * 2 ** min(failures - self.free, 20), self.longest)


OF_ACCOUNT_FROM_NETWORK = Limit(5, timedelta(hours=1))
# Colleagues of a whole office may share an address.
OF_NETWORK = Limit(50, timedelta(minutes=10))
# A quarter of an hour for each guess of three codes in a million.
OF_CODES = Limit(5, timedelta(minutes=15))


class TooManyAttemptsError(Exception):
    """The attempt was not judged. `until` is the moment from which the next one will be."""

    def __init__(self, until: datetime):
        super().__init__(f"not before {until:%H:%M:%S}")
        self.until = until


def begin_attempt(step: str, *, account: str, network: str) -> LoginAttempt:
    """Store an attempt before it is judged; it counts as failed unless `forgive` takes it back.

    `account` and `network` are keyed hashes. Raises TooManyAttemptsError where it comes too early; nothing is stored.
    """
    now = timezone.now()
    with transaction.atomic():
        attempt = LoginAttempt.objects.create(step=step, account=account, network=network, at=now)
    until = max(_allowed_from(rows, limit, now) for rows, limit in _counted(attempt, now))
    if until > now:
        # An attempt that was not judged must not make the wait longer.
        attempt.delete()
        raise TooManyAttemptsError(until)
    return attempt


def forgive(attempt: LoginAttempt) -> None:
    """The attempt succeeded: forget it, and the failures before it of the same account in the same place."""
    rows = LoginAttempt.objects.filter(step=attempt.step, account=attempt.account)
    if attempt.step == LoginAttempt.Step.FIRST:
        rows = rows.filter(network=attempt.network)
    rows.delete()


def remove_old_attempts(now: datetime | None = None) -> int:
    """Remove what counts no more; return how many rows."""
    return LoginAttempt.objects.filter(at__lt=(now or timezone.now()) - COUNTED_FOR).delete()[0]


def _counted(attempt: LoginAttempt, now: datetime) -> list[tuple[QuerySet, Limit]]:
    """The other attempts that count against this one, under each limit."""
    others = LoginAttempt.objects.filter(step=attempt.step, at__gt=now - COUNTED_FOR).exclude(pk=attempt.pk)
    if attempt.step == LoginAttempt.Step.SECOND:
        return [(others.filter(account=attempt.account), OF_CODES)]
    from_here = others.filter(network=attempt.network)
    return [(from_here.filter(account=attempt.account), OF_ACCOUNT_FROM_NETWORK), (from_here, OF_NETWORK)]


def _allowed_from(rows: QuerySet, limit: Limit, now: datetime) -> datetime:
    found = rows.aggregate(failures=Count("pk"), latest=Max("at"))
    return found["latest"] + limit.wait(found["failures"]) if found["latest"] else now

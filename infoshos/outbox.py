"""What the task queue lacks: another try after a failure, and after a worker that died; and an end of old rows."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

# More than two days of trying: a mail server that is away over a weekend costs no mail.
TRIES = 14
LONGEST_WAIT = timedelta(hours=6)
# A task is idempotent and short; one that has run for this long has lost its worker.
ABANDONED_AFTER = timedelta(minutes=10)
# Long enough to ask why something failed.
KEPT_FOR = timedelta(days=14)

# What the worker calls in every round, beside the queue: each must be quick, and safe in several workers at once.
ROUNDS: list[Callable[[], object]] = []

# Every try adds its worker to the list.
_TRIED_OUT = Q(**{f"worker_ids__{TRIES - 1}__isnull": False})


def mend(now=None) -> int:
    """Make abandoned and failed tasks ready again, up to `TRIES` tries, later each time; return how many.

    A conditional update claims each row, so two workers that mend at once do it once.
    """
    now = now or timezone.now()
    stuck = Q(status="FAILED") | Q(status="RUNNING", started_at__lt=now - ABANDONED_AFTER)
    rows = DBTaskResult.objects.filter(stuck).exclude(_TRIED_OUT).only("status", "started_at", "worker_ids")
    mended = 0
    for row in rows.order_by():
        with transaction.atomic():
            mended += DBTaskResult.objects.filter(
                pk=row.pk, status=row.status, started_at=row.started_at
            ).update(status="READY", run_after=now + _wait(len(row.worker_ids)))
    return mended


def _wait(tries: int) -> timedelta:
    """How long a task waits after so many tries: 40 seconds, four times as long after each, 6 hours at most."""
    return min(timedelta(seconds=10 * 4**tries), LONGEST_WAIT)


def prune(now=None) -> int:
    """Remove the rows of tasks that were done, or given up, long ago; return how many.

    Not the command of django-tasks-db: that one keeps for ever what killed its workers, and removes what failed
    while no worker lived to try it again.
    """
    long_ago = (now or timezone.now()) - KEPT_FOR
    done = Q(status="SUCCESSFUL", finished_at__lt=long_ago)
    given_up = Q(status__in=["FAILED", "RUNNING"], started_at__lt=long_ago) & _TRIED_OUT
    return DBTaskResult.objects.filter(done | given_up).delete()[0]

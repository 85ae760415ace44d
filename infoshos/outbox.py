"""What the task queue lacks: another try after a failure, and after a worker that died."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

TRIES = 5
# A task is idempotent and short; one that has run for this long has lost its worker.
ABANDONED_AFTER = timedelta(minutes=10)


def mend(now=None) -> int:
    """Make abandoned and failed tasks ready again, up to `TRIES` tries, later each time; return how many.

    A conditional update claims each row, so two workers that mend at once do it once.
    """
    now = now or timezone.now()
    stuck = DBTaskResult.objects.filter(status="RUNNING", started_at__lt=now - ABANDONED_AFTER)
    mended = 0
    for row in [*stuck, *DBTaskResult.objects.failed()]:
        tries = len(row.worker_ids)
        if tries >= TRIES:
            continue
        with transaction.atomic():
            mended += DBTaskResult.objects.filter(
                pk=row.pk, status=row.status, started_at=row.started_at
            ).update(status="READY", run_after=now + timedelta(seconds=10 * 4**tries))
    return mended

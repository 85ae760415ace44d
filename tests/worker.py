"""The background worker, in the thread and the transaction of the test."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from infoshos import outbox


def work():
    """Do what the worker does with everything that is ready."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db_worker, "close_old_connections", lambda: None)
        db_worker.Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="worker",
        ).run()


def ripen():
    """Let the time of waiting pass."""
    DBTaskResult.objects.update(run_after=timezone.now() - timedelta(seconds=1))


def try_again():
    """Do what failed once more, as the worker does when the time has come."""
    outbox.mend()
    ripen()
    work()

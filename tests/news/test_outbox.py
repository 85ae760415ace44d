"""Tasks that failed, or lost their worker, are tried again."""

from datetime import timedelta
from threading import Event

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from infoshos import outbox
from news.management.commands import worker
from news.models import Image
from tests.factories import make_image
from tests.worker import ripen, work

pytestmark = pytest.mark.django_db
runs = []


@task()
def fail():
    """Fail each time."""
    runs.append(1)
    raise OSError("the disk is full")


@pytest.fixture(autouse=True)
def no_runs():
    """Each test counts from the beginning."""
    runs.clear()


def row():
    return DBTaskResult.objects.get()


def test_a_failed_task_is_tried_fourteen_times_and_no_more():
    fail.enqueue()
    mended = []
    for _round in range(17):
        work()
        assert row().status == "FAILED"
        mended.append(outbox.mend())
        ripen()
    assert mended == 13 * [1] + 4 * [0]
    assert len(runs) == outbox.TRIES == 14


def test_each_try_comes_later_until_they_come_every_six_hours():
    fail.enqueue()
    now = timezone.now()
    waits = []
    for _round in range(13):
        work()
        outbox.mend(now)
        waits.append((row().run_after - now).total_seconds())
        ripen()
    assert waits == [40, 160, 640, 2560, 10240] + 8 * [6 * 3600]
    assert sum(waits) > 2 * 24 * 3600


def test_a_task_that_waits_for_its_next_try_is_not_run_before():
    fail.enqueue()
    work()
    outbox.mend()
    work()
    assert len(runs) == 1


def running(minutes, tries=1):
    """A task whose worker took it so long ago and was not heard of since."""
    fail.enqueue()
    DBTaskResult.objects.update(
        status="RUNNING",
        started_at=timezone.now() - timedelta(minutes=minutes),
        worker_ids=[f"w{n}" for n in range(tries)],
    )


def make_row(status: str, tries: int, age: timedelta):
    """A task as it stands after so many tries, the last of them so long ago."""
    then = timezone.now() - age
    ended = {"finished_at": then} if status in {"FAILED", "SUCCESSFUL"} else {}
    DBTaskResult.objects.filter(pk=fail.enqueue().id).update(
        status=status, started_at=then, worker_ids=[f"w{n}" for n in range(tries)], **ended
    )


def test_a_task_without_a_worker_is_made_ready_again():
    running(minutes=11)
    assert outbox.mend() == 1
    assert row().status == "READY"


def test_a_task_that_may_still_run_is_left_alone():
    running(minutes=9)
    assert outbox.mend() == 0
    assert row().status == "RUNNING"


def test_a_task_that_kills_its_workers_is_given_up():
    running(minutes=11, tries=14)
    assert outbox.mend() == 0
    assert row().status == "RUNNING"


def test_what_is_not_to_be_tried_again_is_not_even_read():
    for status, tries, age in [
        ("FAILED", 14, 1),
        ("RUNNING", 14, 1),
        ("RUNNING", 1, 0),
        ("SUCCESSFUL", 1, 1),
    ]:
        make_row(status, tries, timedelta(hours=age))
    make_row("FAILED", 13, timedelta(hours=1))
    with CaptureQueriesContext(connection) as queries:
        assert outbox.mend() == 1
    selects = [query["sql"] for query in queries if query["sql"].startswith("SELECT")]
    updates = [query["sql"] for query in queries if query["sql"].startswith("UPDATE")]
    assert (len(selects), len(updates)) == (1, 1)
    selected, _from, condition = selects[0].partition(" FROM ")
    assert "traceback" not in selected
    assert "worker_ids" in condition


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("status", "tries", "age", "kept"),
    [
        ("SUCCESSFUL", 1, 13 * DAY, True),
        ("SUCCESSFUL", 1, 15 * DAY, False),
        ("FAILED", 14, 13 * DAY, True),
        ("FAILED", 14, 15 * DAY, False),
        ("FAILED", 13, 15 * DAY, True),  # no worker lived to try it again
        ("RUNNING", 14, 15 * DAY, False),  # it killed each of its workers
        ("RUNNING", 1, 15 * DAY, True),
        ("READY", 0, 99 * DAY, True),
    ],
)
def test_what_was_done_or_given_up_long_ago_is_removed(status, tries, age, kept):
    make_row(status, tries, age)
    assert outbox.prune() == (0 if kept else 1)
    assert DBTaskResult.objects.exists() == kept


def test_the_worker_tends_the_queue_in_its_first_round(monkeypatch):
    """In this very thread, which is stopped where it would wait for its second round."""
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker.connection, "close", lambda: None)
    make_row("SUCCESSFUL", 1, 15 * DAY)
    make_row("FAILED", 1, DAY)
    stop = Event()
    stop.set()
    worker.Command()._tend(stop)
    assert row().status == "READY"


def test_two_menders_at_once_mend_once():
    running(minutes=11)
    second = []

    def mend_between(execute, sql, *args):
        if sql.startswith("UPDATE") and not second:
            second.append(None)
            second[0] = outbox.mend()
        return execute(sql, *args)

    with connection.execute_wrapper(mend_between):
        first = outbox.mend()
    assert (first, second) == (0, [1])


def test_what_was_done_is_not_done_again():
    image = make_image()
    work()
    assert Image.objects.get(pk=image.pk).widths == [64]
    assert row().status == "SUCCESSFUL"
    assert outbox.mend() == 0
    assert row().status == "SUCCESSFUL"

"""Knows whether the server of a browser test is still answering: before it is done the database cannot be emptied.

A page that is closed leaves what its scripts had asked for; on SQLite such an answer would hold a table.
"""

from threading import Condition, current_thread, main_thread

from django.core.signals import request_finished, request_started

LONGEST = 10  # seconds
_changed = Condition()
_answers = 0


def watch() -> None:
    """Begin to count what the server's threads answer."""
    request_started.connect(_begun, dispatch_uid="tests.answering")
    request_finished.connect(_done, dispatch_uid="tests.answering")


def wait() -> None:
    """Return when the server answers nobody any more, or `LONGEST` has passed."""
    with _changed:
        _changed.wait_for(lambda: _answers == 0, LONGEST)


def _begun(**_signal) -> None:
    _count(1)


def _done(**_signal) -> None:
    _count(-1)


def _count(step: int) -> None:
    global _answers
    if current_thread() is main_thread():  # a test client, which waits for its answer anyway
        return
    with _changed:
        _answers += step
        _changed.notify_all()

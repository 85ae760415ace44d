"""Files go with their rows: those of a row that was not stored in the end are removed, those of a removed row too."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar

from django.core.files.storage import default_storage
from django.db import transaction

_at_work: ContextVar[ExitStack | None] = ContextVar("at_work", default=None)


@contextmanager
def undone_on_failure() -> Iterator[None]:
    """Undo what was announced inside with `on_failure`, should the block fail. It stands around a transaction.

    A block inside another hands on its steps, for the outer transaction may still fail.
    """
    outer, steps = _at_work.get(), ExitStack()
    token = _at_work.set(steps)
    try:
        yield
    except BaseException:
        steps.close()
        raise
    finally:
        _at_work.reset(token)
    if outer is not None:
        outer.callback(steps.close)


def on_failure(step: Callable[[], None]) -> None:
    """Have `step` done if the transaction at work fails. It must not need the database."""
    if steps := _at_work.get():
        steps.callback(step)


def delete_after_commit(name: str, storage=default_storage) -> None:
    """Delete a file when it is sure that no row names it any more."""
    transaction.on_commit(lambda: storage.delete(name))

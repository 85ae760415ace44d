"""Writing the portal into an archive."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

from news.archive import registry
from news.archive.errors import ArchiveError
from news.archive.writing import Export

# Called with the name of a file and each of its lines.
Progress = Callable[[str], None]


def export_archive(path: Path, *, progress: Progress | None = None) -> dict[str, int]:
    """Write all that is stored into the folder `path`, which must be empty or not there; return lines by file.

    The folder appears under its name when it is whole. Raises ArchiveError, and leaves nothing then.
    """
    try:
        path = Path(path).resolve()
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise ArchiveError(f"{path} is there already and is no empty folder.")
        partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
        partial.mkdir()
    except (OSError, RuntimeError, ValueError) as error:
        raise ArchiveError(f"{path} cannot be made: {getattr(error, 'strerror', None) or error}.") from error
    try:
        with _one_moment():
            counts = _write(Export(partial), progress)
        os.rename(partial, path)
    except OSError as error:
        raise ArchiveError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return counts


def _write(export: Export, progress: Progress | None) -> dict[str, int]:
    counts = {}
    for kind in registry.kinds():
        lines = _watched(kind.dump(export), kind.file, progress)
        counts[kind.file] = export.write(kind.file, lines, always=kind.file == registry.ESSENTIAL)
    return {file: count for file, count in counts.items() if count}


def _watched(lines: Iterator[dict], file: str, progress: Progress | None) -> Iterator[dict]:
    for line in lines:
        yield line
        if progress:
            progress(file)


@contextmanager
def _one_moment() -> Iterator[None]:
    """Show the database as it is now until the end, whatever is saved meanwhile; nobody has to wait for it."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        # Django's own transactions on SQLite take the lock of writers.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")

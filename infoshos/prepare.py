"""What must be done before the portal can serve: each step is a function, and doing it twice changes nothing.

A step that cannot be done raises PrepareError, whose message says on one line what is wrong and what helps.
"""

import contextlib
import fcntl
import hashlib
import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from infoshos.supervisor import say


class PrepareError(Exception):
    """The portal cannot start."""


def check_port(port: int) -> None:
    """Refuse a port on which something else listens, or which only root may use."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        raise PrepareError(f"Port {port} is in use. {_take_another(port)}")
    with socket.socket() as probe:
        # Without this, connections closed a minute ago would still count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise PrepareError(
                f"Port {port} cannot be used ({error.strerror}). {_take_another(port)}"
            ) from None


def _take_another(port: int) -> str:
    return f"Take another one: make run PORT={port + 1 if 1024 <= port < 65535 else 8001}"


def check_folder(folder: Path) -> None:
    """Make the data folder if there is none; refuse one that cannot be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise PrepareError(
            f"The data folder {folder} cannot be written to ({error.strerror}). "
            "Correct its owner, or name another one: make run DATA_DIR=/path"
        ) from None


@contextlib.contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Let one process at a time prepare a data folder; others wait."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def check_database() -> None:
    """Refuse a database that does not answer, is none, or was made by a newer release."""
    from django.db import DatabaseError, connection
    from django.db.migrations.loader import MigrationLoader

    try:
        with connection.cursor() as cursor:
            connection.introspection.table_names(cursor)
        loader = MigrationLoader(connection)
    except (DatabaseError, ImproperlyConfigured, OSError) as error:
        if connection.vendor == "sqlite":
            path = settings.DATABASES["default"]["NAME"]
            what = f"{path} cannot be used as an SQLite database"
            advice = "Move it away, or restore it from a backup."
        else:
            what = "The database cannot be used"
            advice = "Start the database server, or correct DATABASE_URL."
        raise PrepareError(f"{what} ({first_line(error)}). {advice}") from None
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known.update(migration.replaces)
    unknown = sorted(
        key for key in loader.applied_migrations if key[0] in loader.migrated_apps and key not in known
    )
    if unknown:
        raise PrepareError(
            f"The database was made by a newer release: the migration {'.'.join(unknown[-1])} is unknown to "
            "this one. Install that release, or restore the backup made before it."
        )


def migrate() -> None:
    """Bring the tables up to date."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.exceptions import InconsistentMigrationHistory
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        steps = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        if steps:
            say(f"Preparing the database ({steps} steps)")
            call_command("migrate", interactive=False, verbosity=0)
    except (DatabaseError, InconsistentMigrationHistory) as error:
        raise PrepareError(
            f"The database cannot be brought up to date ({first_line(error)}). Nothing is lost: "
            "the step that failed was taken back."
        ) from error


def compile_translations() -> None:
    """Compile the Russian catalogue where it changed."""
    from infoshos import messages

    if messages.compile_all():
        say("Translations compiled")


def collect_static() -> None:
    """Collect, compress and name static files by their content; skipped while their sources are the same."""
    from django.core.management import call_command

    stamp = settings.DATA_DIR / "static-sources"
    fingerprint = _static_fingerprint()
    if (settings.STATIC_ROOT / "staticfiles.json").exists() and _read(stamp) == fingerprint:
        return
    say("Collecting and compressing static files")
    try:
        call_command("collectstatic", interactive=False, verbosity=0)
    except (OSError, ValueError) as error:  # ValueError: a style sheet names a file that is not there
        raise PrepareError(f"Static files cannot be collected: {first_line(error)}") from error
    stamp.write_text(fingerprint)


def _static_fingerprint() -> str:
    """A hash of every static file, and of the lock that names the release of what handles them."""
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256((settings.BASE_DIR / "requirements" / "base.txt").read_bytes())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            digest.update(name.encode())
            digest.update(Path(storage.path(name)).read_bytes())
    return digest.hexdigest()


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def load_demo() -> None:
    """Fill a new database with the demonstration stories, where they are wanted. A failure stops nothing."""
    from django.core.management import CommandError, call_command

    from news.management.commands import load_demo as demo

    if demo.reason_against():
        return
    say("Loading the demonstration stories")
    try:
        call_command("load_demo", verbosity=0)
    except CommandError as error:
        say(f"They were not loaded: {error}")


def first_line(error: BaseException) -> str:
    """The first line of an error's text."""
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")

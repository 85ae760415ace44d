"""The background worker."""

import threading

from django.db import close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Command as DatabaseWorker

from infoshos import outbox

MEND_EVERY = 30  # seconds


class Command(DatabaseWorker):
    """django-tasks' worker, which also gives failed and abandoned tasks another try."""

    help = "Runs the background tasks: picture sizes and whatever else need not keep a reader waiting."

    def configure_logging(self, verbosity):
        """Leave it to the settings: failures are said, every single task is not."""

    def handle(self, **options):
        """Mend the queue from a thread of its own while the worker works."""
        stop = threading.Event()
        mender = threading.Thread(target=self._mend, args=(stop,), daemon=True)
        mender.start()
        try:
            super().handle(**options)
        finally:
            stop.set()

    def _mend(self, stop: threading.Event):
        while not stop.is_set():
            close_old_connections()
            try:
                outbox.mend()
            except Exception as error:  # the database may be away; the next round tries again
                self.stderr.write(f"The queue could not be mended: {error}")
            finally:
                connection.close()
            stop.wait(MEND_EVERY)

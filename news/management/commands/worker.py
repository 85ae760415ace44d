"""The background worker."""

import threading
from itertools import count

from django.db import close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Command as DatabaseWorker

from infoshos import outbox
from news.actions.pictures import order_missing_crops
from news.actions.sweeping import sweep

MEND_EVERY = 30  # seconds
PRUNE_EVERY = 120  # rounds of mending: an hour


class Command(DatabaseWorker):
    """django-tasks' worker, which also gives failed and abandoned tasks another try and removes old ones."""

    help = "Runs the background tasks: picture sizes and whatever else need not keep a reader waiting."

    def configure_logging(self, verbosity):
        """Leave it to the settings: failures are said, every single task is not."""

    def handle(self, **options):
        """Tend the queue from a thread of its own while the worker works."""
        stop = threading.Event()
        tender = threading.Thread(target=self._tend, args=(stop,), daemon=True)
        tender.start()
        try:
            super().handle(**options)
        finally:
            stop.set()

    def _tend(self, stop: threading.Event):
        for turn in count():
            close_old_connections()
            try:
                outbox.mend()
                if turn == 0:
                    order_missing_crops()
                if turn % PRUNE_EVERY == 0:
                    outbox.prune()
                    sweep()
                for job in outbox.ROUNDS:
                    job()
            except Exception as error:  # the database may be away; the next round tries again
                self.stderr.write(f"The queue could not be mended: {error}")
            finally:
                connection.close()
            if stop.wait(MEND_EVERY):
                return

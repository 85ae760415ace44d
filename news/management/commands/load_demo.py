"""Fills a new database with the demonstration: stories, pages, comments and an account for an editor."""

import contextlib
import os
import secrets

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from news.actions.files import on_failure, undone_on_failure
from news.archive.errors import ArchiveError
from news.archive.importing import import_archive

DEMO = settings.BASE_DIR / "news" / "demo"
EDITOR = "editor"


def reason_against() -> str:
    """Why the demonstration may not be loaded; empty where it may.

    It belongs to a trial: into the built-in database, or where DEMO=1 asks for it, and only before anyone has
    begun to work there.
    """
    if settings.DEMO is False:
        return "DEMO=0 forbids it."
    if not settings.DEMO and not settings.DATABASE_IS_BUILT_IN:
        return "A database named by DATABASE_URL stays empty unless DEMO=1 asks for the demonstration."
    if get_user_model().objects.exists() or apps.get_model("news", "Article").objects.exists():
        return "The database is in use: the demonstration is only for a new one."
    return ""


def make_editor() -> bool:
    """Make the editor's account, its password kept in DATA_DIR; not where others can reach the site."""
    if not settings.PUBLIC_IS_LOOPBACK:
        return False
    password = secrets.token_urlsafe(9)
    path = settings.DATA_DIR / "demo-login.txt"
    # Where the account does not exist, a file of that name is a leftover. It is never open to others,
    # and the account never exists with a password that nobody knows.
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    on_failure(lambda: path.unlink(missing_ok=True))
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f"{EDITOR}\n{password}\n")
    get_user_model().objects.create_superuser(EDITOR, password=password, is_demo=True)
    return True


class Command(BaseCommand):
    """Load the demonstration into a new database, all or nothing."""

    help = "Loads the demonstration stories and an editor's account into a new database."

    def handle(self, *args, **options):
        """Raise CommandError where the demonstration is not wanted or its archive is broken."""
        reason = reason_against()
        if reason:
            raise CommandError(reason)
        # One transaction: after an interruption the database is still new, and the next start tries again.
        with undone_on_failure(), transaction.atomic():
            try:
                report = import_archive(DEMO)
            except ArchiveError as error:
                raise CommandError(str(error)) from error
            if report.failures:
                file, line, why = report.failures[0]
                raise CommandError(f"{len(report.failures)} lines are wrong, first {file}:{line}: {why}")
            has_account = make_editor()
        if options["verbosity"]:
            self.stdout.write("The demonstration was loaded.")
            if not has_account:
                self.stdout.write(
                    "No account was made: others can reach this site. manage.py createsuperuser"
                )

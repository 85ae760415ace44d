"""Read an archive: docs/archive-format.md."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError
from tqdm import tqdm

from news.actions.audit import Action, record
from news.archive.errors import ArchiveError
from news.archive.importing import import_archive
from news.archive.run import Outcome


class Command(BaseCommand):
    help = "Imports an archive (docs/archive-format.md). A second import of the same archive changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, metavar="PATH", help="the folder of the archive")
        parser.add_argument("--dry-run", action="store_true", help="check everything, store nothing")

        parser.add_argument(
            "--archive-prevails",
            action="store_true",
            help="take the archive's words where an editor has changed the same since the last import",
        )

    def handle(self, *, path, dry_run, archive_prevails, **options):
        try:
            # disable=None: no bar where nobody watches.
            with tqdm(unit="B", unit_scale=True, disable=None, leave=False) as bar:
                report = import_archive(
                    path,
                    dry_run=dry_run,
                    prevails=archive_prevails,
                    progress=lambda *step: _show(bar, *step),
                )
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        except (OSError, OperationalError, InterfaceError) as error:
            stopped = "The import stopped; what it stored stays, and it can be run again"
            raise CommandError(f"{stopped}: {str(error).strip()}") from error
        if not dry_run:
            counts = {
                file: {str(name): number for name, number in of.items()} for file, of in report.counts.items()
            }
            record(Action.IMPORTED, changes={"counts": counts})
        for remark in report.notes:
            self.stderr.write(f"{remark} (note)", self.style.WARNING)
        for remark in report.failures:
            self.stderr.write(str(remark), self.style.ERROR)
        for file, counts in report.counts.items():
            numbers = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
            self.stdout.write(f"{file}: {numbers}")
        if dry_run:
            self.stdout.write("Nothing was stored: this was a dry run.")
        if report.failures:
            raise CommandError(
                f"Failures: {len(report.failures)}. All other lines were imported."
                if not dry_run
                else f"Failures: {len(report.failures)}."
            )


def _show(bar: tqdm, done: int, total: int) -> None:
    bar.total = total
    bar.update(done - bar.n)

"""Write an archive: docs/archive-format.md."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from news.archive.errors import ArchiveError
from news.archive.exporting import export_archive


class Command(BaseCommand):
    help = "Exports everything into an archive (docs/archive-format.md) that import_archive reads."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, metavar="PATH", help="a folder that is empty or not there yet")

    def handle(self, *, path, **options):
        try:
            with tqdm(unit=" lines", disable=None, leave=False) as bar:
                counts = export_archive(path, progress=lambda _file: bar.update())
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        for file, count in counts.items():
            self.stdout.write(f"{file}: {count}")

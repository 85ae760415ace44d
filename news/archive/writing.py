"""Writing an archive: lines, media files, references."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from django.core.files.storage import default_storage, storages
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from news.archive.errors import ArchiveError
from news.archive.lines import FORBIDDEN
from news.languages import LANGUAGES, column
from news.models import Article, Attachment, Image

# Rows that are in memory at once.
CHUNK = 100

MEDIA = "media"
# What the reference of a story begins with that was never imported.
STORY = "article"


class Export:
    """An export while it goes on, into a folder that is there and empty."""

    def __init__(self, root: Path):
        self.root = root
        self._references: dict[tuple[type[Model], int], str] = {}
        self._taken: dict[type[Model], set[str]] = {}

    def write(self, file: str, lines: Iterable[dict], *, always: bool = False) -> int:
        """Write the lines of a file and return their number; without lines, no file."""
        count = 0
        path = self.root / file
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            for line in lines:
                stream.write(json.dumps(_filled(line), ensure_ascii=False) + "\n")
                count += 1
        if not count and not always:
            path.unlink()
        return count

    def reference(self, row: Model, prefix: str = STORY) -> str:
        """The reference of a row; one that was never imported gets one of its number that no other row has."""
        key = (type(row), row.pk)
        if key not in self._references:
            self._references[key] = row.import_ref or self._of_number(row, prefix)
        return self._references[key]

    def in_order(self, rows: QuerySet, prefix: str = STORY) -> Iterator[list]:
        """The rows in chunks, ordered by reference in the same way whatever the database's collation."""
        bare = rows.order_by().select_related(None).prefetch_related(None).only("import_ref")
        pairs = sorted((self.reference(row, prefix), row.pk) for row in bare.iterator())
        for start in range(0, len(pairs), CHUNK):
            pks = [pk for _reference, pk in pairs[start : start + CHUNK]]
            found = rows.in_bulk(pks)
            yield [found[pk] for pk in pks if pk in found]

    def picture(self, image: Image) -> str:
        """Write a picture's original; return its name in the archive."""
        name = f"{MEDIA}/{image.digest[:16]}{PurePosixPath(image.original.name).suffix}"
        if not (self.root / name).exists():
            self._copy(storages["originals"], image.original.name, name)
        return name

    def document(self, attachment: Attachment) -> str:
        """Write an attached document; return its name in the archive."""
        waiting = f"{MEDIA}/waiting"
        digest = self._copy(default_storage, attachment.file.name, waiting)
        name = f"{MEDIA}/{digest[:16]}.{attachment.format}"
        (self.root / waiting).replace(self.root / name)
        return name

    def _of_number(self, row: Model, prefix: str) -> str:
        model = type(row)
        if model not in self._taken:
            refs = model.objects.filter(import_ref__isnull=False).values_list("import_ref", flat=True)
            self._taken[model] = set(refs)
        ref = f"{prefix}-{row.pk}"
        while ref in self._taken[model]:
            ref += "-here"
        return ref

    def _copy(self, storage, stored: str, name: str) -> str:
        """Copy a stored file, piece by piece; return its SHA-256 in hexadecimal."""
        digest = hashlib.sha256()
        target = self.root / name
        target.parent.mkdir(exist_ok=True)
        try:
            with storage.open(stored) as source, target.open("wb") as copy:
                for piece in source.chunks():
                    digest.update(piece)
                    copy.write(piece)
        except FileNotFoundError as error:
            raise ArchiveError(f"The stored file {stored} is missing.") from error
        return digest.hexdigest()


def stories() -> QuerySet:
    """The stories of an export: all that have a title. A draft without one is nobody's yet."""
    return Article.objects.filter(Q(title_en__gt="") | Q(title_ru__gt=""))


def both(row: Model, field: str) -> dict:
    """A translated text of one line as the format writes it."""
    return {language: one_line(getattr(row, column(field, language))) for language in LANGUAGES}


def moment(value) -> str:
    """A moment in Moscow time with its offset; nothing for None."""
    return timezone.localtime(value, timezone.get_default_timezone()).isoformat() if value else ""


def one_line(text: str | None) -> str:
    """Text as a field of one line is read back: without line breaks."""
    return re.sub(r"[\r\n\t]+", " ", text or "").strip()


def _filled(value):
    """Leave out what is empty (a story without a text says so), and characters that no archive may hold."""
    if isinstance(value, dict):
        filled = {key: _filled(inner) for key, inner in value.items()}
        return {
            key: inner for key, inner in filled.items() if inner not in (None, "", [], {}) or key == "body"
        }
    if isinstance(value, list):
        return [_filled(inner) for inner in value]
    return FORBIDDEN.sub("", value) if isinstance(value, str) else value

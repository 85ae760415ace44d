"""Pictures of an archive: one row for one content, whatever the files are called; and the lines of `images.jsonl`."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from news import images
from news.actions.pictures import find_picture, read_picture, save_picture
from news.archive.errors import LineError
from news.archive.kind import Kind
from news.archive.rows import assign, by_language, refusal, store
from news.archive.run import Outcome, Run
from news.archive.values import Values
from news.archive.writing import Export, both, stories
from news.models import Image

_WORDS = ("alt", "caption", "credit", "focus")
_CENTRE = [0.5, 0.5]


@dataclass
class Described:
    """A picture as a line names it; no words where the line says none."""

    file: str
    words: dict | None


def read(values: Values) -> Described:
    """Read a picture's file and words."""
    file = values.line("file", 500, required=True)
    limits = {name: Image._meta.get_field(name).max_length for name in ("alt", "caption", "credit")}
    words = by_language("alt", values.translated("alt", limits["alt"]))
    words |= by_language("caption", values.translated("caption", limits["caption"]))
    words["credit"] = values.line("credit", limits["credit"])
    words["focus_x"], words["focus_y"] = _focus(values)
    values.close()
    said = any(values.data.get(name) is not None for name in _WORDS)
    return Described(file, words if said else None)


def _focus(values: Values) -> list[float]:
    focus = values.take("focus", list)
    if focus is None:
        return _CENTRE
    if len(focus) != 2 or not all(type(n) in {int, float} and 0 <= n <= 1 for n in focus):
        raise LineError(f"{values.where('focus')}: two numbers from 0 to 1 expected")
    return [float(n) for n in focus]


def ingest(file: str, run: Run) -> Image:
    """The picture of the library with the content of a file; made if it is new. Raises LineError."""
    return _found_or_made(file, run)[0]


def _found_or_made(file: str, run: Run) -> tuple[Image, Outcome]:
    data = run.folder.read(file, images.BYTE_LIMIT)
    if image := find_picture(data):
        return image, Outcome.UNCHANGED
    image = Image()
    try:
        read_picture(image, data)
    except ValidationError as error:
        raise refusal(error, file) from error
    if run.dry_run:
        image.original = image.original.name  # a row of the transaction that is undone, and no file
        image.save()
    else:
        save_picture(image)
    return image, Outcome.CREATED


def describe(described: Described, run: Run) -> tuple[Image, Outcome]:
    """The picture of a line, with the line's words.

    One picture has one set of words. The first line of the archive that says any gives them; those of later lines are
    noted and left.
    """
    image, outcome = _found_or_made(described.file, run)
    if described.words is None:
        return image, outcome
    first = run.described.setdefault(image.digest, run.line)
    if first != run.line:
        if assign(image, described.words):
            run.note(f"{described.file}: keeps the words that {first[0]}:{first[1]} gave the same picture")
            image.refresh_from_db()
        return image, outcome
    worded = store(image, described.words, save=save_picture)
    return image, worded if outcome is Outcome.UNCHANGED else outcome


def line(image: Image, export: Export) -> dict:
    """A picture as a line names it."""
    focus = [image.focus_x, image.focus_y]
    return {
        "file": export.picture(image),
        "alt": both(image, "alt"),
        "caption": both(image, "caption"),
        "credit": image.credit,
        "focus": [] if focus == _CENTRE else focus,
    }


class Images(Kind):
    """Pictures that no story leads with."""

    file = "images.jsonl"
    keys = ("file",)

    def load(self, values: Values, run: Run) -> Outcome:
        return describe(read(values), run)[1]

    def dump(self, export: Export) -> Iterator[dict]:
        leading = stories().filter(image__isnull=False).values("image")
        for image in Image.objects.exclude(pk__in=leading).order_by("digest").iterator(100):
            yield line(image, export)

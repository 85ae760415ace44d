"""The one shape of every kind of line, and the flat kinds: a row that is nothing but its values."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from django.db.models import Model

from news.archive.rows import SMALL, by_language, store
from news.archive.run import Outcome, Run
from news.archive.values import Values
from news.archive.writing import Export, both, one_line


class Kind(ABC):
    """A kind of line: the file that it stands in, and how it is stored and written."""

    file: ClassVar[str]
    # No two lines of the file share one of these. Without any, the file has one line.
    keys: ClassVar[tuple[str, ...]] = ("ref",)

    @abstractmethod
    def load(self, values: Values, run: Run) -> Outcome:
        """Store a line, inside a transaction of its own. Raises LineError before or after anything is written."""

    @abstractmethod
    def dump(self, export: Export) -> Iterator[dict]:
        """The lines of all that is stored, in an order that does not depend on row numbers."""


class Flat(Kind):
    """A row with a key, texts in both languages, texts in none, and a place in the order."""

    model: ClassVar[type[Model]]
    translated: ClassVar[tuple[str, ...]] = ()
    required: ClassVar[tuple[str, ...]] = ()
    # Texts that every language needs; of those that are `required`, one does.
    complete: ClassVar[tuple[str, ...]] = ()
    plain: ClassVar[tuple[str, ...]] = ()
    ordered: ClassVar[bool] = False

    def load(self, values: Values, run: Run) -> Outcome:
        wanted = self.read(values)
        values.close()
        return store(self.find(wanted), wanted)

    def read(self, values: Values) -> dict:
        """The values by column."""
        names = (*self.keys, *self.plain)
        wanted = {
            name: values.line(name, self._limit(name), required=name in self._needed()) for name in names
        }
        for name in self.translated:
            texts = values.translated(
                name, self._limit(name), required=name in self.required, complete=name in self.complete
            )
            wanted |= by_language(name, texts)
        if self.ordered:
            wanted["order"] = values.whole("order", 0, SMALL) or 0
        return wanted

    def find(self, wanted: dict) -> Model:
        """The row of the line's key, held until it is stored: an editor may be saving it. Or a new one."""
        held = self.model.objects.select_for_update(no_key=True)
        return held.filter(**{key: wanted[key] for key in self.keys}).first() or self.model()

    def dump(self, export: Export) -> Iterator[dict]:
        rows = self.model.objects.all()
        for row in sorted(rows, key=lambda row: [getattr(row, key) for key in self.keys]):
            yield self.line(row, export)

    def line(self, row: Model, export: Export) -> dict:
        """The line of one row."""
        line = {name: getattr(row, name) for name in self.keys}
        line |= {name: both(row, name) for name in self.translated}
        line |= {name: one_line(getattr(row, name)) for name in self.plain}
        return line | ({"order": row.order} if self.ordered else {})

    def _needed(self) -> tuple[str, ...]:
        return (*self.keys, *self.required)

    def _limit(self, name: str) -> int:
        return self.model._meta.get_field(name).max_length

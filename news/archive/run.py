"""One import while it goes on: what it has met, what it must undo, what it will report."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from django.db.models import Model

from news.archive.errors import LineError
from news.archive.folder import Folder
from news.models import Article

# Characters. A reason quotes the line, which may be long.
REASON_LIMIT = 300


class Outcome(StrEnum):
    """What a line did to the database."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Remark(NamedTuple):
    """A failure or a note: the file, the number of its line (0: the file as a whole), and what about it."""

    file: str
    number: int
    reason: str

    def __str__(self):
        return f"{self.file}:{self.number}: {self.reason}" if self.number else f"{self.file}: {self.reason}"


@dataclass
class Report:
    """What an import did. `counts` maps a file to the number of its lines by outcome."""

    counts: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    failures: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)


@dataclass
class Run:
    """The state of one import.

    Lines are loaded in two rounds. In the first, a line may name a story that comes later: it is stored without the
    link and marked `incomplete`. In the second round the incomplete lines are loaded once more, and what is not
    there now is a failure.
    """

    folder: Folder
    by: object = None
    dry_run: bool = False
    # Whether the archive's words are taken where an editor has changed the same since the last import.
    prevails: bool = False
    second_round: bool = False
    report: Report = field(default_factory=Report)
    line: tuple[str, int] = ("", 0)
    incomplete: bool = False
    # The line that said a picture's words, by the picture's digest.
    described: dict[str, tuple[str, int]] = field(default_factory=dict)
    # Sections, topics, states, statuses by key: their files are read before any line names them.
    _tables: dict[type[Model], dict[str, int]] = field(default_factory=dict)

    def begin(self, file: str, number: int) -> None:
        """Turn to another line."""
        self.line = (file, number)
        self.incomplete = False

    def abandon(self) -> None:
        """Forget what the present line said, for it was not stored."""
        self.described = {digest: line for digest, line in self.described.items() if line != self.line}

    def fail(self, reason: str) -> None:
        """Report a part of the present line that cannot be stored."""
        self.report.failures.append(Remark(*self.line, reason[:REASON_LIMIT]))

    def note(self, reason: str) -> None:
        """Report what whoever made the archive should know, though it is no failure."""
        if not self.second_round:
            self.report.notes.append(Remark(*self.line, reason[:REASON_LIMIT]))

    def story(self, ref: str, where: str) -> Article | None:
        """The story of a reference; None where it is not there (yet), which is then remembered or reported."""
        found = Article.objects.filter(import_ref=ref).only("import_ref", "slug_en", "slug_ru").first()
        if found is None and self.second_round:
            self.fail(f"{where}: there is no story “{ref}”")
        self.incomplete = self.incomplete or found is None
        return found

    def pk(self, model, key: str, value: str, where: str) -> int:
        """The row of a section, topic, state or status that a line names. Raises LineError."""
        if model not in self._tables:
            self._tables[model] = dict(model.objects.values_list(key, "pk"))
        found = self._tables[model].get(value)
        if found is None:
            raise LineError(f"{where}: there is no {model._meta.model_name} “{value}”")
        return found

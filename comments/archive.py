"""The lines of what readers say: comments and spelling reports. E-mail addresses are never exported."""

import hashlib
from abc import abstractmethod
from collections.abc import Iterator

from django.db.models import Model, Q

from comments import cleaning
from comments.models import Comment, TypoReport
from comments.models.comment import TEXT_LIMIT
from comments.models.typo_report import CONTEXT_LIMIT, NOTE_LIMIT, SELECTION_LIMIT
from news.archive.errors import LineError
from news.archive.kind import Kind
from news.archive.rows import known, store
from news.archive.run import Outcome, Run
from news.archive.story import REF_LIMIT
from news.archive.values import Values
from news.archive.writing import Export, moment, stories
from news.languages import LANGUAGES, column
from news.models import Article

# The largest number that a number column holds in every database.
_LARGEST = 2**31 - 1


class _FromReaders(Kind):
    """What came from a reader about a story."""

    model: type[Model]
    # What references begin with of rows that were never imported.
    prefix: str

    def load(self, values: Values, run: Run) -> Outcome:
        ref = values.line("ref", REF_LIMIT, required=True)
        story = values.line("article", REF_LIMIT, required=True)
        wanted = {
            "language": values.choice("language", list(LANGUAGES)),
            "created_at": values.moment("created_at", required=True),
        } | self.read(values)
        values.close()
        article = stories().filter(import_ref=story).first()
        if article is None:
            raise LineError(f"article: there is no story “{story}”")
        same = Q(article=article, created_at=wanted["created_at"])
        row = known(self.model, ref, self.prefix, same) or self.new(ref, article, wanted["language"])
        return store(row, wanted | {"article_id": article.pk})

    @abstractmethod
    def read(self, values: Values) -> dict:
        """The values of this kind by column."""

    def new(self, ref: str, article: Article, language: str) -> Model:
        """A row for a reference that is met for the first time."""
        key = "import:" + hashlib.sha256(ref.encode()).hexdigest()
        return self.model(import_ref=ref, sending_key=key[:64])

    def dump(self, export: Export) -> Iterator[dict]:
        rows = self.model.objects.filter(article__in=stories()).select_related("article")
        for chunk in export.in_order(rows.defer("article__body_en", "article__body_ru"), self.prefix):
            for row in chunk:
                head = {
                    "ref": export.reference(row, self.prefix),
                    "article": export.reference(row.article),
                    "language": row.language,
                }
                yield head | self.line(row) | {"status": row.status, "created_at": moment(row.created_at)}

    @abstractmethod
    def line(self, row: Model) -> dict:
        """The values of this kind as a line holds them."""


class Comments(_FromReaders):
    file = "comments.jsonl"
    model = Comment
    prefix = "comment"

    def read(self, values):
        return {
            "name": _required("name", cleaning.name(values.line("name", 80, required=True))),
            "text": _required("text", cleaning.words(values.text("text", TEXT_LIMIT, required=True))),
            "status": values.choice("status", Comment.Status.values, default=Comment.Status.WAITING),
        }

    def line(self, row):
        return {"name": cleaning.name(row.name), "text": cleaning.words(row.text)}


class Reports(_FromReaders):
    file = "reports.jsonl"
    model = TypoReport
    prefix = "report"

    def read(self, values):
        return {
            "field": values.choice("field", TypoReport.Field.values),
            "exact": values.exact("exact", SELECTION_LIMIT, required=True),
            "prefix": values.exact("prefix", CONTEXT_LIMIT),
            "suffix": values.exact("suffix", CONTEXT_LIMIT),
            "offset": values.whole("offset", 0, _LARGEST),
            "suggestion": cleaning.words(values.exact("suggestion", SELECTION_LIMIT)),
            "note": cleaning.words(values.text("note", NOTE_LIMIT)),
            "status": values.choice("status", TypoReport.Status.values, default=TypoReport.Status.NEW),
        }

    def new(self, ref, article, language):
        report = super().new(ref, article, language)
        report.revision = getattr(article, column("live_revision", language)) or article.version
        return report

    def line(self, row):
        names = ("field", "exact", "prefix", "suffix", "offset")
        written = {name: cleaning.words(getattr(row, name)) for name in ("suggestion", "note")}
        return {name: getattr(row, name) for name in names} | written


def _required(key: str, text: str) -> str:
    """What is left of a text that must say something. Raises LineError."""
    if not text:
        raise LineError(f"“{key}” is empty")
    return text

"""A line of a story that editors have worked on since the last import: both become one, or the line is refused.

The last import's revision says what the line said then. What the line changed since is taken, what editors changed
since stays; where both changed the same, the line is reported, unless the import is told that the archive prevails.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from news.archive.errors import LineError
from news.languages import LANGUAGES, column
from news.models import Article, RelatedLink, Revision
from news.models.article import PUBLICATION_FIELDS, TEXT_FIELDS
from news.release_merging import Answer, Question, Release, merge_release
from news.releases import COMMON_FIELDS, common_of, row_fields
from news.row_pairing import numbered

_DATES = [column(name, code) for code in LANGUAGES for name in PUBLICATION_FIELDS]
_DOCUMENT = ("title", "language")


@dataclass
class Line:
    """What a line says of a story that is stored, references looked up."""

    texts: dict[str, dict[str, str]]
    columns: dict
    topics: list[int]
    states: list[int]
    # By the names of `row_fields`, as a link of a revision is.
    related: list[dict]
    documents: list[tuple[str, str]]

    def release(self) -> Release:
        """As data; rows have no numbers yet."""
        named = {
            name: self.columns[f"{name}_id" if name in {"section", "image"} else name]
            for name in COMMON_FIELDS
        }
        sets = {"topics": sorted(self.topics), "states": sorted(self.states)}
        related = [
            {"id": None} | {name: _plain(value) for name, value in row.items()} for row in self.related
        ]
        said = {name: _plain(self.columns[name]) for name in _DATES}
        return Release(self.texts, named | sets | {"related_links": related, "attachments": []}, said)


@dataclass
class Reconciled:
    """What is to be stored: the texts that readers get, those that editors go on with, and the rest."""

    shown: dict[str, dict[str, str]]
    working: dict[str, dict[str, str]]
    columns: dict
    topics: list[int]
    states: list[int]
    related: list[dict]
    documents_stay: bool
    # What the line says, for the revision, which says something else.
    archive: dict


def last_import(article: Article) -> Revision | None:
    """The last import's revision, if somebody has saved since or has done before it."""
    found = article.revisions.filter(via=Revision.Via.IMPORT).order_by("-number").first()
    if found and (found.number < article.version or "archive" in (found.common or {})):
        return found
    return None


def reconcile(line: Line, last: Revision, stored: Article, working: Article, *, prevails: bool) -> Reconciled:
    """Merge a line with what editors have saved since. `working` has the text that they go on with.

    Raises LineError where both changed the same, unless the archive `prevails`.
    """
    base, documents = _base(last)
    common = common_of(stored) | {"attachments": []}
    said = {name: _plain(getattr(stored, name)) for name in _DATES}
    mine = line.release()
    rows = numbered(base.common.get("related_links", ()), mine.common["related_links"])
    mine = replace(mine, common=mine.common | {"related_links": rows})
    sides = {
        "working": Release({code: working.text(code) for code in LANGUAGES}, common, said),
        "shown": Release({code: stored.text(code) for code in LANGUAGES}, common, said),
    }
    found = {}
    for name, theirs in sides.items():
        together = merge_release(base, mine, theirs)
        if together.questions and not prevails:
            raise LineError(_told(together.questions))
        answers = {question.key: Answer("mine") for question in together.questions}
        found[name], _other = together.resolved(answers)
    merged = found["working"]
    columns = {
        f"{name}_id" if name in {"section", "image"} else name: merged.common[name] for name in COMMON_FIELDS
    }
    columns |= {name: _moment(name, value) for name, value in merged.said.items()}
    return Reconciled(
        found["shown"].texts,
        merged.texts,
        columns,
        merged.common["topics"],
        merged.common["states"],
        [_link(row) for row in merged.common["related_links"]],
        _documents_stay(line, documents, stored, prevails),
        {"texts": mine.texts, "common": mine.common, "said": mine.said, "documents": line.documents},
    )


def _base(last: Revision) -> tuple[Release, list]:
    """What the line said at the last import, with its documents."""
    common = last.common or {}
    if archive := common.get("archive"):
        return Release(archive["texts"], archive["common"], archive["said"]), archive["documents"]
    documents = [[row[name] for name in _DOCUMENT] for row in common.get("attachments", ())]
    said = {column(name, code): last.texts[code][name] for code in LANGUAGES for name in PUBLICATION_FIELDS}
    texts = {code: {name: last.texts[code][name] for name in TEXT_FIELDS} for code in LANGUAGES}
    kept = {name: value for name, value in common.items() if name != "attachments"}
    return Release(texts, kept, said), documents


def _documents_stay(line: Line, before: list, stored: Article, prevails: bool) -> bool:
    """Whether the documents are left as editors have them. Raises LineError where the line has others, too."""
    now = sorted(stored.attachments.values_list(*_DOCUMENT))
    was, wanted = sorted(map(tuple, before)), sorted(line.documents)
    if prevails or now in (was, wanted):
        return False
    if wanted == was:
        return True
    raise LineError(_reason(["attachments"]))


def _told(questions: list[Question]) -> str:
    names = []
    for question in questions:
        part, _row, name = question.path
        names.append(f"{name}.{part}" if part in LANGUAGES else name if part in {"common", "said"} else part)
    return _reason(list(dict.fromkeys(names)))


def _reason(names: list[str]) -> str:
    return (
        f"{', '.join(names)}: an editor has changed this since the last import, and the line says something else "
        "than both; import it with --archive-prevails, or change the line"
    )


def _link(row: dict) -> dict:
    """A row with days and times as the column has them."""
    columns = {name: RelatedLink._meta.get_field(name) for name in row_fields(RelatedLink)}
    return {name: field.to_python(row[name]) for name, field in columns.items()}


def _plain(value):
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    return value.isoformat() if hasattr(value, "isoformat") else value


def _moment(name: str, value):
    return parse_datetime(value) if value and "_at_" in name else value or ("" if "reason" in name else None)

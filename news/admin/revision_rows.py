"""What the pages of revisions show: the rows of their list, and how two of them differ."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from news.admin.status_lines import shown
from news.languages import LANGUAGES, column
from news.models import Article, Revision
from news.models.article import PUBLICATION_FIELDS, TEXT_FIELDS

PER_PAGE = 20
_PLAIN = tuple(name for name in (*TEXT_FIELDS, *PUBLICATION_FIELDS) if name != "body")
_MOMENTS = {"published_at", "withdrawn_at"}


@dataclass(frozen=True)
class Change:
    """A field of an edition that two revisions have different words in."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class EditionChanges:
    """What two revisions say differently in one edition."""

    language: str
    name: str
    changes: list[Change]

    @property
    def labels(self) -> str:
        """The fields, in a row."""
        return ", ".join(change.label for change in self.changes)


@dataclass(frozen=True)
class RevisionRow:
    """A revision in the list. `seen` names the editions whose readers see its text."""

    revision: Revision
    editions: list[EditionChanges]
    seen: list[str]
    is_working_copy: bool


def edition_names() -> dict[str, str]:
    """The editions, in the language of the page."""
    return {"en": _("English edition"), "ru": _("Russian edition")}


def rows(article: Article, below: int | None = None) -> tuple[list[RevisionRow], int | None]:
    """A page of the revisions of an article that was read `with_editions`: those below a number, newest first.

    Also where the next page begins; None after the last one.
    """
    found = article.revisions.select_related("author").order_by("-number")
    if below is not None:
        found = found.filter(number__lt=below)
    read = list(found[: PER_PAGE + 1])
    page = [
        RevisionRow(
            revision=one,
            editions=[edition for edition in changes(before, one) if edition.changes],
            seen=_seen(article, one),
            is_working_copy=one.is_draft and one.number == article.version,
        )
        for one, before in zip(read, [*read[1:], None], strict=True)
    ]
    return page[:PER_PAGE], page[PER_PAGE - 1].revision.number if len(read) > PER_PAGE else None


def _seen(article: Article, revision: Revision) -> list[str]:
    return [
        name
        for code, name in edition_names().items()
        if getattr(article, f"public_{code}")
        and getattr(article, column("live_revision", code)) == revision.number
    ]


def changes(before: Revision | None, after: Revision) -> list[EditionChanges]:
    """What each edition says differently in the second of two revisions. Without a first, all of it is new."""
    found = []
    for code, name in edition_names().items():
        old, new = before.texts[code] if before else {}, after.texts[code]
        differing = [
            Change(field, _label(field), _said(field, old.get(field)), _said(field, new.get(field)))
            for field in (*_PLAIN, "body")
            if (old.get(field) or "") != (new.get(field) or "")
        ]
        found.append(EditionChanges(code, name, differing))
    return found


def restorable(revision: Revision, newest: Revision) -> list[tuple[str, str]]:
    """What can be restored of a revision, as a button: the languages, and what it says."""
    names = edition_names()
    codes = [
        code
        for code in LANGUAGES
        if revision.texts[code]["title"]
        and any(revision.texts[code][field] != newest.texts[code][field] for field in TEXT_FIELDS)
    ]
    buttons = [(code, names[code]) for code in codes]
    return [*buttons, (" ".join(codes), _("Both editions"))] if len(codes) > 1 else buttons


def _label(field: str) -> str:
    labels = {"slug": _("address"), "published_at": _("date"), "withdrawn_at": _("withdrawal")}
    return labels.get(field) or str(Article._meta.get_field(field).verbose_name)


def _said(field: str, value) -> str:
    """A value in words; a moment is Moscow time."""
    if field in _MOMENTS and value:
        return capfirst(shown(datetime.fromisoformat(value), "DATETIME_FORMAT"))
    return value or ""

"""What the pages of revisions show: the rows of their list, and how two of them differ."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from news.actions.restoring import COMMON, RESTORED
from news.admin.questions import in_words, row_in_words
from news.admin.status_lines import shown
from news.languages import LANGUAGES, column
from news.models import Article, Revision
from news.models.article import PUBLICATION_FIELDS, TEXT_FIELDS
from news.releases import COMMON_FIELDS, ROWS, SETS, row_fields

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
            editions=[part for part in (*changes(before, one), *common_changes(before, one)) if part.changes],
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


def common_changes(before: Revision | None, after: Revision, *, words: bool = False) -> list[EditionChanges]:
    """What two revisions say differently of what both editions share, with its words where they are asked for.

    Nothing of the first revision, nor where one of them is of the time when only texts were kept.
    """
    if before is None or before.common is None or after.common is None:
        return []
    old = before.common
    found = []
    # A database may keep the names of JSON in another order.
    for name in (*COMMON_FIELDS, *SETS, *ROWS):
        was, value = old.get(name), after.common.get(name)
        if (was or None) == (value or None):
            continue
        if name in ROWS:
            found += _row_changes(name, was or [], value or [], words)
            continue
        path = (COMMON, "", name)
        said = [in_words(path, side) if side else "" for side in (was, value)] if words else ["", ""]
        found.append(Change(name, str(Article._meta.get_field(name).verbose_name), *said))
    return [EditionChanges("", _("Both editions"), found)]


def _row_changes(name: str, before: list, after: list, words: bool) -> list[Change]:
    """Links or documents: each that was added, removed or changed."""
    model = ROWS[name]
    if not words:
        return [Change(name, str(model._meta.verbose_name_plural), "", "")]
    old, new = (
        {row["id"]: {field: row[field] for field in row_fields(model) if field in row} for row in rows}
        for rows in (before, after)
    )
    return [
        Change(
            name,
            str(model._meta.verbose_name),
            *(row_in_words(name, side.get(key, {})) for side in (old, new)),
        )
        for key in {**old, **new}
        if old.get(key) != new.get(key)
    ]


def restorable(revision: Revision, newest: Revision) -> list[tuple[str, str]]:
    """What can be restored of a revision, as a button: the parts, and what it says."""
    names = edition_names()
    codes = [
        code
        for code in LANGUAGES
        if revision.texts[code]["title"]
        and any(revision.texts[code][field] != newest.texts[code][field] for field in TEXT_FIELDS)
    ]
    buttons = [(code, names[code]) for code in codes]
    if len(codes) > 1:
        buttons.append((" ".join(codes), _("Both editions")))
    now = newest.common or {}
    if revision.common and any(revision.common[name] != now.get(name) for name in RESTORED):
        buttons.append((COMMON, _("What both share")))
    return buttons


def _label(field: str) -> str:
    labels = {"slug": _("address"), "published_at": _("date"), "withdrawn_at": _("withdrawal")}
    return labels.get(field) or str(Article._meta.get_field(field).verbose_name)


def _said(field: str, value) -> str:
    """A value in words; a moment is Moscow time."""
    if field in _MOMENTS and value:
        return capfirst(shown(datetime.fromisoformat(value), "DATETIME_FORMAT"))
    return value or ""

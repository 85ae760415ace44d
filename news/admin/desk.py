"""What waits in the newsroom for somebody, and what colleagues did: for the desk's front page and the digest.

Each list is short, and read by an index; nothing is counted.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from news.actions.permissions import EDIT_ANY, own_drafts
from news.admin.status_lines import in_words, outdated_line
from news.languages import LANGUAGES, column, current, other
from news.models import Article, AuditEntry
from news.models.article import is_public, long_columns
from news.models.standing import Standing, in_any, outdated, standing, stands, unfinished, unpublished

AHEAD = timedelta(days=7)
# A story without a counterpart for longer than this was meant to have none; older news of colleagues is none.
RECENT = timedelta(days=30)
# Rows of a list; the lists of the desk have the rest.
MOST = 8
MOST_EMBARGOES = 40

EDITIONS = {"en": _("English edition"), "ru": _("Russian edition")}

_COLUMNS = [column(name, code) for name in ("title", "published_at") for code in LANGUAGES]


@dataclass(frozen=True)
class Line:
    """A title that leads to its page, and what else is to be said of it."""

    text: str
    address: str
    language: str = ""
    notes: list[str] = field(default_factory=list)
    moment: datetime | None = None
    mark: str = ""  # of an embargo: en, ru or both


def embargoes(now: datetime) -> list[Line]:
    """Editions that come out in the next seven days, the soonest first; two at one moment are one line."""
    found: dict[tuple, list[str]] = {}
    titles = {}
    for code in LANGUAGES:
        date = column("published_at", code)
        rows = Article.objects.filter(
            stands(Standing.EMBARGOED, code, now=now), **{f"{date}__lt": now + AHEAD}
        )
        for row in rows.order_by(date, "id").values("pk", *_COLUMNS)[:MOST_EMBARGOES]:
            found.setdefault((row[date], row["pk"]), []).append(code)
            titles[row["pk"]] = row
    lines = []
    for (moment, pk), codes in sorted(found.items()):
        text, language = _title(titles[pk], codes)
        notes = [" ".join(code.upper() for code in codes), in_words(moment - now)]
        mark = codes[0] if len(codes) == 1 else "both"
        lines.append(Line(text, _address(pk), language, notes, moment, mark))
    return lines


def wanting(now: datetime) -> list[Line]:
    """What is out of date; and stories of which readers see one edition while the other is missing or a draft."""
    lines = {}
    for row in _rows(Article.objects.filter(in_any(outdated)).order_by("-changed_at", "-id"), now):
        stand = {code: standing(row, code, now) for code in LANGUAGES}
        notes = [f"{EDITIONS[code]}: {outdated_line(one)}" for code, one in stand.items() if one.outdated]
        lines[row.pk] = _line(row, notes)
    lone = []
    for code in LANGUAGES:
        there = other(code)
        date = column("published_at", there)
        articles = Article.objects.filter(
            is_public(there, now),
            stands(Standing.MISSING, code, now=now) | stands(Standing.DRAFT, code, now=now),
            **{f"{date}__gte": now - RECENT},
        )
        lone += [(row, code) for row in _rows(articles.order_by(f"-{date}", "-id"), now)]
    lone.sort(key=lambda pair: pair[0].changed_at, reverse=True)
    for row, code in lone[:MOST]:
        lines.setdefault(row.pk, _line(row, [_status(row, code, now)]))
    return list(lines.values())


def drafts_of(person, now: datetime) -> list[Line]:
    """What somebody has begun or changed last and readers do not see: drafts, and changes of live editions."""
    if person.has_perm(EDIT_ANY):
        mine = Q(created_by=person.pk) | Q(changed_by=person.pk)
        conditions = [mine & in_any(unfinished), mine & in_any(unpublished)]
    else:
        conditions = [own_drafts(person)]
    found = {}
    for condition in conditions:
        articles = Article.objects.filter(condition).order_by("-changed_at", "-id")
        found |= {row.pk: row for row in _rows(articles, now)}
    newest = sorted(found.values(), key=lambda row: (row.changed_at, row.pk), reverse=True)[:MOST]
    return [_line(row, [_status(row, code, now) for code in LANGUAGES]) for row in newest]


def _rows(articles, now: datetime) -> list[Article]:
    return list(articles.with_editions(now).defer(*long_columns())[:MOST])


def _status(row: Article, code: str, now: datetime) -> str:
    return f"{EDITIONS[code]}: {standing(row, code, now).code.label}"


def _line(row: Article, notes: list[str]) -> Line:
    text, language = _title(vars(row), [])
    return Line(text, _address(row.pk), language, notes, row.changed_at)


def colleagues(person, since: datetime) -> list[Line]:
    """What others did last to things that this person may see; several saves of one thing in a row are one line."""
    seen = [
        model._meta.label_lower
        for model in admin.site._registry
        if person.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")
    ]
    lines, before = [], None
    for entry in AuditEntry.objects.of_others(person, seen, since)[: 5 * MOST]:
        same = (entry.person, entry.action, entry.model, entry.object_id)
        if same == before:
            continue
        before = same
        who = entry.person or entry.get_via_display()
        notes = [note for note in (who, entry.get_action_display(), entry.summary) if note]
        lines.append(Line(entry.about, entry.address or "", notes=notes, moment=entry.at))
    return lines[:MOST]


def _title(row: dict, preferred: list[str]) -> tuple[str, str]:
    """The title in the reader's language if that edition is meant, else in one that has a title."""
    order = sorted(preferred or LANGUAGES, key=lambda code: code != current())
    for code in (*order, *LANGUAGES):
        if title := row.get(column("title", code)):
            return title, code
    return f"№ {row.get('pk') or row.get('id')}", ""


def _address(pk: int) -> str:
    return reverse("admin:news_article_change", args=[pk])

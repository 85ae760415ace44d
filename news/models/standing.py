"""How an edition stands: missing, draft, embargoed, live, live with unpublished changes, withdrawn.

Two spellings of one rule: `standing` for a row that was read, `stands` for a question to the database.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from news.languages import LANGUAGES, column


class Standing(models.TextChoices):
    """What can be said of an edition; readers see the two that begin with “live”."""

    DRAFT = "draft", pgettext_lazy("status of an edition", "draft")
    EMBARGOED = "embargoed", pgettext_lazy("status of an edition", "embargoed")
    LIVE = "live", pgettext_lazy("status of an edition", "live")
    CHANGED = "changed", pgettext_lazy("status of an edition", "live, with unpublished changes")
    WITHDRAWN = "withdrawn", pgettext_lazy("status of an edition", "withdrawn")
    MISSING = "missing", pgettext_lazy("status of an edition", "missing")


@dataclass(frozen=True)
class EditionStanding:
    """How an edition stands, since when or until when, and why."""

    code: Standing
    moment: datetime | None = None
    reason: str = ""
    # Paragraphs that are out of date, and since when. That is beside the status: readers go on seeing the edition.
    outdated: int = 0
    outdated_since: datetime | None = None

    @property
    def is_public(self) -> bool:
        """Whether readers see it."""
        return self.code in {Standing.LIVE, Standing.CHANGED}


def standing(article, language: str, now: datetime | None = None) -> EditionStanding:
    """How the edition in `language` stands, of an article whose attributes are those of its row.

    Where the row was read `with_editions`, its bodies are not needed.
    """
    stands = _standing(article, language, now)
    count = getattr(article, column("outdated", language)) or 0
    if not count:
        return stands
    return replace(
        stands, outdated=count, outdated_since=getattr(article, column("outdated_since", language))
    )


def _standing(article, language: str, now: datetime | None) -> EditionStanding:
    published_at = getattr(article, column("published_at", language))
    withdrawn_at = getattr(article, column("withdrawn_at", language))
    if not getattr(article, column("title", language)):
        return EditionStanding(Standing.MISSING)
    if withdrawn_at:
        reason = getattr(article, column("withdrawal_reason", language)) or ""
        return EditionStanding(Standing.WITHDRAWN, withdrawn_at, reason)
    if published_at and published_at > (now or timezone.now()):
        return EditionStanding(Standing.EMBARGOED, published_at)
    if not published_at or not _has_body(article, language):
        return EditionStanding(Standing.DRAFT)
    shown = getattr(article, column("live_revision", language))
    waits = shown is not None and shown < article.version
    return EditionStanding(Standing.CHANGED if waits else Standing.LIVE, published_at)


def _has_body(article, language: str) -> bool:
    public = f"public_{language}"
    return (
        getattr(article, public)
        if hasattr(article, public)
        else bool(getattr(article, column("body", language)))
    )


def stands(code: Standing, *languages: str, now: datetime | None = None) -> Q:
    """The condition under which an edition in one of `languages` (by default, in any) stands so."""
    now = now or timezone.now()
    found = Q()
    for language in languages or LANGUAGES:
        found |= _conditions(language, now)[code]
    return found


def _conditions(language: str, now: datetime) -> dict[Standing, Q]:
    date = column("published_at", language)
    out = Q(**{f"{date}__lte": now, f"{column('body', language)}__gt": ""}) & _titled(language)
    live = out & Q(**{f"{column('withdrawn_at', language)}__isnull": True})
    return {
        Standing.MISSING: missing(language),
        Standing.WITHDRAWN: withdrawn(language),
        Standing.EMBARGOED: _titled(language)
        & Q(**{f"{column('withdrawn_at', language)}__isnull": True, f"{date}__gt": now}),
        Standing.DRAFT: unfinished(language) & (Q(**{f"{date}__isnull": True}) | Q(**{f"{date}__lte": now})),
        Standing.LIVE: live & ~unpublished(language),
        Standing.CHANGED: live & unpublished(language),
    }


# What does not depend on the time of day: the lists of the desk have indexes for these.


def _titled(language: str) -> Q:
    return Q(**{f"{column('title', language)}__gt": ""})


def missing(language: str) -> Q:
    """There is no such edition."""
    title = column("title", language)
    return Q(**{f"{title}__isnull": True}) | Q(**{title: ""})


def withdrawn(language: str) -> Q:
    """It has been withdrawn."""
    return _titled(language) & Q(**{f"{column('withdrawn_at', language)}__isnull": False})


def unfinished(language: str) -> Q:
    """It has no date, or no text."""
    body = column("body", language)
    lacks = (
        Q(**{f"{column('published_at', language)}__isnull": True})
        | Q(**{f"{body}__isnull": True})
        | Q(**{body: ""})
    )
    return _titled(language) & Q(**{f"{column('withdrawn_at', language)}__isnull": True}) & lacks


def unpublished(language: str) -> Q:
    """The newest revision says something else than the row."""
    return Q(**{f"{column('live_revision', language)}__lt": F("version")})


def outdated(language: str) -> Q:
    """Some of its paragraphs are translations of what the other edition does not say any more."""
    return Q(**{f"{column('outdated', language)}__gt": 0})


def in_any(condition) -> Q:
    """A condition of one edition, of either."""
    found = Q()
    for language in LANGUAGES:
        found |= condition(language)
    return found

"""Pairs of paragraphs are kept up with every save, and marks are taken away by whoever has looked."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from news.actions.audit import Action, record
from news.actions.permissions import may_edit
from news.edits import Edit, paragraphs
from news.freshness import Moment, as_they_stand, follow, marked
from news.languages import LANGUAGES, column
from news.models import Article, ParagraphPair

# What a translation follows.
_FOLLOWED = ("title", "summary", "body")


class GoneError(Exception):
    """What was to be marked as valid is not there any more: the article has been saved."""


def keep_up(article: Article, stored: Article, *, known: Mapping, answers: Mapping, by, request=None) -> None:
    """Let the pairs of paragraphs follow a save. Call it in its transaction, before the row is written.

    `article` has the texts of the row as it will be, `stored` those that it has; `known` says of which edition
    readers knew the text. `answers` says for an edition whether its change is spelling or substance; where it says
    nothing, as with an import, only what leaves no doubt puts the other edition out of date.
    """
    for code in LANGUAGES:
        for name in ("outdated", "outdated_since"):
            setattr(article, column(name, code), getattr(stored, column(name, code)))
    before, after = _followed(stored), _followed(article)
    edits = {
        code: Edit(before[code], after[code], code, answers.get(code), is_public=known[code])
        for code in LANGUAGES
        if before[code] != after[code]
    }
    if not edits:
        return
    now = timezone.now()
    had = list(stored.pairs.all())
    complete = [
        all(side[code]["title"] and side[code]["body"] for code in LANGUAGES) for side in (before, after)
    ]
    rows = []
    if all(complete) and (had or any(known.values())):
        rows = follow(had or as_they_stand(_moment(stored, before, now)), edits, _moment(article, after, now))
    if had:
        stored.pairs.all().delete()
    for row in rows:
        row.article = article
    ParagraphPair.objects.bulk_create(rows, batch_size=500)
    _note(article, rows)
    counts = {"outdated": {}, "updated": {}}
    for code in LANGUAGES:
        new = sum(row.since == now for row in marked(rows, code))
        counts["outdated"][code] = new
        counts["updated"][code] = len(marked(had, code)) + new - len(marked(rows, code))
    _log(article, counts, by=by, request=request)


@transaction.atomic
def still_valid(pk: int, language: str, pairs, *, by, request=None) -> int:
    """Take the marks off paragraphs of an edition, given as numbers of pairs, and return how many are left.

    Raises Article.DoesNotExist, PermissionDenied, and GoneError where somebody has saved the article meanwhile.
    """
    article = Article.objects.select_for_update().get(pk=pk)
    if not may_edit(by, article):
        raise PermissionDenied("This account may not change this article.")
    found = list(article.pairs.filter(pk__in=pairs, outdated=language))
    if not found or len(found) != len(set(pairs)):
        raise GoneError
    for one in found:
        if one.place_en is None or one.place_ru is None:
            one.delete()
            continue
        for code in LANGUAGES:
            setattr(one, column("origin", code), getattr(one, column("place", code)))
            setattr(one, column("revision", code), _revision(article, code))
        one.outdated, one.since = "", None
        one.save()
    rows = list(article.pairs.exclude(outdated=""))
    _note(article, rows)
    Article.objects.filter(pk=pk).update(
        **{
            column(name, code): getattr(article, column(name, code))
            for name in ("outdated", "outdated_since")
            for code in LANGUAGES
        }
    )
    _log(article, {"valid": {language: len(found)}}, by=by, request=request)
    return len(marked(rows, language))


def _followed(article: Article) -> dict[str, dict]:
    texts = {code: article.text(code) for code in LANGUAGES}
    return {code: {name: text[name] for name in _FOLLOWED} for code, text in texts.items()}


def _moment(article: Article, texts: Mapping, at) -> Moment:
    return Moment(
        at,
        {code: _revision(article, code) for code in LANGUAGES},
        {code: paragraphs(texts[code]) for code in LANGUAGES},
    )


def _revision(article: Article, language: str) -> int:
    return getattr(article, column("live_revision", language)) or article.version


def _note(article: Article, rows: list[ParagraphPair]) -> None:
    """Say in the row what the lists ask for: how many paragraphs, and since when."""
    for code in LANGUAGES:
        found = marked(rows, code)
        setattr(article, column("outdated", code), len(found) or None)
        setattr(article, column("outdated_since", code), min((row.since for row in found), default=None))


def _log(article: Article, counts: Mapping[str, Mapping[str, int]], *, by, request) -> None:
    changes = {
        name: [[code, count] for code, count in found.items() if count] for name, found in counts.items()
    }
    if changes := {name: found for name, found in changes.items() if found}:
        record(Action.CHANGED, by=by, about=article, request=request, changes=changes)

"""How sections and topics change: a renamed one keeps its old address, and two topics become one."""

from hashlib import sha256

from django.db import transaction

from news.actions.audit import Action, record
from news.actions.publishing import complete, open_for_editing, save_article
from news.models import Article, Revision, Section, Topic


class ChangedError(Exception):
    """Other stories are filed under the topic than was shown."""


@transaction.atomic
def save_filed(row: Section | Topic) -> None:
    """Write a section or a topic; the address that it had leads to it from now on."""
    stored = type(row).objects.select_for_update().filter(pk=row.pk).first()
    if stored and stored.slug != row.slug:
        row.former_slugs = [slug for slug in (*stored.former_slugs, stored.slug) if slug != row.slug]
    row.save()


def stories_of(topic: Topic) -> tuple[int, str]:
    """How many stories a topic has, and a fingerprint of which."""
    numbers = _numbers(topic)
    return len(numbers), sha256(repr(numbers).encode()).hexdigest()


def _numbers(topic: Topic) -> list[int]:
    return sorted(topic.articles.values_list("pk", flat=True))


@transaction.atomic
def merge_topics(source: Topic, target: Topic, *, seen: str, by, request=None) -> None:
    """File all stories of `source` under `target` and remove it; its addresses lead to `target`.

    Each story gets a revision. Raises ChangedError where they are not those that were `seen`, PermissionDenied where
    somebody may not change one of them; then nothing is done.
    """
    both = Topic.objects.select_for_update().order_by("pk").filter(pk__in=[source.pk, target.pk])
    held = {row.pk: row for row in both}
    if len(held) < 2 or stories_of(source)[1] != seen:
        raise ChangedError
    source, target = held[source.pk], held[target.pk]
    for pk in _numbers(source):
        Article.objects.select_for_update().only("pk").get(pk=pk)
        article = open_for_editing(pk)
        revision = save_article(article, by=by, via=Revision.Via.LIST, based_on=article.version)
        article.topics.add(target)
        article.topics.remove(source)
        complete(revision)
        record(Action.CHANGED, by=by, about=article, request=request, changes={"fields": ["topics"]})
    gone = [*source.former_slugs, source.slug]
    target.former_slugs = [
        slug for slug in dict.fromkeys([*target.former_slugs, *gone]) if slug != target.slug
    ]
    target.save(update_fields=["former_slugs"])
    note = f"{source} → {target}"
    record(Action.CHANGED, by=by, about=target, request=request, changes={"note": note})
    record(Action.DELETED, by=by, about=source, request=request, changes={"note": note})
    source.delete()

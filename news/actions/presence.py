"""Who has which article open: rows that a page renews while it is looked at, and that end by themselves."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from news.models import Article, Presence

# Three times as long as a page takes to tell again (static/js/presence.js).
LIFETIME = timedelta(seconds=60)


@transaction.atomic
def tell(article: Article, person, *, is_writing: bool = False) -> None:
    """Note that a person has the article open. Two processes may do it at once."""
    now = timezone.now()
    Presence.objects.filter(article=article, person=person, seen_at__lt=now - LIFETIME).delete()
    row = Presence(
        article=article, person=person, since=now, seen_at=now, wrote_at=now if is_writing else None
    )
    Presence.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["article", "person"],
        update_fields=["seen_at", *(["wrote_at"] if is_writing else [])],
    )


def leave(article: Article, person) -> None:
    """Note that a person has closed it."""
    Presence.objects.filter(article=article, person=person).delete()


def remove_old_presences(now: datetime | None = None) -> int:
    """Remove rows that were not renewed; return how many."""
    return Presence.objects.filter(seen_at__lt=(now or timezone.now()) - LIFETIME).delete()[0]

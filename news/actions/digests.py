"""Digests: chosen by each person, ordered once for each period, mailed once at most."""

from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from news.models import Digest, User

NEVER = "never"


def choose_digest(user: User, *, interval: str, hour: int) -> None:
    """Send a digest from the next such hour on; or none any more."""
    if interval == NEVER:
        Digest.objects.filter(user=user).delete()
        return
    now = timezone.now()
    Digest.objects.update_or_create(
        user=user, defaults={"interval": interval, "hour": hour, "ordered_until": now, "sent_until": None}
    )


def order_due(order, now: datetime | None = None) -> int:
    """Call `order(user, until)` for every digest whose period is over; return how many.

    The order is stored with the note of it, in one transaction, by whichever worker notes it first.
    """
    now = now or timezone.now()
    ordered = 0
    for digest in Digest.objects.filter(user__is_active=True, user__is_staff=True).exclude(user__email=""):
        until = digest.due(now)
        if digest.ordered_until >= until:
            continue
        unchanged = Digest.objects.filter(
            pk=digest.pk, ordered_until=digest.ordered_until, interval=digest.interval, hour=digest.hour
        )
        with transaction.atomic():
            if unchanged.update(ordered_until=until):
                order(digest.user_id, until)
                ordered += 1
    return ordered


class NotSentError(Exception):
    """The mail has certainly not left: another try cannot send it twice."""


@contextmanager
def sending(digest: Digest, until: datetime):
    """Take the right to mail a period; yields whether it was there to take.

    It is given back where NotSentError is raised inside. Whatever else happens, even the end of the process, it stays
    taken: no digest at all is better than two.
    """
    before = Q(sent_until__isnull=True) | Q(sent_until__lt=until)
    taken = Digest.objects.filter(before, pk=digest.pk, ordered_until=until).update(sent_until=until)
    try:
        yield bool(taken)
    except NotSentError:
        if taken:
            Digest.objects.filter(pk=digest.pk, sent_until=until).update(sent_until=digest.sent_until)
        raise

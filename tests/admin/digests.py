"""Digests that somebody has chosen."""

from news.actions.digests import choose_digest
from news.models import Digest
from tests.factories import moscow

# A Wednesday.
NOON = moscow(2020, 11, 11, 12, 0)


def choose(person, interval="daily", hour=9, since=NOON):
    choose_digest(person, interval=interval, hour=hour)
    Digest.objects.filter(user=person).update(ordered_until=since)
    return Digest.objects.get(user=person)

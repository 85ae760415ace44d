"""Sessions: noted when they begin, ended by removing Django's row, so that the next request finds none."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from news.actions.audit import Action, network_sign, record
from news.models import OpenSession, User

# How exactly a page says when a session was used last; each step is a write.
SEEN_EVERY = timedelta(minutes=5)
_SEEN = "seen"


def note_session(user: User, request) -> None:
    """A session has begun."""
    now = timezone.now()
    request.session[_SEEN] = now.timestamp()
    if not request.session.session_key:
        # Somebody was logged in here under another name: Django has emptied that session, and not stored this one.
        request.session.create()
    OpenSession.objects.update_or_create(
        key=request.session.session_key,
        defaults={
            "user": user,
            "since": now,
            "last_seen": now,
            "device": request.META.get("HTTP_USER_AGENT", "")[:300],
            "network": network_sign(request),
        },
    )


def open_sessions(user: User) -> QuerySet:
    """Where somebody is logged in, the latest use first."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return OpenSession.objects.filter(user=user, key__in=alive)


def see_session(request) -> None:
    """A session is being used. Written down once in `SEEN_EVERY`."""
    now = timezone.now()
    if now.timestamp() - request.session.get(_SEEN, 0) < SEEN_EVERY.total_seconds():
        return
    OpenSession.objects.filter(key=request.session.session_key, last_seen__lt=now).update(last_seen=now)
    request.session[_SEEN] = now.timestamp()


def forget_session(key: str | None) -> None:
    """A session ended by itself: somebody logged out."""
    OpenSession.objects.filter(key=key).delete()


@transaction.atomic
def end_after_new_password(user: User, *, by: User, request, key_before: str) -> None:
    """A person has a new password: whoever is logged in with the old one is not any more, but for this request."""
    OpenSession.objects.filter(key=key_before).update(key=request.session.session_key)
    end_others(user, by=by, request=request)


@transaction.atomic
def end_sessions(sessions: QuerySet, *, by: User, request) -> int:
    """End sessions, each at its next request; return how many. Each leaves an entry in the log."""
    rows = list(sessions.select_related("user"))
    keys = [row.key for row in rows]
    Session.objects.filter(session_key__in=keys).delete()
    OpenSession.objects.filter(key__in=keys).delete()
    for row in rows:
        record(Action.SESSION_ENDED, by=by, about=row.user, request=request)
    return len(rows)


def end_others(user: User, *, by: User, request) -> int:
    """End all sessions of a person but the one of this request."""
    others = OpenSession.objects.filter(user=user).exclude(key=request.session.session_key)
    return end_sessions(others, by=by, request=request)


def remove_old_sessions(now: datetime | None = None) -> int:
    """Remove what has run out, Django's rows with ours; return how many of ours."""
    now = now or timezone.now()
    Session.objects.filter(expire_date__lt=now).delete()
    unused = now - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return OpenSession.objects.filter(last_seen__lt=unused).delete()[0]

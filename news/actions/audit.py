"""How the log of actions is written.

`changes` says what changed, in names that do not depend on a language:

    fields   names of columns                      parts   [["added", "news.attachment"], …], rows of inline forms
    verbs    [["publish", "ru"], …], what was done with editions
    restored [[7, "ru"], …], revisions of editions
    outdated, updated, valid    [["ru", 2], …], marked paragraphs of editions, and marks that are gone
    places   [["pinned", 0], …], what was done with places of the front page
    status   the decision                          given, taken   keys of groups, codes of permissions
    counts   {"articles.jsonl": {"added": 3}, …}   factor  what somebody logged in with, added or removed
    note     anything else, in words
"""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from infoshos.web.fingerprints import network_fingerprint
from news.models import AuditEntry

Action = AuditEntry.Action

# Long enough to ask who did what in the last year but one.
KEPT_FOR = timedelta(days=2 * 365)


def record(
    action: str, *, by=None, about: models.Model | None = None, request=None, changes=None
) -> AuditEntry:
    """Write one entry; where there is no `request`, a command did it. Call it within the write's transaction."""
    return record_all(action, [about], by=by, request=request, changes=changes)[0]


def record_all(action: str, objects, *, by=None, request=None, changes=None) -> list[AuditEntry]:
    """Write one entry for each object. Call it before a deletion, and within its transaction."""
    common = {
        "action": action,
        "person_number": by.pk if by else None,
        "person": by.get_username() if by else "",
        "via": AuditEntry.Via.PAGE if request else AuditEntry.Via.COMMAND,
        "changes": changes or {},
        "network": network_sign(request) if request else "",
    }
    return AuditEntry.objects.bulk_create(
        [AuditEntry(**common, **_named(about)) for about in objects], batch_size=500
    )


def remove_old_entries(now: datetime | None = None) -> int:
    """Remove what is too old to ask about; return how many rows."""
    return AuditEntry.objects.filter(at__lt=(now or timezone.now()) - KEPT_FOR).delete()[0]


def _named(about: models.Model | None) -> dict:
    """The object as it is now. Readers' words must not live on here when they have been deleted."""
    if about is None:
        return {}
    title = "" if getattr(about, "is_private", False) else str(about)
    return {"model": about._meta.label_lower, "object_id": str(about.pk), "title": title[:200]}


def network_sign(request) -> str:
    """A sign of the network, the same for a month: nobody is followed for longer."""
    return network_fingerprint(request, f"network {timezone.localtime():%Y-%m}")[:12]

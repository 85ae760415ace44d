"""What the newsroom decides about readers' words."""

from django.db import transaction
from django.utils import timezone

from comments.models import Comment, Message, TypoReport


@transaction.atomic
def decide_comments(comments, *, status: str, by) -> int:
    """Give comments a status; return how many changed. Those that have it already keep who gave it, and when."""
    if status not in Comment.Status.values:
        raise ValueError(f"{status!r} is not a status of comments")
    return comments.exclude(status=status).update(status=status, moderated_at=timezone.now(), moderated_by=by)


def decide_reports(reports, *, status: str, by) -> int:
    """Give spelling reports a status; return how many changed."""
    if status not in TypoReport.Status.values:
        raise ValueError(f"{status!r} is not a status of reports")
    return _decide(reports, status, by)


def decide_messages(sent, *, status: str, by) -> int:
    """Give messages a status; return how many changed."""
    if status not in Message.Status.values:
        raise ValueError(f"{status!r} is not a status of messages")
    return _decide(sent, status, by)


@transaction.atomic
def _decide(rows, status, by) -> int:
    return rows.exclude(status=status).update(status=status, decided_at=timezone.now(), decided_by=by)

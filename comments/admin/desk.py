"""What readers wait for: how much of it, and since when."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from comments.models import Comment, Message, TypoReport

# As far as anybody counts.
COUNTED = 99

# The model, the status that asks for a decision, what waits, and that nothing does.
_QUEUES = [
    (
        Comment,
        Comment.Status.WAITING,
        ngettext_lazy("comment waiting", "comments waiting", "count"),
        _("No comments are waiting"),
    ),
    (
        TypoReport,
        TypoReport.Status.NEW,
        ngettext_lazy("spelling report waiting", "spelling reports waiting", "count"),
        _("No spelling reports are waiting"),
    ),
    (
        Message,
        Message.Status.NEW,
        ngettext_lazy("message to answer", "messages to answer", "count"),
        _("No messages are waiting for an answer"),
    ),
]


@dataclass(frozen=True)
class Queue:
    """Something of which so much waits; where it is decided on."""

    count: str
    words: str
    address: str
    oldest: datetime | None


def queues(person) -> list[Queue]:
    """Those that this person may decide on, with or without anything in them. Nothing is counted beyond COUNTED."""
    return [
        _queue(model, status, words, empty)
        for model, status, words, empty in _QUEUES
        if person.has_perm(f"comments.change_{model._meta.model_name}")
    ]


def _queue(model, status, words, empty) -> Queue:
    waiting = model.objects.filter(status=status).order_by("created_at")
    moments = list(waiting.values_list("created_at", flat=True)[: COUNTED + 1])
    number = len(moments)
    address = reverse(f"admin:comments_{model._meta.model_name}_changelist")
    return Queue(
        count=f"{COUNTED}+" if number > COUNTED else str(number) if number else "",
        words=str(words % {"count": number}) if number else str(empty),
        address=f"{address}?status__exact={status.value}",
        oldest=moments[0] if moments else None,
    )

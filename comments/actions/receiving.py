"""How words of readers are stored: once each, waiting for somebody of the newsroom."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from comments.models import Comment, Message, TypoReport
from comments.sending import sending_keys
from comments.tasks import mail_message
from news.languages import column
from news.models import Article


def receive_comment(article: Article, *, language, name, email, text, script_key="", address="") -> Comment:
    """Store a comment as waiting; sent again, return the one that is stored."""
    keys = sending_keys("comment", article.pk, language, name, text, script_key=script_key, address=address)
    return _store_once(
        Comment(
            article=article, language=language, name=name, email=email, text=text, created_at=timezone.now()
        ),
        keys,
    )


def receive_report(article: Article, *, language, report: dict, script_key="", address="") -> TypoReport:
    """Store a report of a spelling error; sent again, return the one that is stored.

    `report` holds the fields of TypoReport that the reader's page sent. A revision that cannot be the page's is
    replaced by the one that pages are made from now.
    """
    revision = report.get("revision")
    if not revision or revision > article.version:
        revision = getattr(article, column("live_revision", language))
    report = report | {"revision": revision}
    keys = sending_keys(
        "report", article.pk, language, *sorted(report.items()), script_key=script_key, address=address
    )
    return _store_once(
        TypoReport(article=article, language=language, created_at=timezone.now(), **report), keys
    )


@transaction.atomic
def receive_message(*, language, name, email, subject, text, script_key="", address="") -> Message:
    """Store a message to the editors, and with it the task that mails it; sent again, return the one that is stored.

    The address is a part of the sending: whoever corrects it sends another message, which can be answered.
    """
    words = {"name": name, "email": email, "subject": subject, "text": text}
    keys = sending_keys("message", language, *words.values(), script_key=script_key, address=address)
    message = Message(language=language, created_at=timezone.now(), **words)
    stored = _store_once(message, keys)
    if stored is message:
        mail_message.enqueue(message.pk)
    return stored


def _store_once(row, keys: list[str]):
    """Store `row` under the first key unless one of them is taken; the database decides between equals."""
    stored = type(row).objects.filter(sending_key__in=keys).first()
    if stored:
        return stored
    row.sending_key = keys[0]
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        stored = type(row).objects.filter(sending_key=row.sending_key).first()
        if stored is None:
            raise
        return stored
    return row

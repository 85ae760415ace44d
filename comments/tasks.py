"""Background work on what readers send."""

import logging

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from comments import letters
from comments.models import Message

logger = logging.getLogger(__name__)


@task()
def mail_message(message_id: int) -> None:
    """Mail a message to the newsroom, where there is a mail server, unless somebody has decided on it already.

    Run again, it mails nothing again. If the worker dies between the server's receipt and the note of it, the
    newsroom gets the mail twice, with one and the same Message-ID: better than never.
    """
    message = Message.objects.filter(pk=message_id, status=Message.Status.NEW, mailed_at=None).first()
    if message is None or not settings.EMAIL_HOST:
        return
    recipient = letters.newsroom()
    if not recipient:
        logger.warning(
            "Message %d stays in the editors' pages: neither CONTACT_EMAIL nor the imprint has an address.",
            message.pk,
        )
        return
    letters.about(message, recipient).send()
    # Only this column: an editor may be deciding at this moment.
    Message.objects.filter(pk=message.pk, mailed_at=None).update(mailed_at=timezone.now())

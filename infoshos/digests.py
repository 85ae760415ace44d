"""The digest by mail: what the desk's front page says, at the hour that each person has chosen."""

import contextlib
import logging
import smtplib
from datetime import datetime

from django.conf import settings
from django.contrib.auth import get_backends
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks import task

from infoshos.desk import Desk, desk_of
from news.actions.digests import NotSentError, order_due, sending
from news.models import Digest, SiteSettings, User

logger = logging.getLogger(__name__)


def order_digests(now: datetime | None = None) -> int:
    """Order every digest that is due; return how many. The worker does it every half minute."""
    if not settings.EMAIL_HOST:
        return 0
    return order_due(lambda user, until: mail_digest.enqueue(user, until.isoformat()), now)


@task()
def mail_digest(user_id: int, until: str) -> None:
    """Mail a person what waits, unless nothing does, or the choice has changed, or the next digest is due already.

    Where the mail server was away, it is tried again. Where it broke off in the middle, nobody knows whether the mail
    has left, and it is not: no period is mailed twice.
    """
    end = datetime.fromisoformat(until)
    digest = Digest.objects.select_related("user").filter(user=user_id, ordered_until=end).first()
    if digest is None or not settings.EMAIL_HOST or not _may_read(digest.user):
        return
    person = digest.user
    with translation.override(person.interface_language):
        found = desk_of(person, since=digest.sent_until or end - digest.period)
        letter = _letter(person, digest, found) if found else None
    if letter is None:
        return
    with sending(digest, end) as may_send:
        if may_send:
            _send(letter)


def _may_read(person: User) -> bool:
    """Whether the person could log in and read the same there."""
    return person.is_staff and bool(person.email) and get_backends()[0].user_can_authenticate(person)


def _send(letter: EmailMultiAlternatives) -> None:
    """Raises NotSentError where the server was away or refused the mail."""
    server = get_connection()
    try:
        server.open()
    except OSError as error:
        raise NotSentError("The mail server is away.") from error
    try:
        server.send_messages([letter])
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as error:
        raise NotSentError("The mail server refused the digest.") from error
    except OSError:
        logger.warning(
            "The mail server broke off while it took a digest; it is not sent again.", exc_info=True
        )
    finally:
        with contextlib.suppress(OSError):
            server.close()


def _letter(person: User, digest: Digest, found: Desk) -> EmailMultiAlternatives:
    """The mail, in the language that is active."""
    page = settings.PUBLIC_URL + reverse("admin:digest")
    context = {
        "desk": found,
        "site": SiteSettings.objects.filter(pk=1).first() or SiteSettings(),
        "base": settings.PUBLIC_URL,
        "front": settings.PUBLIC_URL + reverse("admin:index"),
        "page": page,
        "interval": digest.get_interval_display(),
        "hour": f"{digest.hour}:00",
        "moment": timezone.localtime(digest.ordered_until),
        "language": person.interface_language,
    }
    subject = render_to_string("emails/digest/subject.txt", context)
    letter = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string("emails/digest/body.txt", context),
        to=[person.email],
        headers={
            "Message-ID": f"<digest-{person.pk}-{digest.ordered_until:%Y%m%d%H%M}@infoshos>",
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": f"<{page}>",
        },
    )
    letter.attach_alternative(render_to_string("emails/digest/body.html", context), "text/html")
    return letter

"""What the newsroom is mailed about a message of a reader."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from comments.models import Message
from news.models import SiteSettings


def newsroom() -> str:
    """The address for messages of readers: CONTACT_EMAIL, else that of the imprint; empty if there is neither."""
    if settings.CONTACT_EMAIL:
        return settings.CONTACT_EMAIL
    return SiteSettings.objects.filter(pk=1).values_list("email", flat=True).first() or ""


def about(message: Message, recipient: str) -> EmailMessage:
    """The mail: in the language of the message, whose text stands at its end as it was written."""
    answer_to = _reader(message)
    with translation.override(message.language):
        imprint = SiteSettings.objects.filter(pk=1).first() or SiteSettings()
        page = reverse("admin:comments_message_change", args=[message.pk])
        context = {
            "message": message,
            "site": imprint,
            "answer_to": answer_to,
            "page": settings.PUBLIC_URL + page,
        }
        subject = render_to_string("emails/message/subject.txt", context)
        body = render_to_string("emails/message/body.txt", context)
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=body,
        to=[recipient],
        reply_to=answer_to,
        headers={
            # The same for the same message: two mails about it are one for many programs.
            "Message-ID": f"<message-{message.pk}-{message.sending_key[:16]}@infoshos>",
            # Nobody who is on holiday answers: anybody can write anybody's address into the form.
            "Auto-Submitted": "auto-generated",
        },
    )


def _reader(message: Message) -> list[str]:
    """Whom an answer goes to: a bare address, for a name may pretend to be one. Nobody, if no header can hold it."""
    name, at, domain = message.email.rpartition("@")
    try:
        return [f"{name}@{domain.encode('idna').decode()}"] if at else []
    except UnicodeError:  # the body has it anyway
        return []

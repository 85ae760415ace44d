"""What readers write to the editors."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.models.sending import Decided, Sending

# Characters. A message may be twice as long as a comment: about four pages of typescript.
MESSAGE_LIMIT = 10_000
SUBJECT_LIMIT = 150


class Message(Decided, Sending):
    """A reader's words to the editors: plain text, for nobody else's eyes.

    The language is that of the page on which it was written. A mail about it follows the row, where there is a mail
    server; `mailed_at` is the moment at which that server took the mail.
    """

    class Status(models.TextChoices):
        NEW = "new", pgettext_lazy("a message", "New")
        ANSWERED = "answered", pgettext_lazy("a message", "Answered")
        CLOSED = "closed", pgettext_lazy("a message", "No answer needed")
        SPAM = "spam", pgettext_lazy("a message", "Spam")

    # Messages are personal: they are not exported, so none is ever imported.
    import_ref = None

    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=80)
    email = models.EmailField(_("e-mail"), blank=True)
    subject = models.CharField(pgettext_lazy("of a message", "subject"), max_length=SUBJECT_LIMIT, blank=True)
    text = models.TextField(_("text"), max_length=MESSAGE_LIMIT)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.NEW)
    mailed_at = models.DateTimeField(_("mailed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("message from a reader")
        verbose_name_plural = _("messages from readers")
        indexes = [models.Index(fields=["status", "-created_at"], name="message_queue")]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(text=""), name="message_has_name_and_text"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), MESSAGE_LIMIT), name="message_limit"
            ),
            models.CheckConstraint(condition=Q(language__in=["en", "ru"]), name="message_language"),
            models.CheckConstraint(
                condition=Q(status__in=["new", "answered", "closed", "spam"]), name="message_status"
            ),
        ]

    def __str__(self):
        return f"{self.name}: {(self.subject or self.text)[:60]}"

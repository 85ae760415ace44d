"""What readers say about a story."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.models.sending import Sending

# Characters of a comment: about two pages of typescript.
TEXT_LIMIT = 5000


class CommentQuerySet(models.QuerySet):
    """Questions asked of comments."""

    def shown(self):
        """Comments that a moderator approved, in the order in which they were written."""
        return self.filter(status=Comment.Status.APPROVED).order_by("created_at", "id")


class Comment(Sending):
    """A reader's words about a story: plain text, escaped once, where it is shown.

    The thread belongs to the story; each comment carries the language in which it was written.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("a comment", "Waiting")
        APPROVED = "approved", pgettext_lazy("a comment", "Approved")
        REJECTED = "rejected", pgettext_lazy("a comment", "Rejected")
        SPAM = "spam", pgettext_lazy("a comment", "Spam")

    article = models.ForeignKey(
        "news.Article", on_delete=models.CASCADE, related_name="comments", verbose_name=_("article")
    )
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=80)
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Never shown."))
    text = models.TextField(_("comment"), max_length=TEXT_LIMIT)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.WAITING)
    moderated_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    moderated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("decided by"),
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [
            models.Index(fields=["article", "status", "created_at", "id"], name="comment_thread"),
            models.Index(fields=["status", "-created_at"], name="comment_queue"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(text=""), name="comment_has_name_and_text"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), TEXT_LIMIT), name="comment_limit"
            ),
            models.CheckConstraint(condition=Q(language__in=["en", "ru"]), name="comment_language"),
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "approved", "rejected", "spam"]), name="comment_status"
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.text[:60]}"

"""Spelling errors that readers found."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.models.sending import Decided, Sending

# Characters. The page says the first limit to whoever selects more.
SELECTION_LIMIT = 200
CONTEXT_LIMIT = 100
NOTE_LIMIT = 1000


class TypoReport(Decided, Sending):
    """Words of an edition that a reader holds to be misspelt, and where they stand.

    `offset` counts characters (Unicode code points) from the start of the field's text, markup left out, in the
    revision that the reader's page was made from. It is a hint: `prefix`, `exact` and `suffix` are the evidence.
    """

    class Field(models.TextChoices):
        TITLE = "title", _("title")
        SUMMARY = "summary", _("summary")
        BODY = "body", _("text")
        CAPTION = "caption", _("caption")
        BYLINE = "byline", _("byline")

    class Status(models.TextChoices):
        NEW = "new", pgettext_lazy("a report", "New")
        ACCEPTED = "accepted", pgettext_lazy("a report", "Accepted")
        REJECTED = "rejected", pgettext_lazy("a report", "Rejected")

    article = models.ForeignKey(
        "news.Article", on_delete=models.CASCADE, related_name="typo_reports", verbose_name=_("article")
    )
    revision = models.PositiveIntegerField(_("revision"), help_text=_("The one that the reader saw."))
    field = models.CharField(_("field"), max_length=10, choices=Field)
    exact = models.CharField(_("words"), max_length=SELECTION_LIMIT)
    prefix = models.CharField(_("before"), max_length=CONTEXT_LIMIT, blank=True)
    suffix = models.CharField(_("after"), max_length=CONTEXT_LIMIT, blank=True)
    offset = models.PositiveIntegerField(_("offset"), null=True, blank=True)
    suggestion = models.CharField(_("correction"), max_length=SELECTION_LIMIT, blank=True)
    note = models.TextField(_("note"), max_length=NOTE_LIMIT, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.NEW)

    class Meta:
        verbose_name = _("spelling report")
        verbose_name_plural = _("spelling reports")
        indexes = [models.Index(fields=["status", "-created_at"], name="typo_report_queue")]
        constraints = [
            models.CheckConstraint(condition=~Q(exact=""), name="typo_report_has_words"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("exact"), SELECTION_LIMIT), name="typo_report_limit"
            ),
            models.CheckConstraint(condition=Q(language__in=["en", "ru"]), name="typo_report_language"),
            models.CheckConstraint(
                condition=Q(field__in=["title", "summary", "body", "caption", "byline"]),
                name="typo_report_field",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["new", "accepted", "rejected"]), name="typo_report_status"
            ),
        ]

    def __str__(self):
        return self.exact

"""What every sending of a reader has, whatever it says, and what the newsroom's decisions leave on it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Sending(models.Model):
    """Words of a reader, stored once for each time that they are sent."""

    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    created_at = models.DateTimeField(_("sent"))
    sending_key = models.CharField(
        max_length=64,
        unique=True,
        editable=False,
        help_text="One sending has one key: sent twice, stored once.",
    )
    # The log of actions knows the number of what a reader wrote, and nothing of the words.
    is_private = True

    import_ref = models.CharField(max_length=200, null=True, blank=True, unique=True, editable=False)

    class Meta:
        abstract = True


class Decided(models.Model):
    """What somebody of the newsroom decided, and who, and when. The statuses are each model's own."""

    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("decided by"),
    )

    class Meta:
        abstract = True

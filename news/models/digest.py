"""Who wants to be mailed what waits at the desk, and when."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy


class Digest(models.Model):
    """A person's choice. Whoever has none is sent nothing.

    A period ends at the chosen hour, daily or on Mondays. `ordered_until` is the end of the newest one for which a
    mail was ordered, `sent_until` of the newest for which one left: both only grow, so no period is mailed twice.
    """

    class Interval(models.TextChoices):
        DAILY = "daily", pgettext_lazy("a digest", "every day")
        WEEKLY = "weekly", pgettext_lazy("a digest", "every Monday")

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest")
    interval = models.CharField(max_length=10, choices=Interval)
    hour = models.PositiveSmallIntegerField(help_text="In Moscow.")
    ordered_until = models.DateTimeField()
    sent_until = models.DateTimeField(null=True)

    class Meta:
        default_permissions = []  # everybody sees their own
        constraints = [
            models.CheckConstraint(condition=Q(interval__in=["daily", "weekly"]), name="digest_interval"),
            models.CheckConstraint(condition=Q(hour__lte=23), name="digest_hour"),
            models.CheckConstraint(
                condition=Q(sent_until__isnull=True) | Q(sent_until__lte=F("ordered_until")),
                name="digest_sent_as_ordered",
            ),
        ]

    def __str__(self):
        return f"{self.user_id} {self.interval} {self.hour}"

    @property
    def period(self) -> timedelta:
        """How long a period is."""
        return timedelta(days=1 if self.interval == self.Interval.DAILY else 7)

    def due(self, now: datetime) -> datetime:
        """The end of the newest period that is over."""
        today = timezone.localtime(now)
        end = today.replace(hour=self.hour, minute=0, second=0, microsecond=0)
        if self.interval == self.Interval.WEEKLY:
            end -= timedelta(days=end.weekday())
        return end if end <= now else end - self.period

"""Where people are logged in."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class OpenSession(models.Model):
    """A person's log-in on one device, beside Django's own row of the session, under the same key."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="open_sessions")
    key = models.CharField(max_length=40, unique=True, editable=False)
    since = models.DateTimeField(_("since"))
    last_seen = models.DateTimeField(_("last seen"), help_text="To within a few minutes.")
    device = models.CharField(max_length=300, blank=True, help_text="What the browser calls itself.")
    network = models.CharField(max_length=12, blank=True, help_text="As in the log of actions.")

    class Meta:
        ordering = ["-last_seen", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(last_seen__gte=F("since")), name="session_seen_after_it_began")
        ]

    def __str__(self):
        return f"{self.user_id} {self.since:%Y-%m-%d %H:%M}"

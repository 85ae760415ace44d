"""Who has an article open."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Presence(models.Model):
    """A person with the page of an article open. It says nothing any more when it was not renewed."""

    article = models.ForeignKey("news.Article", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)
    wrote_at = models.DateTimeField(null=True, help_text="When the page last told of typing.")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["article", "person"], name="presence_once"),
            models.CheckConstraint(condition=Q(seen_at__gte=F("since")), name="presence_seen_after_it_began"),
        ]

    def __str__(self):
        return f"{self.article_id} {self.person_id}"

"""Addresses that the portal once had. An old address is data."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Redirect(models.Model):
    """An old address that leads to an edition of an article, permanently."""

    old_url = models.CharField(
        _("old address"),
        max_length=500,
        unique=True,
        help_text=_("Path and query as they stood after the host: /en/?idn=123"),
    )
    article = models.ForeignKey(
        "news.Article", on_delete=models.CASCADE, related_name="redirects", verbose_name=_("article")
    )
    language = models.CharField(_("language"), max_length=2, choices=[("en", "English"), ("ru", "Русский")])

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["old_url"]
        constraints = [
            models.CheckConstraint(condition=Q(old_url__startswith="/"), name="redirect_from_a_path"),
            models.CheckConstraint(condition=Q(language__in=["en", "ru"]), name="redirect_language"),
        ]

    def __str__(self):
        return self.old_url

"""Addresses that the portal once had. An old address is data."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.languages import LANGUAGES, column
from news.models.article import Article


class RedirectQuerySet(models.QuerySet):
    """Questions asked of old addresses."""

    def to_a_page(self):
        """Those whose edition has a page: it is public, or it was and its page says why it is withdrawn."""
        now, found = timezone.now(), Q()
        for code in LANGUAGES:
            withdrawn = Q(
                **{
                    f"article__{column('withdrawn_at', code)}__isnull": False,
                    f"article__{column('published_at', code)}__lte": now,
                }
            )
            found |= Q(language=code) & (Q(article__in=Article.objects.published(code, at=now)) | withdrawn)
        return self.filter(found)


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

    objects = RedirectQuerySet.as_manager()

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["old_url"]
        constraints = [
            models.CheckConstraint(
                condition=Q(old_url__startswith="/"),
                name="redirect_from_a_path",
                violation_error_message=_("Leave out the host: the old address begins with a slash."),
            ),
            models.CheckConstraint(condition=Q(language__in=["en", "ru"]), name="redirect_language"),
        ]

    def __str__(self):
        return self.old_url

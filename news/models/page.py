"""Pages that editors write once and keep true: About, Contacts, Rules, Privacy, Help."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from news.languages import column

# First parts of addresses that belong to lists; a page of that name could never be opened.
RESERVED_SLUGS = ["news", "section", "topic", "states", "archive", "contact", "time", "feed"]


def validate_page_slug(slug: str):
    """Refuse an address that is taken by a part of the portal."""
    if slug in RESERVED_SLUGS:
        raise ValidationError(_("This address belongs to a part of the portal. Choose another."))


class PageQuerySet(models.QuerySet):
    """Questions asked of pages."""

    def published(self, language=None):
        """Pages that have a title and a text in `language` (by default, that of the page being made)."""
        return self.filter(**{f"{column('title', language)}__gt": "", f"{column('body', language)}__gt": ""})


class Page(models.Model):
    """A page without a date."""

    slug = models.SlugField(_("address"), max_length=60, unique=True, validators=[validate_page_slug])
    title = models.CharField(_("title"), max_length=200, blank=True)
    body = models.TextField(_("text"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["order", "slug"]
        constraints = [
            models.CheckConstraint(condition=~Q(slug__in=RESERVED_SLUGS), name="page_slug_not_reserved")
        ]

    def __str__(self):
        return self.title or self.slug

    def get_absolute_url(self):
        return reverse("page", args=[self.slug])

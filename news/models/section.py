"""How stories are filed: one section each, any number of topics."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from news.models.conditions import in_one_language


class Section(models.Model):
    """A part of the portal. A story stands in one section at most."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=100)
    description = models.CharField(_("description"), max_length=300, blank=True)
    former_slugs = models.JSONField(
        default=list,
        editable=False,
        help_text="Last parts of addresses that it had before.",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "slug"]
        constraints = [
            in_one_language("section", "name", _("A section needs a name in one language at least."))
        ]

    def __str__(self):
        return self.name or self.slug

    def get_absolute_url(self):
        return reverse("section", args=[self.slug])

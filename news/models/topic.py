"""What stories are about."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from news.models.conditions import in_one_language


class Topic(models.Model):
    """A subject that stories of any section share."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=100)
    former_slugs = models.JSONField(
        default=list,
        editable=False,
        help_text="Last parts of old addresses: its own, and of topics merged into it.",
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]
        constraints = [in_one_language("topic", "name", _("A topic needs a name in one language at least."))]

    def __str__(self):
        return self.name or self.slug

    def get_absolute_url(self):
        return reverse("topic", args=[self.slug])

"""What stands around every page: the imprint, notices."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SiteSettings(models.Model):
    """The portal's name and its imprint, as the law asks of a registered online publication (one row)."""

    name = models.CharField(pgettext_lazy("of the portal", "name"), max_length=100, blank=True)
    tagline = models.CharField(_("line under the title"), max_length=200, blank=True)
    founder = models.CharField(_("founder"), max_length=300, blank=True)
    editor_in_chief = models.CharField(_("editor in chief"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    telephone = models.CharField(_("telephone"), max_length=50, blank=True)
    registration = models.CharField(_("registration"), max_length=300, blank=True)
    age_mark = models.CharField(_("age mark"), max_length=5, blank=True, help_text=_("For example: 12+"))

    class Meta:
        verbose_name = _("imprint")
        verbose_name_plural = _("imprint")
        constraints = [
            models.CheckConstraint(
                condition=Q(id=1),
                name="site_settings_one_row",
                violation_error_message=_("There is one imprint already."),
            )
        ]

    def __str__(self):
        return self.name or "Infoshos"


class Notice(models.Model):
    """A line on every page, such as “created with the financial assistance of …”."""

    ref = models.SlugField(_("key"), max_length=60, unique=True)
    text = models.CharField(_("text"), max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    shown = models.BooleanField(_("shown"), default=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["order", "ref"]

    def __str__(self):
        return self.text or self.ref

"""States, their capitals and clocks."""

import zoneinfo

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from news.models.conditions import in_both_languages
from news.models.membership import Membership


def validate_time_zone(name: str):
    """Refuse a name that the table of time zones does not hold."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone. Write it as Asia/Almaty."), params={"name": name}
        )


class StateQuerySet(models.QuerySet):
    """Questions asked of states."""

    def on(self, day):
        """States that held a status on `day`, each with `status_key`: the lists as they stood then."""
        held = Membership.objects.on(day)
        return self.filter(memberships__in=held).annotate(status_key=F("memberships__status__key"))


class State(models.Model):
    """A state that is, was or will be connected with the organisation."""

    code = models.CharField(
        _("code"),
        max_length=2,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]{2}\Z", _("Two capital Latin letters, as in ISO 3166-1."))],
    )
    name = models.CharField(_("name"), max_length=100)
    capital = models.CharField(_("capital"), max_length=100)
    time_zone = models.CharField(
        _("time zone of the capital"), max_length=60, validators=[validate_time_zone]
    )

    objects = StateQuerySet.as_manager()

    class Meta:
        verbose_name = _("state")
        verbose_name_plural = _("states")
        ordering = ["code"]
        # A state stands in the lists of both languages, and its name leads to its page.
        constraints = in_both_languages(
            "state",
            "name",
            "capital",
            message=_("A state needs its name and its capital in both languages."),
        )

    def __str__(self):
        return self.name or self.code

    def get_absolute_url(self):
        return reverse("state", args=[self.code.lower()])

"""People who work on the portal."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An account of an editor or moderator. Readers have none."""

    interface_language = models.CharField(
        _("interface language"),
        max_length=2,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("The language in which the editorial pages address this person."),
    )

    is_demo = models.BooleanField(
        default=False,
        editable=False,
        help_text="Belongs to the demonstration: refused where others reach the site.",
    )

    class Meta(AbstractUser.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(interface_language__in=["en", "ru"]), name="user_interface_language"
            )
        ]

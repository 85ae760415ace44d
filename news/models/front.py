"""The front page's places, and which of them editors have given to a story."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class FrontPlaceQuerySet(models.QuerySet):
    """Questions asked of pinned places."""

    def at(self, moment):
        """Places that have not expired at `moment`."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=moment))


class FrontPlace(models.Model):
    """A story that an editor pinned to the front page: 0 is the lead, 1 to 5 the places below it."""

    LAST = 5

    position = models.PositiveSmallIntegerField(
        _("place"), unique=True, choices=[(0, _("Lead")), *((n, str(n)) for n in range(1, LAST + 1))]
    )
    article = models.OneToOneField(
        "news.Article", on_delete=models.CASCADE, related_name="front_place", verbose_name=_("article")
    )
    until = models.DateTimeField(
        _("until"), null=True, blank=True, help_text=_("Moscow time. Then the newest stories move up.")
    )
    pinned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("pinned by"),
    )
    pinned_at = models.DateTimeField(_("pinned"), null=True, editable=False)

    objects = FrontPlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("front page place")
        verbose_name_plural = _("front page places")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(position__range=(0, 5)), name="front_place_position"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(pinned_at__isnull=True) | Q(until__gt=F("pinned_at")),
                name="front_place_until_later",
                violation_error_message=_("A place cannot end before it begins."),
            ),
        ]

    def __str__(self):
        return f"{self.get_position_display()}: {self.article}"


class FrontArrangement(models.Model):
    """How often the places were changed, and by whom last (one row): nobody changes what they have not seen."""

    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("arrangement of the front page")
        verbose_name_plural = _("arrangement of the front page")
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=Q(id=1), name="front_arrangement_one_row")]

    def __str__(self):
        return str(self.version)

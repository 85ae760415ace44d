"""What editors say of a story and others: which it links to, here or elsewhere, and which it never should."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models.conditions import filled


class RelatedLink(models.Model):
    """A link to an article of this portal or to an outside address: exactly one of the two.

    One that is `excluded` says the opposite: this article is neither shown nor suggested.
    """

    article = models.ForeignKey(
        "news.Article", on_delete=models.CASCADE, related_name="related_links", verbose_name=_("article")
    )
    target = models.ForeignKey(
        "news.Article",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("story of this portal"),
    )
    url = models.URLField(
        _("outside address"), max_length=500, blank=True, validators=[URLValidator(["http", "https"])]
    )
    title = models.CharField(_("title of the outside page"), max_length=300, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    time = models.TimeField(_("time"), null=True, blank=True, help_text=_("Moscow time."))
    pin = models.PositiveSmallIntegerField(
        _("place among the pinned"), null=True, blank=True, help_text=_("Empty: in the order of dates.")
    )
    excluded = models.BooleanField(_("never show here"), default=False, db_default=False)

    class Meta:
        verbose_name = _("related link")
        verbose_name_plural = _("related links")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target__isnull=False, url="") | (Q(target__isnull=True) & ~Q(url="")),
                name="related_target_or_url",
                violation_error_message=_(
                    "Give a story of this portal or an outside address: exactly one of the two."
                ),
            ),
            models.CheckConstraint(
                condition=Q(url="") | filled("title_en") | filled("title_ru"),
                name="related_url_has_title",
                violation_error_message=_("An outside address needs a title."),
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | ~Q(target=models.F("article")),
                name="related_not_to_itself",
                violation_error_message=_("A story cannot be related to itself."),
            ),
            models.CheckConstraint(
                condition=Q(excluded=False) | Q(target__isnull=False, pin__isnull=True),
                name="related_excluded_is_a_story",
                violation_error_message=_(
                    "What is never shown is a story of this portal, and has no place among the pinned."
                ),
            ),
            models.CheckConstraint(
                condition=Q(time__isnull=True) | Q(date__isnull=False),
                name="related_time_with_date",
                violation_error_message=_("A time needs a date."),
            ),
            models.UniqueConstraint(
                fields=["article", "target"],
                name="related_target_once",
                violation_error_message=_("This story is linked twice."),
            ),
        ]

    def __str__(self):
        return str(self.target) if self.target_id else self.title or self.url

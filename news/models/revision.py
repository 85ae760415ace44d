"""What an article said at each save."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """The whole article as one save left it. Written by that save, never changed after it.

    `texts` maps a language to the fields of `article.TEXT_FIELDS` and `article.PUBLICATION_FIELDS`; `common` is what
    both editions share, as `news.releases.common_of` gives it. Revisions of earlier days have no `common`.
    """

    class Via(models.TextChoices):
        FORM = "form", _("form")
        LIST = "list", _("list")
        IMPORT = "import", _("import")
        RESTORE = "restore", _("restored")

    article = models.ForeignKey(
        "news.Article", on_delete=models.CASCADE, related_name="revisions", verbose_name=_("article")
    )
    number = models.PositiveIntegerField(_("number"))
    created_at = models.DateTimeField(_("saved"), auto_now_add=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("author"),
    )
    via = models.CharField(_("path"), max_length=10, choices=Via)
    texts = models.JSONField()
    common = models.JSONField(null=True, default=None)
    is_draft = models.BooleanField(
        _("working copy"),
        default=False,
        help_text=_("Holds changes to a live edition that readers do not see yet."),
    )

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["article", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="revision_number_from_one"),
        ]

    def __str__(self):
        return f"{self.article_id} r{self.number}"

"""Which paragraph of one edition is the translation of which of the other, and which is out of date."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# Where the title and the summary stand among the paragraphs of an edition; the text begins after them.
TITLE, SUMMARY, BODY = 0, 1, 2


class ParagraphPair(models.Model):
    """Two paragraphs that say the same, or one that has nothing to correspond to it.

    `place` is where a paragraph stands in the text of the article's row: 0 the title, 1 the summary, then the blocks
    of the body, as `news.blocks` cuts them. It is empty where the paragraph was removed or has not been written.
    `revision` and `origin` are the revision, and the place in it, of the text of which the other paragraph was last
    known to be a translation. A pair without `outdated` is valid.
    """

    article = models.ForeignKey(
        "news.Article", on_delete=models.CASCADE, related_name="pairs", verbose_name=_("article")
    )
    place_en = models.PositiveIntegerField(null=True)
    place_ru = models.PositiveIntegerField(null=True)
    revision_en = models.PositiveIntegerField(null=True)
    revision_ru = models.PositiveIntegerField(null=True)
    origin_en = models.PositiveIntegerField(null=True)
    origin_ru = models.PositiveIntegerField(null=True)
    outdated = models.CharField(
        max_length=2, blank=True, default="", help_text="The language to be looked at."
    )
    since = models.DateTimeField(null=True, help_text="When it went out of date.")

    class Meta:
        verbose_name = _("pair of paragraphs")
        verbose_name_plural = _("pairs of paragraphs")
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["article", "place_en", "place_ru"], name="pair_once"),
            models.CheckConstraint(
                condition=Q(outdated="", since__isnull=True, place_en__isnull=False, place_ru__isnull=False)
                | Q(outdated__in=["en", "ru"], since__isnull=False)
                & (Q(place_en__isnull=False) | Q(place_ru__isnull=False)),
                name="pair_valid_or_outdated",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"revision_{code}__isnull": True, f"origin_{code}__isnull": True})
                    | Q(
                        **{
                            f"revision_{code}__isnull": False,
                            f"revision_{code}__gte": 1,
                            f"origin_{code}__isnull": False,
                        }
                    ),
                    name=f"pair_origin_{code}",
                )
                for code in ("en", "ru")
            ),
        ]

    def __str__(self):
        return f"{self.article_id}: {self.place_en} – {self.place_ru}"

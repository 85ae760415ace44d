"""Pictures: what was uploaded, what readers are served, and the words that go with it."""

import secrets

from django.core.files.storage import storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.languages import column


def originals():
    """The private storage of uploads, never served."""
    return storages["originals"]


def new_token() -> str:
    """A name for the served files that nobody can guess and no upload can choose."""
    return secrets.token_hex(8)


def _focus(verbose_name):
    return models.FloatField(
        verbose_name, default=0.5, validators=[MinValueValidator(0), MaxValueValidator(1)]
    )


class Image(models.Model):
    """A picture of the library.

    `original` keeps the upload byte for byte, privately. Readers get only re-encoded files named by `token`:
    a JPEG at once, further sizes and formats (`widths`) and what is cut around the focal point (`crops`) as the
    worker makes them.
    """

    original = models.FileField(_("file"), upload_to="images", storage=originals, max_length=200)
    digest = models.CharField(
        _("fingerprint"),
        max_length=64,
        unique=True,
        editable=False,
        error_messages={"unique": _("This picture is in the library already.")},
    )
    token = models.CharField(max_length=16, unique=True, default=new_token, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    widths = models.JSONField(
        default=list, editable=False, help_text="Widths in pixels that exist in AVIF, WebP and JPEG."
    )
    crop_version = models.PositiveIntegerField(
        default=1,
        editable=False,
        help_text="Rises with every move of the focal point and stands in the names of crops: a name is used once.",
    )
    crops = models.JSONField(
        default=dict,
        editable=False,
        help_text="Which crops exist: their version, widths of the card, size of the social picture.",
    )
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for readers who do not see it."),
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Photographer or agency, as they want to be named."),
    )
    focus_x = _focus(_("focal point, from the left"))
    focus_y = _focus(_("focal point, from the top"))
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(focus_x__range=(0, 1), focus_y__range=(0, 1)), name="image_focus_inside"
            ),
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="image_has_size"),
        ]

    def __str__(self):
        return self.caption or self.alt or self.token

    def made(self, crop: str) -> str:
        """The name of a crop with its version, as file names have it; nothing where there is none (yet)."""
        return f"{crop}{self.crops['version']}" if self.crops.get(crop) else ""


def missing_words(image: Image, language: str) -> list[str]:
    """Which words a page in `language` has to do without: of "alt", "caption" and "credit", those that are empty.

    The credit is written once for both languages.
    """
    columns = {"alt": column("alt", language), "caption": column("caption", language), "credit": "credit"}
    return [name for name, place in columns.items() if not getattr(image, place)]

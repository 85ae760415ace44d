"""The article: one story, an English and a Russian edition."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Now
from django.db.models.lookups import LessThanOrEqual
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from news.languages import LANGUAGES, column, current, other
from news.models.conditions import filled, outdated_since_some_day
from news.models.indexes import INDEXES
from news.models.years import EARLIEST, LATEST, validate_not_future, validate_year

# Characters of a body, markup included. A book chapter has 60,000.
BODY_LIMIT = 500_000

# What an edition says; a working copy holds these.
TEXT_FIELDS = ("title", "summary", "body", "byline", "slug")
# When and whether it is public; these are always in the row.
PUBLICATION_FIELDS = ("published_at", "withdrawn_at", "withdrawal_reason")
# What the row notes of an edition for the desk.
DESK_FIELDS = ("live_revision", "outdated", "outdated_since")


def long_columns(prefix: str = "") -> list[str]:
    """Columns with texts that no list of the admin shows."""
    return [f"{prefix}{name}{code}" for name in ("summary", "body") for code in ("", "_en", "_ru")]


def unread_columns(language: str | None = None, prefix: str = "") -> list[str]:
    """Columns that no page in `language` shows: the bare ones, and the long texts of the other edition."""
    there = other(language or current())
    bare = (*TEXT_FIELDS, *PUBLICATION_FIELDS, *DESK_FIELDS)
    long = ("summary", "body", "byline", "withdrawal_reason")
    return [prefix + name for name in (*bare, *(column(name, there) for name in long))]


def is_public(language: str | None = None, at=None) -> Q:
    """The condition under which an edition is public: title, body, its time has come, not withdrawn."""
    return Q(
        **{
            f"{column('title', language)}__gt": "",
            f"{column('body', language)}__gt": "",
            f"{column('published_at', language)}__lte": at or timezone.now(),
            f"{column('withdrawn_at', language)}__isnull": True,
        }
    )


class ArticleQuerySet(models.QuerySet):
    """Questions asked of articles. `published` is the only place that knows what readers may see."""

    def published(self, language=None, *, at=None):
        """Articles whose edition in `language` (by default, that of the page being made) is public at `at`."""
        return self.filter(is_public(language, at))

    def with_editions(self, at=None):
        """Articles with `public_en` and `public_ru`: whether each edition is public at `at`."""
        return self.annotate(
            **{
                # A bare condition would be NULL, neither true nor false, where an edition is missing.
                f"public_{code}": models.Case(
                    models.When(is_public(code, at), then=True),
                    default=False,
                    output_field=models.BooleanField(),
                )
                for code in LANGUAGES
            }
        )

    def for_page(self, language=None):
        """Leave unread what the page of a story in `language` never shows."""
        # Django's own method: modeltranslation's would leave out the columns of both languages.
        return models.QuerySet.defer(self, *unread_columns(language))

    def for_list(self, language=None):
        """Leave unread what no list in `language` shows."""
        return models.QuerySet.defer(self.for_page(language), column("body", language))

    def newest_first(self, language=None):
        """In the order of every list: by the edition's date, the later entered first among equals."""
        return self.order_by(f"-{column('published_at', language)}", "-id")


class Article(models.Model):
    """A story. The row holds what readers see; unpublished changes to a live edition are a working copy."""

    class Kind(models.TextChoices):
        PRESS_RELEASE = "press-release", _("Press release")
        NEWS = "news", _("News")
        INTERVIEW = "interview", _("Interview")
        COMMENT = "comment", _("Comment")
        DOCUMENT = "document", _("Document")

    # Translated: an edition.
    title = models.CharField(_("title"), max_length=300, blank=True)
    summary = models.TextField(_("summary"), max_length=1000, blank=True)
    body = models.TextField(_("text"), max_length=BODY_LIMIT, blank=True)
    byline = models.CharField(_("byline"), max_length=200, blank=True)
    slug = models.CharField(
        _("readable part of the address"),
        max_length=120,
        blank=True,
        validators=[
            RegexValidator(r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z", _("Small Latin letters, digits and hyphens only."))
        ],
        help_text=_("Left empty, it is made from the title."),
    )
    published_at = models.DateTimeField(
        _("published"),
        null=True,
        blank=True,
        validators=[validate_year],
        help_text=_("Moscow time. Empty: a draft. Future: embargoed."),
    )
    withdrawn_at = models.DateTimeField(
        _("withdrawn"), null=True, blank=True, validators=[validate_year, validate_not_future]
    )
    withdrawal_reason = models.CharField(
        _("reason of the withdrawal"),
        max_length=500,
        blank=True,
        help_text=_("Readers who open the address see it."),
    )
    live_revision = models.PositiveIntegerField(
        null=True,
        blank=True,
        editable=False,
        help_text="The newest revision whose text of this edition is the row's: the one that pages are made from.",
    )
    outdated = models.PositiveIntegerField(
        null=True, blank=True, editable=False, help_text="How many of its paragraphs are out of date."
    )
    outdated_since = models.DateTimeField(null=True, blank=True, editable=False)

    # Common to both editions.
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.NEWS)
    section = models.ForeignKey(
        "news.Section",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
        verbose_name=_("section"),
    )
    topics = models.ManyToManyField(
        "news.Topic", blank=True, related_name="articles", verbose_name=_("topics")
    )
    states = models.ManyToManyField(
        "news.State", blank=True, related_name="articles", verbose_name=_("states")
    )
    image = models.ForeignKey(
        "news.Image",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
        verbose_name=_("lead picture"),
    )
    source_name = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    comments_open = models.BooleanField(_("open to comments"), default=True)
    import_ref = models.CharField(
        _("reference in the import"), max_length=200, null=True, blank=True, unique=True, editable=False
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("begun by"),
    )
    form_key = models.CharField(
        max_length=36,
        null=True,
        unique=True,
        editable=False,
        help_text="The filled-in form that made it: no form makes two.",
    )
    version = models.PositiveIntegerField(
        default=0, editable=False, help_text="Number of the newest revision."
    )
    # For the list of the desk.
    changed_at = models.DateTimeField(
        _("last change"),
        default=timezone.now,
        db_default=Now(),
        editable=False,
        help_text="Of the newest revision.",
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("changed by"),
    )
    title_words = models.TextField(
        default="",
        db_default="",
        blank=True,
        editable=False,
        help_text="Of all titles, also those of a working copy: see `news.models.finding`.",
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [
            ("publish_article", _("Can publish articles")),
            ("withdraw_article", _("Can withdraw articles")),
            ("edit_any_article", _("Can change articles of others")),
        ]
        indexes = INDEXES
        constraints = [
            *(outdated_since_some_day(code) for code in LANGUAGES),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"withdrawn_at_{code}__isnull": True})
                    | filled(f"withdrawal_reason_{code}"),
                    name=f"article_withdrawn_with_reason_{code}",
                    violation_error_message=_("Say why it is withdrawn: readers will ask."),
                )
                for code in LANGUAGES
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"title_{code}": ""})
                    | Q(**{f"title_{code}__isnull": True})
                    | filled(f"slug_{code}"),
                    name=f"article_titled_has_slug_{code}",
                )
                for code in LANGUAGES
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"body_{code}__isnull": True})
                    | LessThanOrEqual(Length(f"body_{code}"), BODY_LIMIT),
                    name=f"article_body_limit_{code}",
                )
                for code in LANGUAGES
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{field}_{code}__isnull": True})
                    | Q(**{f"{field}_{code}__range": (EARLIEST, LATEST)}),
                    name=f"article_{field}_year_{code}",
                )
                for field in ("published_at", "withdrawn_at")
                for code in LANGUAGES
            ),
        ]

    def __str__(self):
        return self.title or self.title_en or self.title_ru or f"#{self.pk}"

    def get_absolute_url(self, language=None):
        """The address of the edition in `language` (by default, the active one)."""
        with translation.override(language or translation.get_language()):
            return reverse("article", args=[self.pk, self.slug or "-"])

    def text(self, language: str) -> dict:
        """What the edition in `language` says, as a revision keeps it."""
        return {field: getattr(self, column(field, language)) or "" for field in TEXT_FIELDS}

"""Documents that go with a story."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from news.languages import LANGUAGES
from news.models.article import Article
from news.models.image import new_token


def attachment_path(attachment, _name: str) -> str:
    """A name nobody can guess and no upload can choose, with the ending of the checked format."""
    return f"attachments/{new_token()}.{attachment.format}"


class AttachmentQuerySet(models.QuerySet):
    """Questions asked of documents."""

    def published(self):
        """Documents that readers may have: the edition in the document's own language is public."""
        theirs = Q()
        for code in LANGUAGES:
            theirs |= Q(language=code, article__in=Article.objects.published(code))
        return self.filter(theirs)


class Attachment(models.Model):
    """A PDF or DOCX file in one language, downloaded and never opened inside the site.

    It is published with the edition in its language. The other edition, where that is public too, shows it as well.
    """

    class Format(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "DOCX"

    article = models.ForeignKey(
        "news.Article", on_delete=models.CASCADE, related_name="attachments", verbose_name=_("article")
    )
    title = models.CharField(pgettext_lazy("of a document", "title"), max_length=200)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    file = models.FileField(_("file"), upload_to=attachment_path, max_length=200)
    format = models.CharField(_("format"), max_length=4, choices=Format, editable=False)
    size = models.PositiveIntegerField(_("size in bytes"), editable=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(language__in=["en", "ru"]), name="attachment_language"),
            models.CheckConstraint(condition=Q(format__in=["pdf", "docx"]), name="attachment_format"),
            models.CheckConstraint(condition=~Q(title=""), name="attachment_has_title"),
        ]

    def __str__(self):
        return self.title

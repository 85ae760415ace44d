"""Going back: the text of a revision, or what both editions shared then, becomes that of a new one."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from news.actions.audit import Action, record
from news.actions.publishing import complete, open_for_editing, save_article
from news.actions.related import save_related_links
from news.languages import LANGUAGES, column
from news.models import Article, RelatedLink, Revision
from news.models.article import TEXT_FIELDS
from news.releases import COMMON_FIELDS, SETS

# What can be restored besides an edition: what both share.
COMMON = "common"
# A document that was removed is gone with its file.
RESTORED = (*COMMON_FIELDS, *SETS, "related_links")


@transaction.atomic
def restore(pk: int, number: int, parts, *, by, based_on: int, request=None) -> Revision:
    """Save the words of one edition, or of both, or what both share (`COMMON`), as a revision has them.

    Dates, withdrawals and documents stay as they are. As with every save, readers of a live edition see nothing of
    its words until somebody publishes the edition; what both share takes effect at once. `based_on` is the version
    that the person saw. What was saved since elsewhere in the article stays. Raises ConflictError if one of these
    parts was saved since, PermissionDenied, Article.DoesNotExist, Revision.DoesNotExist, and ValidationError where
    there is nothing to restore.
    """
    if not parts or not set(parts) <= {*LANGUAGES, COMMON}:
        raise ValidationError(_("Choose what is to be restored."))
    Article.objects.select_for_update().only("pk").get(pk=pk)
    article = open_for_editing(pk)
    old = article.revisions.get(number=number)
    if not _overtaken(article, parts, based_on):
        based_on = article.version
    for language in LANGUAGES:
        if language in parts:
            _put_words(article, language, old.texts[language])
    if COMMON in parts:
        _put_columns(article, old.common)
    revision = save_article(article, by=by, via=Revision.Via.RESTORE, based_on=based_on, request=request)
    if COMMON in parts:
        _put_relations(article, old.common)
        complete(revision)
    record(
        Action.CHANGED,
        by=by,
        about=article,
        request=request,
        changes={"restored": [[number, part] for part in parts]},
    )
    return revision


def _overtaken(article: Article, parts, based_on: int) -> bool:
    """Whether one of these parts was saved since that version."""
    seen, newest = (article.revisions.filter(number=one).first() for one in (based_on, article.version))
    if seen is None or (COMMON in parts and seen.common != newest.common):
        return True
    return any(
        seen.texts[part][field] != newest.texts[part][field]
        for part in parts
        if part != COMMON
        for field in TEXT_FIELDS
    )


def _put_words(article: Article, language: str, text: dict) -> None:
    if not text["title"]:
        raise ValidationError(_("That revision has no such edition."))
    for field in TEXT_FIELDS:
        setattr(article, column(field, language), text[field])


def _put_columns(article: Article, common: dict | None) -> None:
    if common is None:
        raise ValidationError(_("Revisions of that time have kept the texts only."))
    for name in COMMON_FIELDS:
        field, value = Article._meta.get_field(name), common[name]
        if field.is_relation and value and not field.related_model.objects.filter(pk=value).exists():
            gone = _("Of what that revision had, this has been deleted: %(what)s.")
            raise ValidationError(gone % {"what": field.verbose_name})
        setattr(article, field.attname, value)


def _put_relations(article: Article, common: dict) -> None:
    """Topics, states and links; what has been deleted since is left out."""
    for name in SETS:
        relation = getattr(article, name)
        relation.set(relation.model.objects.filter(pk__in=common[name]))
    targets = [row["target"] for row in common["related_links"] if row["target"]]
    there = set(Article.objects.filter(pk__in=targets).values_list("pk", flat=True))
    links = [
        RelatedLink(**{RelatedLink._meta.get_field(name).attname: value for name, value in row.items()})
        for row in common["related_links"]
        if row["target"] is None or row["target"] in there
    ]
    save_related_links(article, new=links, removed=list(article.related_links.all()))

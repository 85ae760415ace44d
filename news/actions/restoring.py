"""Going back to what an article said: the text of a revision becomes that of a new one."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from news.actions.audit import Action, record
from news.actions.publishing import open_for_editing, save_article
from news.languages import LANGUAGES, column
from news.models import Article, Revision
from news.models.article import TEXT_FIELDS


@transaction.atomic
def restore(pk: int, number: int, languages, *, by, based_on: int, request=None) -> Revision:
    """Save the words of one edition, or of both, as a revision said them. Dates and withdrawals stay as they are.

    As with every save, readers of a live edition see nothing of it until somebody publishes the edition. `based_on`
    is the version that the person saw. What was saved since elsewhere in the article stays. Raises ConflictError if
    words of these editions were saved since, PermissionDenied, Article.DoesNotExist, Revision.DoesNotExist, and
    ValidationError where there is nothing to restore.
    """
    if not languages or not set(languages) <= set(LANGUAGES):
        raise ValidationError(_("Choose the edition that is to be restored."))
    Article.objects.select_for_update().only("pk").get(pk=pk)
    article = open_for_editing(pk)
    texts = article.revisions.get(number=number).texts
    if not _overtaken(article, languages, based_on):
        based_on = article.version
    for language in languages:
        if not texts[language]["title"]:
            raise ValidationError(_("That revision has no such edition."))
        for field in TEXT_FIELDS:
            setattr(article, column(field, language), texts[language][field])
    revision = save_article(article, by=by, via=Revision.Via.RESTORE, based_on=based_on, request=request)
    done = [[number, language] for language in languages]
    record(Action.CHANGED, by=by, about=article, request=request, changes={"restored": done})
    return revision


def _overtaken(article: Article, languages, based_on: int) -> bool:
    """Whether words of these editions were saved since that version."""
    seen = article.revisions.filter(number=based_on).first()
    return seen is None or any(
        seen.texts[language][field] != article.text(language)[field]
        for language in languages
        for field in TEXT_FIELDS
    )

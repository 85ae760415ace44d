"""The only way an article is written: every save is one transaction and leaves a revision."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from news.actions.attachments import remove_attachment
from news.actions.freshness import keep_up
from news.actions.permissions import check_removal, check_save
from news.actions.pictures import check_pictures
from news.languages import LANGUAGES, column
from news.markup import canonical
from news.models import Article, Revision
from news.models.article import PUBLICATION_FIELDS, TEXT_FIELDS
from news.models.finding import title_words
from news.releases import common_of
from news.slugs import slug_from


class ConflictError(Exception):
    """The article was saved by somebody else since the text at hand was opened."""

    def __init__(self, newest: Revision):
        super().__init__(f"revision {newest.number} is newer")
        self.newest = newest


def open_for_editing(pk: int) -> Article:
    """Load an article with the text that an editor goes on with: its working copy where it has one.

    Raises Article.DoesNotExist.
    """
    article = Article.objects.get(pk=pk)
    if draft := working_copy(article):
        for language in LANGUAGES:
            _set_text(article, language, draft.texts[language])
    return article


def working_copy(article: Article) -> Revision | None:
    """The newest revision, if it holds changes that readers do not see yet."""
    return article.revisions.filter(number=article.version, is_draft=True).first()


@transaction.atomic
def save_article(
    article: Article, *, by, via: str, publish=(), based_on: int | None = None, answers=None, request=None
) -> Revision:
    """Write an article, whose attributes hold the text that an editor wants, and its revision.

    An edition that has been out keeps the text that readers know in the row unless its language is in `publish`; the
    new text is then a working copy, in the revision. So a working copy is never shown unasked, not even when a
    withdrawal is lifted. An edition whose time has not come, before or after the save, is written to the row at once:
    what is embargoed is what the editor saw. Everything that is not text (dates, section, picture) goes to the row.

    `answers` says of an edition that is published whether its change is spelling or substance: see `keep_up`.
    `based_on` is the version that the text was made from. Raises ConflictError if it is not the newest any more,
    PermissionDenied for what `by` has no right to (nobody, as with an import, may do everything), and ValidationError
    for a body that cannot be stored or shows a picture that the library does not have.
    """
    stored = _lock(article, based_on)
    check_save(by, article, stored=stored, publish=publish)
    _tidy(article)
    check_pictures(*(getattr(article, column("body", language)) for language in LANGUAGES))
    wanted = {language: article.text(language) for language in LANGUAGES}
    if stored:
        for language in LANGUAGES:
            if (
                language not in publish
                and has_been_out(stored, language)
                and _time_has_come(article, language)
            ):
                _set_text(article, language, stored.text(language))
    article.version = (stored.version if stored else 0) + 1
    if not stored:
        article.created_by = by
    shown = {language: article.text(language) == wanted[language] for language in LANGUAGES}
    for language in LANGUAGES:
        if shown[language]:
            setattr(article, column("live_revision", language), article.version)
    article.changed_at, article.changed_by = timezone.now(), by
    article.title_words = title_words(
        *(text["title"] for code in LANGUAGES for text in (article.text(code), wanted[code]))
    )
    if stored:
        known = {language: has_been_out(stored, language) for language in LANGUAGES}
        keep_up(article, stored, known=known, answers=answers or {}, by=by, request=request)
    article.save()
    revision = Revision.objects.create(
        article=article,
        number=article.version,
        author=by,
        via=via,
        texts={code: wanted[code] | _publication(article, code) for code in LANGUAGES},
        is_draft=not all(shown.values()),
        common=common_of(article),
    )
    for language in LANGUAGES:
        _set_text(article, language, wanted[language])
    return revision


def complete(revision: Revision, **more) -> None:
    """Note in a revision what was written for it after the article's row: topics, states, links, documents; and more.

    Call it in the transaction of the save that made the revision.
    """
    noted = revision.common or {}
    revision.common = noted | common_of(Article.objects.get(pk=revision.article_id)) | more
    Revision.objects.filter(pk=revision.pk).update(common=revision.common)


def has_been_out(article: Article, language: str) -> bool:
    """Whether readers know the edition's text: it is live, or it was until it was withdrawn.

    Of an article that was read `with_editions`.
    """
    if getattr(article, f"public_{language}"):
        return True
    return bool(getattr(article, column("withdrawn_at", language))) and _time_has_come(article, language)


def _time_has_come(article: Article, language: str) -> bool:
    published_at = getattr(article, column("published_at", language))
    return bool(published_at) and published_at <= timezone.now()


def _lock(article: Article, based_on: int | None) -> Article | None:
    """The row as it is, held until the end of the transaction; None for a new article."""
    if not article.pk:
        return None
    stored = Article.objects.with_editions(timezone.now()).select_for_update().get(pk=article.pk)
    if based_on is not None and stored.version != based_on:
        raise ConflictError(stored.revisions.select_related("author").get(number=stored.version))
    return stored


def _tidy(article: Article) -> None:
    """Bring bodies into their stored form; make the slugs that are missing."""
    for language in LANGUAGES:
        body, slug = column("body", language), column("slug", language)
        setattr(article, body, canonical(getattr(article, body) or ""))
        title = getattr(article, column("title", language))
        if title and not getattr(article, slug):
            setattr(article, slug, slug_from(title))


def _set_text(article: Article, language: str, text: dict) -> None:
    for field in TEXT_FIELDS:
        setattr(article, column(field, language), text[field])


def _publication(article: Article, language: str) -> dict:
    """Dates and reason as a revision keeps them; a moment has one spelling, wherever the article came from."""
    values = {field: getattr(article, column(field, language)) for field in PUBLICATION_FIELDS}
    return {
        field: timezone.localtime(value).isoformat() if isinstance(value, datetime) else value
        for field, value in values.items()
    }


@transaction.atomic
def remove_article(article: Article, *, by=None, based_on: int | None = None) -> None:
    """Remove an article with all that belongs to it, revisions, comments and the files of its documents.

    `based_on` is the version that the person saw. Raises ConflictError if it is not the newest any more,
    PermissionDenied where `by` has no right to, Article.DoesNotExist.
    """
    _lock(article, based_on)
    check_removal(by, article)
    for attachment in article.attachments.all():
        remove_attachment(attachment)
    article.delete()

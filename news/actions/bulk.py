"""One change of many articles. Each is a save with its own revision, of the version that the person saw."""

from dataclasses import dataclass

from django.db import transaction

from news.actions.audit import Action, record
from news.actions.publishing import ConflictError, complete, open_for_editing, save_article
from news.models import Article, Revision, Section, Topic


@dataclass(frozen=True)
class Change:
    """What is to be changed; None stays as it is."""

    section: Section | None = None
    topic: Topic | None = None
    comments_open: bool | None = None

    @property
    def fields(self) -> list[str]:
        """The columns, for the log."""
        wanted = {"section": self.section, "topics": self.topic, "comments_open": self.comments_open}
        return [name for name, value in wanted.items() if value is not None]

    def fits(self, article: Article) -> bool:
        """Whether the article is so already."""
        return (
            (self.section is None or article.section_id == self.section.pk)
            and (self.topic is None or article.topics.filter(pk=self.topic.pk).exists())
            and (self.comments_open is None or article.comments_open == self.comments_open)
        )


@transaction.atomic
def change_one(pk: int, change: Change, *, by, based_on: int | None, request=None) -> Revision | None:
    """Change an article; None where there is nothing to change.

    Raises ConflictError where it has another version than the list showed, PermissionDenied, Article.DoesNotExist.
    """
    Article.objects.select_for_update().only("pk").get(pk=pk)
    article = open_for_editing(pk)
    if based_on != article.version:
        raise ConflictError(article.revisions.select_related("author").get(number=article.version))
    if change.fits(article):
        return None
    if change.section is not None:
        article.section = change.section
    if change.comments_open is not None:
        article.comments_open = change.comments_open
    revision = save_article(article, by=by, via=Revision.Via.LIST, based_on=based_on)
    if change.topic is not None:
        article.topics.add(change.topic)
        complete(revision)
    record(Action.CHANGED, by=by, about=article, request=request, changes={"fields": change.fields})
    return revision

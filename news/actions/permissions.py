"""Who may do what with an article, whichever way the change comes.

The rights are Django's permissions. `view_article` shows every article, `edit_any_article` lets a person change every
one; `change_article` alone is for one's own drafts. An import has no person, and may do everything.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from news.languages import LANGUAGES, column
from news.models import Article

PUBLISH, WITHDRAW, EDIT_ANY = "news.publish_article", "news.withdraw_article", "news.edit_any_article"
# Of the front page.
ARRANGE = "news.change_frontplace"


def own_drafts(person) -> Q:
    """Articles that a person began and that nobody has given a date yet."""
    undated = {f"{column('published_at', code)}__isnull": True for code in LANGUAGES}
    return Q(created_by=person.pk, **undated)


def is_own_draft(person, article: Article) -> bool:
    """Whether the article is one of `own_drafts(person)`."""
    dated = any(getattr(article, column("published_at", code)) for code in LANGUAGES)
    return article.created_by_id == person.pk and not dated


def may_edit(person, article: Article) -> bool:
    """Whether a person may change the words of an article."""
    return person.has_perm(EDIT_ANY) or (
        person.has_perm("news.change_article") and is_own_draft(person, article)
    )


def may_remove(person, article: Article) -> bool:
    """Whether a person may remove an article. What has been given a date is withdrawn by it, without a trace."""
    if not person.has_perm("news.delete_article"):
        return False
    if person.has_perm(EDIT_ANY) and person.has_perm(WITHDRAW):
        return True
    return is_own_draft(person, article)


def check_save(person, article: Article, *, stored: Article | None, publish=()) -> None:
    """Refuse a save that the person has no right to. `stored` is the row as it is; None for a new article.

    Raises PermissionDenied.
    """
    if person is None:
        return
    before = stored or Article()
    changed = {
        name: any(
            (getattr(before, column(name, code)) or None) != (getattr(article, column(name, code)) or None)
            for code in LANGUAGES
        )
        for name in ("published_at", "withdrawn_at", "withdrawal_reason")
    }
    if (publish or changed["published_at"]) and not person.has_perm(PUBLISH):
        raise PermissionDenied("This account may not publish.")
    if (changed["withdrawn_at"] or changed["withdrawal_reason"]) and not person.has_perm(WITHDRAW):
        raise PermissionDenied("This account may not withdraw.")
    allowed = person.has_perm("news.add_article") if stored is None else may_edit(person, stored)
    if not allowed:
        raise PermissionDenied("This account may not change this article.")


def check_removal(person, article: Article) -> None:
    """Refuse a removal that the person has no right to. Raises PermissionDenied."""
    if person is not None and not may_remove(person, article):
        raise PermissionDenied("This account may not remove this article.")

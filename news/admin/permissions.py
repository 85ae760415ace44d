"""Who sees, changes and removes what on the pages of articles. The rules are those of `news.actions.permissions`."""

from news.actions.permissions import EDIT_ANY, may_edit, may_remove, own_drafts
from news.languages import LANGUAGES


class ArticleRights:
    """Before ModelAdmin: one's own drafts, or everything, as the person's rights have it."""

    def get_queryset(self, request):
        """Articles that the person may open; where one is looked for to link to, also what readers can open."""
        rows, person = super().get_queryset(request), request.user
        if sees_all(person):
            return rows
        match = request.resolver_match
        if match and match.url_name in {"autocomplete", "news_article_find"}:
            published = [rows.filter(own_drafts(person)), *(rows.published(code) for code in LANGUAGES)]
            return published[0] | published[1] | published[2]
        return rows.filter(own_drafts(person))

    def has_view_permission(self, request, obj=None):
        """Every article with the right to look, one's own drafts with the right to change."""
        if obj is None:
            return super().has_view_permission(request)
        return sees_all(request.user) or may_edit(request.user, obj)

    def has_change_permission(self, request, obj=None):
        """Every article, or one's own drafts."""
        if obj is None:
            return super().has_change_permission(request) or request.user.has_perm(EDIT_ANY)
        return may_edit(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        """As with changing; what has a date needs the right to withdraw."""
        if obj is None:
            return super().has_delete_permission(request)
        return may_remove(request.user, obj)


def sees_all(person) -> bool:
    """Whether a person sees articles of others that readers do not see yet."""
    return person.has_perm("news.view_article") or person.has_perm(EDIT_ANY)

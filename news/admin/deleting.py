"""Nobody deletes what the page did not show: where somebody has saved since, it is asked again."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from news.actions.publishing import ConflictError
from news.admin.bulk import versions_seen
from news.models import Article

# What the page of a deletion showed.
SEEN = "_as_seen"


class Deleting:
    """Before ModelAdmin: one article, or several of the list."""

    delete_confirmation_template = "admin/kept_delete_confirmation.html"
    delete_selected_confirmation_template = "admin/kept_delete_selected.html"

    def delete_view(self, request, object_id, extra_context=None):
        """Ask, and ask again where the article has another version than the page showed."""
        number = unquote(object_id)
        article = Article.objects.filter(pk=number[:18]).first() if number.isdecimal() else None
        if article is None:
            return super().delete_view(request, object_id, extra_context)
        asked = request.method == "POST"
        seen = request.POST.get(SEEN, "") if asked else request.GET.get("version", str(article.version))
        request.based_on = article.version
        if seen != str(article.version):
            request.POST = QueryDict()
            messages.warning(request, _overtaken([article]))
        context = (extra_context or {}) | {"as_seen": str(article.version)}
        try:
            return super().delete_view(request, object_id, context)
        except ConflictError as error:
            request.POST = QueryDict()
            messages.warning(request, _overtaken([error.newest.article]))
            return super().delete_view(request, object_id, context | {"as_seen": str(error.newest.number)})

    def changelist_view(self, request, extra_context=None):
        """The same of several."""
        if request.method == "POST" and request.POST.get("action") == "delete_selected":
            chosen = [n for n in request.POST.getlist("_selected_action") if n.isdecimal()]
            rows = list(self.get_queryset(request).filter(pk__in=chosen).order_by("pk"))
            now = {row.pk: row.version for row in rows}
            request.as_seen = " ".join(f"{pk}:{version}" for pk, version in now.items())
            if "post" not in request.POST:
                seen = versions_seen(request.POST)
                changed = [row for row in rows if seen.get(row.pk) != row.version]
            else:
                answered = dict(one.split(":", 1) for one in request.POST.get(SEEN, "").split() if ":" in one)
                changed = [row for row in rows if answered.get(str(row.pk)) != str(row.version)]
            if changed:
                left = request.POST.copy()
                left.pop("post", None)
                request.POST = left
                messages.warning(request, _overtaken(changed))
        return super().changelist_view(request, extra_context)


def _overtaken(articles: list[Article]) -> str:
    named = []
    for article in articles:
        newest = article.revisions.select_related("author").defer("texts").get(number=article.version)
        when = date_format(localtime(newest.created_at), "DATETIME_FORMAT")
        named.append(f"“{article}” ({newest.author or _('an import')}, {when})")
    said = _("Saved since the page was opened, and not deleted: %(names)s. Look at it, and confirm again.")
    return said % {"names": "; ".join(named)}

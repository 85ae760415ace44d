"""On the page of an article: who else has it open, and whether somebody has saved it since."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from news.actions.presence import LIFETIME, leave, tell
from news.models import Article, Presence


class Present:
    """Before ModelAdmin: the address at which a page tells that it is open, and hears of the others."""

    def get_urls(self):
        """Add it."""
        view = self.admin_site.admin_view(require_POST(self.presence_view))
        return [path("<int:pk>/presence/", view, name="news_article_presence"), *super().get_urls()]

    def presence_view(self, request, pk):
        """Take down that somebody is here, or has left; say who else is, and what was saved since."""
        article = self.get_queryset(request).filter(pk=pk).first() if pk < 2**63 else None
        if article is None:
            raise Http404("no such article")
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        if "left" in request.POST:
            leave(article, request.user)
            return JsonResponse({})
        tell(article, request.user, is_writing=request.POST.get("writing") == "1")
        version = request.POST.get("version", "")
        return JsonResponse(
            {"others": others(article, request.user), "saved": _saved_since(article, version, request.user)}
        )

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """The state as the page is opened, for whoever has no script."""
        if obj:
            context["others"] = others(obj, request.user)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def others(article: Article, person) -> list[str]:
    """A sentence for each colleague who has the article open."""
    now = timezone.now()
    rows = Presence.objects.filter(article=article.pk, seen_at__gte=now - LIFETIME).exclude(person=person)
    return [_sentence(row, now) for row in rows.select_related("person").order_by("since", "pk")]


def _sentence(row: Presence, now) -> str:
    is_writing = bool(row.wrote_at) and row.wrote_at >= now - LIFETIME
    words = (
        _("%(who)s has had this article open since %(when)s, and is writing.")
        if is_writing
        else _("%(who)s has had this article open since %(when)s.")
    )
    return words % {"who": row.person, "when": _clock(row.since)}


def _clock(moment) -> str:
    """The time in Moscow; with the day, if that is another."""
    local = timezone.localtime(moment)
    is_today = local.date() == timezone.localdate()
    return date_format(local, "TIME_FORMAT" if is_today else "SHORT_DATETIME_FORMAT")


def _saved_since(article: Article, version: str, person) -> dict | None:
    """Who has saved the article since a version, with the difference."""
    if not (version.isascii() and version.isdigit()) or int(version[:9]) >= article.version:
        return None
    newest = article.revisions.select_related("author").defer("texts", "common").get(number=article.version)
    if newest.author == person:
        words = _(
            "You saved this article at %(when)s in another window. When you save here, both are brought together."
        )
    else:
        words = _("%(who)s saved this article at %(when)s. When you save, both are brought together.")
    address = reverse("admin:news_article_difference", args=[article.pk])
    return {
        "words": words % {"who": newest.author or _("An import"), "when": _clock(newest.created_at)},
        "address": f"{address}?from={version[:9]}&to={article.version}",
        "link": _("What was saved"),
    }

"""The revisions of an article: their list, how two of them differ, and going back to one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from news.actions.publishing import ConflictError
from news.actions.restoring import COMMON, restore
from news.admin.revision_rows import PER_PAGE, changes, common_changes, restorable, rows
from news.models import Article, AuditEntry, Revision

# Entries of the log that an article's own page of it shows.
_ENTRIES = 200


class Revisions:
    """Before ModelAdmin: what an article said at each save."""

    def get_urls(self):
        """The difference of two revisions, the restoring, and the log, at whose place the revisions stand."""
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/revisions/", view(self.difference_view), name="news_article_difference"),
            path("<int:pk>/restore/", view(require_POST(self.restore_view)), name="news_article_restore"),
            path("<int:pk>/log/", view(self.log_view), name="news_article_log"),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """The list, newest first."""
        if not object_id.isdecimal():
            raise Http404(object_id)
        article = self._article(request, int(object_id))
        below = request.GET.get("below", "")
        page, older = rows(article, int(below) if below.isdecimal() and len(below) < 10 else None)
        newer = (
            page[0].revision.number + PER_PAGE + 1
            if page and page[0].revision.number < article.version
            else None
        )
        context = {"rows": page, "older": older, "newer": newer, "title": _("Revisions: %s") % article}
        return self._page(request, article, "admin/news/article/revisions.html", context)

    def log_view(self, request, pk):
        """What was done to the article, as the log of actions has it."""
        entries = AuditEntry.objects.about(Article, pk)[:_ENTRIES]
        return super().history_view(request, str(pk), {"entries": entries})

    def difference_view(self, request, pk):
        """What `to` says otherwise than `from`; without `from`, than the revision before it."""
        article = self._article(request, pk)
        try:
            last = int(request.GET.get("to") or article.version)
            first = int(request.GET.get("from") or last - 1)
        except ValueError:
            raise Http404("no such revision") from None
        first, last = sorted((first, last))
        wanted = {first, last, article.version}
        found = {
            one.number: one
            for one in article.revisions.select_related("author").filter(
                number__in=[number for number in wanted if 0 < number < 2**31]
            )
        }
        if last not in found or (first and first not in found):
            messages.error(request, _("There is no such revision."))
            return HttpResponseRedirect(reverse("admin:news_article_history", args=[pk]))
        newest, shown = found[article.version], [found[number] for number in (first, last) if number]
        may_restore = self.has_change_permission(request, article)
        context = {
            "before": found.get(first),
            "after": found[last],
            "earlier": max(last - 1, 1) if last > 1 else None,
            "later": last + 1 if last < article.version else None,
            "newest": article.version,
            "editions": changes(found.get(first), found[last]),
            "common": common_changes(found.get(first), found[last], words=True),
            "restorable": [
                (one, buttons) for one in dict.fromkeys(shown) if (buttons := restorable(one, newest))
            ]
            if may_restore
            else [],
            "title": _("Revisions: %s") % article,
        }
        return self._page(request, article, "admin/news/article/difference.html", context)

    def restore_view(self, request, pk):
        """Make what a revision said the newest one, and go on with that."""
        article = self._article(request, pk)
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        back = HttpResponseRedirect(reverse("admin:news_article_history", args=[pk]))
        try:
            number, based_on = int(request.POST.get("number", "")), int(request.POST.get("based_on", ""))
            languages = request.POST.get("languages", "").split()
            revision = restore(pk, number, languages, by=request.user, based_on=based_on, request=request)
        except (ValueError, OverflowError, Revision.DoesNotExist):
            messages.error(request, _("There is no such revision."))
            return back
        except ConflictError as error:
            messages.error(request, _conflict_words(error.newest))
            return back
        except ValidationError as error:
            messages.error(request, " ".join([_("Nothing has been restored."), *error.messages]))
            return back
        messages.success(request, _restored(number, languages))
        if revision.is_draft:
            messages.warning(request, _("It is a working copy. Readers see it when you publish the edition."))
        return HttpResponseRedirect(reverse("admin:news_article_change", args=[pk]))

    def _article(self, request, pk: int) -> Article:
        """The row, for whoever may see it. Raises Http404 and PermissionDenied."""
        article = self.get_queryset(request).filter(pk=pk).first() if pk < 2**63 else None
        if article is None:
            raise Http404("no such article")
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        return article

    def _page(self, request, article, template, context):
        common = self.admin_site.each_context(request) | {"opts": self.opts, "article": article}
        request.current_app = self.admin_site.name
        return TemplateResponse(request, template, common | context)


def _conflict_words(newest: Revision) -> str:
    return _(
        "%(who)s saved this article on %(when)s, after you had opened the revision. Nothing has been restored: look "
        "first at what is new."
    ) % {
        "who": newest.author or _("An import"),
        "when": date_format(localtime(newest.created_at), "DATETIME_FORMAT"),
    }


def _restored(number: int, languages: list[str]) -> str:
    if languages == [COMMON]:
        return _("What both editions share is again as in revision %(number)d.") % {"number": number}
    if len(languages) > 1:
        return _("Both editions say again what they said in revision %(number)d.") % {"number": number}
    words = {
        "en": _("The English edition says again what it said in revision %(number)d."),
        "ru": _("The Russian edition says again what it said in revision %(number)d."),
    }
    return words[languages[0]] % {"number": number}

"""Previews for editors: of the form as it stands, and of what was saved last."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.template import loader
from django.urls import path
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from news.languages import LANGUAGES, column
from news.models import RelatedLink
from news.queries import related_as_written
from news.views.previews import HEADERS, show, show_revision


class Previewing:
    """Before ModelAdmin: the pages that show an edition before readers see it."""

    def get_urls(self):
        """Those of a new article and of a stored one."""
        view = self.admin_site.admin_view(self.preview)
        return [
            path("preview/<str:language>/", view, name="news_article_preview_new"),
            path("<int:pk>/preview/<str:language>/", view, name="news_article_preview"),
            *super().get_urls(),
        ]

    def preview(self, request, language, pk=None):
        """The page of an edition: of the form that was sent, or of the newest revision."""
        if language not in LANGUAGES:
            raise Http404(language)
        article = self.get_object(request, str(pk)) if pk else None
        if pk and article is None:
            raise Http404("no such article")
        if not (
            self.has_view_or_change_permission(request, article) if pk else self.has_add_permission(request)
        ):
            raise PermissionDenied
        if request.method == "POST":
            return self._of_form(request, article, language)
        if article is None:
            raise Http404("nothing has been saved")
        return show_revision(request, article.revisions.get(number=article.version), language)

    def _of_form(self, request, article, language):
        if article:
            # Rows that somebody has removed meanwhile are in the preview of a page that still has them.
            request.stale = self.opened_before(request, article)
        form = self.get_form(request, article, change=bool(article))(
            request.POST, request.FILES, instance=article
        )
        form.is_preview = True
        valid = form.is_valid()
        formsets, _inlines = self._create_formsets(request, form.instance, change=bool(article))
        problems = (
            [] if valid and all(formset.is_valid() for formset in formsets) else _problems(form, formsets)
        )
        problems += _missing(form, language)
        if problems:
            return _refused(problems)
        story, words = form.instance, form.cleaned_data
        if not story.pk:
            story.pk = 0
            story._prefetched_objects_cache = {"attachments": []}
        story.live_revision = story.version
        with override(language):
            links = next(formset for formset in formsets if formset.model is RelatedLink)
            kept = [one for one in links.forms if one not in links.deleted_forms]
            related = related_as_written(
                [one.instance for one in kept if one.has_changed() or one.instance.pk],
                story,
                topics=words["topics"],
                states=words["states"],
            )
        return show(request, story, language, topics=words["topics"], states=words["states"], related=related)


def _problems(form, formsets) -> list[str]:
    """What is wrong in the form, with the names of the fields."""
    found = []
    for one in (form, *(row for formset in formsets for row in formset.forms)):
        for name, messages in one.errors.items():
            label = f"{one.fields[name].label}: " if name in one.fields else ""
            found += [f"{label}{message}" for message in messages]
    return found + [str(message) for formset in formsets for message in formset.non_form_errors()]


def _missing(form, language: str) -> list[str]:
    """Words without which there is no page."""
    needed = {"title": _("The edition has no title."), "body": _("The edition has no text.")}
    return [
        message
        for name, message in needed.items()
        if column(name, language) not in form.errors and not form.cleaned_data.get(column(name, language))
    ]


def _refused(problems: list[str]) -> HttpResponse:
    """A small page that says why there is no preview."""
    html = loader.render_to_string(
        "news/preview_refused.html", {"language": get_language(), "problems": problems}
    )
    return HttpResponse(html, status=422, headers=HEADERS)

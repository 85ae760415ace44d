"""Topics, and the page on which two become one."""

from types import SimpleNamespace

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from news.actions.filing import ChangedError, merge_topics, save_filed, stories_of
from news.actions.permissions import EDIT_ANY
from news.admin.fields import EditionsMedia, editions
from news.admin.in_use import SeenOnSite, StaysWhileUsed
from news.admin.keeping import NothingOverwritten
from news.models import Topic


class MergingForm(forms.Form):
    """Which topic takes in the stories."""

    target = forms.ModelChoiceField(
        Topic.objects.none(),
        label=gettext_lazy("Topic that takes in the stories"),
        help_text=gettext_lazy("Its names stay; those of the other topic go."),
    )

    def __init__(self, *args, source: Topic, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].queryset = Topic.objects.exclude(pk=source.pk)


def may_merge(person) -> bool:
    """Whether a person may change both topics and every story."""
    return person.has_perms(["news.change_topic", EDIT_ANY])


@admin.register(Topic)
class TopicAdmin(StaysWhileUsed, SeenOnSite, NothingOverwritten, EditionsMedia, admin.ModelAdmin):
    """Topics."""

    change_form_template = "admin/news/topic/change_form.html"
    list_display = ["name", "slug"]
    search_fields = ["name_en", "name_ru", "slug"]
    filed_under = "topics"
    fieldsets = [*editions("name"), (None, {"fields": ["slug"]})]

    def save_model(self, request, obj, form, change):
        """Keep the address that it had."""
        save_filed(obj)

    def get_urls(self):
        """With the page of merging."""
        view = self.admin_site.admin_view(self.merging)
        return [path("<int:pk>/merge/", view, name="news_topic_merge"), *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The page of a topic, with the way to that of merging for those who may."""
        may = {"may_merge": may_merge(request.user)}
        return super().change_view(request, object_id, form_url, may | (extra_context or {}))

    def merging(self, request, pk):
        """Say what the merging changes; do it when that was confirmed."""
        if not may_merge(request.user):
            raise PermissionDenied
        source = Topic.objects.filter(pk=pk).first()
        if source is None:
            raise Http404
        form = MergingForm(request.POST or None, source=source)
        count, seen = stories_of(source)
        if form.is_valid() and "seen" in request.POST:
            target = form.cleaned_data["target"]
            try:
                merge_topics(source, target, seen=request.POST["seen"], by=request.user, request=request)
            except ChangedError:
                messages.warning(
                    request,
                    _(
                        "What is stored has changed since this was shown, and nothing was done. Look at it again."
                    ),
                )
            else:
                messages.success(request, _("The topics are one."))
                return HttpResponseRedirect(reverse("admin:news_topic_change", args=[target.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Merge into another topic"),
            "subtitle": str(source),
            "opts": self.opts,
            "original": source,
            "form": form,
            "steps": _steps(source, form.cleaned_data["target"], count) if form.is_valid() else [],
            "seen": seen,
            "leads_to": reverse("admin:news_topic_change", args=[pk]),
        }
        return TemplateResponse(request, "admin/news/status_change.html", context)


def _steps(source: Topic, target: Topic, count: int) -> list[SimpleNamespace]:
    """What will be, in words."""
    said = {"count": count, "source": source, "target": target, "old": source.slug, "new": target.slug}
    sentences = [
        ngettext(
            "%(count)d article of “%(source)s” gets the topic “%(target)s”.",
            "%(count)d articles of “%(source)s” get the topic “%(target)s”.",
            count,
        ),
        _("The address /topic/%(old)s/ leads to /topic/%(new)s/ from now on."),
        _("The topic “%(source)s” is deleted. This cannot be taken back."),
    ]
    return [SimpleNamespace(sentence=sentence % said) for sentence in sentences]

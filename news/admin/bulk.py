"""What is done to several articles of the list at once. Each row says which version the list showed."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from news.actions.bulk import Change, change_one
from news.actions.publishing import ConflictError
from news.models import Article, Section, Topic


class SectionForm(forms.Form):
    """Where to."""

    section = forms.ModelChoiceField(Section.objects.all(), label=gettext_lazy("Section"))


class TopicForm(forms.Form):
    """Which one."""

    topic = forms.ModelChoiceField(Topic.objects.all(), label=gettext_lazy("Topic"))


def versions_seen(posted) -> dict[int, int]:
    """The versions that the list showed, by the number of the article."""
    found = {}
    for name, value in posted.items():
        stem, _dash, number = name.partition("version-")
        if not stem and number.isdecimal() and value.isdecimal() and len(number + value) < 18:
            found[int(number)] = int(value)
    return found


class BulkActions:
    """Before ModelAdmin: sections, topics and comments of several articles."""

    actions = ["move_to_section", "add_topic", "open_comments", "close_comments"]

    @admin.display(description=SafeString('<input type="checkbox" id="action-toggle">'))
    def action_checkbox(self, obj):
        """The box, with the version of the row."""
        attributes = {
            "class": "action-select",
            "aria-label": format_html(_("Select this object for an action - {}"), str(obj)),
        }
        box = forms.CheckboxInput(attributes, lambda value: False)
        version = format_html('<input type="hidden" name="version-{}" value="{}">', obj.pk, obj.version)
        return box.render(ACTION_CHECKBOX_NAME, str(obj.pk)) + version

    @admin.action(description=gettext_lazy("Move to a section…"), permissions=["change"])
    def move_to_section(self, request, queryset):
        """Ask for the section, then move."""
        return self._asked(request, queryset, SectionForm, _("Move to a section"), _("Move"))

    @admin.action(description=gettext_lazy("Add a topic…"), permissions=["change"])
    def add_topic(self, request, queryset):
        """Ask for the topic, then add it."""
        return self._asked(request, queryset, TopicForm, _("Add a topic"), _("Add"))

    @admin.action(description=gettext_lazy("Open to comments"), permissions=["change"])
    def open_comments(self, request, queryset):
        """Readers may comment."""
        self._change(request, queryset, Change(comments_open=True))

    @admin.action(description=gettext_lazy("Close to comments"), permissions=["change"])
    def close_comments(self, request, queryset):
        """Readers may not comment any more; what was said stays."""
        self._change(request, queryset, Change(comments_open=False))

    def _asked(self, request, queryset, form_class, title, button):
        form = form_class(request.POST if "chosen" in request.POST else None)
        if form.is_valid():
            return self._change(request, queryset, Change(**form.cleaned_data))
        seen = versions_seen(request.POST)
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": title,
            "button": button,
            "form": form,
            "action": request.POST["action"],
            "checkbox": ACTION_CHECKBOX_NAME,
            "articles": [(article, seen.get(article.pk, "")) for article in queryset],
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/news/article/bulk.html", context)

    def _change(self, request, queryset, change: Change) -> None:
        seen = versions_seen(request.POST)
        done = same = 0
        overtaken, forbidden = [], []
        for article in queryset:
            try:
                revision = change_one(
                    article.pk, change, by=request.user, based_on=seen.get(article.pk), request=request
                )
            except ConflictError as error:
                overtaken.append(f"“{article}” ({error.newest.author or _('an import')})")
            except PermissionDenied:
                forbidden.append(f"“{article}”")
            except Article.DoesNotExist:
                continue
            else:
                done, same = done + bool(revision), same + (not revision)
        self._tell(request, done, same, overtaken, forbidden)

    def _tell(self, request, done, same, overtaken, forbidden) -> None:
        if done:
            said = ngettext("%(count)d article was changed.", "%(count)d articles were changed.", done)
            messages.success(request, said % {"count": done})
        if same:
            said = ngettext("%(count)d article was so already.", "%(count)d articles were so already.", same)
            messages.info(request, said % {"count": same})
        if overtaken:
            said = _(
                "Somebody saved these after the list had been opened, and nothing was done to them: %(names)s"
            )
            messages.warning(request, said % {"names": ", ".join(overtaken)})
        if forbidden:
            said = _("You may not change these: %(names)s")
            messages.warning(request, said % {"names": ", ".join(forbidden)})
        gone = len(request.POST.getlist(ACTION_CHECKBOX_NAME)) - done - same - len(overtaken) - len(forbidden)
        if gone > 0:
            said = ngettext(
                "%(count)d article is not there any more.", "%(count)d articles are not there any more.", gone
            )
            messages.warning(request, said % {"count": gone})

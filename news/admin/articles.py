"""Articles: two editions side by side or in tabs, saved and published by verbs."""

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from js_asset import Media

from news.actions.permissions import PUBLISH
from news.actions.publishing import ConflictError, complete, open_for_editing, remove_article, working_copy
from news.actions.verbs import carry_out
from news.admin.article_form import ArticleForm
from news.admin.article_list import ArticleList
from news.admin.bulk import BulkActions
from news.admin.deleting import Deleting
from news.admin.edition_panels import may_publish_both, panels
from news.admin.fields import EditionsMedia, editions
from news.admin.inlines import AttachmentInline, RelatedLinkInline
from news.admin.merging_saves import MergingSaves
from news.admin.outdated import Freshness
from news.admin.permissions import ArticleRights
from news.admin.picking import FindingStories, picture_options
from news.admin.presence import Present
from news.admin.previewing import Previewing
from news.admin.questions import shown
from news.admin.revisions import Revisions
from news.admin.said import done, held_back, names, seen, together
from news.admin.saving import WholeSaves
from news.admin.sending_once import SendingOnce
from news.admin.suggesting import Suggesting
from news.admin.typesetting import Typesetting
from news.admin.weighing import Weighing
from news.languages import LANGUAGES
from news.models import Article


@admin.register(Article)
class ArticleAdmin(
    ArticleRights,
    Deleting,
    BulkActions,
    ArticleList,
    Previewing,
    Present,
    Revisions,
    Suggesting,
    Typesetting,
    Freshness,
    Weighing,
    FindingStories,
    SendingOnce,
    WholeSaves,
    MergingSaves,
    EditionsMedia,
    admin.ModelAdmin,
):
    """The page on which a release is posted."""

    form = ArticleForm
    autocomplete_fields = ["topics", "states", "image"]
    inlines = [RelatedLinkInline, AttachmentInline]
    # The first button of the form is what the Enter key presses: it saves and never publishes.
    save_on_top = True
    fieldsets = [
        *editions("title", "summary", "body", "byline"),
        *(
            (
                gettext_lazy("Date and address"),
                {"classes": ["collapse", f"of-{code}"], "fields": [f"date_{code}", f"slug_{code}"]},
            )
            for code in LANGUAGES
        ),
        (
            gettext_lazy("Both editions"),
            {
                "fields": [
                    ("kind", "section"),
                    "topics",
                    "states",
                    "image",
                    ("source_name", "source_url"),
                    "comments_open",
                    "based_on",
                    "new_key",
                ]
            },
        ),
    ]

    def get_fieldsets(self, request, obj=None):
        """Without dates for whoever may not publish."""
        if request.user.has_perm(PUBLISH):
            return self.fieldsets
        return [
            (name, options | {"fields": [one for one in options["fields"] if one not in _DATES]})
            for name, options in self.fieldsets
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form of this person."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"person": request.user})

    def get_object(self, request, object_id, from_field=None):
        """The article with its working copy, which is what an editor goes on with."""
        found = super().get_object(request, object_id, from_field)
        return found and open_for_editing(found.pk)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Where somebody saves between the check and the writing, check again: the form then says what is wrong."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (ConflictError, ValidationError):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """Give the editor's scripts the nonce of this page, and say how the editions stand."""
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        context["picture_options"] = picture_options(may_add=request.user.has_perm("news.add_image"))
        context["is_nav_sidebar_enabled"] = False  # two editions need the width
        stored = Article.objects.with_editions().get(pk=obj.pk) if obj else Article()
        form = context["adminform"].form
        found, context["shared"] = panels(request.user, stored, form, context["adminform"])
        context["panels"], context["publish_both"] = found, may_publish_both(request.user, found)
        context["save_as_new"] = form.has_error("__all__", "saved before") or hasattr(request, "as_new")
        if stale := getattr(request, "stale", None):
            if stale.is_open:
                context["questions"], context["who"] = shown(stale), names(stale.saved)
            else:
                messages.info(request, together(stale, saved=False))
        if obj:
            # After a refusal the form holds something else than the working copy.
            context["working_copy"] = None if context["errors"] else working_copy(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, obj, form, change):
        """Save, and do what was ordered."""
        words = form.cleaned_data
        if not change:
            obj.form_key = str(words["new_key"])
        request.order = words["order"]
        request.revision = carry_out(
            request.order,
            obj,
            by=request.user,
            request=request,
            based_on=words["based_on"] if change else None,
        )

    def save_related(self, request, form, formsets, change):
        """Topics, states and rows belong to the save; its revision has them too."""
        super().save_related(request, form, formsets, change)
        complete(request.revision)

    def response_add(self, request, obj, post_url_continue=None):
        """Stay with the article."""
        return self._stay(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        """Stay with the article."""
        return self._stay(request, obj) or super().response_change(request, obj)

    def _stay(self, request, obj):
        """Show the article again, and what readers see now; nothing in a window that waits for an answer."""
        if IS_POPUP_VAR in request.POST:
            return None
        stored = Article.objects.with_editions().get(pk=obj.pk)
        messages.success(request, format_html("{} {}", done(request.order, stored), seen(stored)))
        if stale := getattr(request, "stale", None):
            messages.info(request, together(stale, saved=True))
            if stale.held_back:
                messages.warning(request, held_back())
        if request.revision.is_draft:
            messages.warning(
                request,
                _(
                    "The changes to an edition that readers know are kept as a working copy. Readers see them when "
                    "you publish that edition."
                ),
            )
        return HttpResponseRedirect(reverse("admin:news_article_change", args=[obj.pk]))

    def delete_model(self, request, obj):
        """With the files of its documents."""
        remove_article(obj, by=request.user, based_on=request.based_on)

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        """Each with the files of its documents. Raises ConflictError for one that was saved at this moment."""
        for article in queryset:
            remove_article(article, by=request.user, based_on=article.version)

    def view_on_site(self, obj):
        """The first edition that readers can open."""
        stored = Article.objects.with_editions().get(pk=obj.pk)
        return next((stored.get_absolute_url(c) for c in LANGUAGES if getattr(stored, f"public_{c}")), None)


_DATES = {f"date_{code}" for code in LANGUAGES}

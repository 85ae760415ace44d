"""Articles: two editions in tabs, saved by one action."""

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from js_asset import Media

from news.actions.publishing import (
    ConflictError,
    has_been_out,
    open_for_editing,
    remove_article,
    save_article,
    working_copy,
)
from news.admin.article_list import ArticleList
from news.admin.fields import BodyField, EditionsMedia, address_field, editions
from news.admin.inlines import AttachmentInline, RelatedLinkInline
from news.admin.permissions import ArticleRights
from news.admin.saving import WholeSaves
from news.languages import LANGUAGES
from news.models import Article, Revision
from news.slugs import slug_from


class ArticleForm(forms.ModelForm):
    """An article with the version that the text was made from."""

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = "__all__"
        field_classes = {"body_en": BodyField, "body_ru": BodyField, "source_url": address_field}
        widgets = {
            **{
                f"summary_{code}": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})
                for code in LANGUAGES
            },
            **{f"title_{code}": forms.TextInput(attrs={"class": "vLargeTextField"}) for code in LANGUAGES},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["based_on"].initial = self.instance.version if self.instance.pk else None

    def clean(self):
        """Refuse to overwrite what somebody saved meanwhile; a live edition needs words to show."""
        super().clean()
        if self.instance.pk:
            newest = self.instance.revisions.select_related("author").order_by("-number").first()
            if newest and self.cleaned_data.get("based_on") != newest.number:
                raise forms.ValidationError(conflict_message(newest), code="conflict")
        for code in LANGUAGES:
            self._clean_edition(code)
        if not self.errors and not any(self.cleaned_data[f"title_{code}"] for code in LANGUAGES):
            raise forms.ValidationError(_("Give the article a title, in one language at least."))
        return self.cleaned_data

    def _clean_edition(self, code: str):
        """An edition with a date needs words to show; one with a title gets the address that follows from it."""
        words = self.cleaned_data
        if words.get(f"published_at_{code}"):
            missing = {
                f"title_{code}": _("An edition with a date needs a title."),
                f"body_{code}": _("An edition with a date needs a text."),
            }
            for field, message in missing.items():
                if field not in self.errors and not words.get(field):
                    self.add_error(field, message)
        if words.get(f"title_{code}") and not words.get(f"slug_{code}") and f"slug_{code}" not in self.errors:
            words[f"slug_{code}"] = slug_from(words[f"title_{code}"])


def conflict_message(newest: Revision) -> str:
    """Who saved the article meanwhile, and what to do."""
    return _(
        "%(who)s saved this article on %(when)s, after you had opened it. Nothing of yours has been saved, and "
        "nothing is lost: your text stands below. Open the article in another tab and bring both together there."
    ) % {
        "who": newest.author or _("An import"),
        "when": date_format(timezone.localtime(newest.created_at), "DATETIME_FORMAT"),
    }


@admin.register(Article)
class ArticleAdmin(ArticleRights, ArticleList, WholeSaves, EditionsMedia, admin.ModelAdmin):
    """The page on which a release is posted."""

    form = ArticleForm
    autocomplete_fields = ["topics", "states", "image"]
    inlines = [RelatedLinkInline, AttachmentInline]
    save_on_top = True
    fieldsets = [
        *editions(
            "title",
            "summary",
            "body",
            "byline",
            "published_at",
            "slug",
            "withdrawn_at",
            "withdrawal_reason",
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
                ]
            },
        ),
    ]

    def get_object(self, request, object_id, from_field=None):
        """The article with its working copy, which is what an editor goes on with."""
        found = super().get_object(request, object_id, from_field)
        return found and open_for_editing(found.pk)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Where somebody saves between the check and the writing, check again: the form then says who."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ConflictError:
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """Give the editor's scripts the nonce of this page, and say what readers do not see yet."""
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        if obj:
            stored = Article.objects.with_editions().get(pk=obj.pk)
            context["publish_buttons"] = publish_buttons(stored)
            # After a refusal the form holds something else than the working copy.
            context["working_copy"] = None if context["errors"] else working_copy(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, obj, form, change):
        """Save by the one action; say where the changes went."""
        publish = [code for code in request.POST.get("_publish", "").split() if code in LANGUAGES]
        based_on = form.cleaned_data["based_on"]
        revision = save_article(
            obj, by=request.user, via=Revision.Via.FORM, publish=publish, based_on=based_on
        )
        if publish:
            messages.success(request, _("Published: readers see the changes now."))
        if revision.is_draft:
            messages.warning(
                request,
                _(
                    "The changes to an edition that readers know are kept as a working copy. Readers see them when "
                    "you publish that edition."
                ),
            )

    def delete_model(self, request, obj):
        """With the files of its documents."""
        remove_article(obj, by=request.user)

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        """Each with the files of its documents."""
        for article in queryset:
            remove_article(article, by=request.user)

    def view_on_site(self, obj):
        """The first edition that readers can open."""
        stored = Article.objects.with_editions().get(pk=obj.pk)
        return next((stored.get_absolute_url(c) for c in LANGUAGES if getattr(stored, f"public_{c}")), None)


def publish_buttons(article) -> list[tuple[str, str]]:
    """For each edition whose changes wait until they are published, its code and the words of its button."""
    labels = {"en": _("Publish the English edition"), "ru": _("Publish the Russian edition")}
    buttons = [(code, labels[code]) for code in LANGUAGES if has_been_out(article, code)]
    if len(buttons) > 1:
        buttons.append((" ".join(LANGUAGES), _("Publish both editions")))
    return buttons

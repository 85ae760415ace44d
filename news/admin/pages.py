"""Sections and pages."""

from django import forms
from django.contrib import admin
from js_asset import Media

from news.actions.filing import save_filed
from news.admin.fields import BodyField, EditionsMedia, editions
from news.admin.in_use import SeenOnSite, StaysWhileUsed
from news.admin.keeping import NothingOverwritten
from news.models import Page, Section


@admin.register(Section)
class SectionAdmin(StaysWhileUsed, SeenOnSite, NothingOverwritten, EditionsMedia, admin.ModelAdmin):
    """Sections in the order of the menu."""

    list_display = ["name", "slug", "order"]
    search_fields = ["name_en", "name_ru"]
    filed_under = "section"
    fieldsets = [*editions("name", "description"), (None, {"fields": ["slug", "order"]})]

    def save_model(self, request, obj, form, change):
        """Keep the address that it had."""
        save_filed(obj)


class PageForm(forms.ModelForm):
    """A page with rich text."""

    class Meta:
        model = Page
        fields = "__all__"
        field_classes = {"body_en": BodyField, "body_ru": BodyField}


@admin.register(Page)
class PageAdmin(SeenOnSite, NothingOverwritten, EditionsMedia, admin.ModelAdmin):
    """Pages without a date, in the order of the menu."""

    form = PageForm
    list_display = ["title", "slug", "order"]
    needed = ("title", "body")
    fieldsets = [*editions("title", "body"), (None, {"fields": ["slug", "order"]})]

    def render_change_form(self, request, context, *args, **kwargs):
        """Give the editor's scripts the nonce of this page."""
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)

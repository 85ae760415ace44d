"""Sections, topics and pages."""

from django import forms
from django.contrib import admin
from js_asset import Media

from news.admin.fields import BodyField, EditionsMedia, editions
from news.admin.in_use import SeenOnSite, StaysWhileUsed
from news.admin.keeping import NothingOverwritten
from news.models import Page, Section, Topic


@admin.register(Section)
class SectionAdmin(StaysWhileUsed, SeenOnSite, NothingOverwritten, EditionsMedia, admin.ModelAdmin):
    """Sections in the order of the menu."""

    list_display = ["name", "slug", "order"]
    search_fields = ["name_en", "name_ru"]
    filed_under = "section"
    fieldsets = [(None, {"fields": ["slug", "order"]}), *editions("name", "description")]


@admin.register(Topic)
class TopicAdmin(StaysWhileUsed, SeenOnSite, NothingOverwritten, EditionsMedia, admin.ModelAdmin):
    """Topics."""

    list_display = ["name", "slug"]
    search_fields = ["name_en", "name_ru", "slug"]
    filed_under = "topics"
    fieldsets = [(None, {"fields": ["slug"]}), *editions("name")]


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
    fieldsets = [(None, {"fields": ["slug", "order"]}), *editions("title", "body")]

    def render_change_form(self, request, context, *args, **kwargs):
        """Give the editor's scripts the nonce of this page."""
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)

"""What stands around the stories: imprint, notices, old addresses."""

from django.contrib import admin

from news.admin.fields import EditionsMedia, editions
from news.admin.keeping import NothingOverwritten
from news.models import Notice, Redirect, SiteSettings


@admin.register(SiteSettings)
class SiteSettingsAdmin(NothingOverwritten, EditionsMedia, admin.ModelAdmin):
    """The imprint: one row, which cannot be removed."""

    fieldsets = [
        *editions("name", "tagline", "founder", "editor_in_chief", "address", "registration"),
        (None, {"fields": ["email", "telephone", "age_mark"]}),
    ]

    def has_add_permission(self, request):
        """There is one imprint."""
        return super().has_add_permission(request) and not SiteSettings.objects.exists()

    def has_delete_permission(self, request, obj=None):
        """A publication without an imprint is unlawful."""
        return False

    def save_model(self, request, obj, form, change):
        """The first one written is the one."""
        obj.pk = 1
        super().save_model(request, obj, form, change)


@admin.register(Notice)
class NoticeAdmin(NothingOverwritten, EditionsMedia, admin.ModelAdmin):
    """Notices in their order."""

    list_display = ["ref", "text", "shown", "order"]
    fieldsets = [(None, {"fields": ["ref", "shown", "order"]}), *editions("text")]


@admin.register(Redirect)
class RedirectAdmin(NothingOverwritten, admin.ModelAdmin):
    """Old addresses and where they lead."""

    list_display = ["old_url", "article", "language"]
    search_fields = ["old_url"]
    autocomplete_fields = ["article"]
    show_full_result_count = False

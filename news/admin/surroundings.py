"""What stands around the stories: imprint and notices."""

from django.contrib import admin

from news.admin.fields import EditionsMedia, editions
from news.admin.keeping import NothingOverwritten
from news.models import Notice, SiteSettings


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

    list_display = ["text", "shown", "order"]
    list_filter = ["shown"]
    fieldsets = [*editions("text"), (None, {"fields": ["shown", "order", "ref"]})]

"""Documents of stories that readers do not see yet, for editors. Documents are edited on the page of their story."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path

from news.models import Attachment
from news.views.media import hand_over


@admin.register(Attachment)
class AttachmentAdmin(admin.ModelAdmin):
    """One address for each document, and no page."""

    def has_module_permission(self, request):
        """Nothing to list."""
        return False

    def get_urls(self):
        """The file only."""
        return [path("<int:pk>/file/", self.admin_site.admin_view(self.file), name="news_attachment_file")]

    def file(self, request, pk):
        """Hand over a document, whether readers may have it or not."""
        attachment = get_object_or_404(Attachment.objects.select_related("article"), pk=pk)
        article_admin = self.admin_site.get_model_admin(type(attachment.article))
        if not article_admin.has_view_permission(request, attachment.article):
            raise PermissionDenied
        return hand_over(attachment.file.name)

"""The app of what readers say."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    """Comments, reports of spelling errors, messages to the editors."""

    name = "comments"
    verbose_name = _("Readers")

    def ready(self):
        """Add the readers' lines to the archive, which knows nothing of this app."""
        from comments.archive import Comments, Reports
        from news.archive import registry

        registry.register(Comments, Reports)

"""The app of what readers say."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    """Comments and reports of spelling errors."""

    name = "comments"
    verbose_name = _("Readers")

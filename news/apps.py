"""The app of what editors make."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Articles, pictures, states, pages: everything that editors write."""

    name = "news"
    verbose_name = _("Newsroom")

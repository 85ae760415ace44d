"""The app of what editors make, and the admin site that they make it in."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Articles, pictures, states, pages: everything that editors write."""

    name = "news"
    verbose_name = _("Newsroom")

    def ready(self):
        """Register the system checks."""
        from infoshos import checks  # noqa: F401 - importing registers them


class PortalAdminConfig(AdminConfig):
    """Django's admin with the portal's own site class."""

    default_site = "infoshos.admin_site.PortalAdminSite"

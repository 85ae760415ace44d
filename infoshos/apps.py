"""What Django loads of the wiring."""

from django.contrib.admin.apps import AdminConfig


class PortalAdminConfig(AdminConfig):
    """Django's admin with the portal's own site class."""

    default_site = "infoshos.admin_site.PortalAdminSite"

    def ready(self):
        """Find the admin of each app, and register the system checks."""
        super().ready()
        from infoshos import checks  # noqa: F401 - importing registers them

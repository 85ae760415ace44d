"""What Django loads of the wiring."""

from django.contrib.admin.apps import AdminConfig
from django.db.backends.signals import connection_created


class PortalAdminConfig(AdminConfig):
    """Django's admin with the portal's own site class."""

    default_site = "infoshos.admin_site.PortalAdminSite"

    def ready(self):
        """Find the admin of each app, register the system checks, give SQLite a search for every alphabet,
        hear of log-ins, let the worker order digests.
        """
        super().ready()
        from infoshos import checks, outbox, sqlite  # noqa: F401 - importing registers the checks
        from infoshos.account import signals
        from infoshos.digests import order_digests

        connection_created.connect(sqlite.fold_letters)
        signals.connect()
        outbox.ROUNDS.append(order_digests)

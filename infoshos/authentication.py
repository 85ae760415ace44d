"""Who may log in."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend


class PortalBackend(ModelBackend):
    """Django's accounts; that of the demonstration only where nobody but this machine can reach the site."""

    def user_can_authenticate(self, user):
        """Asked at every log-in and for every open session."""
        return super().user_can_authenticate(user) and not (user.is_demo and not settings.PUBLIC_IS_LOOPBACK)

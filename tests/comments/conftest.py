"""What the tests of readers' words need besides the words."""

import pytest

from tests.mail_server import MailServer


@pytest.fixture
def mail_server(settings, monkeypatch):
    """A mail server that is up, named by the settings."""
    # Django greets it with the name of this machine, for which it would ask the network.
    monkeypatch.setattr("django.core.mail.utils.DNS_NAME._fqdn", "localhost", raising=False)
    server = MailServer()
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.CONTACT_EMAIL, settings.DEFAULT_FROM_EMAIL = "desk@example.org", "portal@example.org"
    yield server
    server.stop()

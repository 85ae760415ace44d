"""What every test lives with: no network, no leftovers, no undefined variable in a template."""

import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.test.signals import setting_changed

from infoshos import messages
from tests import answering
from tests import chromium as browsers
from tests.mail_server import MailServer

LOOPBACK = {"127.0.0.1", "::1", "localhost", "", None}


def pytest_configure(config):
    """Adapt the settings before anything reads them."""
    folder = tempfile.mkdtemp(prefix="infoshos-test-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    settings.MEDIA_ROOT = f"{folder}/media"
    originals = settings.STORAGES["originals"]
    originals = originals | {"OPTIONS": originals["OPTIONS"] | {"location": f"{folder}/originals"}}
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STATIC_ROOT = Path(folder, "static")
    settings.STATIC_ROOT.mkdir()
    # Names with hashes exist only after `collectstatic`.
    settings.STORAGES = {**settings.STORAGES, "originals": originals, "staticfiles": plain}
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    _forget_storages()
    # Slow on purpose, where passwords are real.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    for engine in settings.TEMPLATES:
        engine["OPTIONS"]["string_if_invalid"] = UndefinedVariable()
    if not hasattr(config, "workerinput"):
        messages.compile_all()


def _forget_storages():
    """Django was set up before this file was read: storages made then still follow the old settings."""
    from news.models import Image

    setting_changed.send(sender=None, setting="STORAGES", value=settings.STORAGES, enter=True)
    Image._meta.get_field("original").storage = storages["originals"]


class UndefinedVariable(str):
    """Stands for a variable that a template names and nobody defined: an error in our own templates."""

    __slots__ = ()

    def __new__(cls):
        return super().__new__(cls, "%s")

    def __mod__(self, name):
        """Called with the name of the variable, from the depths of the rendering."""
        origin = self._template()
        ours = settings.BASE_DIR / "templates"
        # The admin's own templates, and so our variants of them, use undefined variables all the time.
        if origin.is_relative_to(ours) and not origin.is_relative_to(ours / "admin"):
            raise AssertionError(f"{origin} uses the variable {name}, which is not defined")
        return ""

    @staticmethod
    def _template():
        frame = sys._getframe(2)
        while frame:
            origin = getattr(frame.f_locals.get("self"), "origin", None)
            if origin:
                return Path(origin.name)
            frame = frame.f_back
        return Path()


def pytest_collection_modifyitems(config, items):
    """What only PostgreSQL has is tested there; on SQLite there is nothing that could be skipped."""
    if connection.vendor == "postgresql":
        return
    config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("postgresql")])
    items[:] = [item for item in items if not item.get_closest_marker("postgresql")]


@pytest.fixture(autouse=True, scope="session")
def no_network():
    """Refuse every connection that leaves this machine."""
    connect, resolve = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self, address):
        if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            raise AssertionError(f"A test tried to connect to {address}")
        return connect(self, address)

    def guarded_resolve(host, *args, **kwargs):
        if host not in LOOPBACK:
            raise AssertionError(f"A test tried to look up {host}")
        return resolve(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket, "getaddrinfo", guarded_resolve)
        yield


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


@pytest.fixture(scope="session")
def chromium():
    """A browser for the whole session; tests are skipped where there is none."""
    path = browsers.find()
    if not path:
        pytest.skip(browsers.ADVICE)
    from playwright.sync_api import expect, sync_playwright

    answering.watch()
    # Nobody waits longer than needed; the default is too short for a machine that does other work beside.
    expect.set_options(timeout=20_000)
    # Playwright keeps an event loop in this thread, in which Django would refuse to use its database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=browsers.arguments())
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A page in a fresh profile. A script's error, or a request to another machine, fails the test."""
    troubles = []

    def keep_home(route):
        if urlsplit(route.request.url).hostname in LOOPBACK:
            route.continue_()
        else:
            troubles.append(f"request for {route.request.url}")
            route.abort()

    context = chromium.new_context()
    context.route("**/*", keep_home)
    page = context.new_page()
    page.on("pageerror", lambda error: troubles.append(str(error)))
    yield page
    context.close()
    answering.wait()
    assert troubles == []

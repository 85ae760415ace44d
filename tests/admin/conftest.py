"""Who opens the editors' pages."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.admin.digests import NOON, choose
from tests.admin.factors import set_up
from tests.admin.people import Seat
from tests.factories import make_editor, make_message


@pytest.fixture
def editor(db):
    """A person who may do everything, addressed in English."""
    return make_editor()


@pytest.fixture
def client():
    """A browser at the desk. Tests about logging in take one of Django's."""
    return Seat()


@pytest.fixture
def desk(client, editor):
    """The editor's browser."""
    client.force_login(editor)
    return client


@pytest.fixture
def editor_with_app(db):
    """An editor with an app: the secret and ten codes on paper. The code that set it up is used."""
    user = make_editor()
    client = Client()
    client.force_login(user)
    secret, codes = set_up(client)
    client.logout()
    return user, secret, codes


@pytest.fixture
def morning(editor):
    """The moment at which the editor's daily digest is due; a message waits."""
    choose(editor)
    make_message()
    return NOON + timedelta(hours=21)

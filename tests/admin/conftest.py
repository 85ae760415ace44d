"""Who opens the editors' pages."""

import pytest

from tests.factories import make_editor


@pytest.fixture
def editor(db):
    """A person who may do everything, addressed in English."""
    return make_editor()


@pytest.fixture
def desk(client, editor):
    """The editor's browser."""
    client.force_login(editor)
    return client

"""The portal that the tests here read."""

import pytest

from tests.portal import make_portal


@pytest.fixture
def portal(db):
    """A portal with one of everything."""
    return make_portal()

"""The account of the demonstration works where it was made and nowhere else."""

import pytest
from django.contrib.auth import authenticate

from news.models import User
from tests.factories import make_editor


@pytest.fixture
def demo(db):
    return User.objects.create_superuser("editor", password="a password", is_demo=True)


def test_the_demo_account_may_log_in_on_this_machine(demo):
    assert authenticate(username="editor", password="a password") == demo


def test_the_demo_account_is_refused_where_others_reach_the_site(demo, client, settings):
    client.force_login(demo)
    settings.PUBLIC_IS_LOOPBACK = False
    assert authenticate(username="editor", password="a password") is None
    assert client.get("/admin/").status_code == 302  # to the log-in: the open session has ended


def test_other_accounts_are_not_touched(db, settings):
    editor = make_editor()
    settings.PUBLIC_IS_LOOPBACK = False
    assert authenticate(username="editor", password="a password") == editor

"""Who must have a second factor, and what becomes of whoever has lost it."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client

from news.models import AuditEntry, OneTimeKey
from tests.admin.factors import HERE, set_up
from tests.admin.people import GROUPS, make_person
from tests.factories import make_editor


@pytest.fixture
def client():
    """A browser in which nobody has passed a second step."""
    return Client()


@pytest.mark.parametrize("group", GROUPS)
def test_whose_group_needs_one_can_do_nothing_before(client, db, group):
    client.force_login(make_person(group))
    must = group != "author"
    for address in ("/admin/", "/admin/account/sessions/", "/admin/password_change/", "/admin/autocomplete/"):
        answer = client.get(address)
        assert (answer.headers.get("Location") == HERE) is must, address
    assert ("needs a second factor" in client.get(HERE).content.decode()) is must
    assert client.post("/admin/language/", {"language": "ru"}).headers["Location"] == "/admin/"
    if must:
        set_up(client)
        assert client.get("/admin/").status_code == 200
    assert client.post("/admin/logout/").status_code == 200


def test_somebody_who_joins_a_group_that_needs_one_is_led_there_at_once(client, db):
    author = make_person("author")
    client.force_login(author)
    assert client.get("/admin/").status_code == 200
    author.groups.add(Group.objects.get(name="editor"))
    assert client.get("/admin/").headers["Location"] == HERE


@pytest.mark.parametrize(
    ("public", "is_demo", "must"), [(True, False, True), (False, False, False), (False, True, False)]
)
def test_superusers_need_one_where_the_site_is_public(client, db, settings, public, is_demo, must):
    settings.PUBLIC_IS_SECURE = public
    client.force_login(make_editor(is_demo=is_demo))
    assert (client.get("/admin/").status_code == 302) is must


def test_a_chief_editor_helps_somebody_who_has_lost_everything(editor_with_app, client):
    author = make_person("author")
    at_home = Client()
    at_home.force_login(author)
    set_up(at_home)
    chief = make_person("chief-editor")
    client.force_login(chief)
    set_up(client)
    owner = editor_with_app[0]
    for refused in (owner, chief):
        assert client.post(f"{HERE}{refused.pk}/").status_code == 403
    assert client.get(f"{HERE}{author.pk}/").status_code == 200
    assert client.post(f"{HERE}{author.pk}/").status_code == 302
    assert set(OneTimeKey.objects.values_list("user", flat=True)) == {owner.pk, chief.pk}
    assert at_home.get("/admin/").status_code == 302
    assert AuditEntry.objects.filter(action="factor-removed", person="chief-editor", title="author").exists()


def test_an_operator_helps_by_command(editor_with_app):
    call_command("remove_second_factor", "editor")
    assert not OneTimeKey.objects.exists()
    assert AuditEntry.objects.get(action="factor-removed").via == "command"
    with pytest.raises(CommandError, match="no account nobody"):
        call_command("remove_second_factor", "nobody")

"""The lists of the editors' pages stand in rooms, each list in one."""

from django.contrib import admin
from django.test import RequestFactory

from infoshos.rooms import ROOMS
from tests.admin.people import Seat, make_person
from tests.markup import parse


def rooms(user) -> dict[str, list[str]]:
    """What a person finds where, by the names of the models."""
    request = RequestFactory().get("/admin/")
    request.user = user
    return {
        str(room["name"]): [model["object_name"] for model in room["models"]]
        for room in admin.site.get_app_list(request)
    }


def test_every_list_stands_in_one_room(editor):
    found = rooms(editor)
    assert list(found) == [str(name) for name, _label, _models in ROOMS]
    held = [model for models in found.values() for model in models]
    assert len(held) == len(set(held)) == 17


def test_a_room_without_anything_to_open_is_left_out(db):
    assert rooms(make_person("moderator")) == {"Readers": ["Comment", "TypoReport", "Message"]}


def test_the_list_that_is_open_is_marked(db):
    client = Seat()
    client.force_login(make_person("chief-editor"))
    page = parse(client.get("/admin/news/topic/").content.decode())
    assert [link.text for link in page.all("#nav-sidebar [aria-current=page]")] == ["Topics"]


def test_an_app_by_itself_lists_what_is_its_own(desk):
    page = parse(desk.get("/admin/comments/").content.decode())
    assert page.all("#content .module")
    assert not page.all("#content .app-newsroom")

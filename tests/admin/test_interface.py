"""Who is let in, in which language the pages speak, and what cookies they set."""

import re

import pytest
from django.contrib.auth.models import Permission

from news.models import User
from tests.admin.browsing import fields_of
from tests.factories import make_article, make_editor, moscow

SWITCH = "/admin/language/"


def language_of(response):
    return re.search(r'<html lang="([^"]*)"', response.content.decode())[1]


@pytest.mark.parametrize(("language", "words"), [("en", "Log out"), ("ru", "Выйти")])
@pytest.mark.parametrize("accepted", ["en", "ru"])
def test_pages_speak_the_language_of_the_account_and_not_of_the_browser(
    client, db, language, words, accepted
):
    client.force_login(make_editor(interface_language=language))
    for address in (
        "/admin/",
        "/admin/news/article/",
        "/admin/news/article/add/",
        "/admin/comments/comment/",
    ):
        answer = client.get(address, HTTP_ACCEPT_LANGUAGE=accepted)
        assert language_of(answer) == language
        assert words in answer.content.decode()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_before_somebody_logs_in_the_browser_decides(client, db, language):
    answer = client.get("/admin/login/", HTTP_ACCEPT_LANGUAGE=language)
    assert language_of(answer) == language


def test_the_switch_changes_the_account_and_stays_on_the_page(desk, editor):
    answer = desk.post(SWITCH, {"language": "ru", "next": "/admin/news/article/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/news/article/")
    assert User.objects.get().interface_language == "ru"
    assert language_of(desk.get("/admin/")) == "ru"
    desk.post(SWITCH, {"language": "en"})
    assert language_of(desk.get("/admin/")) == "en"


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example/", "/admin//evil.example/", "/en/", "javascript:x", ""]
)
def test_the_switch_leads_nowhere_else(desk, back):
    assert desk.post(SWITCH, {"language": "ru", "next": back}).headers["Location"] == "/admin/"


@pytest.mark.parametrize("language", ["", "de", "ru\x00", "ru" * 100])
def test_the_switch_knows_two_languages(desk, language):
    answer = desk.post(SWITCH, {"language": language}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == ["There is no such language."]
    assert User.objects.get().interface_language == "en"


def test_the_switch_is_a_form_of_somebody_who_is_logged_in(client, desk):
    assert desk.get(SWITCH).status_code == 405
    desk.logout()
    answer = desk.post(SWITCH, {"language": "ru"})
    assert answer.headers["Location"].startswith("/admin/login/")
    assert User.objects.get().interface_language == "en"


def test_a_form_of_another_site_cannot_switch(editor):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    assert strict.post(SWITCH, {"language": "ru"}).status_code == 403
    assert User.objects.get().interface_language == "en"


def test_cookies_belong_to_the_editors_pages_only(client, editor):
    answer = client.get("/admin/login/")
    answers = [answer, client.post("/admin/login/", {"username": "editor", "password": "a password"})]
    cookies = {name: morsel for answer in answers for name, morsel in answer.cookies.items()}
    assert set(cookies) == {"csrftoken", "sessionid"}
    for cookie in cookies.values():
        assert (cookie["path"], cookie["httponly"]) == ("/admin/", True)
        assert cookie["samesite"] in {"Lax", "Strict"}
    story = make_article().get_absolute_url("en")
    assert not client.get(story).cookies


def test_messages_need_no_cookie_of_their_own(desk):
    desk.post(SWITCH, {"language": "de"})
    assert set(desk.cookies) == {"sessionid"}


def staff(*codes):
    user = User.objects.create_user("reader", password="a password", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    return user


FORBIDDEN = [
    "/admin/news/article/",
    "/admin/news/article/add/",
    "/admin/news/image/add/",
    "/admin/news/state/",
    "/admin/news/user/",
    "/admin/comments/comment/",
    "/admin/comments/typoreport/",
    "/admin/comments/message/",
]


@pytest.mark.parametrize("address", FORBIDDEN)
def test_somebody_without_rights_is_refused(client, db, address):
    client.force_login(staff())
    assert client.get(address).status_code == 403
    assert client.post(address, {"action": "approve"}).status_code == 403


def test_whoever_may_only_look_cannot_change(client, db):
    article = make_article(title_en="Old")
    client.force_login(staff("view_article", "view_comment"))
    address = f"/admin/news/article/{article.pk}/change/"
    page = client.get(address)
    assert page.status_code == 200
    assert "Publish changes" not in page.content.decode()
    assert client.post(address, {"title_en": "New"}).status_code == 403
    assert client.get("/admin/comments/comment/").status_code == 200
    assert "mark_as_spam" not in client.get("/admin/comments/comment/").content.decode()


@pytest.mark.parametrize("address", FORBIDDEN)
def test_readers_are_shown_the_way_in(client, db, address):
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/admin/login/?next={address}")


@pytest.mark.parametrize("typed", ["2020-11-09", "09/11/2020", "09.11.2020"])
def test_a_date_is_read_as_its_day_first(desk, typed):
    article = make_article(published_at_en=None)
    address = f"/admin/news/article/{article.pk}/change/"
    values = fields_of(desk.get(address), "article_form")
    desk.post(address, values | {"date_en_0": typed, "date_en_1": "16:06", "_verb": "publish:en"})
    article.refresh_from_db()
    assert article.published_at_en == moscow(2020, 11, 9, 16, 6)

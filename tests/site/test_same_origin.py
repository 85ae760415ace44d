"""Who may send a form: for readers, a page of this site; in the admin, whoever has Django's token."""

import pytest
from django.test import Client

from comments.models import Comment, Message, TypoReport
from tests.addresses import form_address
from tests.factories import make_article, make_editor
from tests.markup import page_of

FORMS = {
    "comment": {"name": "Ann", "text": "Good."},
    "report": {"exact": "tade"},
    "contact": {"name": "Ann", "text": "Good."},
}
FOREIGN = (
    "This came from a page of another site, so nothing was stored. Read it through and send it from here."
)
FOREIGN_RU = (
    "Это отправила страница другого сайта, поэтому ничего не записано. "
    "Перечитайте текст и отправьте его отсюда."
)
OWN, OTHER = "http://testserver", "https://example.org"


@pytest.fixture
def strict():
    """A client that is checked as a browser is."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def story(db):
    return make_article()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("site", "origin", "allowed"),
    [
        ("same-origin", OWN, True),
        ("same-origin", None, True),
        ("same-origin", OTHER, True),  # a page cannot set this header: it is the browser's word
        ("none", None, True),
        ("same-site", OWN, False),
        ("same-site", None, False),
        ("cross-site", OTHER, False),
        ("cross-site", OWN, False),
        ("cross-site", None, False),
        ("Same-Origin", OWN, False),
        ("rubbish", OWN, False),
        (None, OWN, True),
        (None, None, True),
        ("", OWN, True),
        (None, OTHER, False),
        (None, "null", False),
        (None, "http://testserver:8000", False),
        (None, "https://testserver", False),
        (None, "http://testserver.example.org", False),
        (None, "http://example.org/testserver", False),
        (None, "http://user@testserver", False),
        (None, "testserver", False),
        (None, "//testserver", False),
        (None, "http://[", False),
        (None, "http://\x00", False),
    ],
)
def test_the_browser_says_where_a_form_was_sent_from(strict, story, form, site, origin, allowed):
    headers = {"sec-fetch-site": site, "origin": origin}
    response = strict.post(
        form_address(form, story),
        FORMS[form],
        headers={name: value for name, value in headers.items() if value is not None},
    )
    assert response.status_code == (303 if allowed else 403)
    assert sum(model.objects.count() for model in (Comment, Message, TypoReport)) == allowed


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_refused_form_comes_back_with_its_text_and_can_be_sent_from_here(strict, story, form, language):
    address = form_address(form, story, language)
    response = strict.post(address, FORMS[form], headers={"sec-fetch-site": "cross-site"})
    page = page_of(response, 403)
    assert page.one("html").lang == language
    assert page.one("main .errors").text == {"en": FOREIGN, "ru": FOREIGN_RU}[language]
    assert page.texts("main .error") == []
    (field, typed), *_rest = list(FORMS[form].items())[::-1]
    shown = page.one(f"main form [name={field}]")
    assert shown.get("value", shown.text) == typed
    assert (page.one("main form")["action"], len(page.all("main form button"))) == (address, 1)
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("form", FORMS)
def test_a_script_on_another_site_is_told_the_same(strict, story, form):
    headers = {"sec-fetch-site": "cross-site", "accept": "application/json"}
    response = strict.post(form_address(form, story), FORMS[form], headers=headers)
    assert (response.status_code, response.json()) == (
        403,
        {"stored": False, "errors": {"__all__": [FOREIGN]}},
    )


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("path", ["", "archive/", "states/", "feed.atom", "no-such-page/"])
def test_what_is_sent_to_a_page_without_a_form_is_refused_in_the_language(strict, db, language, path):
    response = strict.post(f"/{language}/{path}", {"x": "y"})
    page = page_of(response, 403)
    assert page.one("html").lang == language
    assert "csrftoken" not in response.cookies


def test_forms_can_be_read_from_anywhere(strict, story):
    for form, status in (("comment", 302), ("report", 200), ("contact", 200)):
        address = form_address(form, story)
        response = strict.get(address, headers={"sec-fetch-site": "cross-site", "origin": OTHER})
        assert response.status_code == status


def test_the_admin_keeps_its_token(strict, db):
    make_editor()
    words = {"username": "editor", "password": "a password", "next": "/admin/"}
    same = {"sec-fetch-site": "same-origin", "origin": OWN}
    assert strict.post("/admin/login/", words, headers=same).status_code == 403
    strict.get("/admin/login/")
    token = strict.cookies["csrftoken"]
    assert token["path"] == "/admin/"
    response = strict.post("/admin/login/", words | {"csrfmiddlewaretoken": token.value}, headers=same)
    assert (response.status_code, response.headers["Location"]) == (302, "/admin/")
    assert strict.cookies["sessionid"]["path"] == "/admin/"


@pytest.mark.parametrize("path", ["/admin/logout/", "/admin/language/", "/admin/comments/comment/"])
def test_an_editor_without_the_token_changes_nothing(strict, db, path):
    strict.force_login(make_editor())
    page = page_of(strict.post(path, {"language": "ru"}, headers={"sec-fetch-site": "same-origin"}), 403)
    assert page.one("h1").text == "The request was refused"
    assert strict.get("/admin/").status_code == 200

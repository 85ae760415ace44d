"""Writing to the editors."""

import pytest
from django.db import DatabaseError

from comments.models import Message
from news.models import SiteSettings
from tests.markup import page_of

pytestmark = pytest.mark.django_db
WORDS = {
    "name": "Ann",
    "email": "ann@example.org",
    "subject": "A question",
    "text": "Dear editors!\n\nWhen?",
    "key": "0123456789abcdef",
}
SCRIPT = {"headers": {"accept": "application/json"}}
STORED = (
    "Your message has been stored; the editors have it. "
    "If you gave an e-mail address, they may answer you there; without one they cannot."
)


@pytest.mark.parametrize(
    ("language", "heading", "email"),
    [
        ("en", "Write to the editors", "E-mail (optional; without it nobody can answer you)"),
        ("ru", "Написать в редакцию", "Электронная почта (по желанию; без неё вам не смогут ответить)"),
    ],
)
def test_the_page_has_the_form_and_says_what_an_address_is_for(client, language, heading, email):
    page = page_of(client.get(f"/{language}/contact/"))
    assert page.one("main h1").text == heading
    assert email in page.texts("main label")
    form = page.one("main form")
    assert (form["method"], form["action"]) == ("post", f"/{language}/contact/")
    assert len(form.all("button")) == 1
    other = {"en": "ru", "ru": "en"}[language]
    assert page.one(".language a")["href"] == f"/{other}/contact/"
    assert page.one("link[rel=canonical]")["href"] == f"http://127.0.0.1:8000/{language}/contact/"


def test_the_imprint_s_address_stands_beside_the_form(client):
    SiteSettings.objects.create(
        pk=1, address_en="1 Long Street", email="desk@example.org", telephone="+7 000", founder_en="Founders"
    )
    ways = page_of(client.get("/en/contact/")).one("main section")
    assert ways.one("h2").text == "Other ways to reach us"
    assert ways.texts("dd") == ["1 Long Street", "desk@example.org", "+7 000"]
    assert ways.one("a")["href"] == "mailto:desk@example.org"


def test_without_an_imprint_the_form_stands_alone(client):
    assert page_of(client.get("/en/contact/")).all("main section") == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_message_is_stored_and_the_reader_is_told_what_happened(client, language):
    response = client.post(f"/{language}/contact/", WORDS)
    assert (response.status_code, response.headers["Cache-Control"]) == (303, "no-store")
    assert response.headers["Location"] == f"/{language}/contact/sent/"
    message = Message.objects.get()
    stored = {name: getattr(message, name) for name in ("name", "email", "subject", "text")}
    assert stored == {name: WORDS[name] for name in stored}
    assert (message.language, message.status) == (language, "new")


def test_the_thanks_promise_no_more_than_is_true(client):
    page = page_of(client.get("/en/contact/sent/"))
    assert page.one("main h1").text == "Thank you for your message"
    assert page.texts("main p")[0] == STORED
    assert page.one("main a")["href"] == "/en/"
    assert page.one("meta[name=robots]")["content"] == "noindex"
    assert page.one(".language a")["href"] == "/ru/contact/sent/"
    # The script says the same words on the page of the form.
    assert page_of(client.get("/en/contact/")).one("main .done").text == STORED


def test_a_name_and_a_text_are_enough(client):
    assert client.post("/en/contact/", {"name": "Ann", "text": "Dear editors!"}).status_code == 303
    message = Message.objects.get()
    assert (message.email, message.subject) == ("", "")


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"name": ""}, {"name": ["Please give a name: your own or any other."]}),
        ({"text": " \n"}, {"text": ["Please write your message."]}),
        ({"name": "a" * 81}, {"name": ["Too long: 81 characters; the limit is 80."]}),
        ({"subject": "a" * 151}, {"subject": ["Too long: 151 characters; the limit is 150."]}),
        ({"text": "a" * 10_001}, {"text": ["Too long: 10001 characters; the limit is 10000."]}),
        ({"email": "nobody"}, {"email": ["This is not an e-mail address. Correct it or leave it out."]}),
        (
            {"email": "a@b.org\nBcc: c@d.org"},
            {"email": ["This is not an e-mail address. Correct it or leave it out."]},
        ),
        ({"subject": "a\0"}, {"subject": ["Null characters are not allowed."]}),
    ],
)
def test_the_script_is_told_what_is_wrong(client, fields, errors):
    response = client.post("/en/contact/", WORDS | fields, **SCRIPT)
    assert (response.status_code, response.headers["Cache-Control"]) == (422, "no-store")
    assert response.json() == {"stored": False, "errors": errors}
    assert Message.objects.count() == 0


def test_the_script_is_told_that_it_is_stored(client):
    response = client.post("/en/contact/", WORDS, **SCRIPT)
    assert (response.status_code, response.json()) == (201, {"stored": True})
    assert Message.objects.count() == 1


def test_exactly_the_limits_are_stored(client):
    fields = {"name": "я" * 80, "subject": "ё" * 150, "text": "ж" * 10_000}
    assert client.post("/en/contact/", WORDS | fields).status_code == 303
    message = Message.objects.get()
    assert {name: getattr(message, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("language", "heading", "advice", "error"),
    [
        (
            "en",
            "The message was not stored",
            "Please correct what is marked and send it again.",
            "This is not an e-mail address. Correct it or leave it out.",
        ),
        (
            "ru",
            "Письмо не сохранено",
            "Исправьте отмеченное и отправьте ещё раз.",
            "Это не адрес электронной почты. Исправьте его или уберите.",
        ),
    ],
)
def test_a_refused_message_comes_back_whole(client, language, heading, advice, error):
    typed = {"name": "Ann <b>", "email": "no", "subject": "<i>", "text": "1\n2 \"&' <i>", "key": "k" * 20}
    response = client.post(f"/{language}/contact/", typed)
    page = page_of(response, 422)
    assert (page.one("main h1").text, page.texts("main p")[0]) == (heading, advice)
    values = {field["name"]: field.get("value") for field in page.all("main input")}
    assert values == {name: typed[name] for name in ("name", "email", "subject", "key")}
    assert page.one("textarea").children == ["\n1\n2 \"&' <i>"]
    assert page.texts("main .error") == [error]
    assert page.one("main input[name=email]")["aria-describedby"] == page.one("main .error")["id"]
    assert response.headers["Cache-Control"] == "no-store"
    assert (page.one("meta[name=robots]")["content"], Message.objects.count()) == ("noindex", 0)


def test_sixty_four_kilobytes_come_back_whole(client):
    text = "ж" * 32 * 1024
    page = page_of(client.post("/en/contact/", WORDS | {"text": text}), 422)
    assert page.one("textarea").children == ["\n" + text]


@pytest.mark.parametrize("key", [WORDS["key"], ""], ids=["with script", "without script"])
def test_sent_twice_stored_once(client, key):
    first, second = (client.post("/en/contact/", WORDS | {"key": key}) for _time in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert Message.objects.count() == 1


def test_two_readers_with_the_same_words_are_both_heard(client):
    client.post("/en/contact/", WORDS | {"key": "a" * 16})
    client.post("/en/contact/", WORDS | {"key": "b" * 16})
    client.post("/en/contact/", WORDS | {"key": ""}, REMOTE_ADDR="192.0.2.1")
    client.post("/en/contact/", WORDS | {"key": ""}, REMOTE_ADDR="192.0.2.2")
    assert Message.objects.count() == 4


def test_a_corrected_address_is_another_message(client):
    client.post("/en/contact/", WORDS | {"key": "", "email": "ann@exmaple.org"})
    client.post("/en/contact/", WORDS | {"key": ""})
    assert sorted(Message.objects.values_list("email", flat=True)) == ["ann@example.org", "ann@exmaple.org"]


def test_where_nothing_can_be_stored_nobody_is_thanked(client, monkeypatch):
    def away(*_args, **_options):
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(Message, "save", away)
    client.raise_request_exception = False
    assert client.post("/en/contact/", WORDS).status_code == 500
    assert client.post("/en/contact/", WORDS, **SCRIPT).status_code == 500


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_are_not_allowed(client, method):
    assert getattr(client, method)("/en/contact/").status_code == 405


@pytest.mark.parametrize("address", ["/en/contact/sent/", "/ru/contact/sent/"])
def test_thanks_take_nothing(client, address):
    assert client.post(address, WORDS).status_code == 405
    assert Message.objects.count() == 0

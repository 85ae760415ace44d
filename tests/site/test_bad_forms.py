"""Bad bodies: a form that says what is wrong with the words kept, or a page; nothing stored half."""

import pytest
from django.test import Client

from comments.models import Comment, Message, TypoReport
from tests.addresses import form_address
from tests.factories import make_article
from tests.markup import page_of, parse

FIELDS = {
    "comment": {"name": "Ann", "email": "ann@example.org", "text": "Good.", "key": "0123456789abcdef"},
    "report": {
        "exact": "tade",
        "suggestion": "trade",
        "note": "Note.",
        "field": "body",
        "prefix": "of ",
        "suffix": " and",
        "offset": "3",
        "revision": "1",
        "key": "0123456789abcdef",
    },
    "contact": {
        "name": "Ann",
        "email": "ann@example.org",
        "subject": "News",
        "text": "Good.",
        "key": "0123456789abcdef",
    },
}
MODELS = {"comment": Comment, "report": TypoReport, "contact": Message}
EVERY_FIELD = [(form, field) for form in FIELDS for field in FIELDS[form]]
BYTES = {
    "NUL": b"a%00b",
    "raw NUL": b"a\x00b",
    "an unpaired surrogate": b"a%ED%A0%80b",
    "a raw unpaired surrogate": b"a\xed\xa0\x80b",
    "broken UTF-8": b"a%FF%FEb",
    "overlong UTF-8": b"a%C0%80b",
    "a byte order mark": b"%EF%BB%BFab",
    "directions": b"a%E2%80%AEb",
    "controls": b"a%01%08%0B%1F%7Fb",
    "beyond the first plane": b"a%F0%9F%98%80b",
}


@pytest.fixture
def story(db):
    return make_article()


@pytest.fixture
def reader():
    """A client that is answered as a browser is: an error of ours becomes a page with status 500."""
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


def address(story, form: str, language: str = "en") -> str:
    return form_address(form, story, language)


def stored() -> int:
    return sum(model.objects.count() for model in MODELS.values())


def urlencoded(fields: dict) -> dict:
    """The rest of a request that sends fields, each as these bytes."""
    pairs = [name.encode() + b"=" + (v if isinstance(v, bytes) else v.encode()) for name, v in fields.items()]
    return {"data": b"&".join(pairs), "content_type": "application/x-www-form-urlencoded"}


def multipart(fields: dict) -> dict:
    """The same as a browser sends files."""
    parts = [
        b'--B\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
        % (name.encode(), v if isinstance(v, bytes) else v.encode())
        for name, v in fields.items()
    ]
    return {"data": b"".join(parts) + b"--B--\r\n", "content_type": "multipart/form-data; boundary=B"}


@pytest.mark.parametrize(("form", "field"), EVERY_FIELD)
@pytest.mark.parametrize("encode", [urlencoded, multipart])
def test_bytes_that_are_no_text_are_refused_in_the_form_or_stored_clean(reader, story, form, field, encode):
    for name, value in BYTES.items():
        before = stored()
        response = reader.post(address(story, form), **encode(FIELDS[form] | {field: value}))
        assert response.status_code in {303, 422}, name
        if response.status_code == 422:
            page = page_of(response, 422)
            kept = "input[name=exact]" if form == "report" else "textarea"
            words = page.one(f"main {kept}")
            assert words.text or words["value"], name
            assert page.texts("main .error") or page.one("main .errors").text, name
            assert stored() == before, name
        else:
            row = MODELS[form].objects.order_by("pk").last()
            value = str(getattr(row, field, ""))
            assert "\x00" not in value, name
            value.encode()  # an unpaired surrogate has no bytes


HTML = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;{{ 7*7 }}"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_markup_in_a_comment_is_text_wherever_it_is_shown(reader, admin_client, story, language):
    words = {"name": HTML[:80], "text": HTML}
    assert reader.post(address(story, "comment", language), words).status_code == 303
    comment = Comment.objects.get()
    assert (comment.name, comment.text) == (words["name"], words["text"])
    Comment.objects.update(status="approved")
    pages = [
        reader.get(story.get_absolute_url(language)),
        admin_client.get("/admin/comments/comment/"),
        admin_client.get(f"/admin/comments/comment/{comment.pk}/change/"),
        admin_client.get(f"/admin/comments/comment/{comment.pk}/history/"),
        reader.post(address(story, "comment", language), words | {"email": HTML}),
        admin_client.get("/admin/comments/comment/?q=" + "%3Cscript%3Ealert(1)%3C/script%3E"),
    ]
    for page in pages:
        assert_text_only(page)
    shown = parse(pages[0].content).one(f"#comment-{comment.pk}")
    assert shown.one("bdi").text == " ".join(words["name"].split())
    assert shown.texts("p")[1] == HTML


@pytest.mark.parametrize("language", ["en", "ru"])
def test_markup_in_a_report_is_text_wherever_it_is_shown(reader, admin_client, story, language):
    words = dict.fromkeys(["exact", "suggestion", "note", "prefix", "suffix"], HTML)
    assert reader.post(address(story, "report", language), words).status_code == 303
    report = TypoReport.objects.get()
    assert {name: getattr(report, name) for name in words} == words
    pages = [
        admin_client.get("/admin/comments/typoreport/"),
        admin_client.get(f"/admin/comments/typoreport/{report.pk}/change/"),
        reader.post(address(story, "report", language), words | {"field": HTML, "offset": HTML}),
        reader.post(address(story, "report", language), words | {"exact": HTML * 9}),
    ]
    for page in pages:
        assert_text_only(page)
    assert parse(pages[1].content).one("mark").text == HTML


@pytest.mark.parametrize("language", ["en", "ru"])
def test_markup_in_a_message_is_text_wherever_it_is_shown(reader, admin_client, story, language):
    words = {"name": HTML[:80], "subject": HTML, "text": HTML}
    assert reader.post(address(story, "contact", language), words).status_code == 303
    message = Message.objects.get()
    assert {name: getattr(message, name) for name in words} == words
    for path in ("", f"{message.pk}/change/", f"{message.pk}/history/", f"{message.pk}/delete/"):
        assert_text_only(admin_client.get(f"/admin/comments/message/{path}"))
    assert_text_only(reader.post(address(story, "contact", language), words | {"email": HTML}))


def assert_text_only(response):
    """None of the hostile markup has become an element."""
    assert response.status_code in {200, 422}
    text = response.content.decode()
    assert "<script>alert" not in text
    assert "<img src=x" not in text


def test_script_in_an_answer_to_the_script_is_json(reader, story):
    response = reader.post(
        address(story, "report"), {"exact": "x", "field": HTML}, headers={"accept": "application/json"}
    )
    assert (response.status_code, response.headers["Content-Type"]) == (422, "application/json")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("form", FIELDS)
@pytest.mark.parametrize(
    ("language", "heading"), [("en", "That is too much text"), ("ru", "Слишком большой текст")]
)
def test_more_than_any_form_holds_is_a_short_page(reader, story, form, language, heading):
    for encode in (urlencoded, multipart):
        response = reader.post(address(story, form, language), **encode({"text": "x" * 530_000}))
        page = page_of(response, 413)
        assert (page.one("html").lang, page.one("h1").text) == (language, heading)
        assert len(response.content) < 3000
    assert stored() == 0


@pytest.mark.parametrize("form", FIELDS)
def test_just_below_the_limit_comes_back_whole(reader, story, form):
    field = "note" if form == "report" else "text"
    response = reader.post(address(story, form), **urlencoded({field: "x" * 500_000}))
    assert page_of(response, 422).one("main textarea").children == ["\n" + "x" * 500_000]


@pytest.mark.parametrize("form", FIELDS)
@pytest.mark.parametrize(
    "body",
    [
        {"data": b"", "content_type": "application/x-www-form-urlencoded"},
        {"data": b'{"text": "x"}', "content_type": "application/json"},
        {"data": b"\x00\xff" * 99, "content_type": "application/octet-stream"},
        {"data": b"<x/>", "content_type": "text/xml"},
        {"data": b"x", "content_type": ""},
        {"data": b"text=x&text=y&text[]=z&text[0]=a", "content_type": "application/x-www-form-urlencoded"},
        {"data": b"&=&&==&;", "content_type": "application/x-www-form-urlencoded"},
        {"data": b"name" * 30_000, "content_type": "application/x-www-form-urlencoded"},
        {"data": b"x=y", "content_type": "application/x-www-form-urlencoded", "CONTENT_LENGTH": "-5"},
    ],
    ids=["empty", "json", "binary", "xml", "no type", "arrays", "ampersands", "long name", "-5"],
)
def test_bodies_without_the_fields_are_refused_in_the_form(reader, story, form, body):
    page = page_of(reader.post(address(story, form, "ru"), **body), 422)
    assert page.one("html").lang == "ru"
    assert page.texts("main .error")
    assert stored() == 0


@pytest.mark.parametrize("form", FIELDS)
@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    "body",
    [
        {"data": b"a=1&" * 2001, "content_type": "application/x-www-form-urlencoded"},
        {"data": b"--B\r\n\r\n", "content_type": "multipart/form-data"},
        {"data": b"x", "content_type": "multipart/form-data; boundary=" + "b" * 300},
        multipart({f"f{n}": "x" for n in range(2002)}),
        urlencoded({"name": "Ann"}) | {"CONTENT_LENGTH": "many"},
    ],
    ids=["2001 fields", "no boundary", "long boundary", "2002 parts", "no length"],
)
def test_bodies_that_cannot_be_read_are_a_page(reader, story, form, language, body):
    page = page_of(reader.post(address(story, form, language), **body), 400)
    assert page.one("html").lang == language
    assert stored() == 0


def test_files_are_ignored(reader, story):
    data = multipart(FIELDS["comment"])
    file = b'--B\r\nContent-Disposition: form-data; name="text"; filename="../x.html"\r\n\r\n<script>\r\n'
    response = reader.post(
        address(story, "comment"), data["data"][:-7] + file + b"--B--\r\n", data["content_type"]
    )
    assert response.status_code == 303
    assert Comment.objects.get().text == "Good."


@pytest.mark.parametrize("form", ["comment", "report"])
@pytest.mark.parametrize("pk", ["0", "999999", "9223372036854775808", "9" * 400])
def test_a_form_of_no_story_is_not_found(reader, db, form, pk):
    assert reader.post(f"/en/news/{pk}/x/{form}/", FIELDS[form]).status_code == 404
    assert stored() == 0

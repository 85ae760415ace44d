"""A connection that breaks while a form is being sent: nothing is stored half."""

import io
from urllib.parse import urlencode

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from comments.models import Comment, Message, TypoReport
from infoshos.wsgi import WholeInput, application
from tests.addresses import form_address
from tests.factories import make_article

WORDS = {
    "comment": {"name": "Ann", "text": "A long and thoughtful comment.", "exact": ""},
    "report": {"exact": "seperate", "note": "It has an a in the middle."},
    "contact": {"name": "Ann", "text": "A long and thoughtful message."},
}
BOUNDARY = "line"


def stored() -> int:
    return sum(model.objects.count() for model in (Comment, Message, TypoReport))


def urlencoded(words):
    return urlencode(words).encode(), "application/x-www-form-urlencoded"


def multipart(words):
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in words.items()
    ]
    return f"{''.join(parts)}--{BOUNDARY}--\r\n".encode(), f"multipart/form-data; boundary={BOUNDARY}"


def send(address, body, kind, length=None):
    """The status that a server gets for a body of which perhaps only a part arrived."""
    statuses = []
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": address,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "HTTP_HOST": "127.0.0.1:8000",
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": str(length or len(body)),
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "http",
    }
    b"".join(application(environ, lambda status, headers: statuses.append(status[:3])))
    return statuses[0]


@pytest.fixture
def connected(db):
    """As Django's own test client does: the end of a request leaves the transaction of the test alone."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("encode", [urlencoded, multipart])
@pytest.mark.parametrize("form", WORDS)
def test_a_form_that_was_cut_off_is_refused_and_not_stored(connected, form, encode):
    address = form_address(form, make_article())
    body, kind = encode(WORDS[form])
    for arrived in range(0, len(body), 7):
        assert send(address, body[:arrived], kind, len(body)) == "400"
    assert stored() == 0
    assert send(address, body, kind) == "303"
    assert stored() == 1


def test_a_whole_body_is_read_as_from_a_file():
    lines = b"one\ntwo\nthree"
    assert WholeInput(io.BytesIO(lines + b"of another request"), "13").read() == lines
    stream = WholeInput(io.BytesIO(lines), "13")
    assert [
        stream.readline(),
        stream.read(2),
        stream.readline(1),
        stream.read(99),
        stream.read(),
        stream.readline(),
    ] == [
        b"one\n",
        b"tw",
        b"o",
        b"\nthree",
        b"",
        b"",
    ]
    assert WholeInput(io.BytesIO(b"unannounced"), None).read() == b""

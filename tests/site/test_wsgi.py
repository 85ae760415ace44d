"""The application as a server calls it: what follows from PUBLIC_URL, and never from a header."""

import json
import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.conf import settings

ASK = """
import io, json, sys
from infoshos import settings
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
from infoshos.wsgi import application
answers = []
for extra in json.loads(sys.argv[1]):
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": "/time", "QUERY_STRING": "", "SERVER_NAME": "x", "SERVER_PORT": "80",
        "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(), "HTTP_HOST": "news.example.org", **extra,
    }
    def start(status, headers): answers.append([status[:3], dict(headers)])
    list(application(environ, start))
print(json.dumps(answers))
"""


def ask(public_url: str, *requests: dict, tmp_path) -> list:
    """Answers of a fresh process that was started with this PUBLIC_URL: status and headers."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, json.dumps(requests)],
        cwd=settings.BASE_DIR,
        env={**os.environ, "PUBLIC_URL": public_url, "DATA_DIR": str(tmp_path), "DATABASE_URL": ""},
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(done.stdout)


def test_transport_security_follows_the_public_address_and_no_header(tmp_path):
    forged = {"HTTP_X_FORWARDED_PROTO": "http", "HTTP_X_FORWARDED_SSL": "off", "wsgi.url_scheme": "http"}
    secure = ask("https://news.example.org", {}, forged, tmp_path=tmp_path)
    promised = [headers["Strict-Transport-Security"] for _status, headers in secure]
    assert promised == ["max-age=63072000", "max-age=63072000"]
    forged = {"HTTP_X_FORWARDED_PROTO": "https", "HTTP_FORWARDED": "proto=https", "wsgi.url_scheme": "https"}
    plain = ask("http://news.example.org", {}, forged, tmp_path=tmp_path)
    assert [("Strict-Transport-Security" in headers) for _status, headers in plain] == [False, False]


def test_only_the_host_of_the_public_address_is_answered(tmp_path):
    hosts = [
        "news.example.org",
        "evil.example.org",
        "127.0.0.1",
        "news.example.org.evil.org",
        "[",
        "a\x00b",
        "",
    ]
    requests = [{"HTTP_HOST": host} for host in hosts]
    forwarded = {
        "HTTP_HOST": "evil.example.org",
        "HTTP_X_FORWARDED_HOST": "news.example.org",
        "PATH_INFO": "/",
    }
    answers = ask("https://news.example.org", *requests, forwarded, tmp_path=tmp_path)
    assert [status for status, _headers in answers] == [
        "204",
        "400",
        "400",
        "400",
        "400",
        "400",
        "400",
        "400",
    ]


@pytest.mark.parametrize(
    ("public_url", "host"),
    [
        ("https://новости.рф", "xn--b1amnebsh.xn--p1ai"),
        ("https://[2001:db8::1]", "[2001:db8::1]"),
        ("http://[::1]:8000", "[::1]:8000"),
    ],
)
def test_a_host_in_other_letters_or_with_colons_is_answered_and_its_pages_are_trusted(
    tmp_path, public_url, host
):
    page, other = ask(public_url, {"HTTP_HOST": host}, {"HTTP_HOST": "example.org"}, tmp_path=tmp_path)
    assert (page[0], other[0]) == ("204", "400")
    done = subprocess.run(
        [sys.executable, "-c", "from infoshos import settings; print(settings.CSRF_TRUSTED_ORIGINS)"],
        cwd=settings.BASE_DIR,
        env={**os.environ, "PUBLIC_URL": public_url, "DATA_DIR": str(tmp_path)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.strip() == str([f"{urlsplit(public_url).scheme}://{host}"])


def test_a_content_type_that_cannot_be_read_breaks_nothing(tmp_path):
    types = [
        "text/plain; a*=nope''b",
        "x;charset=hex",
        "multipart/form-data; boundary=",
        ";",
        "\xff",
        "x" * 9000,
    ]
    answers = ask("https://news.example.org", *[{"CONTENT_TYPE": t} for t in types], tmp_path=tmp_path)
    assert [status for status, _headers in answers] == ["204"] * len(types)


def test_cookies_of_the_admin_are_secure_where_the_address_is(tmp_path):
    (answer,) = ask("https://news.example.org", {"PATH_INFO": "/admin/login/"}, tmp_path=tmp_path)
    cookie = answer[1]["Set-Cookie"]
    assert {"Secure", "HttpOnly", "Path=/admin/"} <= set(cookie.split("; "))

"""Bad addresses: each is answered by a page in the language of the address, never by an error of ours."""

from itertools import cycle
from urllib.parse import quote

import pytest
from django.test import Client

from tests.markup import parse

NUMBERS = [
    "0",
    "-1",
    "1.5",
    "1e9",
    "0x1",
    "+1",
    " 1",
    "٣",
    "²",
    "2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775809",
    "9" * 500,
    "9" * 5000,
]
TEXTS = [
    "%00",
    "a%00b",
    "%ff",
    "%ed%a0%80",
    "%c0%ae%c0%ae/",
    "%ef%bb%bf",
    "%e2%80%ae",
    "%0d%0aSet-Cookie:x=y",
    "%",
    "%zz",
    "%25%30%30",
    "..",
    "../",
    "../../../../etc/passwd",
    "..%2f..%2fmanage.py",
    "..%5c..%5c",
    "<script>alert(1)</script>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "'\"`;--",
    "' OR 1=1 --",
    "{{ 7*7 }}",
    "{% debug %}",
    "%(x)s",
    "%s%s%s%n",
    "None",
    "null",
    "true",
    "a" * 10_000,
    "а" * 2_000,
    "\U0001f600",
    quote("\U0001f600" * 300),
    " ",
    "-",
    "_",
    "*",
    ".",
    "~",
    "\\",
]
PATTERNS = [
    "{}",
    "{}/",
    "news/{}/",
    "news/{}/slug/",
    "news/{id}/{}/",
    "news/{}/slug/comment/",
    "news/{id}/{}/comment/sent/",
    "news/{}/slug/report/",
    "news/{id}/{}/report/sent/",
    "section/{}/",
    "archive/{}/",
    "archive/2020/{}/",
    "archive/2020/11/{}/",
    "states/{}/",
    "feed.atom/{}",
]
# The pages that read a parameter; the front page stands for those that do not.
QUERIES = {
    "on": ["states/"],
    "before": ["section/security/", "archive/"],
    "after": ["section/security/"],
    "idn": ["", "news/{id}/"],
    "on[]": ["states/"],
    "utm_source": ["feed.atom", "about/"],
}
PLACES = ["1-1", "0-0", "1604927160000000-1", "-1-1", "1--1", "9" * 16 + "-" + "9" * 19, "9" * 30 + "-9"]


@pytest.fixture
def reader():
    """A client that is answered as a browser is: an error of ours becomes a page with status 500."""
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


def check(response, language: str, asked: str):
    """A page, a redirect or a refusal, in the language; nothing of what was asked is repeated as markup."""
    assert 200 <= response.status_code < 500, asked[:200]
    assert "Set-Cookie" not in response.headers, asked[:200]
    assert "x=y" not in response.cookies.output(), asked[:200]
    if response.status_code >= 400:
        page = parse(response.content)
        assert page.one("html").lang == language, asked[:200]
        assert page.one("h1").text, asked[:200]
        assert "alert(1)" not in "".join(script.text for script in page.all("script")), asked[:200]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_nasty_paths(reader, portal, pattern):
    for value, language in zip([*NUMBERS, *TEXTS], cycle(["en", "ru"]), strict=False):
        path = f"/{language}/" + pattern.replace("{id}", str(portal.story.pk)).replace("{}", value)
        check(reader.get(path), language, path)


@pytest.mark.parametrize("name", QUERIES)
def test_nasty_queries(reader, portal, name):
    for page in QUERIES[name]:
        for value, language in zip([*NUMBERS, *TEXTS, *PLACES], cycle(["ru", "en"]), strict=False):
            address, query = f"/{language}/{page.format(id=portal.story.pk)}", f"{name}={value}"
            response = reader.get(address, QUERY_STRING=query.encode().decode("latin-1"))
            check(response, language, f"{address}?{query}")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_queries_that_are_no_queries(reader, portal, language):
    for query in [
        "on=2016-06-24&on=nonsense",
        "on=nonsense&on=2016-06-24",
        "on[]=2016-06-24&on[0]=x",
        "before=1-1&after=1-1",
        "&" * 5000,
        "=" * 5000,
        "a=1&" * 1999,
        "a=1&" * 5000,
        "%00" * 3000,
        "?" * 100,
        "\xff\xfe",
        "on=\xed\xa0\x80",
        ";on=1",
        "x" * 60_000,
    ]:
        for page in ("", "states/", "archive/", "feed.atom"):
            check(reader.get(f"/{language}/{page}", QUERY_STRING=query), language, query)


def test_the_last_of_two_days_is_taken(reader, portal):
    first = reader.get("/en/states/?on=nonsense&on=2016-06-24")
    assert (first.status_code, reader.get("/en/states/?on=2016-06-24&on=nonsense").status_code) == (200, 404)


@pytest.mark.parametrize("language", ["de", "EN", "e", "en-GB", "english", "%65n", "..", "%00", "ен"])
def test_an_unknown_language_is_not_found(reader, portal, language):
    for path in ("", "/", "/archive/", f"/news/{portal.story.pk}/"):
        response = reader.get(f"/{language}{path}", headers={"accept-language": "ru"})
        if language == "%65n":  # the same address, written otherwise
            assert response.status_code in {200, 301}
        elif language != "..":
            assert response.status_code == 404
            assert parse(response.content).one("html").lang == "ru"


@pytest.mark.parametrize(
    "path", ["//en/", "/en//", "/en/./", "/en/archive//2020/", "/en/archive/2020", "/EN/", "/en/%2e/"]
)
def test_slashes_and_dots_lead_nowhere_else(reader, portal, path):
    response = reader.get("/", PATH_INFO=path)
    assert response.status_code in {301, 404}
    if response.status_code == 301:
        assert response.headers["Location"] == "/en/archive/2020/"


@pytest.mark.parametrize(
    "method", ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW", "PROPFIND", "<x>", ""]
)
@pytest.mark.parametrize(
    "path", ["/", "/en/", "/en/archive/", "/en/feed.atom", "/time", "/media/images/0123456789abcdef.jpg"]
)
def test_unknown_methods_are_refused(portal, path, method):
    assert Client().generic(method, path).status_code == 405


@pytest.mark.parametrize(
    "host", ["evil.example.org", "testserver:80:80", "testserver@evil", "[::1", "a" * 9000, "\x00", "тест"]
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_foreign_host_is_refused_in_the_language(reader, db, language, host):
    response = reader.get(f"/{language}/", HTTP_HOST=host)
    assert response.status_code == 400
    check(response, language, host)

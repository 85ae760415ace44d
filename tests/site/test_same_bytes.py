"""The same bytes for every reader: no cookie and no header changes a page for readers."""

import pytest
from django.test import Client

from tests.addresses import addresses, form_address
from tests.factories import make_article, make_editor

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
HEADERS = {
    "accept": "application/json",
    "accept-charset": "windows-1251",
    "accept-language": "ru-RU,ru;q=0.9",
    "authorization": "Basic ZWRpdG9yOmEgcGFzc3dvcmQ=",
    "cache-control": "no-cache",
    "cf-connecting-ip": "192.0.2.1",
    "client-ip": "192.0.2.1",
    "content-type": "multipart/form-data; boundary=x",
    "device-memory": "0.5",
    "dnt": "1",
    "downlink": "0.1",
    "expect": "100-continue",
    "forwarded": "for=192.0.2.1;host=evil.example.org;proto=https",
    "from": "reader@example.org",
    "if-modified-since": "Sat, 01 Jan 2000 00:00:00 GMT",
    "if-none-match": '"x"',
    "origin": "https://evil.example.org",
    "pragma": "no-cache",
    "priority": "u=0, i",
    "range": "bytes=0-99",
    "referer": "https://evil.example.org/?q=<script>",
    "rtt": "3000",
    "save-data": "on",
    "sec-ch-prefers-color-scheme": "dark",
    "sec-ch-ua-mobile": "?1",
    "sec-ch-ua-platform": '"Android"',
    "sec-fetch-dest": "iframe",
    "sec-fetch-mode": "navigate",
    "sec-fetch-site": "cross-site",
    "sec-gpc": "1",
    "upgrade-insecure-requests": "1",
    "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148",
    "via": "1.1 proxy",
    "x-csrftoken": "x" * 64,
    "x-forwarded-for": "192.0.2.1, 198.51.100.1",
    "x-forwarded-host": "evil.example.org",
    "x-forwarded-port": "444",
    "x-forwarded-prefix": "/prefix",
    "x-forwarded-proto": "https",
    "x-forwarded-scheme": "https",
    "x-http-method-override": "DELETE",
    "x-original-url": "/admin/",
    "x-real-ip": "192.0.2.1",
    "x-requested-with": "XMLHttpRequest",
    "x-rewrite-url": "/admin/",
    "x-script-name": "/prefix",
}
COOKIES = {
    "csrftoken": "c" * 32,
    "django_language": "ru",
    "django_timezone": "Asia/Tokyo",
    "messages": "W1siX19qc29uX21lc3NhZ2UiLDAsMjUsImhlbGxvIiwiIl1d",
    "sessionid": "not a session",
    "theme": "dark",
}
# What Django answers with a new cookie, or with `Vary: Cookie`, where it reads cookies at all.
MALFORMED = [
    "csrftoken=bad!",
    "csrftoken=",
    f"csrftoken={'é' * 32}",
    'sessionid=""',
    "sessionid=",
    f"sessionid={'x' * 4000}",
    "sessionid=\x00",
    'messages=""',
    "messages=[",
    'csrftoken="; sessionid="',
    "=; ;; =x; sessionid",
]


def in_one_thing(session: str) -> list[dict]:
    """Keyword arguments of requests that differ from a plain one in one thing each."""
    cookies = {"cookie": f"sessionid={session}; csrftoken={'c' * 32}"}
    return [
        *({"headers": {name: value}} for name, value in HEADERS.items()),
        *({"headers": {"cookie": f"{name}={value}"}} for name, value in COOKIES.items()),
        *({"headers": {"cookie": cookie}} for cookie in MALFORMED),
        {"headers": cookies},
        {"REMOTE_ADDR": "192.0.2.1"},
    ]


def in_everything(session: str) -> list[dict]:
    """Keyword arguments of requests that differ from a plain one in all that a request can differ in."""
    jar = "; ".join(f"{name}={value}" for name, value in COOKIES.items() if name != "sessionid")
    return [
        {"headers": HEADERS | {"cookie": f"sessionid={session}; {jar}"}, "REMOTE_ADDR": "::1"},
        {"headers": {"cookie": f"sessionid={session}", "accept-language": "ru"}},
        {},
    ]


def answer(client, path: str, **request) -> tuple:
    """Everything that an answer consists of."""
    response = client.get(path, **request)
    return response.status_code, dict(response.headers), response.cookies.output(), response.content


@pytest.fixture
def session(db) -> str:
    """The cookie of an editor who is logged in, in Russian."""
    editor = Client()
    editor.force_login(make_editor(interface_language="ru"))
    assert editor.get("/admin/").status_code == 200
    return editor.cookies["sessionid"].value


def check(path: str, requests: list[dict]):
    """All the requests are answered as that of an ordinary browser is, and nobody gets a cookie."""
    reader = Client(headers={"user-agent": BROWSER})
    while True:  # the pages of states tell the time: ask again when a minute has ended meanwhile
        plain = answer(reader, path)
        answers = [(request, answer(Client(), path, **request)) for request in requests]
        if answer(reader, path) == plain:
            break
    for request, given in answers:
        assert given == plain, (path, request)
    _status, headers, cookies, content = plain
    assert cookies == "", path
    assert "cookie" not in headers.get("Vary", "").lower(), path
    assert b"csrf" not in content, path


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_page_is_the_same_for_every_reader(portal, session, language):
    paths = [path for path, _status in addresses(portal, language).values()]
    for path in [*paths, f"/{language}/feed.atom", f"/{language}", f"/{language}/news/{portal.story.pk}/"]:
        check(path, in_everything(session))


@pytest.mark.parametrize(
    "kind", ["story", "front", "report form", "contact form", "withdrawn story", "missing story"]
)
def test_no_header_and_no_cookie_changes_a_page(portal, session, kind):
    check(addresses(portal, "en")[kind][0], in_one_thing(session))


def test_media_and_static_files_set_no_cookie_either(portal, session):
    for path in (f"/media/images/{portal.lead_image.token}.jpg", "/static/css/site.css", "/time"):
        response = Client().get(path, headers={"cookie": f"sessionid={session}"})
        assert path == "/time" or b"".join(response)
        assert response.status_code in {200, 204}
        assert response.cookies.output() == ""
        assert "cookie" not in response.headers.get("Vary", "").lower()


@pytest.mark.parametrize("path", ["/", "/en/", "/en", "/time", "/nowhere/", "/en/feed.atom", "/admin"])
@pytest.mark.parametrize("cookie", MALFORMED)
def test_a_malformed_cookie_is_not_read_outside_the_admin(db, path, cookie):
    make_article()
    plain, response = answer(Client(), path), answer(Client(), path, headers={"cookie": cookie})
    assert response == plain
    assert "Set-Cookie" not in response[1]
    assert "cookie" not in response[1].get("Vary", "").lower()


@pytest.mark.parametrize("path", ["/en/", "/nowhere/"])
def test_a_page_for_readers_knows_of_no_user_and_no_session(db, session, path):
    request = Client().get(path, headers={"cookie": f"sessionid={session}"}).wsgi_request
    assert [name for name in ("user", "session", "_messages") if hasattr(request, name)] == []


@pytest.mark.parametrize("form", ["comment", "report", "contact"])
def test_a_sent_form_sets_no_cookie_and_its_page_is_the_same_for_all(portal, session, form):
    path = form_address(form, portal.story)
    words = {"name": "", "text": "Kept.", "exact": ""}
    plain = Client().post(path, words)
    for cookie in (f"sessionid={session}", *MALFORMED):
        response = Client().post(path, words, headers={"cookie": cookie})
        assert (response.status_code, response.content) == (422, plain.content)
        assert response.cookies.output() == plain.cookies.output() == ""
        assert response.headers["Vary"] == "Accept-Encoding"


def test_a_page_that_an_editor_has_open_has_no_trace_of_the_editor(portal, session):
    content = Client().get("/en/", headers={"cookie": f"sessionid={session}"}).content.decode()
    assert "editor@example.org" not in content
    assert "/admin/" not in content

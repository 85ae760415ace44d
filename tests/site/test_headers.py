"""Headers of every answer, and what they forbid in every page."""

import pytest

from tests.addresses import addresses
from tests.factories import make_image
from tests.markup import parse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'"
)
SAFE = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}


def directives(policy: str) -> set[str]:
    return {directive.strip() for directive in policy.split(";")}


def every_address(portal) -> list[str]:
    pages = [path for language in ("en", "ru") for path, _status in addresses(portal, language).values()]
    return [*pages, "/", "/time", "/en/feed.atom", "/nowhere/", "/en", f"/en/news/{portal.story.pk}/"]


def test_every_answer_has_the_policy_and_the_other_headers(client, portal):
    for path in every_address(portal):
        headers = client.get(path).headers
        assert directives(headers["Content-Security-Policy"]) == directives(POLICY), path
        assert {name: headers.get(name) for name in SAFE} == SAFE, path
        own = "cross-origin" if path.endswith(".atom") else "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == own, path
        assert "Strict-Transport-Security" not in headers, path
        assert "Server" not in headers, path


@pytest.mark.parametrize("path", ["/en/", "/admin/login/"])
def test_the_permissions_that_pages_need_are_theirs_alone(client, db, path):
    policy = client.get(path).headers["Permissions-Policy"].split(", ")
    assert {"clipboard-write=(self)", "web-share=(self)"} <= set(policy)
    others = [permission for permission in policy if not permission.endswith("=(self)")]
    assert all(permission.endswith("=()") for permission in others)
    assert {"camera=()", "geolocation=()", "microphone=()", "payment=()"} <= set(others)


@pytest.mark.parametrize(
    ("send", "status"),
    [
        (lambda c: c.post("/en/", "x" * 600_000, content_type="text/plain"), 413),
        (lambda c: c.post("/en/news/1/x/comment/", {}, headers={"sec-fetch-site": "cross-site"}), 403),
        (lambda c: c.get("/en/", headers={"host": "evil.example.org"}), 400),
    ],
    ids=["413", "403", "400"],
)
def test_refusals_have_the_headers_too(client, db, send, status):
    response = send(client)
    assert response.status_code == status
    assert directives(response.headers["Content-Security-Policy"]) == directives(POLICY)
    assert {name: response.headers.get(name) for name in SAFE} == SAFE


def test_a_broken_page_has_the_headers_too(client, db, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("news.views.front.read_front_page", lambda: 1 / 0)
    response = client.get("/ru/")
    assert (response.status_code, response.headers["Content-Language"]) == (500, "ru")
    assert directives(response.headers["Content-Security-Policy"]) == directives(POLICY)
    assert {name: response.headers.get(name) for name in SAFE} == SAFE
    assert parse(response.content).one("html").lang == "ru"


def test_others_may_read_the_feed_and_show_the_pictures(client, portal):
    feed = client.get("/en/feed.atom").headers
    assert (feed["Access-Control-Allow-Origin"], feed["Cross-Origin-Resource-Policy"]) == (
        "*",
        "cross-origin",
    )
    picture = client.get(f"/media/images/{make_image().token}.jpg")
    assert b"".join(picture)
    assert picture.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    style = client.get("/static/css/site.css")
    assert b"".join(style)
    assert style.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Origin" not in client.get("/en/").headers


def test_no_page_holds_what_the_policy_forbids(client, portal):
    for path in every_address(portal):
        response = client.get(path)
        if not response.headers.get("Content-Type", "").startswith("text/html") or not response.content:
            continue
        for element in parse(response.content):
            assert element.tag not in {"style", "base", "iframe", "object", "embed"}, path
            assert "style" not in element.attributes, path
            assert [name for name in element.attributes if name.startswith("on")] == [], path
            if element.tag == "script":
                assert element["src"].startswith("/static/"), path
                assert element.text == "", path
            for name in ("src", "srcset", "action", "formaction", "poster"):
                value = element.get(name, "/")
                assert value.startswith("/"), path
                assert not value.startswith("//"), path
            if element.tag == "link" and element["rel"] in {"stylesheet", "icon", "preload"}:
                assert element["href"].startswith("/static/"), path
            assert not element.get("href", "").lower().startswith(("javascript:", "data:")), path

"""`/` leads to the language that the browser asks for; `/time` says the time."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("", "en"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", "ru"),
        ("en-US,en;q=0.9,ru;q=0.8", "en"),
        ("ru;q=0.5,en;q=0.6", "en"),
        ("kk", "ru"),
        ("kk-KZ,en;q=0.9", "ru"),
        ("be", "ru"),
        ("be-BY,be;q=0.9,en;q=0.1", "ru"),
        ("ky-KG", "ru"),
        ("tg", "ru"),
        ("uz-Cyrl-UZ", "ru"),
        ("fr", "en"),
        ("fr-FR,fr;q=0.9,ru;q=0.5", "ru"),
        ("zh-CN,zh;q=0.9", "en"),
        ("RU", "ru"),
        ("*", "en"),
        ("xx-garbage;q=fish", "en"),
        ("ru;q=0", "en"),
        ("ru;q=0,en;q=0.1", "en"),
        (";;;,,,===", "en"),
        ("rubbish", "en"),
        ("ru" * 20_000, "en"),
        ("x," * 20_000, "en"),
        ("\xd0\xbf\xd1\x80", "en"),
        ("\x00", "en"),
    ],
)
def test_the_browser_chooses_the_language(client, wanted, language):
    response = client.get("/", headers={"accept-language": wanted})
    assert (response.status_code, response.headers["Location"]) == (302, f"/{language}/")


def test_without_the_header_english(client):
    assert client.get("/").headers["Location"] == "/en/"


def test_the_choice_is_never_cached(client):
    response = client.get("/", headers={"accept-language": "ru"})
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Vary"] == "Accept-Language"


@pytest.mark.parametrize("cookie", ["django_language", "language", "lang"])
def test_no_cookie_chooses_the_language(client, cookie):
    client.cookies[cookie] = "ru"
    assert client.get("/").headers["Location"] == "/en/"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_the_root_and_the_clock_are_only_read(client, method):
    assert getattr(client, method)("/").status_code == 405
    assert getattr(client, method)("/time").status_code == 405


def test_the_clock_is_a_small_uncached_answer(client):
    response = client.get("/time")
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Cache-Control"] == "no-store"
    apart = abs(parsedate_to_datetime(response.headers["Date"]) - datetime.now(UTC))
    assert apart < timedelta(seconds=5)


@pytest.mark.parametrize("wanted", ["en", "ru"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_language_without_its_slash_leads_to_its_front_page(client, db, language, wanted):
    response = client.get(f"/{language}", headers={"accept-language": wanted})
    assert (response.status_code, response.headers["Location"]) == (301, f"/{language}/")


@pytest.mark.parametrize(
    "path", ["//example.org/en", "//example.org/en/", "//example.org", "/\\example.org", "///en"]
)
def test_no_address_leads_to_another_site(client, db, path):
    response = client.get("/", PATH_INFO=path)
    assert response.status_code in {301, 404}
    if response.status_code == 301:
        assert not response.headers["Location"].startswith(("//", "/\\", "http"))

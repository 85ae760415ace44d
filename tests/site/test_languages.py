"""No page mixes languages: what is foreign carries its own `lang`."""

import re

import pytest
from django.test import Client

from news.models import SiteSettings
from tests.addresses import addresses, form_address
from tests.factories import make_comment
from tests.markup import Element, parse

CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ]+")
LATIN = re.compile(r"[A-Za-zÀ-ÿ]+")
# Words that are Latin in Russian too.
AT_HOME = re.compile(
    r"https?://\S+|[\w.]+@[\w.]+"  # addresses
    r"|\b(?:Infoshos"  # the name of the software, where an editor gave the portal none
    r"|UTC|PDF|DOCX|Atom"  # standards
    r"|(?:RU|CN|IN|PK)(?=[,.; ]|$)"  # codes of states, where a picture shows them
    r"|(?:Ctrl|Cmd)\+[DP]|Shift|Ctrl|Cmd|Enter|Tab|Esc"  # what stands on the keys
    r"|Mac|iPhone|iPad|Android|Chrome|Edge|Firefox|Opera|Safari|Samsung Internet)\b"  # whose keys they are
)
# What search engines and social networks show of a page.
SHARED = {"description", "og:site_name", "og:title", "og:description", "og:image:alt", "article:section"}
SPOKEN = {"alt", "aria-label", "aria-description", "label", "placeholder", "title"}


def foreign(page: Element) -> list[str]:
    """Pieces of text whose letters are not those of the language that their element is in."""
    troubles = []
    for text, element in _texts(page):
        letters = CYRILLIC if element.lang == "en" else LATIN
        if found := letters.search(AT_HOME.sub("", text)):
            troubles.append(
                f"{found[0]!r} in <{element.tag} lang={element.lang}>: {' '.join(text.split())[:90]}"
            )
    return troubles


def _texts(page: Element):
    """What is read or heard: texts, and attributes that speak."""
    for text, element in page.strings:
        if element.tag not in {"script", "style"}:
            yield text, element
    for element in page:
        for name, value in element.attributes.items():
            if _speaks(element, name, value):
                yield value, element


def _speaks(element: Element, name: str, value: str) -> bool:
    if element.tag == "meta":
        return name == "content" and bool({element.get("name"), element.get("property")} & SHARED)
    if name == "value":
        return element.tag in {"input", "button"} and element.get("type") != "hidden"
    return name in SPOKEN or (name.startswith("data-") and " " in value)  # what the script will say


def test_the_walk_finds_what_is_foreign():
    page = parse(
        '<html lang="en"><p>Fine <b lang="ru">Хорошо</b></p><p>Плохо</p><img alt="Плохо"><b lang="ru">Bad</b>'
        '<p data-error="Так же плохо"></p><input value="Плохо"><input type="hidden" value="Можно"></html>'
    )
    assert len(foreign(page)) == 5
    russian = '<html lang="ru"><p>Время UTC+3, PDF, Ctrl+Enter, a@example.org</p><p>Bad</p></html>'
    assert foreign(parse(russian)) == ["'Bad' in <p lang=ru>: Bad"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_page_is_in_its_language(client, portal, language):
    for name, (path, status) in addresses(portal, language).items():
        response = client.get(path)
        assert response.status_code == status, name
        page = parse(response.content)
        assert page.one("html").lang == language, name
        assert response.headers["Content-Language"] == language, name
        assert foreign(page) == [], name


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_a_form_refuses_is_said_in_its_language(client, portal, language):
    long = {"en": "a", "ru": "я"}[language]
    hidden = {"field": "?", "offset": "-1", "revision": "x"}
    sendings = {
        "comment": [
            {},
            {"name": long * 99, "email": "?", "text": long * 6000},
            {"name": "\x00", "text": "\x00"},
        ],
        "report": [
            {},
            {"exact": long * 201, "suggestion": long * 201, "note": long * 1001},
            {"exact": long, **hidden},
            {"exact": long, "prefix": "\x00", "offset": "9" * 20, "revision": "0"},
        ],
        "contact": [
            {},
            {"name": long * 99, "email": "?", "subject": long * 151, "text": long * 11_000},
            {"name": "\x00", "subject": "\x00", "text": "\x00"},
        ],
    }
    for form, fields in sendings.items():
        for words in fields:
            response = client.post(form_address(form, portal.story, language), words)
            assert response.status_code == 422, words
            assert foreign(parse(response.content)) == []
    closed = client.post(f"{portal.closed.get_absolute_url(language)}comment/", {"name": long, "text": long})
    assert (closed.status_code, foreign(parse(closed.content))) == (422, [])


@pytest.mark.parametrize("form", ["comment", "report"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_why_a_form_cannot_be_taken_is_said_in_its_language(client, portal, language, form):
    elsewhere = {"en": portal.russian, "ru": portal.english}[language]
    sent = [
        (portal.story, {"sec-fetch-site": "cross-site"}, 403),
        (portal.withdrawn, {}, 410),
        (elsewhere, {}, 404),
        (portal.embargoed, {}, 404),
    ]
    for story, headers, status in sent:
        response = client.post(f"{story.get_absolute_url(language)}{form}/", {"name": ""}, headers=headers)
        page = parse(response.content)
        assert (response.status_code, page.one("html").lang, foreign(page)) == (status, language, [])


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_the_script_is_told_is_in_its_language(client, portal, language):
    for form in ("comment", "report", "contact"):
        address = form_address(form, portal.story, language)
        response = client.post(address, {"email": "?", "offset": "x"}, headers={"accept": "application/json"})
        said = " ".join(text for texts in response.json()["errors"].values() for text in texts)
        assert said
        assert not {"en": CYRILLIC, "ru": LATIN}[language].search(said)


REFUSALS = {
    400: lambda client, path: client.get(path, headers={"host": "evil.example.org"}),
    403: lambda client, path: client.post(path, headers={"sec-fetch-site": "cross-site"}),
    413: lambda client, path: client.post(path, "x" * 600_000, content_type="text/plain"),
    500: lambda client, path: client.get(path),
}


@pytest.mark.parametrize("status", REFUSALS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_refusals_are_in_the_language_of_the_address(db, monkeypatch, language, status):
    monkeypatch.setattr("news.views.front.read_front_page", lambda: 1 / 0)
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    other = {"en": "ru", "ru": "en"}[language]
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = other
    response = REFUSALS[status](client, f"/{language}/")
    page = parse(response.content)
    assert response.status_code == status
    assert page.one("html").lang == language
    assert foreign(page) == []
    assert page.one("a")["href"] == f"/{language}/"


@pytest.mark.parametrize("status", [400, 403, 404, 413])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_without_a_language_in_the_address_the_browser_s_is_taken(db, language, status):
    client = Client(enforce_csrf_checks=True, headers={"accept-language": language})
    response = client.get("/nowhere/") if status == 404 else REFUSALS[status](client, "/")
    page = parse(response.content)
    assert response.status_code == status
    assert page.one("html").lang == language
    assert foreign(page) == []
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("language", "name"), [("en", "News"), ("ru", "Новости")])
def test_the_feed_is_in_its_language(client, portal, language, name):
    SiteSettings.objects.update(name_en="News", name_ru="Новости")
    text = client.get(f"/{language}/feed.atom").content.decode()
    assert f"<title>{name}</title>" in text
    assert f'xml:lang="{language}"' in text
    # Bodies may quote anybody, in elements with their own language; titles, names and sections may not.
    heads = " ".join(
        title or term for title, term in re.findall(r"<(?:title|name)>(.*?)</|term=\"(.*?)\"", text)
    )
    assert heads.startswith(name)
    assert not {"en": CYRILLIC, "ru": LATIN}[language].search(heads)


@pytest.mark.parametrize(("comment", "name"), [("en", "Ann"), ("en", "Анна"), ("ru", "Ann"), ("ru", "Анна")])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_name_in_other_letters_than_the_comment_has_its_language(client, portal, language, comment, name):
    text = {"en": "Words.", "ru": "Слова."}[comment]
    make_comment(portal.plain, language=comment, name=name, text=text)
    assert foreign(parse(client.get(portal.plain.get_absolute_url(language)).content)) == []


def test_russian_quotation_marks_and_dashes_on_russian_pages(client, portal):
    for name, (path, _status) in addresses(portal, "ru").items():
        for text, element in parse(client.get(path).content).strings:
            if element.tag not in {"script", "style"}:
                assert not re.search(r'["“”]| - |--|\.\.\.', text), (name, text)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("news/{story}/", "09.11.2020 16:06"),
        ("archive/2020/11/09/", "9 ноября 2020"),
        ("states/?on=2016-06-24", "24 июня 2016"),
        ("states/kz/", "15 июня 2001"),
    ],
)
def test_russian_dates(client, portal, path, expected):
    response = client.get("/ru/" + path.format(story=portal.story.pk), follow=True)
    main = parse(response.content).one("main")
    assert expected in main.text

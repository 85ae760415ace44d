"""The Atom feed of each language."""

import xml.etree.ElementTree as ElementTree
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from news.actions.publishing import save_article
from news.models import Revision, Section, SiteSettings
from tests.factories import make_article, make_section, moscow
from tests.markup import page_of, parse

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NOW = timezone.now()


def feed(client, language="en", **headers):
    response = client.get(f"/{language}/feed.atom", **headers)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own bytes


def entries(root) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


@pytest.mark.parametrize(
    ("language", "name", "title", "section"),
    [
        ("en", "Infoshos", "The heads of state met", "Security"),
        ("ru", "Инфошос", "Главы государств встретились", "Безопасность"),
    ],
)
def test_each_language_has_its_own_feed(client, portal, language, name, title, section):
    root = feed(client, language)
    assert root.get(XML_LANG) == language
    assert root.findtext(f"{ATOM}title") == name
    entry = next(e for e in root.iter(f"{ATOM}entry") if e.findtext(f"{ATOM}title") == title)
    assert datetime.fromisoformat(entry.findtext(f"{ATOM}published")) == moscow(2020, 11, 9, 16, 6)
    assert entry.find(f"{ATOM}category").get("term") == section
    absent = portal.russian if language == "en" else portal.english
    assert getattr(absent, f"title_{'ru' if language == 'en' else 'en'}") not in entries(root)


def test_every_address_in_the_feed_is_absolute_and_under_the_public_address(client, portal, settings):
    root = feed(client, HTTP_HOST="localhost:1234")
    own = [link.get("href") for link in root.iter(f"{ATOM}link")]
    assert own[:2] == ["http://127.0.0.1:8000/en/", "http://127.0.0.1:8000/en/feed.atom"]
    assert all(href.startswith("http://127.0.0.1:8000/en/") for href in own)
    assert f"http://127.0.0.1:8000{portal.story.get_absolute_url('en')}" in own
    assert root.findtext(f"{ATOM}id") == "http://127.0.0.1:8000/en/"


def test_the_whole_text_is_there_with_absolute_pictures(client, portal):
    entry = next(
        e for e in feed(client).iter(f"{ATOM}entry") if e.findtext(f"{ATOM}title").startswith("The heads")
    )
    body = parse(entry.findtext(f"{ATOM}summary") or entry.findtext(f"{ATOM}content"))
    assert body.texts("ul.dash li") == ["on trade;", "on transport."]
    assert body.one("img")["src"] == f"http://127.0.0.1:8000/media/images/{portal.body_image.token}.jpg"
    assert body.one("p a")["href"] == "https://example.org/paper"


def test_links_inside_the_portal_become_absolute_and_others_stay(client, db):
    make_article(body_en='<p><a href="/en/about/">a</a><a href="//example.org/x">b</a></p>')
    entry = next(feed(client).iter(f"{ATOM}entry"))
    body = parse(entry.findtext(f"{ATOM}summary") or entry.findtext(f"{ATOM}content"))
    assert [a["href"] for a in body.all("a")] == ["http://127.0.0.1:8000/en/about/", "//example.org/x"]


def test_text_that_looks_like_an_attribute_stays_as_it_is(client, db):
    make_article(body_en='<p>Write href="/x" or src="/y" <a href="/en/about/">here</a></p>')
    entry = next(feed(client).iter(f"{ATOM}entry"))
    body = parse(entry.findtext(f"{ATOM}summary") or entry.findtext(f"{ATOM}content"))
    assert body.one("p").text == 'Write href="/x" or src="/y" here'
    assert body.one("a")["href"] == "http://127.0.0.1:8000/en/about/"


def moments(client, language="en") -> dict[str, tuple[datetime, datetime]]:
    """When each entry was published, and when it was changed last."""
    return {
        entry.findtext(f"{ATOM}title"): (
            datetime.fromisoformat(entry.findtext(f"{ATOM}published")),
            datetime.fromisoformat(entry.findtext(f"{ATOM}updated")),
        )
        for entry in feed(client, language).iter(f"{ATOM}entry")
    }


def saved_at(article, **moments_of_revisions):
    """As if the revisions of a story had been saved at these moments: `r2=…`."""
    for name, moment in moments_of_revisions.items():
        Revision.objects.filter(article=article, number=int(name[1:])).update(created_at=moment)


def test_a_corrected_story_says_when_it_was_corrected(client, db):
    published, corrected = moscow(2020, 1, 1, 12), moscow(2020, 1, 3, 12)
    story = make_article(title_en="Story", published_at_en=published)
    saved_at(story, r1=published)
    assert moments(client) == {"Story": (published, published)}
    story.body_en = "<p>Corrected.</p>"
    save_article(story, by=None, via=Revision.Via.FORM, publish=["en", "ru"])
    saved_at(story, r2=corrected)
    assert moments(client) == {"Story": (published, corrected)}
    root = feed(client)
    assert datetime.fromisoformat(root.findtext(f"{ATOM}updated")) == corrected


def test_what_waits_in_a_working_copy_changes_nothing_in_the_feed(client, db):
    published = moscow(2020, 1, 1, 12)
    story = make_article(title_en="Story", published_at_en=published)
    saved_at(story, r1=published)
    story.body_en = "<p>Not yet.</p>"
    save_article(story, by=None, via=Revision.Via.FORM)
    assert Revision.objects.get(number=2).is_draft
    assert moments(client) == {"Story": (published, published)}


def test_a_story_that_was_written_before_its_day_was_last_changed_on_it(client, db):
    published = moscow(2020, 1, 5, 12)
    saved_at(make_article(title_en="Story", published_at_en=published), r1=moscow(2020, 1, 1, 12))
    assert moments(client) == {"Story": (published, published)}


def test_only_public_editions_newest_first(client, db):
    make_article(title_en="Second", published_at_en=moscow(2020, 1, 1, 0, 0))
    make_article(title_en="First", published_at_en=moscow(2020, 1, 2, 0, 0))
    make_article(title_en="Draft", published_at_en=None)
    make_article(title_en="Embargoed", published_at_en=NOW + timedelta(days=1))
    make_article(title_en="Withdrawn", withdrawn_at_en=NOW, withdrawal_reason_en="Wrong.")
    assert entries(feed(client)) == ["First", "Second"]


def test_no_more_than_thirty(client, db):
    for n in range(31):
        make_article(title_en=f"No {n}", published_at_en=moscow(2020, 1, 1, 0, n))
    assert entries(feed(client)) == [f"No {n}" for n in range(30, 0, -1)]


def test_an_empty_feed_is_valid(client, db):
    assert entries(feed(client)) == []


def test_markup_and_characters_that_xml_cannot_carry(client, db):
    hostile = 'a\x01b\x0b<script>&amp;"]]>\ufffe'
    SiteSettings.objects.create(pk=1, name_en=f"Name {hostile}")
    section = make_section(name_en=f"Section {hostile}")
    make_article(title_en=f"Title {hostile}", byline_en=f"By {hostile}", section=section)
    assert Section.objects.get().name_en == f"Section {hostile}"
    root = feed(client)
    clean = 'ab<script>&amp;"]]>'
    assert root.findtext(f"{ATOM}title") == f"Name {clean}"
    entry = next(root.iter(f"{ATOM}entry"))
    assert entry.findtext(f"{ATOM}title") == f"Title {clean}"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == f"By {clean}"
    assert entry.find(f"{ATOM}category").get("term") == f"Section {clean}"


def test_names_of_entries_never_repeat_across_languages(client, portal):
    ids = [
        entry.findtext(f"{ATOM}id")
        for code in ("en", "ru")
        for entry in feed(client, code).iter(f"{ATOM}entry")
    ]
    assert len(ids) == len(set(ids)) == 8


@pytest.mark.parametrize("language", ["en", "ru"])
def test_pages_name_the_feed_of_their_language(client, portal, language):
    page = page_of(client.get(f"/{language}/"))
    assert page.one("link[type=application/atom+xml]")["href"] == f"/{language}/feed.atom"


def test_the_feed_is_read_and_not_written(client, portal):
    assert client.post("/en/feed.atom").status_code == 405
    response = client.head("/en/feed.atom")
    assert (response.status_code, response.content) == (200, b"")

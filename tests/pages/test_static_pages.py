"""Pages without a date: About, Contacts, Rules."""

import pytest

from news.models import Page
from tests.factories import make_image
from tests.markup import page_of


def make_page(slug="rules", **fields) -> Page:
    texts = {
        "title_en": "Rules",
        "title_ru": "Правила",
        "body_en": "<p>Be kind.</p>",
        "body_ru": "<p>Добро.</p>",
    }
    return Page.objects.create(slug=slug, **texts | fields)


@pytest.mark.parametrize(
    ("language", "title", "text"), [("en", "Rules", "Be kind."), ("ru", "Правила", "Добро.")]
)
def test_a_page_shows_its_text(client, db, language, title, text):
    make_page()
    page = page_of(client.get(f"/{language}/rules/"))
    assert (page.one("main h1").text, page.one("main .body p").text) == (title, text)
    assert page.one("title").text == f"{title} {'—' if language == 'ru' else '–'} Infoshos"
    other = {"en": "ru", "ru": "en"}[language]
    assert page.one(".language a")["href"] == f"/{other}/rules/"
    assert page.one("link[rel=canonical]")["href"] == f"http://127.0.0.1:8000/{language}/rules/"


def test_pictures_of_the_library_have_their_credit(client, db):
    image = make_image(credit="Reuters")
    make_page(body_en=f'<figure><img src="/media/images/{image.token}.jpg" alt="A hall"></figure>')
    figure = page_of(client.get("/en/rules/")).one("main figure")
    assert (figure.one("img")["alt"], figure.one("figcaption").text) == ("A hall", "Reuters")


@pytest.mark.parametrize("missing", ["title_ru", "body_ru"])
def test_a_page_that_is_not_written_in_the_language_is_not_there(client, db, missing):
    make_page(**{missing: ""})
    assert client.get("/ru/rules/").status_code == 404
    page = page_of(client.get("/en/rules/"))
    assert page.one(".language a")["href"] == "/ru/"
    assert "Правила" not in page_of(client.get("/ru/")).one("footer.imprint").text


def test_all_pages_are_linked_in_their_order_from_every_page(client, db):
    make_page("help", title_en="Help", order=2)
    make_page("about", title_en="About", order=1)
    links = page_of(client.get("/en/archive/")).all("footer.imprint nav a")
    assert [(a.text, a["href"]) for a in links][:2] == [("About", "/en/about/"), ("Help", "/en/help/")]


def test_contact_us_at_the_top_leads_to_the_form_whatever_pages_there_are(client, db):
    assert page_of(client.get("/en/")).one("nav.tools a[href=/en/contact/]").text == "Contact us"
    make_page("contacts", title_en="Contacts")
    assert page_of(client.get("/en/contacts/")).one("nav.tools a[href=/en/contact/]").text == "Contact us"
    assert page_of(client.get("/ru/")).one("nav.tools a[href=/ru/contact/]").text == "Связаться с нами"


@pytest.mark.parametrize("slug", ["none", "Rules", "feed", "time", "news", "section", "x" * 3000])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_unknown_page_is_not_found(client, db, language, slug):
    make_page()
    assert page_of(client.get(f"/{language}/{slug}/"), 404).one("html").lang == language

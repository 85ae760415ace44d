"""A story as its page will be: of the form, of what was saved, and by a link that ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.actions.publishing import open_for_editing, remove_article, save_article
from news.models import Article
from news.views import previews
from tests.admin.browsing import fields_of, inline
from tests.admin.people import make_person
from tests.factories import make_article, make_image, make_section, make_state, make_topic

FORM = "article_form"
ADD = "/admin/news/article/add/"
DRAFT = {"published_at_en": None, "published_at_ru": None}


def address(article, tail="change/"):
    return f"/admin/news/article/{article.pk}/{tail}"


def link(article, language="en", number=None):
    found = previews.preview_link(article, language, number or article.version)
    return found[found.index("/preview/") :]


def main_of(answer) -> str:
    """What stands in the story itself."""
    page = answer.content.decode()
    return page[page.index('<article class="story"') : page.index("</article>")]


def check_headers(answer):
    assert "no-store" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_the_form_is_shown_as_its_page_and_nothing_is_stored(desk):
    article = make_article(**DRAFT, title_en="Old")
    topic, state, image, other = make_topic(), make_state(), make_image(caption_ru="Подпись"), make_article()
    values = fields_of(desk.get(address(article)), FORM) | {
        "title_ru": "Заголовок из формы",
        "body_ru": "<p>Текст из формы.</p><script>x</script>",
        "section": make_section().pk,
        "topics": [topic.pk],
        "states": [state.pk],
        "image": image.pk,
        **inline(
            "related_links", {"target": other.pk}, {"url": "https://example.org/", "title_ru": "Снаружи"}
        ),
    }
    answer = desk.post(address(article, "preview/ru/"), values)
    page = answer.content.decode()
    assert answer.status_code == 200
    for words in (
        "Заголовок из формы",
        "<p>Текст из формы.</p>",
        "Безопасность",
        "Наркотики",
        "Казахстан",
        "Подпись",
        other.title_ru,
        "Снаружи",
    ):
        assert words in page
    assert '<html lang="ru">' in page
    assert answer.headers["Content-Language"] == "ru"
    assert "Текст формы, он не сохранён." in page
    check_headers(answer)
    stored = Article.objects.get(pk=article.pk)
    assert (stored.title_ru, stored.version, stored.related_links.count()) == (article.title_ru, 1, 0)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_preview_is_the_page_that_will_be(desk, client, language):
    article = make_article(image=make_image(), topics=[make_topic()], states=[make_state()])
    shown = desk.post(address(article, f"preview/{language}/"), fields_of(desk.get(address(article)), FORM))
    assert main_of(shown) == main_of(client.get(article.get_absolute_url(language)))
    assert main_of(shown) == main_of(client.get(link(article, language)))


def test_nothing_on_a_preview_is_active(desk):
    article = make_article()
    page = desk.get(address(article, "preview/en/")).content.decode()
    for part in ("leave-comment", "data-report", "<dialog", "story.js", 'rel="canonical"', "og:title"):
        assert part not in page
        assert part in desk.get(article.get_absolute_url("en")).content.decode() or part == "<dialog"


def test_a_new_article_is_previewed_before_it_is_saved(desk):
    values = fields_of(desk.get(ADD), FORM) | {"title_en": "New", "body_en": "<p>Words.</p>"}
    answer = desk.post("/admin/news/article/preview/en/", values)
    assert (answer.status_code, "<p>Words.</p>" in answer.content.decode()) == (200, True)
    assert not Article.objects.exists()
    assert desk.get("/admin/news/article/preview/en/").status_code == 404


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"title_en": ""}, "The edition has no title."),
        ({"body_en": "<p></p>"}, "The edition has no text."),
        ({"source_url": "nowhere"}, "address of the source: Enter a valid URL."),
        ({"title_en": "x\x00y"}, "Null characters are not allowed."),
        (inline("related_links", {"url": "https://example.org/"}), "An outside address needs a title."),
    ],
)
def test_a_preview_of_a_form_that_is_wrong_says_what_is(desk, values, message):
    article = make_article()
    answer = desk.post(address(article, "preview/en/"), fields_of(desk.get(address(article)), FORM) | values)
    assert answer.status_code == 422
    assert message.lower() in answer.content.decode().lower()
    check_headers(answer)


def test_a_preview_needs_the_right_to_see_the_article(client, db):
    article = make_article(**DRAFT)
    for page in (address(article, "preview/en/"), "/admin/news/article/preview/en/"):
        assert client.get(page).headers["Location"].startswith("/admin/login/")
    client.force_login(make_person("author"))
    assert client.get(address(article, "preview/en/")).status_code == 404
    assert client.post(address(article, "preview/en/"), {}).status_code == 404
    client.force_login(make_person("moderator"))
    assert client.post("/admin/news/article/preview/en/", {}).status_code == 403
    assert client.get(address(article, "preview/de/")).status_code == 404


@pytest.mark.parametrize(("language", "words"), [("en", "Revision 2"), ("ru", "Редакция 2")])
def test_a_link_shows_a_revision_to_people_without_an_account(client, db, language, words):
    article = open_for_editing(make_article().pk)
    article.title_en, article.title_ru = "Unpublished", "Неопубликованное"
    save_article(article, by=None, via="form")
    answer = client.get(link(article, language))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert {"en": "Unpublished", "ru": "Неопубликованное"}[language] in page
    assert (words in page, f'<html lang="{language}">' in page) == (True, True)
    check_headers(answer)
    assert not answer.cookies
    assert "Unpublished" not in client.get(article.get_absolute_url("en")).content.decode()


def test_a_link_shows_its_revision_only(client, db):
    article = make_article(**DRAFT, title_en="First")
    first = link(article)
    article.title_en = "Second"
    save_article(article, by=None, via="form")
    assert "First" in main_of(client.get(first))


def test_a_link_ends(client, db, monkeypatch):
    article = make_article(**DRAFT)
    path = link(article)
    later = timezone.now().timestamp() + previews.LIFETIME.total_seconds()
    monkeypatch.setattr("django.core.signing.time.time", lambda: later - 5)
    assert client.get(path).status_code == 200
    monkeypatch.setattr("django.core.signing.time.time", lambda: later + 5)
    for language, words in (("en", "This preview has ended"), ("ru", "Срок просмотра истёк")):
        answer = client.get(path, HTTP_ACCEPT_LANGUAGE=language)
        assert (answer.status_code, words in answer.content.decode()) == (410, True)
        check_headers(answer)
    assert timedelta(days=7) == previews.LIFETIME


def test_a_link_ends_with_its_story(client, db):
    article = make_article(**DRAFT)
    path = link(article)
    remove_article(article)
    assert client.get(path).status_code == 410


def test_no_link_can_be_guessed(client, db):
    article = make_article(**DRAFT)
    good = link(article)
    other = previews._signer.sign_object([article.pk, "en", 1]).split(":")[0]
    for path in (
        good[:-2] + "/",
        good.replace("/preview/", "/preview/x"),
        f"/preview/{other}/",
        f"/preview/{other}:x:y/",
        "/preview/1/",
    ):
        assert client.get(path).status_code == 404
    assert client.post(good).status_code == 405


def test_the_page_of_an_article_offers_the_link(desk):
    article = make_article(**DRAFT, title_ru="", body_ru="")
    panels = desk.get(address(article)).context["panels"]
    assert desk.get(panels[0].link[panels[0].link.index("/preview/") :]).status_code == 200
    assert panels[1].link == ""

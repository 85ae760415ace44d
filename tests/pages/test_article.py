"""The page of a story: everything in its place, in both languages."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from news.actions.publishing import save_article
from news.models import Revision, Topic
from tests.factories import make_article, make_comment, make_topic, moscow
from tests.markup import page_of


def test_an_english_story_has_every_part_in_its_place(client, portal):
    page = page_of(client.get(portal.story.get_absolute_url("en")))
    assert page.one("html").lang == "en"
    assert page.one("title").text == "The heads of state met – Infoshos"
    assert page.one("meta[name=description]")["content"] == "What happened, in short."
    assert page.one(".notices").text == "Created with assistance."
    assert {"Home": "/en/", "Contact us": "/en/contact/"}.items() <= _links(page.one("nav.tools")).items()
    story = page.one("article.story")
    assert story.one("h1").text == "The heads of state met"
    assert story.one(".kicker").text == "Press release Security"
    assert story.one("[data-field=summary]").text == "What happened, in short."
    assert story.one("[data-field=byline]").text == "Ann Brown"
    assert story.one("header .meta").text == "Ann Brown 9 November 2020, 16:06 Moscow time"
    assert story.one("header time")["datetime"] == "2020-11-09T16:06+03:00"
    assert _links(page.one("footer.imprint address")) == {"desk@example.org": "mailto:desk@example.org"}


def test_a_russian_story_has_every_part_in_its_place(client, portal):
    page = page_of(client.get(portal.story.get_absolute_url("ru")))
    assert page.one("html").lang == "ru"
    assert page.one("title").text == "Главы государств встретились — Инфошос"
    assert page.one("meta[name=description]")["content"] == "Коротко о том, что произошло."
    assert page.one(".notices").text == "Создано при поддержке."
    assert {"/ru/", "/ru/contact/"} <= set(_links(page.one("nav.tools")).values())
    story = page.one("article.story")
    assert story.one("h1").text == "Главы государств встретились"
    assert story.one(".kicker").text == "Пресс-релиз Безопасность"
    assert story.one("[data-field=summary]").text == "Коротко о том, что произошло."
    assert story.one("[data-field=byline]").text == "Анна Бурова"
    assert story.one("header time").text == "09.11.2020 16:06"
    assert story.one("header time")["datetime"] == "2020-11-09T16:06+03:00"
    assert "моск" in story.one("header .zone").text.lower()


def test_the_language_switch_keeps_the_story(client, portal):
    addresses = {code: portal.story.get_absolute_url(code) for code in ("en", "ru")}
    assert addresses["en"].endswith("/the-heads-of-state-met/")
    assert addresses["ru"].endswith("/glavy-gosudarstv-vstretilis/")
    for language, other, name in (("en", "ru", "Русский"), ("ru", "en", "English")):
        switch = page_of(client.get(addresses[language])).one(".language a")
        assert (switch.text, switch["href"]) == (name, addresses[other])
        assert switch["lang"] == switch["hreflang"] == other


def test_the_lead_picture_stands_between_the_head_and_the_text(client, portal):
    story = page_of(client.get(portal.story.get_absolute_url("en"))).one("article.story")
    figure = story.one("figure.lead-figure")
    image = figure.one("img")
    assert image["src"] == f"/media/images/{portal.lead_image.token}.jpg"
    assert (image["alt"], image["width"], image["height"]) == ("A round table", "64", "48")
    assert figure.one("figcaption").text == "A table Пётр Иванов"
    assert figure.one(".credit").lang == "ru"
    parts = [e for e in story if e.tag == "header" or e is figure or e.get("data-field") == "body"]
    assert [e.tag for e in parts] == ["header", "figure", "div"]


def test_a_russian_picture_has_russian_words(client, portal):
    figure = page_of(client.get(portal.story.get_absolute_url("ru"))).one("figure.lead-figure")
    assert (figure.one("img")["alt"], figure.one("figcaption").text) == ("Круглый стол", "Стол Пётр Иванов")
    assert "lang" not in figure.one(".credit").attributes


def test_sizes_are_offered_when_they_exist(client, portal):
    image = portal.lead_image
    image.widths = [32, 64]
    image.save()
    picture = page_of(client.get(portal.story.get_absolute_url("en"))).one("figure.lead-figure picture")
    stem = f"/media/images/{image.token}"
    assert [(source["type"], source["srcset"]) for source in picture.all("source")] == [
        ("image/avif", f"{stem}-32.avif 32w, {stem}-64.avif 64w"),
        ("image/webp", f"{stem}-32.webp 32w, {stem}-64.webp 64w"),
    ]
    assert picture.one("img")["srcset"] == f"{stem}-32.jpg 32w, {stem}-64.jpg 64w"


def test_the_text_keeps_all_its_elements(client, portal):
    body = page_of(client.get(portal.story.get_absolute_url("en"))).one("[data-field=body]")
    assert [e.tag for e in body.children] == ["h2", "p", "ul", "ol", "blockquote", "figure"]
    assert body.one("h2").text == "First part"
    assert body.one("p strong").text == "weight"
    assert body.one("p a")["href"] == "https://example.org/paper"
    assert body.texts("ul.dash li") == ["on trade;", "on transport."]
    assert body.texts("ol li") == ["one"]
    assert body.texts("blockquote p") == ["Words of somebody."]


def test_a_figure_in_the_text_has_its_caption_and_the_credit_of_the_library(client, portal):
    figure = page_of(client.get(portal.story.get_absolute_url("en"))).one("[data-field=body] figure")
    assert figure.one("img")["alt"] == "A map"
    assert figure.one("figcaption").text == "The region Иван Петров"
    credit = figure.one(".credit")
    assert credit.lang == "ru"
    assert "data-added" in credit.attributes  # spelling reports count stored text only


def test_a_figure_without_a_caption_still_names_its_credit(client, portal):
    body = f'<figure><img src="/media/images/{portal.body_image.token}.jpg" alt="A map"></figure>'
    story = make_article(body_en=body)
    figure = page_of(client.get(story.get_absolute_url("en"))).one("[data-field=body] figure")
    assert figure.one("figcaption .credit").text == "Иван Петров"


def test_topics_states_and_source_stand_below_the_text(client, portal):
    page = page_of(client.get(portal.story.get_absolute_url("en")))
    assert page.texts(".tags") == ["Topics: Drugs", "States: India Kazakhstan"]
    assert _links(page.all(".tags")[1]) == {"India": "/en/states/in/", "Kazakhstan": "/en/states/kz/"}
    source = page.one(".source a")
    assert (source["href"], source.text, source.one("span").lang) == (
        "https://example.org/source",
        "Секретариат",
        "ru",
    )


def test_a_topic_without_a_name_in_the_language_is_left_out(client, db):
    topic = make_topic(name_ru="")
    assert Topic.objects.get(pk=topic.pk).name_ru == ""
    story = make_article(topics=[topic])
    page = page_of(client.get(story.get_absolute_url("ru")))
    assert [tag.text for tag in page.all(".tags .tag")] == []


def test_add_print_and_report_stand_below_the_story(client, portal):
    address = portal.story.get_absolute_url("en")
    actions = page_of(client.get(address)).one(".actions")
    assert _links(actions) == {
        "Add a comment": "#leave-comment",
        "Report a spelling error": f"{address}report/",
    }
    assert actions.one("button[data-print]").text == "Print"
    assert "hidden" in actions.one("button[data-print]").attributes  # it needs the script


def test_attachments_say_their_title_language_and_size_and_on_paper_their_address(client, portal):
    files = page_of(client.get(portal.story.get_absolute_url("en"))).all(".attachments li")
    addresses = [settings.PUBLIC_URL + f.one("a")["href"] for f in files]
    assert [f.text for f in files] == [
        f"Declaration PDF, 120.6 KB {addresses[0]}",
        f"Декларация PDF, 120.6 KB, in Russian {addresses[1]}",
    ]
    assert [f.one(".printed-url").text for f in files] == addresses
    assert [f.one("a")["hreflang"] for f in files] == ["en", "ru"]
    assert [f.one("a span").lang for f in files] == ["en", "ru"]
    assert all(f.one("a")["href"].startswith("/media/attachments/") for f in files)


def test_attachments_on_a_russian_page(client, portal):
    files = page_of(client.get(portal.story.get_absolute_url("ru"))).all(".attachments li")
    assert [f"{f.one('a').text} {f.one('.meta').text}" for f in files] == [
        "Declaration PDF, 120,6 КБ, на английском",
        "Декларация PDF, 120,6 КБ",
    ]


def test_a_source_without_a_name_is_its_address_once(client, db):
    story = make_article(source_url="https://example.org/source")
    page = page_of(client.get(story.get_absolute_url("en")))
    assert page.texts(".source") == ["Source: https://example.org/source"]


def test_the_page_carries_the_revision_that_it_was_made_from(client, portal):
    story = portal.story
    save_article(story, by=None, via=Revision.Via.FORM, publish=["en"])
    story.title_en = "Not published yet"
    save_article(story, by=None, via=Revision.Via.FORM)
    assert story.version == 3
    page = page_of(client.get(story.get_absolute_url("en")))
    assert page.one("h1").text == "The heads of state met"
    assert page.one("article.story")["data-revision"] == "2"
    assert page.one("dialog input[name=revision]")["value"] == "2"
    assert page.one("article.story")["data-article"] == str(story.pk)


def test_no_id_stands_twice_on_the_page(client, portal):
    ids = [e["id"] for e in page_of(client.get(portal.story.get_absolute_url("en"))) if "id" in e.attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_closed_comments_leave_the_thread_and_take_the_form(client, portal, language):
    make_comment(portal.closed, language=language, text="42")
    page = page_of(client.get(portal.closed.get_absolute_url(language)))
    assert page.texts("#comments li p")[1] == "42"
    assert page.all("#leave-comment") == []
    assert page.all("a[href=#leave-comment]") == []
    assert page.one("#comments .empty").text


def test_approved_comments_stand_in_their_order_each_in_its_language(client, portal):
    for status in ("waiting", "rejected", "spam"):
        make_comment(portal.story, status=status, text=status)
    make_comment(portal.story, text="The earliest.", created_at=moscow(2020, 11, 9, 16, 30))
    make_comment(portal.plain, text="Of another story.")
    for language, shown in (("en", "9 November 2020, 16:30"), ("ru", "09.11.2020 16:30")):
        comments = page_of(client.get(portal.story.get_absolute_url(language))).all("#comments ol li")
        assert [(c.lang, c.one("strong").text, c.texts("p")[1]) for c in comments] == [
            ("en", "Ann", "The earliest."),
            ("en", "Ann", "A good story."),
            ("ru", "Иван", "Хорошо."),
        ]
        moment = comments[0].one("time")
        assert (moment.text, moment.lang, moment["datetime"]) == (shown, language, "2020-11-09T16:30+03:00")


def test_the_email_of_a_comment_is_never_shown(client, portal):
    make_comment(portal.story, email="secret@example.org")
    assert b"secret@example.org" not in client.get(portal.story.get_absolute_url("en")).content


def test_an_embargoed_story_appears_at_its_minute(client, db):
    story = make_article(published_at_en=timezone.now() + timedelta(minutes=1), published_at_ru=None)
    assert client.get(story.get_absolute_url("en")).status_code == 404
    story.published_at_en = timezone.now()
    save_article(story, by=None, via=Revision.Via.FORM)
    assert client.get(story.get_absolute_url("en")).status_code == 200


def _links(element) -> dict[str, str]:
    return {link.text: link["href"] for link in element.all("a")}

"""What the head of a story's page tells search engines and social networks."""

import pytest
from django.utils import timezone

from news.templatetags.head import gist
from tests.factories import make_article, make_image, make_section, make_topic, moscow
from tests.markup import page_of
from tests.pages.heads import HOME, LOCALES, SITES, editions, head, titled


def test_a_story_says_in_addition_when_and_where_it_stands_and_shows_its_picture(client, portal):
    addresses = {code: HOME + portal.story.get_absolute_url(code) for code in ("en", "ru")}
    words = {
        "en": ("The heads of state met", "What happened, in short.", "Security", "A round table"),
        "ru": (
            "Главы государств встретились",
            "Коротко о том, что произошло.",
            "Безопасность",
            "Круглый стол",
        ),
    }
    for language, (title, summary, section, alt) in words.items():
        page = page_of(client.get(portal.story.get_absolute_url(language)))
        assert page.one("head title").text == titled(title, language)
        assert head(page) == {
            "description": summary,
            "canonical": addresses[language],
            "og:site_name": SITES[language],
            "og:type": "article",
            "og:title": title,
            "og:description": summary,
            "og:url": addresses[language],
            "og:locale": LOCALES[language],
            "og:locale:alternate": LOCALES[{"en": "ru", "ru": "en"}[language]],
            "article:published_time": "2020-11-09T16:06:00+03:00",
            "article:section": section,
            "og:image": f"{HOME}/media/images/{portal.lead_image.token}.jpg",
            "og:image:width": str(portal.lead_image.width),
            "og:image:height": str(portal.lead_image.height),
            "og:image:alt": alt,
            "twitter:card": "summary_large_image",
        }
        assert editions(page) == addresses


def test_what_a_story_does_not_have_is_not_said(client, db):
    section = make_section("later", name_en="", name_ru="Позже")
    bare = make_article(section=section, published_at_ru=None)
    mute = make_article(image=make_image(alt_en="", alt_ru="Квадрат"))
    found = head(page_of(client.get(bare.get_absolute_url("en"))))
    assert {"article:section", "og:image", "og:image:alt", "twitter:card"}.isdisjoint(found)
    found = head(page_of(client.get(mute.get_absolute_url("en"))))
    assert "og:image" in found
    assert "og:image:alt" not in found


def test_marks_and_quotes_arrive_as_they_were_written(client, db):
    title, summary = "“A” & 'B' <i> \"C\"", "1 < 2 & \"3\" > '2'"
    story = make_article(title_en=title, summary_en=summary, image=make_image(alt_en='A "map" & <b>'))
    page = page_of(client.get(story.get_absolute_url("en")))
    found = head(page)
    assert page.one("head title").text == f"{title} – Infoshos"
    assert (found["og:title"], found["description"], found["og:description"]) == (title, summary, summary)
    assert found["og:image:alt"] == 'A "map" & <b>'
    make_topic("quoted", name_en='R&D "now"')
    found = head(page_of(client.get("/en/topic/quoted/")))
    assert found["og:title"] == 'Topic: R&D "now"'
    assert found["description"] == 'Stories on the topic “R&D "now"”, newest first'


@pytest.mark.parametrize(
    "russian",
    [
        {"published_at_ru": None},
        {"published_at_ru": moscow(2199, 1, 1, 0, 0)},
        {"withdrawn_at_ru": timezone.now(), "withdrawal_reason_ru": "Ошибка."},
        {"title_ru": "", "body_ru": ""},
    ],
    ids=["draft", "embargoed", "withdrawn", "missing"],
)
def test_a_story_of_one_language_has_no_counterpart(client, db, russian):
    story = make_article(**russian)
    page = page_of(client.get(story.get_absolute_url("en")))
    assert editions(page) == {}
    assert head(page)["canonical"] == HOME + story.get_absolute_url("en")
    assert "og:locale:alternate" not in head(page)
    assert page.one(".language a")["href"] == "/ru/"


def test_without_a_summary_the_description_is_the_beginning_of_the_text(client, db):
    body = (
        "<h2>First</h2><p>Words&nbsp;of <strong>weight</strong> &amp; “more”.</p>"
        "<ul><li>one;</li><li>two.</li></ul>"
    )
    story = make_article(summary_en="", body_en=body)
    page = page_of(client.get(story.get_absolute_url("en")))
    expected = "First Words of weight & “more”. one; two."
    assert head(page)["description"] == head(page)["og:description"] == expected
    # It is said to machines alone.
    assert page.all("main .summary") == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>One<br>two</p><hr><p>three</p>", "One two three"),
        ("<table><caption>A</caption><thead><tr><th>B</th><th>C</th></tr></thead></table>", "A B C"),
        ("<blockquote><p>Said</p></blockquote><p>A<sub>2</sub>b</p>", "Said A2b"),
        ('<figure><img src="/media/images/0123456789abcdef.jpg" alt="A map"></figure>', ""),
        ("<p>&lt;b&gt; &amp;amp;</p>", "<b> &amp;"),
        (f"<p>{'a' * 200}</p>", "a" * 200),
        (f"<p>{'a' * 201}</p>", "a" * 199 + "…"),
        ("", ""),
        (None, ""),
    ],
)
def test_the_beginning_of_a_text_is_words_alone(html, words):
    assert gist(html) == words


def test_a_story_that_is_a_picture_alone_has_no_description(client, db):
    image = make_image()
    body = f'<figure><img src="/media/images/{image.token}.jpg" alt="A map"></figure>'
    story = make_article(summary_en="", body_en=body)
    assert "description" not in head(page_of(client.get(story.get_absolute_url("en"))))

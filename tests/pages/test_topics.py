"""A topic: stories of any section that share it."""

from datetime import timedelta

import pytest

from news.models import Article, Topic
from tests.factories import make_article, make_section, make_topic, moscow
from tests.markup import page_of
from tests.pages.heads import HOME, editions

START = moscow(2020, 1, 1, 0, 0)
TOPIC = "/en/topic/drugs/"


def make_list(topic, count: int):
    """Stories `No 1` (oldest) to `No {count}` in English."""
    rows = [
        Article(
            title_en=f"No {n}", slug_en="no", body_en="<p>T</p>", published_at_en=START + timedelta(hours=n)
        )
        for n in range(1, count + 1)
    ]
    topic.articles.set(Article.objects.bulk_create(rows))


@pytest.mark.parametrize(
    ("language", "kicker", "name", "expected"),
    [
        ("en", "Topic", "Drugs", ["Elsewhere", "Filed", "Old"]),
        ("ru", "Тема", "Наркотики", ["Мимо", "Подшито", "Давно"]),
    ],
)
def test_a_topic_shows_its_public_stories_of_every_section_newest_first(
    client, db, language, kicker, name, expected
):
    topic, other = make_topic(), make_topic("trade")
    economy = make_section("economy", name_en="Economy", name_ru="Экономика")
    make_article(
        title_en="Old", title_ru="Давно", topics=[topic], published_at_en=START, published_at_ru=START
    )
    noon = START + timedelta(hours=12)
    filed = {"section": make_section(), "published_at_en": noon, "published_at_ru": noon}
    make_article(title_en="Filed", title_ru="Подшито", topics=[other, topic], **filed)
    make_article(title_en="Elsewhere", title_ru="Мимо", section=economy, topics=[topic])
    make_article(topics=[other])
    make_article(topics=[topic], published_at_en=moscow(2199, 1, 1), published_at_ru=None)
    page = page_of(client.get(f"/{language}/topic/drugs/"))
    assert (page.one("main h1").text, page.all("main .kicker")[0].text) == (name, kicker)
    assert page.texts("main h2") == expected
    # Stories of a topic stand in several sections, so each says in which.
    sections = {"en": ["Economy", "Security"], "ru": ["Экономика", "Безопасность"]}
    assert page.texts("main article .kicker") == sections[language]


def test_the_story_and_the_archive_lead_to_the_topic(client, db):
    topic = make_topic()
    make_topic("later", name_en="", name_ru="Позже")
    make_topic("appointments", name_en="Appointments")
    story = make_article(topics=[topic])
    assert page_of(client.get(story.get_absolute_url("en"))).one(".tags a")["href"] == TOPIC
    links = page_of(client.get("/en/archive/")).all("ul.topics a")
    assert [(a.text, a["href"]) for a in links] == [
        ("Appointments", "/en/topic/appointments/"),
        ("Drugs", TOPIC),
    ]


def test_the_pages_of_a_topic_follow_each_other_and_lead_back(client, db):
    make_list(make_topic(), 65)
    first = page_of(client.get(TOPIC))
    second = page_of(client.get(TOPIC + first.one("a[rel=next]")["href"]))
    third = page_of(client.get(TOPIC + second.one("a[rel=next]")["href"]))
    seen = [page.texts("main h2") for page in (first, second, third)]
    assert seen == [
        [f"No {n}" for n in numbers] for numbers in (range(65, 35, -1), range(35, 5, -1), range(5, 0, -1))
    ]
    assert (first.all("a[rel=prev]"), third.all("a[rel=next]")) == ([], [])
    assert page_of(client.get(TOPIC + third.one("a[rel=prev]")["href"])).texts("main h2") == seen[1]


def test_a_topic_without_stories_says_so(client, db):
    make_topic()
    assert page_of(client.get(TOPIC)).one("main p.empty").text == "There are no stories here yet."
    assert page_of(client.get("/ru/topic/drugs/")).one("main p.empty").text == "Здесь пока нет материалов."


@pytest.mark.parametrize("slug", ["none", "Drugs", "drugs-", "drug", "%00", "x" * 5000])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_unknown_topic_is_not_found(client, db, language, slug):
    make_topic()
    assert page_of(client.get(f"/{language}/topic/{slug}/"), 404).one("html").lang == language


def test_a_topic_without_a_name_in_the_language_is_not_there(client, db):
    topic = make_topic(name_ru="")
    make_article(topics=[topic])
    assert client.get("/ru/topic/drugs/").status_code == 404
    page = page_of(client.get(TOPIC))
    assert (page.one(".language a")["href"], editions(page)) == ("/ru/", {})
    assert page_of(client.get("/ru/archive/")).all("ul.topics") == []
    Topic.objects.update(name_ru=None)
    assert client.get("/ru/topic/drugs/").status_code == 404


def test_the_switch_leads_to_the_topic_in_the_other_language(client, db):
    make_topic()
    for language, other in (("en", "ru"), ("ru", "en")):
        page = page_of(client.get(f"/{language}/topic/drugs/"))
        assert page.one(".language a")["href"] == f"/{other}/topic/drugs/"
        assert editions(page) == {code: f"{HOME}/{code}/topic/drugs/" for code in ("en", "ru")}

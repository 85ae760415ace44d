"""modeltranslation keeps a column without a language beside those with one. Nobody reads it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, models
from django.utils import timezone, translation
from modeltranslation.translator import translator

from comments.models import Comment
from news import chrome
from news.models import Article, FrontPlace, Notice, Page, RelatedLink, SiteSettings
from news.queries import front_page, listed_articles, related_stories, state_lists
from tests import factories as make

NOW = make.moscow(2026, 3, 2, 12, 30)
RUBBISH = "МУСОР rubbish"
LANGUAGES = ["en", "ru"]


def bare_columns():
    """Model and field of every column without a language."""
    return [
        (model, model._meta.get_field(name))
        for model in translator.get_registered_models()
        for name in translator.get_options_for_model(model).all_fields
    ]


def rubbish_for(field):
    """A value that would be noticed, whatever the column's type."""
    if isinstance(field, models.DateTimeField):
        return datetime(1999, 9, 9, 9, 9, tzinfo=UTC)
    if isinstance(field, models.IntegerField):
        return 987654
    return RUBBISH


def fill_with_rubbish():
    """Overwrite each bare column of each row by SQL."""
    with connection.cursor() as cursor:
        for model, field in bare_columns():
            table, column = (connection.ops.quote_name(n) for n in (model._meta.db_table, field.column))
            value = field.get_db_prep_value(rubbish_for(field), connection)
            cursor.execute(f"UPDATE {table} SET {column} = %s", [value])  # noqa: S608 - our own names
            assert cursor.rowcount > 0, f"the test has no row of {model.__name__}"


@pytest.fixture
def portal(db, monkeypatch):
    """Rows of every translated model, all of them on some page; the clock stands still."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    SiteSettings.objects.create(pk=1, name_en="The Portal", name_ru="Портал", founder_en="F", founder_ru="У")
    Notice.objects.create(ref="help", text_en="With assistance", text_ru="При содействии")
    for order, slug in enumerate(["about", "contacts"]):
        Page.objects.create(
            slug=slug,
            order=order,
            title_en="About",
            title_ru="О портале",
            body_en="<p>Us</p>",
            body_ru="<p>М</p>",
        )
    section, topic, state = make.make_section(), make.make_topic(), make.make_state()
    status = make.make_status()
    make.make_membership(state, status)
    # Later by number, earlier by the alphabet: an order by a bare column would show.
    make.make_membership(make.make_state("AM", name_en="Armenia", name_ru="Армения"), status)
    make.make_section("economy", name_en="Economy", name_ru="Экономика", order=1)
    topics = [topic, make.make_topic("culture", name_en="Culture", name_ru="Культура")]
    image = make.make_image(caption_en="A square", caption_ru="Квадрат")
    dates = {f"published_at_{code}": NOW - timedelta(days=2) for code in LANGUAGES}
    stories = [
        make.make_article(section=section, image=image, topics=topics, states=[state], **dates)
        for _number in range(3)
    ]
    make.make_article(title_ru="", body_ru="", published_at_ru=None, section=section)
    FrontPlace.objects.create(position=0, article=stories[0])
    RelatedLink.objects.create(article=stories[0], target=stories[1])
    RelatedLink.objects.create(
        article=stories[0], url="https://example.org/", title_en="There", title_ru="Там", date=NOW.date()
    )
    make.make_comment(stories[0])
    return stories[0]


def addresses(story):
    """The pages of both languages that show something translated."""
    for language in LANGUAGES:
        yield story.get_absolute_url(language)
        yield from (
            f"/{language}/{path}"
            for path in (
                "",
                "section/security/",
                "archive/",
                "archive/2026/02/28/",
                "archive/2020/",
                "states/",
                "states/?on=2016-06-24",
                "states/kz/",
                "about/",
                "feed.atom",
                "news/999999/",
            )
        )


def test_pages_are_the_same_bytes_when_bare_columns_hold_rubbish(client, portal):
    def read():
        return {address: client.get(address) for address in addresses(portal)}

    before = read()
    assert {address: answer.status_code for address, answer in before.items()} == {
        address: 404 if "/2020/" in address or "999999" in address else 200 for address in before
    }
    fill_with_rubbish()
    after = read()
    for address, answer in before.items():
        assert after[address].content == answer.content, address
        assert RUBBISH not in answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_queries_answer_the_same_when_bare_columns_hold_rubbish(portal, language):
    def read():
        portal.refresh_from_db()
        surroundings = chrome.for_page()
        front = front_page()
        return {
            "published": list(Article.objects.published().newest_first().values_list("pk", "title", "body")),
            "editions": list(
                Article.objects.with_editions().order_by("pk").values_list("pk", "public_en", "public_ru")
            ),
            "lists": [(a.title, a.slug, a.published_at, a.image and a.image.alt) for a in listed_articles()],
            "front": [a.title for a in (front.lead, *front.places, *front.newest)],
            "related": related_stories(portal),
            "states": [
                (found.status.list_name, [(s.state.name, s.state.capital) for s in found.states])
                for found in state_lists()
            ],
            "chrome": [
                surroundings.site.name,
                *(notice.text for notice in surroundings.notices),
                *(section.name for section in surroundings.sections),
                *(page.title for page in surroundings.pages),
            ],
            "names": [str(portal), *map(str, portal.topics.all()), *map(str, Comment.objects.all())],
            "text": [portal.text(code) for code in LANGUAGES],
        }

    with translation.override(language):
        before = read()
        fill_with_rubbish()
        assert read() == before
    assert len(before["published"]) == (4 if language == "en" else 3)
    # The two links, and the other stories that are public.
    assert len(before["related"]) == (4 if language == "en" else 3)


def test_every_translated_model_is_part_of_the_test():
    names = {model.__name__ for model, _field in bare_columns()}
    assert names == {
        "Article",
        "Image",
        "Notice",
        "Page",
        "RelatedLink",
        "Section",
        "SiteSettings",
        "State",
        "Status",
        "Topic",
    }

"""Suggestions on the page of an article: for a form as it stands, with the reason."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from news.models import RelatedLink
from tests.admin.browsing import fields_of, inline, inline_errors
from tests.admin.people import make_person
from tests.factories import make_article, make_section, make_state, make_topic
from tests.markup import page_of

ADDRESS = "/admin/news/article/suggestions/"


def published(days, **fields):
    dates = {f"published_at_{code}": timezone.now() - timedelta(days=days) for code in ("en", "ru")}
    return make_article(**dates | fields)


def ask(client, **said):
    """The lines of the list: title, editions, reason."""
    page = page_of(client.post(ADDRESS, said))
    return [
        (li.one("a").text, li.one("small").text, li.one(".reason").text) for li in page.all("li.suggestion")
    ]


@pytest.fixture
def afghan(db):
    return (
        make_state("AF", name_en="Afghanistan", name_ru="Афганистан"),
        make_topic("drugs", name_en="Drug control", name_ru="Борьба с наркотиками"),
    )


def test_a_reason_says_what_is_shared_and_how_long_ago(desk, afghan):
    state, topic = afghan
    published(12, title_en="An older story", states=[state], topics=[topic])
    published(1, title_en="Unlike")
    assert ask(desk, topics=topic.pk, states=state.pk) == [
        ("An older story", "EN RU", "shares Drug control, Afghanistan; 12 days ago"),
        ("Unlike", "EN RU", "one of the newest; yesterday"),
    ]


def test_a_reason_in_russian(client, afghan):
    client.force_login(make_person("editor", interface_language="ru"))
    state, topic = afghan
    published(12, title_ru="Прежний материал", states=[state], topics=[topic])
    assert ask(client, topics=topic.pk, states=state.pk) == [
        ("Прежний материал", "EN RU", "общее: Борьба с наркотиками, Афганистан; 12 дней назад")
    ]


@pytest.mark.parametrize(
    ("days", "english", "russian"),
    [
        (0, "today", "сегодня"),
        (2, "2 days ago", "2 дня назад"),
        (59, "59 days ago", "59 дней назад"),
        (61, "2 months ago", "2 месяца назад"),
        (800, "2 years ago", "2 года назад"),
    ],
)
def test_the_age_of_a_story(desk, days, english, russian):
    published(days)
    for words, language in ((english, "en"), (russian, "ru")):
        desk.post("/admin/language/", {"language": language})
        ((_title, _editions, reason),) = ask(desk)
        assert reason.endswith(f"; {words}")


def test_the_section_and_names_in_titles_are_reasons_too(desk):
    section = make_section()
    published(3, title_en="Same part", section=section)
    published(3, title_en="Ministers in Tashkent")
    published(3, title_en="Something else")
    assert [
        reason for _title, _editions, reason in ask(desk, section=section.pk, title_en="Tashkent waits")
    ] == [
        "in both titles: Tashkent; 3 days ago",
        "same section; 3 days ago",
        "one of the newest; 3 days ago",
    ]


def test_many_shared_states_are_not_all_named(desk):
    states = [make_state(f"{letter}A", name_en=f"State {letter}") for letter in "ABCDEF"]
    published(3, states=states)
    ((_title, _editions, reason),) = ask(desk, states=[state.pk for state in states])
    assert reason == "shares State A, State B, State C, State D and 2 more; 3 days ago"


def test_a_story_of_one_edition_is_named_in_its_language(desk):
    published(3, title_ru="Только по-русски", title_en="", body_en="")
    assert ask(desk)[0][:2] == ("Только по-русски", "RU")
    assert page_of(desk.post(ADDRESS)).one("li a")["lang"] == "ru"


def test_neither_the_story_itself_nor_what_the_form_has(desk):
    story, linked, left = published(1), published(2), published(3, title_en="Left")
    assert [line[0] for line in ask(desk, without=[story.pk, linked.pk])] == ["Left"]
    assert left.title_en == "Left"


@pytest.mark.parametrize(
    "said", [{"topics": "x"}, {"states": "9" * 40}, {"section": "-1"}, {"without": "\0"}]
)
def test_what_is_no_number_is_left(desk, said):
    published(3, title_en="A story")
    assert [line[0] for line in ask(desk, **said)] == ["A story"]


def test_a_title_with_markup_stays_text(desk):
    published(3, title_en='<script>"x"</script>')
    assert b"<script>" not in desk.post(ADDRESS).content


def test_the_list_is_for_those_who_write(client, db):
    assert client.post(ADDRESS).status_code == 302
    client.force_login(make_person("moderator"))
    assert client.post(ADDRESS).status_code == 403
    client.force_login(make_person("author"))
    assert client.post(ADDRESS).status_code == 200
    assert client.get(ADDRESS).status_code == 405


def test_as_many_questions_for_a_long_list_as_for_a_short_one(desk, afghan, django_assert_num_queries):
    state, topic = afghan
    for count in (1, 12):
        for days in range(count):
            published(days, states=[state], topics=[topic])
        # The session, the account, the candidates, the names of topics and of states.
        with django_assert_num_queries(5):
            desk.post(ADDRESS, {"topics": topic.pk, "states": state.pk})


def save(desk, story, *rows, initial=0):
    address = f"/admin/news/article/{story.pk}/change/"
    values = fields_of(desk.get(address), "article_form")
    return desk.post(address, values | inline("related_links", *rows, initial=initial))


def test_what_is_never_shown_is_stored_and_taken_back(desk):
    story, other = published(1), published(2, title_en="The other")
    assert save(desk, story, {"target": other.pk, "excluded": "on"}).status_code == 302
    link = RelatedLink.objects.get()
    assert link.excluded is True
    assert b"The other" not in desk.get(story.get_absolute_url("en")).content
    row = {"id": link.pk, "article": story.pk, "target": other.pk, "excluded": "on", "DELETE": "on"}
    assert save(desk, story, row, initial=1).status_code == 302
    assert b"The other" in desk.get(story.get_absolute_url("en")).content


def test_a_story_cannot_be_pinned_and_never_shown(desk):
    story, other = published(1), published(2)
    answer = save(desk, story, {"target": other.pk, "excluded": "on", "pin": 1})
    assert inline_errors(answer, "related_links") == [
        {"__all__": ["What is never shown is a story of this portal, and has no place among the pinned."]}
    ]
    assert not RelatedLink.objects.exists()


def test_a_preview_fills_the_box_as_the_page_will(desk):
    topic = make_topic()
    story, other = published(1), published(400, title_en="About the same", topics=[topic])
    published(2, title_en="Never here")
    never = RelatedLink.objects.create(article=story, target=published(3, title_en="Never"), excluded=True)
    address = f"/admin/news/article/{story.pk}/change/"
    values = fields_of(desk.get(address), "article_form") | {"topics": [topic.pk]}
    preview = page_of(desk.post(f"/admin/news/article/{story.pk}/preview/en/", values))
    assert preview.texts(".related li a") == [other.title_en, "Never here"]
    assert desk.post(address, values).status_code == 302
    with translation.override("en"):
        assert page_of(desk.get(story.get_absolute_url())).texts(".related li a") == [
            other.title_en,
            "Never here",
        ]
    assert never.excluded

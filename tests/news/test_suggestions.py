"""Which stories are suggested for a story, why, and in how many questions."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from news.models import Article, RelatedLink
from news.queries import related_stories
from news.suggestions import STATE, TOPIC, About, suggestions
from tests.factories import make_article, make_section, make_state, make_topic

NOW = timezone.now()


def days_ago(days, **fields):
    """A story of some days ago, whose title says how many."""
    dates = {f"published_at_{code}": NOW - timedelta(days=days) for code in ("en", "ru")}
    return make_article(**{"title_en": f"before {days}", "title_ru": f"за {days}"} | dates | fields)


def titles(about, *languages, **options):
    return [
        story.titles[(languages or ("en",))[0]]
        for story in suggestions(about, *(languages or ("en",)), **options)
    ]


def of(article):
    return About.of(article)


def test_among_equals_the_newest_come_first(db):
    topic = make_topic()
    story = days_ago(0, topics=[topic])
    for days in (5, 2, 9, 3):
        days_ago(days, topics=[topic])
    days_ago(1)
    found = suggestions(of(story), "en", without={story.pk})
    assert [one.titles["en"] for one in found] == ["before 2", "before 3", "before 5", "before 9", "before 1"]
    assert [one.shared for one in found] == [[(TOPIC, topic.pk)]] * 4 + [[]]


def test_what_few_share_weighs_more_than_what_many_share(db):
    common, rare = make_topic("common"), make_topic("rare")
    story = days_ago(0, topics=[common, rare])
    days_ago(300, topics=[rare])
    for days in range(1, 9):
        days_ago(days, topics=[common])
    days_ago(400, topics=[common, rare])
    found = suggestions(of(story), "en", without={story.pk})
    assert [one.titles["en"] for one in found[:3]] == ["before 400", "before 300", "before 1"]
    assert found[0].shared == [(TOPIC, rare.pk), (TOPIC, common.pk)]


def test_many_common_states_do_not_outweigh_a_rare_topic(db):
    states = [make_state(f"A{letter}") for letter in "ABCDEFGH"]
    topic = make_topic()
    story = days_ago(0, states=states, topics=[topic])
    for days in range(1, 12):
        days_ago(days, states=states if days % 4 else [])
    days_ago(99, topics=[topic])
    assert titles(of(story), without={story.pk})[0] == "before 99"


def test_where_the_numbers_of_stories_begin_makes_no_difference(db):
    """A database that has seen many come and go does not take every topic for a rare one."""
    Article.objects.bulk_create([Article(pk=1_000_000)])
    Article.objects.all().delete()
    common, rare = make_topic("common"), make_topic("rare")
    story = days_ago(0, topics=[common, rare])
    for days in range(1, 5):
        days_ago(days, topics=[common])
    days_ago(9, topics=[common, rare])
    found = suggestions(of(story), "en", without={story.pk})
    # Everybody shares the common one: it says next to nothing.
    assert [round(one.weight, 2) for one in found] == [2.87, *[0.36] * 4]


def test_the_section_decides_between_stories_that_share_nothing_else(db):
    section = make_section()
    story = days_ago(0, section=section)
    days_ago(1)
    days_ago(50, section=section)
    found = suggestions(of(story), "en", without={story.pk})
    assert [(one.titles["en"], one.same_section) for one in found] == [
        ("before 50", True),
        ("before 1", False),
    ]


def test_names_in_both_titles_count_and_are_said_as_they_are_written(db):
    story = make_article(title_ru="Министры встретились в Ташкенте")
    days_ago(1, title_ru="Другое")
    days_ago(9, title_ru="Ташкент готовится к встрече")
    found = suggestions(About(titles={"ru": story.title_ru}), "ru", without={story.pk})
    assert [(one.titles["ru"], one.names) for one in found] == [
        ("Ташкент готовится к встрече", {"ru": ["Ташкент"]}),
        ("Другое", {}),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"published_at_en": None},
        {"published_at_en": NOW + timedelta(days=1)},
        {"title_en": ""},
        {"body_en": ""},
        {"withdrawn_at_en": NOW, "withdrawal_reason_en": "Wrong."},
    ],
    ids=["draft", "embargoed", "untitled", "without text", "withdrawn"],
)
def test_an_edition_that_is_not_public_is_no_suggestion_in_its_language(db, fields):
    topic, section = make_topic(), make_section()
    story = days_ago(0, topics=[topic], section=section)
    make_article(topics=[topic], section=section, **{"title_ru": "Живой"} | fields)
    assert titles(of(story), "en", without={story.pk}) == []
    assert titles(of(story), "ru", without={story.pk}) == ["Живой"]
    both = suggestions(of(story), "en", "ru", without={story.pk})
    assert [one.titles for one in both] == [{"ru": "Живой"}]


def test_a_label_whose_newest_stories_are_all_known_still_gives_older_ones(db):
    topic = make_topic()
    story = days_ago(100, topics=[topic])
    newer = [days_ago(days, topics=[topic]) for days in range(3)]
    known = {story.pk, *(one.pk for one in newer[1:])}
    assert titles(of(story), without=known) == ["before 0"]


@pytest.mark.parametrize("labels", [0, 1, 12])
def test_one_question_however_much_a_story_is_about(db, labels, django_assert_num_queries):
    topics = [make_topic(f"topic-{n}") for n in range(labels)]
    states = [make_state(f"{chr(65 + n)}Z") for n in range(labels)]
    for days in range(15):
        days_ago(days, topics=topics, states=states)
    about = About(tuple(t.pk for t in topics), tuple(s.pk for s in states))
    with django_assert_num_queries(1):
        assert titles(about, "en", "ru") == [f"before {n}" for n in range(10)]
    with CaptureQueriesContext(connection) as asked:
        suggestions(about, "en")
    # Each part reads a bounded number of rows: no part is without a limit.
    (question,) = asked.captured_queries
    assert question["sql"].count(" LIMIT ") == 2 * labels + 2


def test_states_are_told_from_topics_of_the_same_number(db):
    topic, state = make_topic(), make_state()
    story = make_article(topics=[topic], states=[state])
    make_article(states=[state])
    make_article(topics=[topic])
    found = suggestions(of(story), "en", without={story.pk})
    assert [one.shared for one in found] == [[(TOPIC, topic.pk)], [(STATE, state.pk)]]


def box(story, language="en"):
    with translation.override(language):
        return [line.title for line in related_stories(story)]


def test_the_box_of_a_story_is_filled_to_ten(db):
    topic = make_topic()
    story = days_ago(0, topics=[topic])
    others = [days_ago(days, topics=[topic]) for days in range(1, 14)]
    assert box(story) == [f"before {n}" for n in range(1, 11)]
    RelatedLink.objects.create(article=story, target=others[11], pin=1)
    RelatedLink.objects.create(article=story, target=others[2])
    RelatedLink.objects.create(article=story, url="https://example.org/", title_en="Outside")
    assert box(story) == ["before 12", "before 3", "Outside", *(f"before {n}" for n in (1, 2, 4, 5, 6, 7, 8))]
    assert box(story, "ru") == ["за 12", "за 3", *(f"за {n}" for n in (1, 2, 4, 5, 6, 7, 8, 9))]


def test_editors_may_link_more_than_ten(db, django_assert_num_queries):
    story = days_ago(0)
    for days in range(1, 13):
        RelatedLink.objects.create(article=story, target=days_ago(days))
    days_ago(13)
    with django_assert_num_queries(1):
        assert box(story) == [f"before {n}" for n in range(1, 13)]


def test_what_an_editor_left_out_is_neither_shown_nor_suggested(db):
    story = days_ago(0)
    left_out = RelatedLink.objects.create(article=story, target=days_ago(1), excluded=True)
    days_ago(2)
    assert box(story) == ["before 2"]
    left_out.delete()
    assert box(story) == ["before 1", "before 2"]


def test_a_story_that_is_left_out_of_one_stays_with_the_others(db):
    story, other = days_ago(0), days_ago(1)
    RelatedLink.objects.create(article=story, target=other, excluded=True)
    assert (box(story), box(other)) == ([], ["before 0"])

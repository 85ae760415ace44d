"""Related links on the page of an article: every rule is told in the form, and none breaks it."""

import pytest

from news.models import RelatedLink
from tests.admin.browsing import errors_of, fields_of, inline_errors
from tests.factories import make_article

FORM = "article_form"
ADD = "/admin/news/article/add/"
EXACTLY_ONE = ["Give a story of this portal or an outside address: exactly one of the two."]
TWICE = {"target": ["This story is linked twice."]}


@pytest.fixture
def story(db):
    return make_article(title_en="The story")


@pytest.fixture
def others(db):
    return [make_article(), make_article()]


def address(story):
    return f"/admin/news/article/{story.pk}/change/"


def rows(*wanted, initial=0):
    values = {"related_links-TOTAL_FORMS": len(wanted), "related_links-INITIAL_FORMS": initial}
    for number, row in enumerate(wanted):
        values |= {f"related_links-{number}-{name}": value for name, value in row.items()}
    return values


def send(desk, story, *wanted):
    return desk.post(address(story), fields_of(desk.get(address(story)), FORM) | rows(*wanted))


def stored(story):
    return [(link.target_id, link.url) for link in RelatedLink.objects.filter(article=story).order_by("id")]


OUTSIDE = {"url": "https://example.org/a", "title_en": "There"}
REFUSED = {
    "to the story itself": (
        lambda story, other: [{"target": story.pk}],
        [{"target": ["A story cannot be related to itself."]}],
    ),
    "twice in one submission": (
        lambda story, other: [{"target": other.pk}, {"target": other.pk}],
        [{}, TWICE],
    ),
    "a story and an address": (
        lambda story, other: [{"target": other.pk, "url": "https://example.org/", "title_en": "There"}],
        [{"__all__": EXACTLY_ONE}],
    ),
    "neither": (lambda story, other: [{"source": "Somebody"}], [{"__all__": EXACTLY_ONE}]),
    "an address without a title": (
        lambda story, other: [{"url": "https://example.org/"}],
        [{"__all__": ["An outside address needs a title."]}],
    ),
    "a time without a date": (
        lambda story, other: [{**OUTSIDE, "time": "10:30"}],
        [{"__all__": ["A time needs a date."]}],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_link_that_breaks_a_rule_is_refused_beside_the_field(desk, story, others, name):
    make, expected = REFUSED[name]
    answer = send(desk, story, *make(story, others[0]))
    assert answer.status_code == 200
    assert inline_errors(answer, "related_links") == expected
    assert stored(story) == []
    story.refresh_from_db()
    assert story.version == 1


@pytest.mark.parametrize("name", [name for name in REFUSED if name != "to the story itself"])
def test_a_new_story_is_refused_with_such_a_link(desk, others, name):
    make, expected = REFUSED[name]
    values = fields_of(desk.get(ADD), FORM) | {"title_en": "New"} | rows(*make(None, others[0]))
    answer = desk.post(ADD, values)
    assert answer.status_code == 200, errors_of(answer)
    assert inline_errors(answer, "related_links") == expected


def test_links_can_change_their_stories_with_each_other(desk, story, others):
    first, second = (RelatedLink.objects.create(article=story, target=other) for other in others)
    values = fields_of(desk.get(address(story)), FORM)
    values |= {"related_links-0-target": others[1].pk, "related_links-1-target": others[0].pk}
    assert desk.post(address(story), values).status_code == 302
    found = RelatedLink.objects.order_by("id").values_list("id", "target_id")
    assert list(found) == [(first.pk, others[1].pk), (second.pk, others[0].pk)]


def test_a_removed_link_is_in_nobody_s_way(desk, story, others):
    for other in others:
        RelatedLink.objects.create(article=story, target=other)
    values = fields_of(desk.get(address(story)), FORM)
    values |= {"related_links-0-target": others[1].pk, "related_links-1-DELETE": "on"}
    assert desk.post(address(story), values).status_code == 302
    assert stored(story) == [(others[1].pk, "")]


def test_a_link_that_came_from_elsewhere_meanwhile_is_no_second_one(desk, story, others):
    values = fields_of(desk.get(address(story)), FORM) | rows({"target": others[0].pk})
    RelatedLink.objects.create(article=story, target=others[0])
    answer = desk.post(address(story), values)
    assert answer.status_code == 200
    assert inline_errors(answer, "related_links") == [TWICE]
    assert stored(story) == [(others[0].pk, "")]

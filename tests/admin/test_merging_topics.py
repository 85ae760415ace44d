"""Two topics become one; what was renamed or merged is found under its old address."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from news.actions.filing import merge_topics, stories_of
from news.models import Article, AuditEntry, Topic
from tests import factories as make
from tests.admin.browsing import messages_of
from tests.admin.people import make_person
from tests.admin.two_editors import address, opened, save


@pytest.fixture
def topics(db):
    """“Narcotics” with two stories, one of which has the other topic too."""
    narcotics = make.make_topic("narcotics", name_en="Narcotics", name_ru="Наркотики")
    drugs = make.make_topic("drugs", name_en="Drug control", name_ru="Борьба с наркотиками")
    make.make_article(title_en="One", topics=[narcotics])
    make.make_article(title_en="Both", topics=[narcotics, drugs], published_at_en=None, published_at_ru=None)
    return narcotics, drugs


def page_of(topic):
    return f"/admin/news/topic/{topic.pk}/merge/"


def merged(desk, source, target):
    values = {"target": target.pk}
    seen = re.search(r'name="seen" value="(\w+)"', desk.post(page_of(source), values).content.decode())
    return values | {"seen": seen[1]}


def test_it_is_said_and_then_done(desk, client, topics):
    narcotics, drugs = topics
    answer = desk.post(page_of(narcotics), {"target": drugs.pk})
    assert [step.sentence for step in answer.context["steps"]] == [
        "2 articles of “Narcotics” get the topic “Drug control”.",
        "The address /topic/narcotics/ leads to /topic/drugs/ from now on.",
        "The topic “Narcotics” is deleted. This cannot be taken back.",
    ]
    assert Topic.objects.count() == 2
    answer = desk.post(page_of(narcotics), merged(desk, narcotics, drugs), follow=True)
    assert messages_of(answer) == ["The topics are one."]
    assert [list(row.topics.all()) for row in Article.objects.all()] == [[drugs], [drugs]]
    assert list(Topic.objects.all()) == [drugs]
    for language in ("en", "ru"):
        led = client.get(f"/{language}/topic/narcotics/")
        assert (led.status_code, led.headers["Location"]) == (301, f"/{language}/topic/drugs/")


def test_each_story_gets_a_revision_and_the_log_has_it(desk, topics):
    narcotics, drugs = topics
    desk.post(page_of(narcotics), merged(desk, narcotics, drugs))
    assert [row.version for row in Article.objects.all()] == [2, 2]
    entries = AuditEntry.objects.filter(model="news.topic").order_by("pk")
    assert [(entry.action, entry.title) for entry in entries] == [
        ("changed", "Drug control"),
        ("deleted", "Narcotics"),
    ]


def test_a_story_that_came_meanwhile_is_shown_first(desk, topics):
    narcotics, drugs = topics
    values = merged(desk, narcotics, drugs)
    make.make_article(topics=[narcotics])
    answer = desk.post(page_of(narcotics), values)
    assert messages_of(answer)[0].startswith("What is stored has changed since this was shown")
    assert answer.context["steps"][0].sentence.startswith("3 articles")
    assert Topic.objects.count() == 2


def test_a_topic_is_not_merged_into_itself(desk, topics):
    narcotics, _drugs = topics
    answer = desk.post(page_of(narcotics), {"target": narcotics.pk})
    assert "target" in answer.context["form"].errors


@pytest.mark.parametrize(("group", "status"), [("author", 403), ("moderator", 403), ("editor", 200)])
def test_editors_may_merge(client, topics, group, status):
    client.force_login(make_person(group))
    assert client.get(page_of(topics[0])).status_code == status


def test_nothing_is_done_where_a_story_may_not_be_changed(topics):
    narcotics, drugs = topics
    with pytest.raises(PermissionDenied):
        merge_topics(narcotics, drugs, seen=stories_of(narcotics)[1], by=make_person("author"))
    assert narcotics.articles.count() == 2


@pytest.mark.parametrize(("make_row", "part"), [(make.make_section, "section"), (make.make_topic, "topic")])
def test_a_renamed_one_is_found_under_its_old_address(desk, client, db, make_row, part):
    row = make_row("old")
    for slug in ("newer", "newest"):
        assert save(desk, row, opened(desk, row) | {"slug": slug}).status_code == 302
    for slug in ("old", "newer"):
        assert client.get(f"/en/{part}/{slug}/").headers["Location"] == f"/en/{part}/newest/"
    assert client.get(f"/en/{part}/never/").status_code == 404


def test_an_address_that_came_back_is_no_old_one(desk, client, db):
    row = make.make_topic("old")
    for slug in ("new", "old"):
        save(desk, row, opened(desk, row) | {"slug": slug})
    assert client.get("/en/topic/old/").status_code == 200
    assert client.get("/en/topic/new/").headers["Location"] == "/en/topic/old/"


def test_a_new_one_may_take_an_old_address(desk, client, db):
    row = make.make_topic("old")
    save(desk, row, opened(desk, row) | {"slug": "new"})
    other = make.make_topic("old", name_en="Other")
    assert other.name_en in client.get("/en/topic/old/").content.decode()


def test_a_topic_without_a_name_in_a_language_is_not_found_there(desk, client, db):
    row = make.make_topic("old", name_ru="")
    save(desk, row, opened(desk, row) | {"slug": "new"})
    assert client.get("/ru/topic/old/").status_code == 404
    assert address(row)

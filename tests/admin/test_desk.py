"""The desk's front page: what waits for whoever comes in, each thing one click from its work."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from infoshos.desk import desk_of
from news.actions.audit import record
from news.models import Article, AuditEntry
from tests import factories as make
from tests.admin.browsing import fields_of
from tests.admin.people import GROUPS, make_person
from tests.comments.test_deciding import make_report
from tests.markup import page_of

DESK = "/admin/"
DRAFT = {"published_at_en": None, "published_at_ru": None}
MISSING_RU = {"title_ru": "", "body_ru": "", "published_at_ru": None}


def in_(**delta):
    return timezone.now() + timedelta(**delta)


def lines(page, section):
    """Titles and notes of a list."""
    found = page.one(f"section.{section}")
    return [(item.one("a").text, item.one("p.notes").text) for item in found.all("li") if item.all("a")]


def sit_down(client, group, **fields):
    person = make_person(group, **fields)
    client.force_login(person)
    return person


def test_what_readers_wait_for_is_counted_and_leads_to_its_list(desk):
    article = make.make_article()
    for hours in (5, 30):
        make.make_comment(article, status="waiting", created_at=in_(hours=-hours))
    make.make_comment(article)
    make_report(article, "r")
    make_report(article, "s", status="accepted")
    page = page_of(desk.get(DESK))
    assert page.texts(".queues a") == [
        "2 comments waiting",
        "1 spelling report waiting",
        "No messages are waiting for an answer",
    ]
    oldest = timezone.localtime(in_(hours=-30))
    assert f"the oldest since {oldest.day} {oldest:%b %Y, %H:}" in page.texts(".queues small")[0]
    comments, reports, _messages = page.all(".queues a")
    assert desk.get(comments["href"]).context["cl"].result_count == 2
    assert desk.get(reports["href"]).context["cl"].result_count == 1


def test_nothing_is_counted_beyond_ninety_nine(desk):
    article = make.make_article()
    for number in range(100):
        make.make_comment(article, status="waiting", sending_key=f"k{number}")
        if number == 98:
            assert page_of(desk.get(DESK)).texts(".queues strong") == ["99"]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert page_of(desk.get(DESK)).texts(".queues strong") == ["99+"]
    assert not [query["sql"] for query in asked if "COUNT(" in query["sql"]]


def test_embargoes_of_seven_days_stand_in_the_order_of_their_moments(desk):
    two, four = in_(days=2), in_(days=4)
    make.make_article(title_en="Both", title_ru="Обе", published_at_en=four, published_at_ru=four)
    make.make_article(title_en="English first", title_ru="Потом", published_at_en=two, published_at_ru=four)
    make.make_article(title_en="Out", published_at_ru=in_(days=8))
    make.make_article(
        title_en="Withdrawn", published_at_en=two, withdrawn_at_en=in_(hours=-1), withdrawal_reason_en="No."
    )
    page = page_of(desk.get(DESK))
    assert lines(page, "coming") == [
        ("English first", "EN in 47 hours"),
        ("Both", "EN RU in 3 days"),
        ("Потом", "RU in 3 days"),
    ]
    assert page.texts("section.coming time")[0] == f"{timezone.localtime(two):%H:%M}"
    assert len(page.all("svg circle")) == 3
    assert [circle["class"] for circle in page.all("svg circle")] == ["en", "both", "ru"]
    share = float(page.all("svg circle")[0]["cx"].rstrip("%"))
    assert 28 < share < 28.6
    assert len(page.all("svg .midnight")) == 7
    assert desk.get(page.all("section.coming a")[0]["href"]).status_code == 200


def test_stories_of_which_readers_see_one_edition_only_are_named(desk):
    make.make_article(title_en="No Russian", **MISSING_RU)
    make.make_article(title_en="Half-finished", published_at_ru=None)
    make.make_article(title_en="Both")
    make.make_article(title_en="Neither", **DRAFT)
    make.make_article(title_en="Old", published_at_en=in_(days=-31), **MISSING_RU)
    page = page_of(desk.get(DESK))
    assert lines(page, "wanting") == [
        ("Half-finished", "Russian edition: draft"),
        ("No Russian", "Russian edition: missing"),
    ]
    every = desk.get(page.all("section.wanting p.more a")[0]["href"])
    assert {article.title_en for article in every.context["cl"].result_list} == {"No Russian", "Old"}


def test_what_is_out_of_date_stands_first_however_old_it_is(desk):
    make.make_article(title_en="No Russian", **MISSING_RU)
    long_ago = in_(days=-400)
    behind = make.make_article(title_en="Behind", published_at_en=long_ago, published_at_ru=long_ago)
    since = make.moscow(2020, 11, 9, 16, 6)
    Article.objects.filter(pk=behind.pk).update(outdated_ru=2, outdated_since_ru=since, changed_at=long_ago)
    page = page_of(desk.get(DESK))
    assert lines(page, "wanting") == [
        ("Behind", "Russian edition: out of date: 2 paragraphs since 9 November 2020"),
        ("No Russian", "Russian edition: missing"),
    ]
    every = desk.get(page.all("section.wanting p.more a")[1]["href"])
    assert [article.pk for article in every.context["cl"].result_list] == [behind.pk]


def test_drafts_and_unpublished_changes_of_ones_own_are_named(desk, editor):
    colleague = make_person("editor", "olga")
    make.make_article(title_en="Mine", by=editor, **DRAFT)
    make.make_article(title_en="A colleague’s", by=colleague, **DRAFT)
    make.make_article(title_en="Mine and out", by=editor)
    changed = make.make_article(title_en="Changed", by=colleague)
    page = f"/admin/news/article/{changed.pk}/change/"
    values = fields_of(desk.get(page), "article_form")
    assert desk.post(page, values | {"title_en": "Changed again"}).status_code == 302
    found = lines(page_of(desk.get(DESK)), "drafts")
    assert found == [
        (
            "Changed",
            "English edition: live, with unpublished changes Russian edition: live",
        ),
        ("Mine", "English edition: draft Russian edition: draft"),
    ]


def test_what_colleagues_did_is_said_once_and_nothing_of_ones_own(desk, editor):
    colleague, topic = make_person("editor", "olga"), make.make_topic()
    record("logged-in", by=colleague)
    record("password", by=colleague, about=colleague)
    record("added", by=editor, about=topic)
    for _save in range(3):
        record("changed", by=colleague, about=topic, changes={"fields": ["name_en"]})
    record("deleted", by=colleague, about=topic)
    record("imported", changes={"counts": {"articles.jsonl": {"added": 3}}})
    found = page_of(desk.get(DESK)).one("section.colleagues").all("li")
    assert len(found) == 2
    assert found[0].text.startswith("Topic: Drugs olga deleted")
    assert found[1].text.startswith("Topic: Drugs olga changed name (English)")
    assert found[0].all("a") == []
    assert [entry["href"] for entry in found[1].all("a")] == [f"/admin/news/topic/{topic.pk}/change/"]


@pytest.mark.parametrize(
    ("group", "queues", "sections"),
    [
        ("author", 0, ["drafts", "colleagues", "mine"]),
        ("editor", 1, ["coming", "wanting", "drafts", "colleagues", "mine"]),
        ("moderator", 3, ["colleagues", "mine"]),
        ("chief-editor", 3, ["coming", "wanting", "drafts", "colleagues", "mine"]),
    ],
)
def test_everybody_finds_what_they_may_do_and_nothing_else(client, db, group, queues, sections):
    assert group in GROUPS
    chief = make_person("chief-editor", "olga")
    article = make.make_article(title_en="Secret", published_at_en=in_(days=1), published_at_ru=None)
    comment = make.make_comment(article, status="waiting", name="Ann Reader")
    record("changed", by=chief, about=article)
    record("decided", by=chief, about=comment, changes={"status": "spam"})
    record("rights", by=chief, about=chief)
    sit_down(client, group)
    page = page_of(client.get(DESK))
    assert len(page.all(".queues li")) == queues
    assert [section["class"] for section in page.all("section")] == sections
    text = page.text
    assert ("Secret" in text) is (group in {"editor", "chief-editor"})
    assert ("Comment 1" in text or f"Comment {comment.pk}" in text) is (
        group in {"moderator", "chief-editor"}
    )
    assert ("rights changed" in text) is (group == "chief-editor")
    assert "Ann Reader" not in text
    assert bool(page.all(".object-tools")) is (group != "moderator")


def test_an_author_finds_own_drafts_only(client, db):
    author = sit_down(client, "author")
    make.make_article(title_en="Mine", by=author, **DRAFT)
    dated = make.make_article(title_en="Dated", published_at_ru=None)
    Article.objects.filter(pk=dated.pk).update(created_by=author)
    assert [title for title, _notes in lines(page_of(client.get(DESK)), "drafts")] == ["Mine"]


def test_a_desk_without_work_says_so_in_words(desk):
    text = page_of(desk.get(DESK)).text
    for words in (
        "No comments are waiting",
        "Nothing comes out by itself in the next seven days.",
        "Every story of the last thirty days stands in both languages, and nothing is out of date.",
        "You have no drafts and no unpublished changes.",
        "Nothing lately that you can see.",
        "None yet.",
        "All pages",
    ):
        assert words in text
    assert not page_of(desk.get(DESK)).all("section svg")


def test_the_desk_speaks_russian(client, db):
    client.force_login(make.make_editor(interface_language="ru"))
    make.make_article(title_en="No Russian", **MISSING_RU)
    make.make_article(title_ru="Завтра", published_at_ru=in_(days=3))
    page = page_of(client.get(DESK))
    assert lines(page, "wanting")[-1] == ("No Russian", "Русская версия: нет")
    assert lines(page, "coming") == [("Завтра", "RU через 2 дня")]
    assert page.texts(".queues a")[0] == "Комментариев на проверке нет"


def fill(editor, count):
    colleague = make_person("editor", f"olga{count}")
    for number in range(count):
        both = {"published_at_en": in_(days=1), "published_at_ru": in_(days=2)}
        waiting = make.make_article(by=editor, **both)
        make.make_article(by=editor, **DRAFT)
        make.make_article(by=editor, **MISSING_RU)
        make.make_comment(waiting, status="waiting")
        make_report(waiting, f"r{count}-{number}")
        make.make_message()
        record("changed", by=colleague, about=waiting, changes={"fields": ["title_en"]})
        record("changed", by=editor, about=waiting)


def test_the_desk_asks_the_same_few_questions_however_much_waits(client, db):
    # Session, person, rights twice; three queues; embargoes, drafts and the log twice each, editions three times;
    # and whether there is an imprint twice, for the list of pages.
    person = make_person("chief-editor")
    client.force_login(person)
    for count in (1, 30):
        fill(person, count)
        with CaptureQueriesContext(connection) as asked:
            page_of(client.get(DESK))
        assert len(asked) == 18


def test_the_lists_are_short(desk, editor):
    fill(editor, 12)
    page = page_of(desk.get(DESK))
    assert {name: len(page.one(f"section.{name}").all("li")) for name in ("wanting", "drafts", "mine")} == {
        "wanting": 8,
        "drafts": 8,
        "mine": 8,
    }


def test_whether_there_is_anything_to_say(editor):
    assert not desk_of(editor)
    make.make_message()
    assert desk_of(editor)
    reader = make_person("author")
    assert not desk_of(reader)
    reader.user_permissions.add(Permission.objects.get(codename="change_message"))
    assert desk_of(type(reader).objects.get(pk=reader.pk))


def test_only_what_was_done_since_is_told_where_that_is_asked(editor):
    record("changed", by=make_person("editor", "olga"), about=make.make_topic())
    assert len(desk_of(editor, since=in_(hours=-1)).colleagues) == 1
    assert desk_of(editor, since=in_(hours=1)).colleagues == []
    assert AuditEntry.objects.count() == 1

"""What is done to several articles at once, each as the list showed it; and deleting only what the page showed."""

import pytest

from news.actions.publishing import open_for_editing, save_article
from news.models import Article, AuditEntry
from tests.admin.browsing import fields_of, messages_of
from tests.factories import make_article, make_editor, make_section, make_topic

LIST = "/admin/news/article/"
FORM = "changelist-form"


@pytest.fixture
def articles(db):
    return [make_article(title_en=f"Story {letter}") for letter in "ABC"]


def chosen(desk, articles, action):
    """The list as it is sent with these articles chosen."""
    values = fields_of(desk.get(LIST), FORM)
    return values | {"action": action, "_selected_action": [article.pk for article in articles]}


def theirs(article, by=None):
    other = open_for_editing(article.pk)
    other.summary_en = "Theirs."
    save_article(other, by=by, via="form")


def test_several_are_moved_to_a_section_each_with_its_revision(desk, editor, articles):
    section = make_section()
    page = desk.post(LIST, chosen(desk, articles[:2], "move_to_section"))
    assert page.context["title"] == "Move to a section"
    answer = desk.post(LIST, bulk_form(page) | {"section": section.pk}, follow=True)
    assert messages_of(answer) == ["2 articles were changed."]
    rows = Article.objects.order_by("pk")
    assert [row.section for row in rows] == [section, section, None]
    assert [row.version for row in rows] == [2, 2, 1]
    revision = rows[0].revisions.first()
    assert (revision.via, revision.author, revision.common["section"]) == ("list", editor, section.pk)
    entries = AuditEntry.objects.about(Article, rows[0].pk)
    assert entries[0].changes == {"fields": ["section"]}


def bulk_form(page):
    """What the page that asks would send."""
    values = {}
    for article, version in page.context["articles"]:
        values.setdefault("_selected_action", []).append(article.pk)
        values[f"version-{article.pk}"] = version
    return values | {"action": page.context["action"], "chosen": "1"}


def test_what_somebody_saved_since_is_skipped_and_named_and_the_others_are_done(desk, articles):
    values = chosen(desk, articles, "close_comments")
    theirs(articles[1], make_editor("olga"))
    answer = desk.post(LIST, values, follow=True)
    assert messages_of(answer) == [
        "2 articles were changed.",
        "Somebody saved these after the list had been opened, and nothing was done to them: “Story B” (olga)",
    ]
    assert list(Article.objects.order_by("pk").values_list("comments_open", flat=True)) == [
        False,
        True,
        False,
    ]


def test_a_topic_is_added_to_those_there_are(desk, articles):
    drugs, trade = make_topic(), make_topic("trade")
    articles[0].topics.set([drugs])
    articles[1].topics.set([trade])
    page = desk.post(LIST, chosen(desk, articles[:2], "add_topic"))
    answer = desk.post(LIST, bulk_form(page) | {"topic": trade.pk}, follow=True)
    assert messages_of(answer) == ["1 article was changed.", "1 article was so already."]
    assert set(articles[0].topics.all()) == {drugs, trade}
    assert articles[0].revisions.first().common["topics"] == sorted([drugs.pk, trade.pk])


def test_without_a_section_it_is_asked_again(desk, articles):
    page = desk.post(LIST, chosen(desk, articles[:1], "move_to_section"))
    answer = desk.post(LIST, bulk_form(page))
    assert answer.context["form"].errors == {"section": ["This field is required."]}


def test_a_working_copy_stays_one(desk, articles):
    draft = open_for_editing(articles[0].pk)
    draft.title_en = "Unfinished"
    save_article(draft, by=None, via="form")
    desk.post(LIST, chosen(desk, articles[:1], "close_comments"))
    row = Article.objects.get(pk=articles[0].pk)
    assert (row.title_en, row.version, row.comments_open) == ("Story A", 3, False)
    assert open_for_editing(row.pk).title_en == "Unfinished"


def test_what_was_deleted_meanwhile_is_said(desk, articles):
    values = chosen(desk, articles[:2], "close_comments")
    articles[0].delete()
    answer = desk.post(LIST, values, follow=True)
    assert messages_of(answer) == ["1 article was changed.", "1 article is not there any more."]


def test_an_article_that_was_saved_since_its_page_was_opened_is_not_deleted_unasked(desk, articles):
    page = desk.get(f"{LIST}{articles[0].pk}/change/").content.decode()
    address = f"{LIST}{articles[0].pk}/delete/"
    assert f'href="{address}?version=1"' in page
    theirs(articles[0], make_editor("olga"))
    answer = desk.get(f"{address}?version=1")
    assert messages_of(answer)[0].startswith(
        "Saved since the page was opened, and not deleted: “Story A” (olga, "
    )
    theirs(articles[0])
    answer = desk.post(f"{address}?version=1", {"post": "yes", "_as_seen": "2"})
    assert messages_of(answer)[0].startswith(
        "Saved since the page was opened, and not deleted: “Story A” (an import"
    )
    assert answer.context["as_seen"] == "3"
    desk.post(address, {"post": "yes", "_as_seen": "3"})
    assert not Article.objects.filter(pk=articles[0].pk).exists()


def test_of_several_none_is_deleted_while_one_is_not_what_was_shown(desk, articles):
    values = chosen(desk, articles, "delete_selected")
    theirs(articles[1], make_editor("olga"))
    answer = desk.post(LIST, values)
    assert messages_of(answer)[0].startswith(
        "Saved since the page was opened, and not deleted: “Story B” (olga"
    )
    confirmed = values | {"post": "yes", "_as_seen": desk_seen(answer)}
    theirs(articles[2])
    answer = desk.post(LIST, confirmed)
    assert messages_of(answer)[0].startswith("Saved since the page was opened, and not deleted: “Story C” (")
    assert Article.objects.count() == 3
    desk.post(LIST, confirmed | {"_as_seen": desk_seen(answer)})
    assert Article.objects.count() == 0


def desk_seen(answer):
    return answer.wsgi_request.as_seen

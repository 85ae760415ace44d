"""Two editors who press at the same moment, each with a connection of their own."""

import pytest
from django.db import connection
from django.test import Client

from news.models import Article, AuditEntry
from tests.admin.browsing import fields_of
from tests.factories import make_article, make_editor
from tests.news.test_publishing_conflicts import together

pytestmark = pytest.mark.django_db(transaction=True)
FORM = "article_form"
BODY = "<p>The first paragraph.</p><p>The second paragraph.</p>"


@pytest.fixture
def article(db):
    return make_article(title_en="Old", body_en=BODY, published_at_en=None, published_at_ru=None)


def seat(name):
    browser = Client()
    browser.force_login(make_editor(name))
    return browser


def pressed(article, *changes):
    """Let editors press at once; their answers, in the order of the changes."""
    address = f"/admin/news/article/{article.pk}/change/"
    browsers = [seat(name) for name in ("olga", "igor")]
    forms = [fields_of(browser.get(address), FORM) for browser in browsers]
    actions = [
        lambda browser=browser, values=form | change: browser.post(address, values, follow=True)
        for browser, form, change in zip(browsers, forms, changes, strict=True)
    ]
    # SQLite has one writer at a time, and its database in memory one connection.
    return together(*actions) if connection.vendor == "postgresql" else [action() for action in actions]


def stored():
    return Article.objects.get()


def test_both_publish_and_the_edits_do_not_meet(article):
    answers = pressed(
        article,
        {"title_en": "New", "_verb": "publish:en"},
        {"body_en": BODY.replace("second", "2nd"), "_verb": "publish:en"},
    )
    row = stored()
    assert (row.version, row.revisions.count()) == (3, 3)
    newest = row.revisions.get(number=3).texts["en"]
    assert (newest["title"], newest["body"]) == ("New", BODY.replace("second", "2nd"))
    # The second does not publish what it has not shown: one of the two edits is live, the other a working copy.
    live = row.revisions.get(number=2).texts["en"]
    assert (row.title_en, row.body_en) == (live["title"], live["body"])
    assert row.revisions.get(number=3).is_draft
    assert row.published_at_en is not None
    held_back = ["Nothing was published or scheduled" in answer.content.decode() for answer in answers]
    assert sorted(held_back) == [False, True]
    assert AuditEntry.objects.filter(changes__verbs=[["publish", "en"]]).count() == 1


def test_both_publish_and_the_edits_meet(article):
    answers = pressed(
        article, {"title_en": "Hers", "_verb": "publish:en"}, {"title_en": "His", "_verb": "publish:en"}
    )
    asked = [answer for answer in answers if not answer.redirect_chain]
    assert len(asked) == 1
    assert "Choose what is to stand, and save again." in asked[0].content.decode()
    mine = fields_of(asked[0], FORM)["title_en"]
    row = stored()
    assert {mine, row.title_en} == {"Hers", "His"}
    assert (row.version, row.revisions.count()) == (2, 2)
    assert AuditEntry.objects.filter(changes__verbs=[["publish", "en"]]).count() == 1


def test_one_deletes_while_the_other_saves(article):
    address = f"/admin/news/article/{article.pk}"
    hers, his = seat("olga"), seat("igor")
    values = fields_of(hers.get(f"{address}/change/"), FORM) | {"title_en": "Hers"}
    actions = [
        lambda: hers.post(f"{address}/change/", values),
        lambda: his.post(f"{address}/delete/", {"post": "yes", "_as_seen": "1"}),
    ]
    ended = (
        together(*actions)
        if connection.vendor == "postgresql"
        else [action() for action in actions[::-1]][::-1]
    )
    if Article.objects.exists():  # saved first: the deletion is asked again
        assert (ended[0].status_code, ended[1].status_code) == (302, 200)
        assert stored().title_en == "Hers"
    else:
        assert ended[0].status_code == 200
        assert 'name="_saveasnew"' in ended[0].content.decode()
        assert fields_of(ended[0], FORM)["title_en"] == "Hers"

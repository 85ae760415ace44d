"""Words of readers are stored once, whatever browsers do."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comments.actions.receiving import receive_comment, receive_message, receive_report
from comments.models import Comment, Message, TypoReport
from tests.factories import make_article, moscow

KEY = "a-key-made-by-the-script"
WORDS = {"language": "en", "name": "Ann", "email": "", "text": "A good story."}
REPORT = {"field": "body", "exact": "teh", "prefix": "in ", "suffix": " end", "offset": 3, "revision": 1}


def comment(article, **changes):
    return receive_comment(article, **{**WORDS, "address": "203.0.113.7"} | changes)


def report(article, *, language="en", script_key="", address="203.0.113.7", **changes):
    return receive_report(
        article, language=language, report=REPORT | changes, script_key=script_key, address=address
    )


@pytest.fixture
def article(db):
    return make_article()


def test_a_comment_waits_as_it_was_written(article):
    before = timezone.now()
    stored = comment(article, name="Ann <b>", email="ann@example.org", text="a\r\n<i>b</i> & c")
    stored.refresh_from_db()
    assert (stored.article, stored.language, stored.name, stored.email, stored.text, stored.status) == (
        article,
        "en",
        "Ann <b>",
        "ann@example.org",
        "a\r\n<i>b</i> & c",
        "waiting",
    )
    assert before <= stored.created_at <= timezone.now()
    assert (stored.moderated_at, stored.moderated_by) == (None, None)
    assert not article.comments.shown().exists()


@pytest.mark.parametrize("key", [KEY, ""])
def test_the_same_sending_is_stored_once(article, key):
    first = comment(article, script_key=key)
    assert comment(article, script_key=key) == first
    assert Comment.objects.count() == 1


def test_a_sending_that_comes_again_after_the_decision_is_not_new(article):
    first = comment(article)
    Comment.objects.update(status="approved")
    assert comment(article).pk == first.pk
    assert Comment.objects.get().status == "approved"


OTHER = {
    "text": {"text": "A good story!"},
    "name": {"name": "Bob"},
    "language": {"language": "ru"},
}


@pytest.mark.parametrize("key", [KEY, ""])
@pytest.mark.parametrize("change", OTHER)
def test_other_words_are_another_sending(article, key, change):
    comment(article, script_key=key)
    comment(article, script_key=key, **OTHER[change])
    assert Comment.objects.count() == 2


@pytest.mark.parametrize("key", [KEY, ""])
def test_the_same_words_on_another_story_are_another_sending(article, key):
    comment(article, script_key=key)
    comment(make_article(), script_key=key)
    assert Comment.objects.count() == 2


def test_two_readers_with_the_same_page_and_words_are_both_heard(article):
    comment(article, address="203.0.113.7")
    comment(article, address="203.0.113.8")
    assert Comment.objects.count() == 2


def test_two_readers_behind_one_address_are_both_heard_by_their_scripts(article):
    comment(article, script_key=KEY)
    comment(article, script_key=KEY + "-another")
    comment(article)
    assert Comment.objects.count() == 3


def test_fields_that_run_into_each_other_are_told_apart(article):
    comment(article, name="Ann A", text="good story")
    comment(article, name="Ann", text="A good story")
    comment(article, name='Ann", "A', text="good story")
    assert Comment.objects.count() == 3


@pytest.mark.parametrize(
    ("first", "second", "stored"),
    [
        (moscow(2026, 3, 1, 23, 59, 50), moscow(2026, 3, 2, 0, 0, 10), 1),
        (moscow(2026, 3, 1, 23, 50), moscow(2026, 3, 2, 0, 9), 1),
        (moscow(2026, 3, 1, 0, 5), moscow(2026, 3, 1, 23, 59), 1),
        (moscow(2026, 3, 1, 12), moscow(2026, 3, 2, 12), 2),
        (moscow(2026, 3, 1, 23, 59), moscow(2026, 3, 2, 0, 11), 2),
    ],
    ids=["around midnight", "ten minutes", "one day", "the next day", "long after midnight"],
)
def test_without_script_the_day_counts_and_midnight_does_not_part_two_clicks(
    article, monkeypatch, first, second, stored
):
    for moment in (first, second):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        comment(article)
    assert Comment.objects.count() == stored


def test_with_script_days_do_not_count(article, monkeypatch):
    comment(article, script_key=KEY)
    later = timezone.now() + timedelta(days=3)
    monkeypatch.setattr(timezone, "now", lambda: later)
    comment(article, script_key=KEY)
    assert Comment.objects.count() == 1


def test_a_report_is_stored_with_its_place(article):
    stored = report(article, suggestion="the", note="Look.")
    stored.refresh_from_db()
    expected = REPORT | {"suggestion": "the", "note": "Look.", "status": "new", "language": "en"}
    assert {name: getattr(stored, name) for name in expected} == expected
    assert stored.article == article


@pytest.mark.parametrize("key", [KEY, ""])
def test_the_same_report_is_stored_once_and_another_place_is_another_report(article, key):
    report(article, script_key=key)
    report(article, script_key=key)
    assert TypoReport.objects.count() == 1
    report(article, script_key=key, offset=90)
    assert TypoReport.objects.count() == 2


@pytest.mark.parametrize("claimed", [None, 0, 2, 2_000_000_000])
def test_a_revision_that_cannot_be_the_page_s_is_replaced(article, claimed):
    assert report(article, revision=claimed).revision == 1


def test_a_comment_and_a_report_of_the_same_key_do_not_meet(article):
    assert comment(article, script_key=KEY).sending_key != report(article, script_key=KEY).sending_key


def message(_article, *, script_key=""):
    return receive_message(**WORDS, subject="", script_key=script_key, address="203.0.113.7")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("key", [KEY, ""])
@pytest.mark.parametrize(("send", "model", "tasks"), [(comment, Comment, 0), (message, Message, 1)])
def test_clicks_at_the_same_moment_are_stored_once(send, model, tasks, key):
    article = make_article()
    clicks = 4
    if connection.vendor != "postgresql":  # one connection to a database in memory: one after the other
        stored = [send(article, script_key=key) for _click in range(clicks)]
    else:
        start = Barrier(clicks, timeout=10)

        def click(_number):
            try:
                start.wait()
                return send(article, script_key=key)
            finally:
                connection.close()

        with ThreadPoolExecutor(clicks) as pool:
            stored = list(pool.map(click, range(clicks)))
    assert {row.pk for row in stored} == {model.objects.get().pk}
    assert DBTaskResult.objects.count() == tasks

"""Decisions of the newsroom keep who took them, and when."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.actions.deciding import decide_comments, decide_messages, decide_reports
from comments.models import Comment, Message, TypoReport
from tests.factories import make_article, make_comment, make_editor, make_message, moscow

pytestmark = pytest.mark.django_db
NOON = moscow(2026, 3, 2, 12)


def make_report(article, key, **fields):
    values = {"language": "en", "revision": 1, "field": "body", "exact": "teh", "created_at": NOON}
    return TypoReport.objects.create(article=article, sending_key=key, **values | fields)


def at(monkeypatch, moment):
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.mark.parametrize("status", ["approved", "rejected", "spam", "waiting"])
def test_a_decision_keeps_who_and_when(monkeypatch, status):
    article, editor = make_article(), make_editor()
    comment = make_comment(article, status="waiting" if status != "waiting" else "spam")
    other = make_comment(article, status="rejected")
    at(monkeypatch, NOON)
    assert decide_comments(Comment.objects.filter(pk=comment.pk), status=status, by=editor) == 1
    comment.refresh_from_db()
    assert (comment.status, comment.moderated_at, comment.moderated_by) == (status, NOON, editor)
    other.refresh_from_db()
    assert (other.status, other.moderated_by) == ("rejected", None)


def test_a_decision_that_was_taken_stays_whose_it_is(monkeypatch):
    article, first, second = make_article(), make_editor("first"), make_editor("second")
    done, new = make_comment(article, status="waiting"), make_comment(article, status="waiting")
    at(monkeypatch, NOON)
    decide_comments(Comment.objects.filter(pk=done.pk), status="approved", by=first)
    at(monkeypatch, NOON + timedelta(hours=1))
    assert decide_comments(Comment.objects.all(), status="approved", by=second) == 1
    decided = {row.pk: (row.moderated_by, row.moderated_at) for row in Comment.objects.all()}
    assert decided == {done.pk: (first, NOON), new.pk: (second, NOON + timedelta(hours=1))}


def test_only_approved_comments_are_shown_in_the_order_of_their_writing():
    article = make_article()
    late = make_comment(article, created_at=NOON + timedelta(hours=1))
    early = make_comment(article, created_at=NOON)
    same = make_comment(article, created_at=NOON)
    for status in ("waiting", "rejected", "spam"):
        make_comment(article, status=status)
    make_comment(make_article())
    assert list(article.comments.shown()) == [early, same, late]


@pytest.mark.parametrize("status", ["accepted", "rejected"])
def test_a_report_is_decided_once(monkeypatch, status):
    article, first, second = make_article(), make_editor("first"), make_editor("second")
    report = make_report(article, "1")
    at(monkeypatch, NOON)
    assert decide_reports(TypoReport.objects.all(), status=status, by=first) == 1
    assert decide_reports(TypoReport.objects.all(), status=status, by=second) == 0
    report.refresh_from_db()
    assert (report.status, report.decided_at, report.decided_by) == (status, NOON, first)


@pytest.mark.parametrize("status", ["answered", "closed", "spam"])
def test_a_message_is_decided_once(monkeypatch, status):
    first, second = make_editor("first"), make_editor("second")
    message, other = make_message(), make_message()
    at(monkeypatch, NOON)
    chosen = Message.objects.filter(pk=message.pk)
    assert decide_messages(chosen, status=status, by=first) == 1
    assert decide_messages(chosen, status=status, by=second) == 0
    message.refresh_from_db()
    other.refresh_from_db()
    assert (message.status, message.decided_at, message.decided_by) == (status, NOON, first)
    assert (other.status, other.decided_at, other.decided_by) == ("new", None, None)


def test_a_status_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="'lost' is not a status of comments"):
        decide_comments(Comment.objects.all(), status="lost", by=None)
    with pytest.raises(ValueError, match="'waiting' is not a status of reports"):
        decide_reports(TypoReport.objects.all(), status="waiting", by=None)
    with pytest.raises(ValueError, match="'approved' is not a status of messages"):
        decide_messages(Message.objects.all(), status="approved", by=None)


def test_a_decision_outlives_the_account():
    editor = make_editor()
    comment = make_comment(make_article(), status="waiting")
    decide_comments(Comment.objects.all(), status="approved", by=editor)
    editor.delete()
    comment.refresh_from_db()
    assert (comment.status, comment.moderated_by) == ("approved", None)
    assert comment.moderated_at is not None

"""Comments and spelling reports are decided on in their lists."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments.models import Comment
from news.models import AuditEntry, User
from tests.admin.browsing import messages_of
from tests.comments.test_deciding import make_report
from tests.factories import make_article, make_comment, make_editor

LISTS = {Comment: "/admin/comments/comment/", "report": "/admin/comments/typoreport/"}


def choose(desk, address, action, rows):
    return desk.post(address, {"action": action, "_selected_action": [row.pk for row in rows]}, follow=True)


def history():
    return [
        (entry.person, entry.model, entry.object_id, entry.summary)
        for entry in AuditEntry.objects.filter(action="decided").order_by("id")
    ]


@pytest.mark.parametrize(
    ("action", "status", "label"),
    [
        ("approve", "approved", "Approved"),
        ("reject", "rejected", "Rejected"),
        ("mark_as_spam", "spam", "Spam"),
    ],
)
def test_comments_are_decided_and_the_history_knows(desk, editor, action, status, label):
    article = make_article()
    first, second, other = (make_comment(article, status="waiting") for _number in range(3))
    answer = choose(desk, "/admin/comments/comment/", action, [first, second])
    assert messages_of(answer) == ["2 comments changed."]
    decided = {row.pk: (row.status, row.moderated_by) for row in Comment.objects.all()}
    assert decided == {
        first.pk: (status, editor),
        second.pk: (status, editor),
        other.pk: ("waiting", None),
    }
    assert sorted(history()) == sorted(
        ("editor", "comments.comment", str(row.pk), label) for row in (first, second)
    )


def test_a_comment_that_was_decided_before_has_no_second_line_in_its_history(desk, editor):
    done = make_comment(make_article(), status="approved", moderated_by=make_editor("first"))
    answer = choose(desk, "/admin/comments/comment/", "approve", [done])
    assert messages_of(answer) == ["0 comments changed."]
    assert history() == []
    assert Comment.objects.get().moderated_by.username == "first"


@pytest.mark.parametrize(
    ("action", "status", "label"), [("accept", "accepted", "Accepted"), ("reject", "rejected", "Rejected")]
)
def test_reports_are_decided_and_the_history_knows(desk, editor, action, status, label):
    report, other = (make_report(make_article(), key) for key in "12")
    answer = choose(desk, "/admin/comments/typoreport/", action, [report])
    assert messages_of(answer) == ["1 report changed."]
    report.refresh_from_db()
    other.refresh_from_db()
    assert (report.status, report.decided_by, other.status) == (status, editor, "new")
    assert history() == [("editor", "comments.typoreport", str(report.pk), label)]
    choose(desk, "/admin/comments/typoreport/", action, [report])
    assert len(history()) == 1


def test_words_of_readers_are_shown_as_they_are_and_cannot_be_changed(desk):
    words = "<script>alert('x')</script> & more"
    comment = make_comment(make_article(), name="<b>Ann</b>", text=words, status="waiting")
    report = make_report(make_article(), "1", exact="<i>teh</i>", prefix="<u>", note=words)
    for address in (
        "/admin/comments/comment/",
        f"/admin/comments/comment/{comment.pk}/change/",
        f"/admin/comments/comment/{comment.pk}/delete/",
        "/admin/comments/typoreport/",
        f"/admin/comments/typoreport/{report.pk}/change/",
    ):
        page = desk.get(address).content.decode()
        assert "&lt;" in page
        for raw in ("<script>alert", "<b>Ann", "<i>teh", "<u>"):
            assert raw not in page, address
    address = f"/admin/comments/comment/{comment.pk}/change/"
    desk.post(address, {"name": "Changed", "text": "Changed", "status": "approved"})
    comment.refresh_from_db()
    assert (comment.name, comment.text, comment.status) == ("<b>Ann</b>", words, "waiting")
    assert desk.get("/admin/comments/comment/add/").status_code == 403


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize("address", ["/admin/comments/comment/", "/admin/comments/typoreport/"])
def test_the_lists_are_as_many_queries_for_one_row_as_for_thirty(
    desk, django_assert_num_queries, rows, address
):
    article = make_article()
    for number in range(rows):
        make_comment(article)
        make_report(article, f"r{number}")
    with django_assert_num_queries(5):
        assert desk.get(address).status_code == 200


@pytest.mark.parametrize("status", ["approved", "rejected", "spam"])
def test_a_comment_is_decided_on_its_own_page(desk, editor, status):
    comment = make_comment(make_article(), status="waiting")
    address = f"/admin/comments/comment/{comment.pk}/change/"
    page = desk.get(address).content.decode()
    assert f'name="_decide" value="{status}"' in page
    assert 'name="_save"' not in page
    answer = desk.post(address, {"_decide": status}, follow=True)
    assert answer.redirect_chain == [("/admin/comments/comment/", 302)]
    assert messages_of(answer) == ["1 comment changed."]
    comment.refresh_from_db()
    assert (comment.status, comment.moderated_by) == (status, editor)


def test_whoever_may_only_look_decides_nothing(client, db):
    comment = make_comment(make_article(), status="waiting")
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_comment"))
    client.force_login(reader)
    client.post(f"/admin/comments/comment/{comment.pk}/change/", {"_decide": "approved"})
    comment.refresh_from_db()
    assert comment.status == "waiting"


def test_lists_of_readers_words_read_no_bodies(desk):
    make_comment(make_article())
    with CaptureQueriesContext(connection) as queries:
        desk.get("/admin/comments/comment/")
    assert [query["sql"] for query in queries if "body" in query["sql"]] == []

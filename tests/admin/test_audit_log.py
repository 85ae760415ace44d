"""Every write on the editors' pages leaves an entry in the log; nobody can change it, and it keeps nobody's words."""

import importlib
import json
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Comment
from news.actions.audit import record, remove_old_entries
from news.admin.audit import REACH
from news.models import Article, AuditEntry, Notice, Topic
from tests.admin.browsing import confirmed, fields_of, inline
from tests.admin.people import make_person
from tests.factories import make_article, make_comment, make_editor, make_message, make_topic

LOG = "/admin/news/auditentry/"


def log():
    """What the log holds beside log-ins: who, what they did, to what, and what changed."""
    entries = AuditEntry.objects.exclude(action__in=["logged-in", "logged-out"]).order_by("id")
    return [(entry.person, entry.action, entry.about, entry.summary) for entry in entries]


def change(desk, row, form_id, **values):
    page = f"/admin/{row._meta.label_lower.replace('.', '/')}/{row.pk}/change/"
    return desk.post(page, fields_of(desk.get(page), form_id) | values)


def test_a_form_that_adds_changes_and_deletes_leaves_an_entry_each_time(desk):
    add = "/admin/news/topic/add/"
    desk.post(add, fields_of(desk.get(add), "topic_form") | {"slug": "tea", "name_en": "Tea"})
    topic = Topic.objects.get()
    change(desk, topic, "topic_form", name_en="Green tea", name_ru="Чай")
    page = f"/admin/news/topic/{topic.pk}/delete/"
    desk.post(page, confirmed(desk, page))
    assert log() == [
        ("editor", "added", "Topic: Tea", ""),
        ("editor", "changed", "Topic: Green tea", "name (English), name (Russian)"),
        ("editor", "deleted", "Topic: Green tea", ""),
    ]


def test_an_article_names_the_parts_that_changed_with_it(desk):
    article, other = make_article(title_en="The council met"), make_article()
    link = inline("related_links", {"target": other.pk})
    change(desk, article, "article_form", byline_en="A. Author", **link)
    assert log() == [
        ("editor", "changed", "Article: The council met", "byline (English); added: related link")
    ]


def test_what_is_done_to_several_rows_leaves_an_entry_for_each(desk):
    rows = [make_topic("a", name_en="A"), make_topic("b", name_en="B")]
    desk.post("/admin/news/topic/", confirmed(desk, "/admin/news/topic/", rows=[row.pk for row in rows]))
    assert sorted(log()) == [("editor", "deleted", f"Topic: {name}", "") for name in "AB"]


def test_what_was_not_written_leaves_no_entry(desk, monkeypatch):
    row = make_topic()

    def fail(*args, **kwargs):
        raise IntegrityError("no")

    chosen = confirmed(desk, "/admin/news/topic/", rows=[row.pk])
    monkeypatch.setattr("django.db.models.query.QuerySet.delete", fail)
    with pytest.raises(IntegrityError):
        desk.post("/admin/news/topic/", chosen)
    monkeypatch.undo()
    assert (log(), Topic.objects.count()) == ([], 1)


@pytest.mark.parametrize(
    "make", [lambda: make_comment(make_article(), name="Ann", text="My words"), make_message]
)
def test_readers_words_and_names_do_not_live_on_in_the_log(desk, make):
    row = make()
    base = f"/admin/comments/{row._meta.model_name}/"
    status = "spam"
    desk.post(base, {"action": "mark_as_spam", "_selected_action": [row.pk]})
    desk.post(f"{base}{row.pk}/delete/", {"post": "yes"})
    name = {"comment": "Comment", "message": "Message from a reader"}[row._meta.model_name]
    assert log() == [
        ("editor", "decided", f"{name} {row.pk}", type(row).Status(status).label),
        ("editor", "deleted", f"{name} {row.pk}", ""),
    ]
    stored = json.dumps(list(AuditEntry.objects.values("title", "changes", "person", "object_id")))
    assert not [words for words in (row.name, row.text) if words in stored]
    assert not LogEntry.objects.exists()


def test_rights_that_are_given_and_taken_are_named(desk):
    person = make_person("author")
    change(desk, person, "user_form", groups=[Group.objects.get(name="editor").pk])
    assert log() == [("editor", "rights", "User: author", "groups; given: Editor; taken away: Author")]


def test_a_password_that_somebody_sets_is_noted_and_not_kept(desk):
    person = make_person("author")
    page = f"/admin/news/user/{person.pk}/password/"
    desk.post(
        page, {"password1": "tea in Samarkand", "password2": "tea in Samarkand", "usable_password": "true"}
    )
    assert [entry[:3] for entry in log()] == [("editor", "password", "User: author")]
    assert "Samarkand" not in str(AuditEntry.objects.values_list("changes"))


def test_coming_in_failing_to_and_leaving_are_noted(client, db):
    make_editor()
    for name, password in (("editor", "wrong"), ("a secret", "wrong"), ("editor", "a password")):
        client.post("/admin/login/", {"username": name, "password": password}, REMOTE_ADDR="203.0.113.7")
    client.post("/admin/logout/")
    entries = AuditEntry.objects.order_by("id")
    assert [(entry.action, entry.person, entry.title) for entry in entries] == [
        ("login-failed", "", "editor"),
        ("login-failed", "", ""),
        ("logged-in", "editor", ""),
        ("logged-out", "editor", ""),
    ]
    networks = [entry.network for entry in entries]
    assert networks[0] == networks[2] != networks[3]
    assert all(len(network) == 12 for network in networks)


def test_an_import_by_command_is_noted_with_its_numbers(tmp_path, db):
    (tmp_path / "topics.jsonl").write_text('{"slug": "tea", "name": {"en": "Tea"}}\n')
    (tmp_path / "articles.jsonl").write_text("")
    call_command("import_archive", tmp_path, verbosity=0)
    (entry,) = AuditEntry.objects.all()
    assert (entry.action, entry.via, entry.person) == ("imported", "command", "")
    assert entry.changes == {"counts": {"topics.jsonl": {"created": 1}}}


@pytest.mark.parametrize("change", [{"person": "somebody else"}, {"at": "2020-01-01 00:00+00:00"}])
def test_the_database_refuses_to_change_an_entry(db, change):
    entry = record("added")
    with pytest.raises(IntegrityError, match="audit_never_changed"), transaction.atomic():
        AuditEntry.objects.filter(pk=entry.pk).update(**change)


@pytest.mark.parametrize(
    ("rule", "values"), [("audit_action_known", {"action": "x"}), ("audit_via_known", {"via": "x"})]
)
def test_the_database_refuses_an_entry_of_no_known_kind(db, rule, values):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        AuditEntry.objects.create(**{"action": "added"} | values)


def test_nobody_can_change_or_take_back_an_entry_on_the_pages(desk):
    entry = record("added")
    assert desk.get(f"{LOG}add/").status_code == 403
    assert desk.post(f"{LOG}{entry.pk}/change/", {"person": "x"}).status_code == 403
    assert desk.post(f"{LOG}{entry.pk}/delete/", {"post": "yes"}).status_code == 403
    desk.post(LOG, {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"})
    assert AuditEntry.objects.filter(pk=entry.pk).exists()


def test_an_account_that_is_deleted_is_still_named(desk):
    person = make_person("author")
    record("added", by=person)
    person.delete()
    assert "author" in desk.get(LOG).content.decode()


def found(desk, **query):
    return {entry.title for entry in desk.get(LOG, query).context["cl"].result_list} - {""}


def test_the_log_is_searched_by_person_object_action_and_period(desk, editor):
    olga = make_editor("olga")
    tea, silk = make_topic("tea", name_en="Green tea"), make_topic("silk", name_en="Silk")
    record("added", by=editor, about=tea)
    record("changed", by=olga, about=tea)
    record("deleted", by=olga, about=silk)
    assert found(desk, person=olga.pk) == {"Green tea", "Silk"}
    assert found(desk, person=editor.pk) == {"Green tea"}
    assert found(desk, person="nobody") == {"Green tea", "Silk"}
    assert found(desk, action__exact="deleted") == {"Silk"}
    assert found(desk, q="green") == {"Green tea"}
    assert found(desk, q=str(silk.pk)) == {"Silk"}
    assert found(desk, kind="news.page") == set()
    assert found(desk, kind="news.topic", q="silk") == {"Silk"}


def test_a_period_has_both_of_its_days(desk):
    today = timezone.localdate()
    AuditEntry.objects.create(action="added", title="today")
    AuditEntry.objects.create(action="added", title="long ago", at=timezone.now() - timedelta(days=40))
    assert found(desk, since=today, until=today) == {"today"}
    assert found(desk, until=today - timedelta(days=1)) == {"long ago"}
    assert found(desk, since=today - timedelta(days=50)) == {"today", "long ago"}
    assert found(desk, since="2020-13-45", until="x") == {"today", "long ago"}
    assert f'name="since" value="{today}"' in desk.get(LOG, {"since": today}).content.decode()


def test_no_page_of_the_log_counts_all_of_it(desk):
    AuditEntry.objects.bulk_create(AuditEntry(action="added") for _number in range(120))
    with CaptureQueriesContext(connection) as queries:
        desk.get(LOG, {"p": "2"})
    counts = [query["sql"] for query in queries if "COUNT(" in query["sql"]]
    assert counts
    assert all(f"LIMIT {REACH}" in sql for sql in counts)


@pytest.mark.parametrize("rows", [1, 30])
def test_the_log_is_as_many_queries_for_one_entry_as_for_thirty(desk, django_assert_num_queries, rows):
    topic = make_topic()
    for _row in range(rows):
        record("changed", about=topic, changes={"fields": ["name_en"]})
    with django_assert_num_queries(6):
        assert desk.get(LOG).status_code == 200


def test_the_history_of_an_object_and_the_desk_show_the_same_log(desk):
    topic = make_topic(name_en="Tea")
    change(desk, topic, "topic_form", name_en="Green tea")
    page = desk.get(f"/admin/news/topic/{topic.pk}/history/").content.decode()
    assert "name (English)" in page
    assert "Topic: Green tea" in desk.get("/admin/").content.decode()
    other = make_topic("silk")
    assert "Nobody has changed this" in desk.get(f"/admin/news/topic/{other.pk}/history/").content.decode()


def test_the_log_speaks_russian_to_whoever_reads_russian(client, db):
    client.force_login(make_editor(interface_language="ru"))
    row = make_comment(make_article(), status="waiting")
    client.post("/admin/comments/comment/", {"action": "approve", "_selected_action": [row.pk]})
    notice = Notice.objects.create(ref="aid", text_en="Old")
    change(client, notice, "notice_form", text_en="New")
    page = client.get(LOG).content.decode()
    assert f"Комментарий {row.pk}" in page
    assert "решение" in page
    assert "Одобрен" in page
    assert "(английский)" in page.lower()


def test_only_a_chief_editor_reads_the_log(client, db):
    for group, status in (("author", 403), ("editor", 403), ("moderator", 403), ("chief-editor", 200)):
        client.force_login(make_person(group))
        assert client.get(LOG).status_code == status


def test_entries_are_removed_after_two_years(db):
    AuditEntry.objects.create(action="added", at=timezone.now() - timedelta(days=731))
    AuditEntry.objects.create(action="added", at=timezone.now() - timedelta(days=729))
    assert remove_old_entries() == 1


def test_what_djangos_log_held_is_carried_over_without_readers_words(db):
    editor = make_editor()
    comment = make_comment(make_article(title_en="The council met"), name="Ann", text="My words")
    for row in (comment, comment.article):
        LogEntry.objects.create(
            user=editor,
            content_type=ContentType.objects.get_for_model(row),
            object_id=row.pk,
            object_repr=str(row),
            action_flag=CHANGE,
            change_message='[{"changed": {"fields": ["Title"]}}]',
        )
    migration = importlib.import_module("news.migrations.0008_audit_of_before")
    migration.carry_over(apps, SimpleNamespace(connection=connection))
    assert log() == [
        ("editor", "changed", f"Comment {comment.pk}", "Title"),
        ("editor", "changed", "Article: The council met", "Title"),
    ]
    assert not LogEntry.objects.exists()
    assert (Comment.objects.count(), Article.objects.count()) == (1, 1)

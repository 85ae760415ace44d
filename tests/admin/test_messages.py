"""Messages from readers in the editors' pages: read, answered by mail, decided, never edited."""

import pytest
from django.contrib.auth.models import Permission
from django.utils import translation

from comments.models import Message
from news.models import AuditEntry, User
from tests.admin.browsing import messages_of
from tests.factories import make_message, moscow

LIST = "/admin/comments/message/"


def page_of(message, tail="change/") -> str:
    return f"{LIST}{message.pk}/{tail}"


def looker(*codes) -> User:
    """Somebody of the newsroom with these permissions only."""
    user = User.objects.create_user("looker", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    return user


def test_the_list_shows_the_newest_first_and_can_be_searched_and_filtered(desk):
    make_message(text="Old words.", created_at=moscow(2026, 3, 1, 12), status="answered")
    make_message(text="New words.", created_at=moscow(2026, 3, 2, 12), subject="The summit")
    text = desk.get(LIST).content.decode()
    assert 0 < text.index("New words.") < text.index("Old words.")
    for query, found in (("?status__exact=answered", "Old"), ("?q=summit", "New"), ("?q=old+words", "Old")):
        text = desk.get(LIST + query).content.decode()
        assert [word for word in ("New", "Old") if f"{word} words." in text] == [found], query


@pytest.mark.parametrize(("mailed_at", "icon"), [(None, "icon-no"), (moscow(2026, 3, 1, 12), "icon-yes")])
def test_the_list_says_which_were_mailed(desk, mailed_at, icon):
    make_message(mailed_at=mailed_at)
    assert f"{icon}.svg" in desk.get(LIST).content.decode()


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_is_as_many_queries_for_one_row_as_for_thirty(desk, django_assert_num_queries, rows):
    for _number in range(rows):
        make_message()
    with django_assert_num_queries(5):
        assert desk.get(LIST).status_code == 200


@pytest.mark.parametrize(
    ("email", "shown"),
    [
        ("ann&bob@example.org", '<a href="mailto:ann%26bob@example.org">ann&amp;bob@example.org</a>'),
        ("", "None was given: no answer is possible."),
    ],
)
def test_a_message_is_shown_whole_with_the_way_to_answer_it(desk, email, shown):
    message = make_message(email=email, text="Line 1\nLine 2", subject="The summit")
    text = desk.get(page_of(message)).content.decode()
    assert shown in text
    assert "The summit" in text
    assert "Line 1<br>Line 2" in text


@pytest.mark.parametrize(
    ("action", "status", "label"),
    [
        ("mark_as_answered", "answered", "Answered"),
        ("close", "closed", "No answer needed"),
        ("mark_as_spam", "spam", "Spam"),
    ],
)
def test_messages_are_decided_and_the_history_knows(desk, editor, action, status, label):
    first, second, other = (make_message() for _number in range(3))
    chosen = {"action": action, "_selected_action": [first.pk, second.pk]}
    assert messages_of(desk.post(LIST, chosen, follow=True)) == ["2 messages changed."]
    decided = {row.pk: (row.status, row.decided_by) for row in Message.objects.all()}
    assert decided == {first.pk: (status, editor), second.pk: (status, editor), other.pk: ("new", None)}
    logged = {(entry.object_id, entry.summary) for entry in AuditEntry.objects.filter(action="decided")}
    assert logged == {(str(row.pk), label) for row in (first, second)}
    assert messages_of(desk.post(LIST, chosen, follow=True)) == ["0 messages changed."]


@pytest.mark.parametrize("status", ["answered", "closed", "spam"])
def test_a_message_is_decided_on_its_own_page(desk, editor, status):
    message = make_message()
    text = desk.get(page_of(message)).content.decode()
    assert f'name="_decide" value="{status}"' in text
    assert 'name="_save"' not in text
    answer = desk.post(page_of(message), {"_decide": status}, follow=True)
    assert answer.redirect_chain == [(LIST, 302)]
    assert messages_of(answer) == ["1 message changed."]
    message.refresh_from_db()
    assert (message.status, message.decided_by) == (status, editor)


def test_words_cannot_be_changed_and_none_can_be_added(desk):
    message = make_message(text="As it was.")
    desk.post(page_of(message), {"name": "Changed", "text": "Changed", "status": "spam", "email": "x@y.org"})
    message.refresh_from_db()
    assert (message.name, message.text, message.email, message.status) == ("Ann", "As it was.", "", "new")
    assert desk.get(f"{LIST}add/").status_code == 403


def test_whoever_may_only_look_decides_nothing(client, db):
    message = make_message()
    client.force_login(looker("view_message"))
    assert "_decide" not in client.get(page_of(message)).content.decode()
    assert client.post(page_of(message), {"_decide": "spam"}).status_code == 403
    client.post(LIST, {"action": "mark_as_spam", "_selected_action": [message.pk]})
    message.refresh_from_db()
    assert message.status == "new"


def test_moderators_of_comments_do_not_read_messages(client, db):
    message = make_message()
    client.force_login(looker("view_comment", "change_comment"))
    for address in (LIST, page_of(message), page_of(message, "history/")):
        assert client.get(address).status_code == 403
    assert client.post(page_of(message), {"_decide": "spam"}).status_code == 403
    assert "Messages from readers" not in client.get("/admin/").content.decode()


def test_messages_are_letters_in_russian(desk, editor):
    editor.interface_language = "ru"
    editor.save()
    message = make_message(email="", status="closed")
    text = desk.get(page_of(message)).content.decode()
    assert "Письма читателей" in text
    assert "Не указана: ответить нельзя." in text
    with translation.override("ru"):
        assert [str(label) for label in Message.Status.labels] == [
            "Новое",
            "Ответ отправлен",
            "Ответ не нужен",
            "Спам",
        ]

"""Messages to the editors are stored first and mailed by the worker: nothing is lost, nothing is mailed twice."""

import pytest
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comments import tasks
from comments.actions.deciding import decide_messages
from comments.actions.receiving import receive_message
from comments.models import Message
from tests.factories import make_editor
from tests.worker import try_again, work

pytestmark = pytest.mark.django_db
KEY = "a-key-made-by-the-script"
WORDS = {
    "language": "en",
    "name": "Ann Brown",
    "email": "ann@example.org",
    "subject": "The summit",
    "text": "Dear editors,\n\nwhen is the summit?",
}


def receive(**changes) -> Message:
    return receive_message(**{**WORDS, "address": "203.0.113.7"} | changes)


def states() -> list[str]:
    return list(DBTaskResult.objects.values_list("status", flat=True))


def test_a_message_is_stored_as_it_was_written_and_waits_to_be_mailed():
    before = timezone.now()
    stored = receive(text="a\n<i>b</i> & c")
    stored.refresh_from_db()
    expected = WORDS | {"text": "a\n<i>b</i> & c", "status": "new", "mailed_at": None, "decided_by": None}
    assert {name: getattr(stored, name) for name in expected} == expected
    assert before <= stored.created_at <= timezone.now()
    assert states() == ["READY"]


@pytest.mark.parametrize("key", [KEY, ""])
def test_the_same_sending_is_stored_and_mailed_once(mail_server, key):
    first = receive(script_key=key)
    assert receive(script_key=key) == first
    work()
    assert receive(script_key=key) == first
    work()
    assert (Message.objects.count(), DBTaskResult.objects.count()) == (1, 1)
    assert mail_server.only()["Subject"] == "Infoshos: The summit"


@pytest.mark.parametrize("key", [KEY, ""])
@pytest.mark.parametrize("field", ["name", "email", "subject", "text", "language"])
def test_other_words_are_another_message(key, field):
    receive(script_key=key)
    receive(script_key=key, **{field: {"email": "ann@example.com", "language": "ru"}.get(field, "Other")})
    assert Message.objects.count() == 2


def test_no_message_is_stored_without_the_task_that_mails_it(monkeypatch):
    def broken(*_args):
        raise OSError("no queue")

    monkeypatch.setattr(type(tasks.mail_message), "enqueue", broken)
    with pytest.raises(OSError, match="no queue"):
        receive()
    assert not Message.objects.exists()


def test_what_is_undone_is_not_mailed(mail_server):
    with transaction.atomic():
        receive()
        transaction.set_rollback(True)
    work()
    assert (states(), mail_server.taken) == ([], [])


def test_without_a_mail_server_the_message_waits_in_the_editors_pages(mail_server, settings):
    settings.EMAIL_HOST = ""
    message = receive()
    work()
    message.refresh_from_db()
    assert (message.mailed_at, states(), mail_server.taken) == (None, ["SUCCESSFUL"], [])


def test_a_mail_server_that_is_away_loses_nothing_and_gets_it_once_when_it_is_back(mail_server, client):
    mail_server.stop()
    answer = client.post("/en/contact/", WORDS, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()) == (201, {"stored": True})
    work()
    try_again()
    message = Message.objects.get()
    assert (message.text, message.mailed_at, states()) == (WORDS["text"], None, ["FAILED"])
    mail_server.start()
    for _round in range(3):
        try_again()
    message.refresh_from_db()
    assert (message.mailed_at is None, states()) == (False, ["SUCCESSFUL"])
    assert mail_server.only()["Subject"] == "Infoshos: The summit"


@pytest.mark.parametrize("answer", ["451 Later", "554 No"])
def test_a_mail_that_the_server_refuses_is_tried_again(mail_server, answer):
    mail_server.answer = answer
    message = receive()
    work()
    message.refresh_from_db()
    assert (message.mailed_at, states()) == (None, ["FAILED"])
    mail_server.answer = "250 OK"
    try_again()
    assert mail_server.only()["Subject"] == "Infoshos: The summit"


def test_a_task_that_runs_again_mails_nothing_again(mail_server):
    message = receive()
    work()
    first = Message.objects.get().mailed_at
    tasks.mail_message.func(message.pk)
    assert len(mail_server.taken) == 1
    assert Message.objects.get().mailed_at == first


@pytest.mark.parametrize("status", ["answered", "closed", "spam"])
def test_what_somebody_decided_meanwhile_is_not_mailed(mail_server, status):
    receive()
    decide_messages(Message.objects.all(), status=status, by=make_editor())
    work()
    assert (mail_server.taken, states()) == ([], ["SUCCESSFUL"])


def test_a_message_that_was_deleted_meanwhile_is_not_mailed(mail_server):
    receive()
    Message.objects.all().delete()
    work()
    assert (mail_server.taken, states()) == ([], ["SUCCESSFUL"])


def test_a_decision_that_is_taken_while_the_mail_leaves_stays(mail_server, monkeypatch):
    message = receive()
    send = EmailMessage.send

    def decide_and_send(mail):
        decide_messages(Message.objects.all(), status="spam", by=None)
        return send(mail)

    monkeypatch.setattr(EmailMessage, "send", decide_and_send)
    work()
    message.refresh_from_db()
    assert (message.status, message.mailed_at is None) == ("spam", False)
    assert len(mail_server.taken) == 1

"""What the newsroom is mailed about a message, and to what address."""

import logging

import pytest
from django.utils import timezone

from comments import tasks
from comments.models import Message
from news.models import SiteSettings
from tests.comments.test_messages import receive, states
from tests.factories import make_message, moscow
from tests.worker import work

pytestmark = pytest.mark.django_db
HOSTILE = "Hello\r\nBcc: victim@example.com\r\n\r\nBody"


def words_of(mail) -> str:
    """The text of a mail."""
    return mail.get_content().replace("\r\n", "\n").rstrip("\n")


def test_the_newsroom_gets_the_message_and_can_answer_it(mail_server, settings):
    settings.PUBLIC_URL = "https://news.example.org"
    SiteSettings.objects.create(pk=1, name_en="The Portal", name_ru="Портал", email="imprint@example.org")
    message = receive()
    Message.objects.update(created_at=moscow(2026, 3, 2, 12, 30))
    work()
    mail = mail_server.only()
    assert mail_server.envelopes == [("portal@example.org", ["desk@example.org"])]
    headers = {
        name: mail[name] for name in ("Subject", "From", "To", "Reply-To", "Auto-Submitted", "Content-Type")
    }
    assert headers == {
        "Subject": "The Portal: The summit",
        "From": "portal@example.org",
        "To": "desk@example.org",
        "Reply-To": "ann@example.org",
        "Auto-Submitted": "auto-generated",
        "Content-Type": 'text/plain; charset="utf-8"',
    }
    assert words_of(mail).split("\n") == [
        "A reader has written to the editors through the form on the portal.",
        "",
        "Name: Ann Brown",
        "E-mail: ann@example.org",
        "Subject: The summit",
        "Sent: 2 March 2026, 12:30, Moscow time",
        "",
        "To answer, reply to this mail. Then mark the message as answered:",
        f"https://news.example.org/admin/comments/message/{message.pk}/change/",
        "",
        "Everything below this line was written by the reader.",
        "-" * 70,
        "",
        "Dear editors,",
        "",
        "when is the summit?",
    ]
    message.refresh_from_db()
    assert message.mailed_at <= timezone.now()
    assert message.status == "new"


def test_the_mail_about_a_russian_message_is_russian(mail_server):
    SiteSettings.objects.create(pk=1, name_en="The Portal", name_ru="Портал")
    receive(language="ru", name="Анна Бурова", email="", subject="", text="Здравствуйте! Когда саммит?")
    Message.objects.update(created_at=moscow(2026, 3, 2, 12, 30))
    work()
    mail = mail_server.only()
    assert mail["Subject"].strip() == "Портал: Анна Бурова пишет в редакцию"
    assert mail["Reply-To"] is None
    assert words_of(mail).split("\n") == [
        "Читатель написал в редакцию через форму на портале.",
        "",
        "Имя: Анна Бурова",
        "Электронная почта: не указана, ответить нельзя",
        "Отправлено: 02.03.2026 12:30 по московскому времени",
        "",
        "Прочитав письмо, отметьте его здесь:",
        f"http://127.0.0.1:8000/admin/comments/message/{Message.objects.get().pk}/change/",
        "",
        "Всё, что ниже этой черты, написал читатель.",
        "-" * 70,
        "",
        "Здравствуйте! Когда саммит?",
    ]


def test_long_lines_dots_and_markup_arrive_as_they_were_written(mail_server):
    text = "\n".join(["ж" * 9000, ".", "..", "From here", "<b>&amp;</b> {{ 7 }}", "=3D", "\tend"])
    receive(text=text, name='Ann & "Bob" <b>', subject="<i> & 'x'")
    work()
    assert words_of(mail_server.only()).endswith(f"\n\n{text}")
    assert 'Name: Ann & "Bob" <b>\n' in words_of(mail_server.only())
    assert mail_server.only()["Subject"] == "Infoshos: <i> & 'x'"


def test_no_field_adds_a_header_or_a_recipient(mail_server):
    row = make_message(name=HOSTILE, subject=HOSTILE, email="ann@example.org", text=HOSTILE)
    tasks.mail_message.func(row.pk)
    mail = mail_server.only()
    assert mail["Subject"] == "Infoshos: Hello Bcc: victim@example.com Body"
    assert mail["Bcc"] is None
    assert mail_server.envelopes == [("portal@example.org", ["desk@example.org"])]


@pytest.mark.parametrize(
    ("email", "answer"),
    [
        ("ann@пример.рф", "ann@xn--e1afmkfd.xn--p1ai"),
        ('"ann, or bob"@example.org', '"ann, or bob"@example.org'),
        (f"ann@{'я' * 63}.рф", None),
        ("", None),
    ],
)
def test_whatever_address_the_form_takes_the_mail_leaves(mail_server, email, answer):
    receive(email=email)
    work()
    assert mail_server.only()["Reply-To"] == answer
    assert f"E-mail: {email}" in words_of(mail_server.only())


def test_where_no_contact_address_is_set_the_imprint_s_is_taken(mail_server, settings):
    settings.CONTACT_EMAIL = ""
    SiteSettings.objects.create(pk=1, email="imprint@example.org")
    receive()
    work()
    assert mail_server.envelopes == [("portal@example.org", ["imprint@example.org"])]


def test_without_any_address_the_message_waits_in_the_editors_pages(mail_server, settings, caplog):
    settings.CONTACT_EMAIL = ""
    message = receive()
    with caplog.at_level(logging.WARNING):
        work()
    message.refresh_from_db()
    assert (message.mailed_at, states(), mail_server.taken) == (None, ["SUCCESSFUL"], [])
    assert "neither CONTACT_EMAIL nor the imprint has an address" in caplog.text


def test_two_mails_about_one_message_can_be_told_to_be_the_same(mail_server):
    first, second = receive(), receive(text="Another.")
    for message in (first, first, second):
        Message.objects.update(mailed_at=None)
        tasks.mail_message.func(message.pk)
    names = [mail["Message-ID"] for mail in mail_server.taken]
    assert (names[0] == names[1], names[0] == names[2]) == (True, False)

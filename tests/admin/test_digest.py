"""The digest by mail: what the desk says, at the hour that somebody has chosen, once for each period."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from infoshos.digests import order_digests
from news.actions.audit import record
from news.models import Digest, SiteSettings, User
from tests import factories as make
from tests.admin.browsing import messages_of
from tests.admin.digests import NOON, choose
from tests.admin.people import make_person
from tests.markup import page_of, parse
from tests.worker import work

HERE = "/admin/account/digest/"
DRAFT = {"published_at_en": None, "published_at_ru": None}


def parts(mail):
    """Text and HTML of a mail."""
    text, html = mail.iter_parts()
    return text.get_content().replace("\r\n", "\n"), html.get_content()


def text_of(mail):
    return parts(mail)[0]


@pytest.mark.parametrize(
    ("interval", "hour", "now", "due"),
    [
        ("daily", 9, (2020, 11, 11, 9, 0), (2020, 11, 11, 9, 0)),
        ("daily", 9, (2020, 11, 11, 8, 59), (2020, 11, 10, 9, 0)),
        ("daily", 0, (2020, 11, 11, 0, 0), (2020, 11, 11, 0, 0)),
        ("weekly", 9, (2020, 11, 11, 9, 0), (2020, 11, 9, 9, 0)),
        ("weekly", 9, (2020, 11, 9, 8, 59), (2020, 11, 2, 9, 0)),
        ("weekly", 23, (2020, 11, 15, 23, 59), (2020, 11, 9, 23, 0)),
    ],
)
def test_a_period_ends_at_the_chosen_hour_in_moscow(interval, hour, now, due):
    assert Digest(interval=interval, hour=hour).due(make.moscow(*now)) == make.moscow(*due)


def test_nobody_is_mailed_who_has_not_chosen_it(editor, mail_server):
    make.make_message()
    assert order_digests() == 0
    work()
    assert mail_server.taken == []


def test_it_comes_at_the_chosen_hour_and_once(morning, mail_server):
    assert order_digests(morning - timedelta(seconds=1)) == 0
    assert order_digests(morning) == 1
    assert order_digests(morning) == 0
    work()
    assert mail_server.envelopes == [("portal@example.org", ["editor@example.org"])]
    assert order_digests(morning + timedelta(hours=23)) == 0
    assert order_digests(morning + timedelta(hours=24)) == 1
    work()
    assert len(mail_server.taken) == 2
    assert mail_server.taken[0]["Message-ID"] != mail_server.taken[1]["Message-ID"]


def test_it_says_what_the_desk_says_with_links_and_how_to_stop_it(editor, mail_server, settings):
    settings.PUBLIC_URL = "https://news.example.org"
    SiteSettings.objects.create(pk=1, name_en="The Portal")
    olga, day = make_person("editor", "olga"), timedelta(days=1)
    soon = timezone.now() + 2 * day
    comment = make.make_comment(
        make.make_article(), status="waiting", name="Ann Reader", text="Words of hers"
    )
    coming = make.make_article(title_en="Tea & <b>", published_at_en=soon)
    lone = make.make_article(title_en="Alone", title_ru="", body_ru="", published_at_ru=None)
    draft = make.make_article(title_en="Unfinished", by=editor, **DRAFT)
    record("changed", by=olga, about=draft, changes={"verbs": [["schedule", "ru"]]})
    record("decided", by=olga, about=comment, changes={"status": "spam"})
    now = timezone.now()
    choose(editor, hour=timezone.localtime(now).hour, since=now - day)
    order_digests(now)
    work()
    mail = mail_server.only()
    assert mail["Subject"].startswith("The Portal: the desk on ")
    assert (mail["Auto-Submitted"], mail["To"]) == ("auto-generated", "editor@example.org")
    assert mail["List-Unsubscribe"] == f"<https://news.example.org{HERE}>"
    text, html = parts(mail)
    page = parse(html)
    base = "https://news.example.org/admin"
    links = [link["href"] for link in page.all("a")]
    assert links == [
        f"{base}/",
        f"{base}/comments/comment/?status__exact=waiting",
        *(f"{base}/news/article/{row.pk}/change/" for row in (coming, lone, draft)),
        f"{base}/comments/comment/{comment.pk}/change/",
        f"{base}/news/article/{draft.pk}/change/",
        f"https://news.example.org{HERE}",
    ]
    assert [line for line in text.split("\n") if line.startswith("https://")] == links
    for words in (
        "1 comment waiting",
        "Tea & <b> (EN; in 47 hours)",
        "Alone (Russian edition: missing)",
        "Unfinished (English edition: draft; Russian edition: draft)",
        "Article: Unfinished (olga; changed; scheduled the Russian edition)",
    ):
        assert f"{words}\n" in text
        assert words in page.text
    assert "Ann Reader" not in text + html
    assert "Words of hers" not in text + html
    assert text.rstrip().endswith(
        f"You get this every day at {timezone.localtime(now).hour}:00 Moscow time, because you chose so. "
        f"To stop it, choose “never”:\nhttps://news.example.org{HERE}"
    )
    assert "messages" not in text  # nothing waits there


def test_it_speaks_the_language_of_the_account(db, mail_server):
    olga = make_person("moderator", "olga", email="olga@example.org", interface_language="ru")
    choose(olga, "weekly")
    make.make_message()
    order_digests(NOON + timedelta(days=7))
    work()
    mail = mail_server.only()
    assert mail["Subject"].strip().startswith("Infoshos: рабочий стол, 16 ноября")
    assert "1 письмо ждёт ответа" in text_of(mail)
    assert "каждый понедельник" in text_of(mail)


def test_it_says_no_more_than_the_person_may_see(db, mail_server):
    author = make_person("author", email="author@example.org")
    choose(author)
    make.make_message()
    make.make_article(title_en="Secret", published_at_en=timezone.now() + timedelta(days=1))
    order_digests(NOON + timedelta(days=1))
    work()
    assert mail_server.taken == []
    make.make_article(title_en="Mine", by=author, **DRAFT)
    order_digests(NOON + timedelta(days=2))
    work()
    assert "Mine" in text_of(mail_server.only())
    assert "Secret" not in text_of(mail_server.only())


def test_nothing_is_sent_where_there_is_nothing_to_say(editor, mail_server):
    choose(editor)
    assert order_digests(NOON + timedelta(days=1)) == 1
    work()
    assert mail_server.taken == []
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


@pytest.mark.parametrize(
    "change", [{"is_active": False}, {"is_staff": False}, {"email": ""}, {"is_demo": True}]
)
def test_nobody_is_mailed_who_could_not_read_it_at_the_desk(morning, editor, mail_server, settings, change):
    order_digests(morning)
    settings.PUBLIC_IS_LOOPBACK = False
    User.objects.filter(pk=editor.pk).update(**change)
    work()
    assert order_digests(morning + timedelta(days=1)) == (1 if change == {"is_demo": True} else 0)
    work()
    assert mail_server.taken == []


def test_the_page_chooses_and_stops(desk, editor):
    page = page_of(desk.get(HERE))
    assert page.one("input[checked]")["value"] == "never"
    assert "editor@example.org" in page.text
    answer = desk.post(HERE, {"interval": "weekly", "hour": "7"}, follow=True)
    assert messages_of(answer) == ["The digest will be sent to you."]
    digest = Digest.objects.get()
    assert (digest.user, digest.interval, digest.hour, digest.sent_until) == (editor, "weekly", 7, None)
    assert timezone.now() - digest.ordered_until < timedelta(minutes=1)
    assert page_of(desk.get(HERE)).one("option[selected]")["value"] == "7"
    answer = desk.post(HERE, {"interval": "never", "hour": "7"}, follow=True)
    assert messages_of(answer) == ["No digest is sent to you."]
    assert not Digest.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [{}, {"interval": "hourly", "hour": "9"}, {"interval": "daily", "hour": "24"}, {"interval": "daily"}],
)
def test_what_is_no_choice_is_refused_at_its_field(desk, typed):
    page = page_of(desk.post(HERE, typed))
    assert page.all("ul.errorlist")
    assert not Digest.objects.exists()


def test_whoever_has_no_address_is_told_so(client, db):
    client.force_login(make_person("author"))
    page = page_of(client.post(HERE, {"interval": "daily", "hour": "9"}))
    assert page.texts("ul.errorlist li") == [
        "Your account has no e-mail address. A chief editor can give it one."
    ]
    assert not Digest.objects.exists()

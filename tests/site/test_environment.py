"""Variables of the environment: what they may say, and advice where they say something else."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from infoshos import env
from infoshos.env import MailServer


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://news.example.org", "https://news.example.org"),
        (" https://News.Example.ORG/ ", "https://news.example.org"),
        ("https://news.example.org:443", "https://news.example.org"),
        ("http://news.example.org:80", "http://news.example.org"),
        ("http://news.example.org:443", "http://news.example.org:443"),
        ("http://127.0.0.1:8001", "http://127.0.0.1:8001"),
        ("https://новости.рф", "https://xn--b1amnebsh.xn--p1ai"),
        ("https://НОВОСТИ.рф:8443", "https://xn--b1amnebsh.xn--p1ai:8443"),
        ("https://xn--b1amnebsh.xn--p1ai", "https://xn--b1amnebsh.xn--p1ai"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://[2001:DB8:0:0:0:0:0:1]", "https://[2001:db8::1]"),
    ],
)
def test_the_public_address_is_written_as_browsers_write_it(monkeypatch, written, meant):
    monkeypatch.setenv("PUBLIC_URL", written)
    assert env.address("PUBLIC_URL", "") == meant


@pytest.mark.parametrize(
    "written",
    [
        "news.example.org",
        "ftp://news.example.org",
        "https://",
        "https://news.example.org/en",
        "https://news.example.org?x",
        "https://news.example.org#x",
        "https://user@news.example.org",
        "https://news.example.org:port",
        "https://news.example.org:99999",
        "https://news_example.org",
        "https://news example.org",
        "https://a..b",
        "https://[::1",
        "https://[no]",
        "https://[fe80::1%eth0]",
        f"https://{'я' * 64}.рф",
    ],
)
def test_what_is_no_address_of_a_site_is_refused_with_an_example(monkeypatch, written):
    monkeypatch.setenv("PUBLIC_URL", written)
    with pytest.raises(ImproperlyConfigured, match=r"^PUBLIC_URL=.* Write, for example, PUBLIC_URL=https://"):
        env.address("PUBLIC_URL", "")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", MailServer()),
        ("smtps://mail.example.org", MailServer("mail.example.org", 465, ssl=True)),
        (
            " smtps://desk:secret@Mail.Example.org:4465/ ",
            MailServer("mail.example.org", 4465, "desk", "secret", ssl=True),
        ),
        (
            "smtp+tls://desk%40example.org:p%40ss%3A%2F%23@mail.example.org",
            MailServer("mail.example.org", 587, "desk@example.org", "p@ss:/#", starttls=True),
        ),
        ("smtp://relay.example.org", MailServer("relay.example.org", 25)),
        ("smtp://desk:secret@localhost:1025", MailServer("localhost", 1025, "desk", "secret")),
        ("smtp://desk:secret@[::1]", MailServer("::1", 25, "desk", "secret")),
        ("smtps://почта.рф", MailServer("xn--80a1acny.xn--p1ai", 465, ssl=True)),
    ],
)
def test_a_mail_server_is_read_from_its_address(monkeypatch, written, meant):
    monkeypatch.setenv("EMAIL_URL", written)
    assert env.mail_server("EMAIL_URL") == meant


@pytest.mark.parametrize(
    "written",
    [
        "mail.example.org",
        "mail.example.org:465",
        "https://mail.example.org",
        "smtps://",
        "smtps://mail.example.org/inbox",
        "smtps://mail.example.org?tls=no",
        "smtps://desk:sec#ret@mail.example.org",
        "smtps://desk:sec/ret@mail.example.org",
        "smtps://mail.example.org:many",
        "smtps://mail.example.org:99999",
        "smtps://mail_example.org",
        "smtps://[::1",
    ],
)
def test_what_is_no_mail_server_is_refused_with_an_example_and_without_the_password(monkeypatch, written):
    monkeypatch.setenv("EMAIL_URL", written)
    advice = r"^EMAIL_URL is not an address of a mail server\. Write EMAIL_URL=smtps://user:password@"
    with pytest.raises(ImproperlyConfigured, match=advice) as refusal:
        env.mail_server("EMAIL_URL")
    assert "ret" not in str(refusal.value)


def test_a_password_is_not_sent_in_the_clear(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp://desk:secret@mail.example.org")
    with pytest.raises(ImproperlyConfigured, match=r"in the clear\. Write EMAIL_URL=smtps://") as refusal:
        env.mail_server("EMAIL_URL")
    assert "secret" not in str(refusal.value)
    assert "secret" not in repr(MailServer(password="secret"))


@pytest.mark.parametrize("written", ["desk@example.org", " desk@example.org ", "desk@почта.рф"])
def test_an_e_mail_address_is_read(monkeypatch, written):
    monkeypatch.setenv("CONTACT_EMAIL", written)
    assert env.email("CONTACT_EMAIL") == written.strip()


@pytest.mark.parametrize(
    "written", ["desk", "desk@", "a@b.org, c@d.org", "Desk <desk@example.org>", "a@b.org\nBcc: x"]
)
def test_what_is_no_e_mail_address_is_refused_with_an_example(monkeypatch, written):
    monkeypatch.setenv("CONTACT_EMAIL", written)
    with pytest.raises(ImproperlyConfigured, match=r"Write, for example, CONTACT_EMAIL=desk@example\.org"):
        env.email("CONTACT_EMAIL")


def test_without_the_variable_the_default_stands_as_it_is(monkeypatch):
    monkeypatch.delenv("CONTACT_EMAIL", raising=False)
    assert (env.email("CONTACT_EMAIL"), env.email("CONTACT_EMAIL", "infoshos@[::1]")) == (
        "",
        "infoshos@[::1]",
    )

"""Variables of the environment: what they may say, and advice where they say something else."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from infoshos import env


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

"""Where a request comes from: the word of our own proxies, and nobody else's."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory

from comments.models import Comment
from infoshos import env
from infoshos.web.network import client_address
from tests.factories import make_article

READER, OTHER, PROXY, FAR_PROXY = "203.0.113.77", "198.51.100.9", "127.0.0.1", "10.1.2.3"


@pytest.fixture
def proxies(settings, monkeypatch):
    """Trust these proxies."""

    def trust(value):
        monkeypatch.setenv("TRUSTED_PROXIES", value)
        settings.TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")

    return trust


def address(peer, forwarded=None) -> str:
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}
    return client_address(RequestFactory().get("/", REMOTE_ADDR=peer, headers=headers))


@pytest.mark.parametrize("peer", [READER, PROXY, "::1"])
def test_without_a_proxy_of_ours_the_header_is_only_text(peer):
    assert address(peer, OTHER) == peer


@pytest.mark.parametrize(
    ("peer", "forwarded", "asked"),
    [
        (PROXY, READER, READER),
        (PROXY, f"{OTHER}, {READER}", READER),
        (PROXY, f"{OTHER}, {READER}, {FAR_PROXY}", READER),
        (PROXY, f"unknown, {READER}", READER),
        (PROXY, f"  {READER}  ", READER),
        (PROXY, f"{READER}:51234", READER),
        (PROXY, "2001:DB8:0::7", "2001:db8::7"),
        (PROXY, "[2001:db8::7]", "2001:db8::7"),
        (PROXY, "[2001:db8::7]:51234", "2001:db8::7"),
        (PROXY, f"::ffff:{READER}", READER),
        (f"::ffff:{PROXY}", READER, READER),
        ("", READER, READER),
        ("unix:", READER, READER),
        (READER, OTHER, READER),
        (PROXY, None, PROXY),
        (PROXY, "", PROXY),
        (PROXY, "unknown", PROXY),
        (PROXY, f"{READER}, ", PROXY),
        (PROXY, f"{READER}, <script>", PROXY),
        (PROXY, f"{READER}, [", PROXY),
        (PROXY, f"{READER}, 999.1.1.1", PROXY),
        (PROXY, f"{READER}, unknown, {FAR_PROXY}", FAR_PROXY),
        (PROXY, FAR_PROXY, FAR_PROXY),
        (PROXY, f"{PROXY}, {FAR_PROXY}", PROXY),
        ("", None, ""),
    ],
)
def test_the_rightmost_hop_that_is_no_proxy_of_ours_asks(proxies, peer, forwarded, asked):
    proxies(f"{PROXY}, 10.0.0.0/8")
    assert address(peer, forwarded) == asked


def test_no_address_is_trusted_unless_the_operator_says_so(monkeypatch):
    monkeypatch.delenv("TRUSTED_PROXIES", raising=False)
    assert env.networks("TRUSTED_PROXIES") == []
    assert address("", READER) == ""


@pytest.mark.parametrize("value", ["localhost", "10.0.0.1/8", "127.0.0.1;127.0.0.2", "*"])
def test_what_is_no_network_is_refused_with_an_example(monkeypatch, value):
    monkeypatch.setenv("TRUSTED_PROXIES", value)
    with pytest.raises(ImproperlyConfigured, match=r"^TRUSTED_PROXIES: .*TRUSTED_PROXIES=127\.0\.0\.1"):
        env.networks("TRUSTED_PROXIES")


@pytest.mark.django_db
@pytest.mark.parametrize(("trusted", "stored"), [("127.0.0.1", 2), ("", 1)])
def test_readers_behind_our_proxy_are_told_apart(client, proxies, trusted, stored):
    proxies(trusted)
    url = make_article().get_absolute_url("en") + "comment/"
    for reader in (READER, OTHER, f"{OTHER}, {READER}"):
        headers = {"x-forwarded-for": reader}
        client.post(url, {"name": "Ann", "text": "Same words."}, headers=headers, REMOTE_ADDR=PROXY)
    assert Comment.objects.count() == stored

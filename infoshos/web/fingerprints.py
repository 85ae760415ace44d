"""Keyed hashes: two that are equal come from the same words, and nobody can read the words back."""

import unicodedata
from ipaddress import IPv6Address, ip_address, ip_network

from django.utils.crypto import salted_hmac

from infoshos.web.network import client_address

# Whoever has one address of IPv6 has all those of its network.
_IPV6_NETWORK = 64


def fingerprint(purpose: str, text: str) -> str:
    """The keyed hash of a text, for one purpose: 64 hexadecimal digits. That of another purpose differs."""
    return salted_hmac(f"infoshos.{purpose}", text, algorithm="sha256").hexdigest()


def account_fingerprint(name: str) -> str:
    """The keyed hash of the name of an account, however it was typed."""
    return fingerprint("account", unicodedata.normalize("NFKC", name).casefold().strip())


def network_fingerprint(request, purpose: str = "network") -> str:
    """The keyed hash of the network from which somebody asks."""
    return fingerprint(purpose, network_of(request))


def network_of(request) -> str:
    """The network from which somebody asks: an address of IPv4, a network of IPv6; empty where nobody can tell."""
    text = client_address(request)
    if text and isinstance(ip_address(text), IPv6Address):
        return str(ip_network((text, _IPV6_NETWORK), strict=False))
    return text

"""Where a request comes from, as far as that can be believed."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings


def client_address(request) -> str:
    """The network address of whoever asks; empty where nobody can tell.

    Our own proxies (TRUSTED_PROXIES) add to `X-Forwarded-For` whom they were asked by, each at its right end. So the
    header is read from the right, and only as long as the one who wrote is a proxy of ours: whatever stands further
    left is a stranger's text.
    """
    nearest = _read(request.META.get("REMOTE_ADDR", ""))
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while _is_ours(nearest) and hops:
        hop = _read(hops.pop())
        if hop is None:
            break
        nearest = hop
    return str(nearest or "")


def _is_ours(address: IPv4Address | IPv6Address | None) -> bool:
    """Whether a proxy of ours sits there. A Unix socket has no address, and only this machine reaches it."""
    if address is None:
        return bool(settings.TRUSTED_PROXIES)
    return any(address in network for network in settings.TRUSTED_PROXIES)


def _read(text: str) -> IPv4Address | IPv6Address | None:
    """An address, also with a port or in brackets; None for anything else."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address

"""Typed readers of environment variables, which fail with advice instead of a traceback later."""

import os
import re
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_network
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

_TRUE, _FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?\Z")


def text(name: str, default: str = "") -> str:
    """The variable's value without surrounding blanks."""
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool | None = None) -> bool | None:
    """A yes or a no; `default` where the variable is not set."""
    if name not in os.environ:
        return default
    value = text(name).lower()
    if value in _TRUE or value in _FALSE:
        return value in _TRUE
    raise ImproperlyConfigured(f"{name}={value!r} is neither yes nor no. Write {name}=1 or {name}=0.")


def port(name: str, default: int) -> int:
    """A TCP port, 1 to 65535."""
    value = text(name, str(default))
    if value.isascii() and value.isdigit() and 1 <= int(value) <= 65535:
        return int(value)
    raise ImproperlyConfigured(f"{name}={value!r} is not a port. Write a number from 1 to 65535.")


def address(name: str, default: str) -> str:
    """An http or https address of a host, without path or trailing slash, as browsers write it in `Origin`.

    A name in other letters is written in its ASCII form (`xn--…`), an IPv6 address short and in brackets, and the
    port that goes without saying is left out.
    """
    value = text(name, default)
    try:
        parts = urlsplit(value)
        host, explicit = _host(parts.hostname or ""), parts.port
    except ValueError:
        host = ""
    if (
        not host
        or parts.scheme not in _PORTS
        or parts[2:] not in {("", "", ""), ("/", "", "")}
        or parts.username
    ):
        raise ImproperlyConfigured(
            f"{name}={value!r} is not an address of a site. Write, for example, {name}=https://news.example.org"
        )
    return f"{parts.scheme}://{host}" + (
        f":{explicit}" if explicit not in {None, _PORTS[parts.scheme]} else ""
    )


def _host(name: str) -> str:
    """A host as it stands in the `Host` header. Raises ValueError for what cannot stand there."""
    if ":" in name:
        address = IPv6Address(name)
        if address.scope_id:
            raise ValueError("a scope means something on one machine only")
        return f"[{address}]"
    ascii_name = name.encode("idna").decode().lower()
    if not _HOST.match(ascii_name):
        raise ValueError(f"{name!r} is not a name of a host")
    return ascii_name


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Network addresses, or whole networks, separated by commas; none where the variable is not set."""
    try:
        return [ip_network(part.strip()) for part in text(name).split(",") if part.strip()]
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name}: {error}. Write addresses or networks, such as {name}=127.0.0.1,10.0.0.0/8"
        ) from error


def database(name: str) -> dict:
    """A database, by its address."""
    try:
        return dj_database_url.parse(text(name), conn_max_age=60, conn_health_checks=True)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} is not an address of a database. Write it as postgres://user:password@host:5432/name"
        ) from error

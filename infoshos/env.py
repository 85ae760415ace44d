"""Typed readers of environment variables, which fail with advice instead of a traceback later."""

import os
import re
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_network
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

_TRUE, _FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}
_PORTS = {"http": 80, "https": 443}
_MAIL_PORTS = {"smtps": 465, "smtp+tls": 587, "smtp": 25}
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
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


def email(name: str, default: str = "") -> str:
    """An e-mail address; `default` where the variable is not set."""
    value = text(name)
    if not value:
        return default
    try:
        validate_email(value)
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"{name}={value!r} is not an e-mail address. Write, for example, {name}=desk@example.org"
        ) from error
    return value


@dataclass(frozen=True)
class MailServer:
    """Where mail leaves; without a host, none does."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = field(default="", repr=False)
    ssl: bool = False
    starttls: bool = False


def mail_server(name: str) -> MailServer:
    """A mail server, by its address; none where the variable is not set.

    `smtps://` encrypts from the first byte, `smtp+tls://` after STARTTLS, `smtp://` not at all: with a password, only
    to a server on this machine. User and password are percent-encoded.
    """
    value = text(name)
    if not value:
        return MailServer()
    try:
        parts = urlsplit(value)
        host, explicit = _host(parts.hostname or ""), parts.port
    except ValueError:
        host = ""
    if not host or parts.scheme not in _MAIL_PORTS or parts[2:] not in {("", "", ""), ("/", "", "")}:
        raise ImproperlyConfigured(
            f"{name} is not an address of a mail server. Write {name}=smtps://user:password@mail.example.org:465 "
            "or smtp+tls://…:587, with what is special in user and password percent-encoded (@ as %40)."
        )
    if parts.scheme == "smtp" and parts.password and host not in LOOPBACK:
        raise ImproperlyConfigured(
            f"{name} would send the password in the clear. Write {name}=smtps://… or {name}=smtp+tls://…"
        )
    return MailServer(
        host=host.strip("[]"),
        port=explicit or _MAIL_PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        ssl=parts.scheme == "smtps",
        starttls=parts.scheme == "smtp+tls",
    )

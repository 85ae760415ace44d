"""Typed readers of environment variables, which fail with advice instead of a traceback later."""

import os
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

_TRUE, _FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


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
    """An http or https address of a host, without path or trailing slash."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(
            f"{name}={value!r} is not an address of a site. Write, for example, {name}=https://news.example.org"
        )
    return value


def database(name: str) -> dict:
    """A database, by its address."""
    try:
        return dj_database_url.parse(text(name), conn_max_age=60, conn_health_checks=True)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} is not an address of a database. Write it as postgres://user:password@host:5432/name"
        ) from error

"""Reading the values of a line: each has a type, a limit and a name that a reason can give."""

import re
from datetime import UTC, date, datetime, time
from types import NoneType

from django.utils import timezone

from news.archive.errors import LineError
from news.languages import LANGUAGES
from news.models.years import FIRST_YEAR, LAST_YEAR

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", re.ASCII)

_TYPES = {
    str: "text",
    dict: "an object",
    list: "a list",
    bool: "true or false",
    int: "a whole number",
    NoneType: "null",
}


class Values:
    """An object of a line. Who reads it asks for each key; `close` refuses the keys nobody asked for.

    `null` is the same as a key that is left out. Text is stripped of the space around it.
    """

    def __init__(self, data: dict, path: str = ""):
        self.data = data
        self.path = path
        self._asked = set()

    def where(self, key: str) -> str:
        """The name of a value in a reason: `image.focus`."""
        return f"{self.path}.{key}" if self.path else key

    def close(self) -> None:
        """Refuse keys that the format does not know."""
        if unknown := [key for key in self.data if key not in self._asked]:
            raise LineError(f"unknown key “{self.where(unknown[0])}”")

    def take(self, key: str, kind: type, *, required: bool = False):
        """A value of a JSON type; None where it is left out."""
        self._asked.add(key)
        value = self.data.get(key)
        if value is None:
            if required:
                raise LineError(f"“{self.where(key)}” is missing")
            return None
        return expect(value, kind, self.where(key))

    def exact(self, key: str, limit: int, *, required: bool = False) -> str:
        """Text as it stands, the space around it included; `limit` in characters."""
        value = self.take(key, str, required=required) or ""
        if len(value) > limit:
            raise LineError(f"{self.where(key)}: {len(value)} characters; the limit is {limit}")
        if required and not value.strip():
            raise LineError(f"“{self.where(key)}” is empty")
        return value

    def text(self, key: str, limit: int, *, required: bool = False) -> str:
        """Text that may have several lines."""
        return self.exact(key, limit, required=required).strip()

    def line(self, key: str, limit: int, *, required: bool = False) -> str:
        """Text of one line."""
        value = self.text(key, limit, required=required)
        if re.search(r"[\n\r\t]", value):
            raise LineError(f"{self.where(key)}: a line break or tab in a text of one line")
        return value

    def translated(
        self, key: str, limit: int, *, lines: bool = False, required: bool = False, complete: bool = False
    ) -> dict[str, str]:
        """Text by language; every language has a key.

        `required` asks for text in one language at least, `complete` in every one.
        """
        inner = self.inner(key, required=required or complete)
        read = inner.text if lines else inner.line
        texts = {language: read(language, limit, required=complete) for language in LANGUAGES}
        inner.close()
        if required and not any(texts.values()):
            raise LineError(f"“{self.where(key)}” is empty in every language")
        return texts

    def inner(self, key: str, *, required: bool = False) -> "Values":
        """An object inside; an empty one where it is left out."""
        return Values(self.take(key, dict, required=required) or {}, self.where(key))

    def items(self, key: str) -> list[tuple[str, object]]:
        """The members of a list, each with its name for a reason."""
        members = self.take(key, list) or []
        return [(f"{self.where(key)}[{number}]", member) for number, member in enumerate(members, 1)]

    def names(self, key: str) -> list[str]:
        """A list of texts, each once."""
        return list(dict.fromkeys(expect(member, str, where) for where, member in self.items(key)))

    def flag(self, key: str, *, default: bool) -> bool:
        value = self.take(key, bool)
        return default if value is None else value

    def whole(self, key: str, low: int, high: int, *, required: bool = False) -> int | None:
        """A whole number between two others."""
        value = self.take(key, int, required=required)
        if value is not None and not low <= value <= high:
            raise LineError(f"{self.where(key)}: {low} to {high} expected")
        return value

    def choice(self, key: str, choices: list[str], *, default: str | None = None) -> str:
        """One of several words; without a default it must be there."""
        value = self.take(key, str, required=default is None) or default
        if value not in choices:
            raise LineError(f"{self.where(key)}: “{value}” is none of {', '.join(choices)}")
        return value

    def moment(self, key: str, *, required: bool = False) -> datetime | None:
        value = self.take(key, str, required=required)
        return None if value is None else moment(value, self.where(key))

    def day(self, key: str, *, required: bool = False) -> date | None:
        value = self.take(key, str, required=required)
        return None if value is None else day(value, self.where(key))

    def day_or_moment(self, key: str) -> tuple[date | None, time | None]:
        """A day, and where a moment stands, the time of that day in Moscow."""
        value = self.take(key, str)
        if value is None:
            return None, None
        if _DAY.match(value):
            return day(value, self.where(key)), None
        local = timezone.localtime(moment(value, self.where(key)), timezone.get_default_timezone())
        return local.date(), local.time()


def expect(value, kind: type, where: str):
    """The value, if it is of the JSON type. Raises LineError."""
    if type(value) is kind:
        return value
    raise LineError(f"{where}: {_TYPES[kind]} expected, not {_TYPES.get(type(value), 'a number')}")


def moment(value: str, where: str) -> datetime:
    """A moment with its offset, in UTC. Raises LineError."""
    if not _MOMENT.match(value):
        raise LineError(f"{where}: “{value}” is not a moment such as 2020-11-09T16:06:00+03:00")
    try:
        parsed = datetime.fromisoformat(value)
    except ValueError as error:
        raise LineError(f"{where}: “{value}” is not a moment ({error})") from error
    if parsed.tzinfo is None:
        raise LineError(f"{where}: “{value}” has no offset; write it as 2020-11-09T16:06:00+03:00")
    _check_year(parsed.year, where)
    return parsed.astimezone(UTC)


def day(value: str, where: str) -> date:
    """A day. Raises LineError."""
    if not _DAY.match(value):
        raise LineError(f"{where}: “{value}” is not a day such as 2020-11-09")
    try:
        parsed = date.fromisoformat(value)
    except ValueError as error:
        raise LineError(f"{where}: “{value}” is not a day ({error})") from error
    _check_year(parsed.year, where)
    return parsed


def _check_year(year: int, where: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise LineError(f"{where}: a year from {FIRST_YEAR} to {LAST_YEAR} expected")

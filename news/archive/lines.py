"""Reading the lines of a file. A line is hostile until it is a JSON object of clean text."""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from news.archive.errors import LineError

# Bytes of a line. Two editions of the longest body in Russian have half of this.
LINE_LIMIT = 4 * 1024 * 1024

# What no text holds: control characters other than tab and line break, the two that are no characters, and halves of
# surrogate pairs, which no database stores.
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class RawLine(NamedTuple):
    """A line as it stands in the file, from byte `offset` to `end`; without `data` where it is too long."""

    number: int
    offset: int
    end: int
    data: bytes | None

    @property
    def is_empty(self) -> bool:
        return self.data is not None and not self.data.removeprefix(_BYTE_ORDER_MARK).strip()


def raw_lines(stream: BinaryIO) -> Iterator[RawLine]:
    """The lines of a file, numbered from 1, none of them ever longer in memory than the limit."""
    number = end = 0
    while data := stream.readline(LINE_LIMIT + 1):
        number, offset, end = number + 1, end, end + len(data)
        if len(data) > LINE_LIMIT and not data.endswith(b"\n"):
            while rest := stream.readline(LINE_LIMIT):
                end += len(rest)
                if rest.endswith(b"\n"):
                    break
            data = None
        yield RawLine(number, offset, end, data)


def parse(data: bytes | None) -> dict:
    """The object that a line holds. Raises LineError."""
    if data is None:
        raise LineError(f"the line is longer than {LINE_LIMIT // 2**20} MB")
    try:
        text = data.removeprefix(_BYTE_ORDER_MARK).decode()
    except UnicodeDecodeError as error:
        raise LineError(f"not UTF-8: byte {error.start + 1} of the line") from error
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise LineError(f"not JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise LineError("not JSON: a number is too long, or the values are nested too deeply") from error
    if not isinstance(value, dict):
        raise LineError("the line is not an object: it must begin with { and end with }")
    _check_characters(value)
    return value


def _object(pairs: list[tuple]) -> dict:
    values = dict(pairs)
    if len(values) < len(pairs):
        keys = [key for key, _value in pairs]
        raise LineError(f"a key stands twice: {next(key for key in keys if keys.count(key) > 1)!a}")
    return values


def _no_constant(name: str):
    raise LineError(f"not JSON: {name} is no number")


def _check_characters(value: dict) -> None:
    """Look into every text of the line, keys included; without recursion, whatever the nesting."""
    waiting = [("", value)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            if found := FORBIDDEN.search(value):
                raise LineError(f"{path}: the character U+{ord(found[0]):04X} is not allowed")
        elif isinstance(value, list):
            waiting += [(f"{path}[{n}]", inner) for n, inner in enumerate(value, 1)]
        elif isinstance(value, dict):
            waiting += [("a key", key) for key in value]
            waiting += [(f"{path}.{key}" if path else key, inner) for key, inner in value.items()]

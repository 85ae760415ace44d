"""Bodies on their way in and out: pictures and stories are named by file and reference, not by our addresses."""

import html
import re
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db.models import Model

from news import images, markup
from news.actions.pictures import check_pictures
from news.archive import links, pictures
from news.archive.errors import ArchiveError, LineError
from news.archive.rows import refusal
from news.archive.run import Run
from news.archive.writing import Export
from news.languages import LANGUAGES, column
from news.models import Image

_IMG = re.compile(r"<img(?=[\s/])", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']*))?""")
_FILE = re.compile(r"(?:\./)?(media/.+)\Z", re.DOTALL)
# In canonical HTML, where < and > of texts and values are escaped. Group 2 is the token.
_SERVED = re.compile(r'(<img\b[^<>]*?\bsrc=")' + markup.IMAGE_SRC.pattern.removesuffix(r"\Z") + r'(?=")')
_WHOLE_IMG = re.compile(r"<img\b[^<>]*>")


def incoming(texts: dict[str, str], run: Run, key: str = "body") -> dict[str, str]:
    """Bodies of a line as they are stored. Raises LineError, for one that names a picture that is not there too."""
    return {language: _incoming(text, run, f"{key}.{language}") for language, text in texts.items()}


def outgoing(row: Model, export: Export) -> dict[str, str]:
    """Stored bodies as a line holds them."""
    return {language: _outgoing(getattr(row, column("body", language)), export) for language in LANGUAGES}


def _incoming(text: str, run: Run, where: str) -> str:
    text = _with_sources(text, lambda source: _library_address(source, run, where))
    text = links.incoming(text, run, where)
    try:
        body = markup.canonical(text)
        check_pictures(body)
    except ValidationError as error:
        raise refusal(error, where) from error
    return body


def _library_address(source: str, run: Run, where: str) -> str | None:
    found = _FILE.match(source)
    if not found:
        return None
    try:
        return images.served_url(pictures.ingest(found[1], run).token)
    except LineError as error:
        raise LineError(f"{where}: {error}") from error


def _with_sources(text: str, address: Callable[[str], str | None]) -> str:
    """Replace the sources of pictures where `address` gives another; in linear time, whatever the text."""
    parts, position = [], 0
    while tag := _IMG.search(text, position):
        parts.append(text[position : tag.end()])
        position = tag.end()
        while attribute := _ATTRIBUTE.match(text, position):
            name, value = attribute[1].lower(), attribute[2] or ""
            new = address(html.unescape(value.strip("\"'")).strip()) if name == "src" else None
            parts.append(f' src="{new}"' if new else attribute[0])
            position = attribute.end()
    return "".join([*parts, text[position:]])


def _outgoing(body: str | None, export: Export) -> str:
    try:
        body = markup.canonical(body or "")
    except ValidationError as error:
        raise ArchiveError(f"A stored text cannot be exported: {error.messages[0]}") from error
    tokens = {found[2] for found in _SERVED.finditer(body)}
    known = {image.token: image for image in Image.objects.filter(token__in=tokens)} if tokens else {}
    if tokens - set(known):  # the archive cannot hold pictures that the library has lost
        body = markup.canonical(_WHOLE_IMG.sub(lambda tag: _unless_lost(tag[0], known), body))
    body = _SERVED.sub(lambda found: found[1] + export.picture(known[found[2]]), body)
    return links.outgoing(body, export)


def _unless_lost(tag: str, known: dict) -> str:
    found = _SERVED.match(tag)
    return "" if found and found[2] not in known else tag

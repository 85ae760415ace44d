"""What a line of `articles.jsonl` says, before anything is looked up or stored."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from news.archive import pictures
from news.archive.errors import LineError
from news.archive.rows import SMALL, refusal
from news.archive.values import Values, expect
from news.languages import LANGUAGES, column
from news.models import Article, Attachment, Redirect, RelatedLink
from news.models.article import BODY_LIMIT

REF_LIMIT = 200
_is_web_address = URLValidator(["http", "https"])


class Link(NamedTuple):
    """A related story by its reference, or an outside page by its address."""

    where: str
    ref: str = ""
    pin: int | None = None
    url: str = ""
    title_en: str = ""
    title_ru: str = ""
    source: str = ""
    date: datetime.date | None = None
    time: datetime.time | None = None
    excluded: bool = False


class Document(NamedTuple):
    """An attached file."""

    where: str
    file: str
    title: str
    language: str


@dataclass
class Story:
    """A story with both editions; `columns` are the values of its row that are no text of an edition."""

    ref: str
    texts: dict[str, dict[str, str]]
    columns: dict
    section: str
    topics: list[str]
    states: list[str]
    image: pictures.Described | None
    related: list[Link]
    attachments: list[Document]
    old_urls: dict[str, str]


def read(values: Values) -> Story:
    """Read a line. Raises LineError."""
    ref = values.line("ref", REF_LIMIT, required=True)
    image = values.take("image", dict)
    story = Story(
        ref=ref,
        texts=_texts(values),
        columns=_columns(values),
        section=values.line("section", 60),
        topics=values.names("topics"),
        states=values.names("states"),
        image=None if image is None else pictures.read(Values(image, "image")),
        related=_related(values, ref),
        attachments=[_document(where, member) for where, member in values.items("attachments")],
        old_urls=dict(_old_url(where, member) for where, member in values.items("old_urls")),
    )
    values.close()
    return story


def _limit(model, name: str) -> int:
    return model._meta.get_field(name).max_length


def _texts(values: Values) -> dict[str, dict[str, str]]:
    fields = {
        "title": values.translated("title", _limit(Article, "title"), required=True),
        "summary": values.translated("summary", _limit(Article, "summary"), lines=True),
        "body": values.translated("body", BODY_LIMIT, lines=True),
        "byline": values.translated("byline", _limit(Article, "byline")),
        "slug": values.translated("slug", _limit(Article, "slug")),
    }
    values.take("body", dict, required=True)
    return {language: {field: texts[language] for field, texts in fields.items()} for language in LANGUAGES}


def _columns(values: Values) -> dict:
    source = values.inner("source")
    columns = {
        "kind": values.choice("kind", Article.Kind.values, default=Article.Kind.NEWS),
        "source_name": source.line("name", _limit(Article, "source_name")),
        "source_url": source.line("url", _limit(Article, "source_url")),
        "comments_open": values.flag("comments_open", default=True),
    }
    source.close()
    published, withdrawn = values.inner("published_at"), values.inner("withdrawn")
    for language in LANGUAGES:
        columns[column("published_at", language)] = published.moment(language)
        at, reason = None, ""
        if withdrawn.data.get(language) is not None:
            inner = withdrawn.inner(language)
            at = inner.moment("at", required=True)
            reason = inner.line("reason", _limit(Article, "withdrawal_reason"), required=True)
            inner.close()
        withdrawn.take(language, dict)
        columns[column("withdrawn_at", language)] = at
        columns[column("withdrawal_reason", language)] = reason
    published.close()
    withdrawn.close()
    return columns


def _related(values: Values, ref: str) -> list[Link]:
    links = [_link(where, member) for where, member in values.items("related")]
    seen = set()
    for link in links:
        if link.ref == ref:
            raise LineError(f"{link.where}: a story cannot be related to itself")
        if link.ref in seen:
            raise LineError(f"{link.where}: “{link.ref}” is linked twice")
        seen.update([link.ref] if link.ref else [])
    return links


def _link(where: str, member) -> Link:
    if isinstance(member, str):
        member = {"ref": member}
    inner = Values(expect(member, dict, where), where)
    pin = inner.whole("pin", 1, SMALL)
    if inner.data.get("ref") is not None:
        excluded = inner.flag("excluded", default=False)
        if excluded and pin:
            raise LineError(f"{where}: a story that is never shown has no pin")
        link = Link(where, inner.line("ref", REF_LIMIT, required=True), pin, excluded=excluded)
    else:
        url = inner.line("url", _limit(RelatedLink, "url"), required=True)
        try:
            _is_web_address(url)
        except ValidationError as error:
            raise refusal(error, f"{where}.url") from error
        title = inner.translated("title", _limit(RelatedLink, "title"), required=True)
        source = inner.line("source", _limit(RelatedLink, "source"))
        link = Link(where, "", pin, url, title["en"], title["ru"], source, *inner.day_or_moment("date"))
    inner.close()
    return link


def _document(where: str, member) -> Document:
    inner = Values(expect(member, dict, where), where)
    document = Document(
        where,
        file=inner.line("file", 500, required=True),
        title=inner.line("title", _limit(Attachment, "title"), required=True),
        language=inner.choice("language", list(LANGUAGES)),
    )
    inner.close()
    return document


def _old_url(where: str, member) -> tuple[str, str]:
    """An old address and the language of the edition that it leads to."""
    if isinstance(member, str):
        member = {"url": member}
    inner = Values(expect(member, dict, where), where)
    url = inner.line("url", _limit(Redirect, "old_url"), required=True)
    if not url.startswith("/"):
        raise LineError(f"{where}: “{url}” does not begin with /")
    language = inner.choice("language", list(LANGUAGES), default=language_of(url))
    inner.close()
    return url, language


def language_of(url: str) -> str:
    """The language that an old address says by its beginning; English where it says none."""
    return "ru" if url.startswith("/ru/") else "en"

"""What belongs to a story beside its row. Each function makes it equal to the line and says whether it differed."""

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from news import documents
from news.actions.attachments import remove_attachment, save_attachment
from news.archive.errors import LineError
from news.archive.rows import clean, refusal
from news.archive.run import Run
from news.archive.story import Document, Link
from news.models import Article, Attachment, Redirect, RelatedLink
from news.releases import row_fields

_LINK_VALUES = row_fields(RelatedLink)
_TITLES = ("title_en", "title_ru")


def set_many(manager, pks: list[int]) -> bool:
    """Topics, states."""
    if set(manager.values_list("pk", flat=True)) == set(pks):
        return False
    manager.set(pks)
    return True


def set_old_urls(article: Article, wanted: dict[str, str]) -> bool:
    """Old addresses, each with the language that it leads to. Raises LineError for one of another story."""
    held = {row.old_url: row for row in article.redirects.all()}
    if {url: row.language for url, row in held.items()} == wanted:
        return False
    article.redirects.exclude(old_url__in=wanted).delete()
    for url, language in wanted.items():
        if url in held:
            article.redirects.filter(old_url=url).update(language=language)
            continue
        if other := Redirect.objects.filter(old_url=url).select_related("article").first():
            raise LineError(
                f"old_urls: “{url}” belongs to the story “{other.article.import_ref or other.article_id}”"
            )
        Redirect.objects.create(article=article, old_url=url, language=language)
    return True


def related_rows(wanted: list[Link], run: Run) -> list[dict]:
    """Related stories and outside pages, in the order of the line. A story that is not there is left out."""
    rows = []
    for link in wanted:
        target = run.story(link.ref, link.where) if link.ref else None
        if target or not link.ref:
            values = {name: getattr(link, name) for name in _LINK_VALUES if name != "target"}
            rows.append({"target": target and target.pk} | values)
    return rows


def set_related(article: Article, rows: list[dict]) -> bool:
    """Make the links those of `rows`."""
    held = list(article.related_links.order_by("id"))
    if [_link_values(link) for link in held] == [
        row | {name: row[name] or "" for name in _TITLES} for row in rows
    ]:
        return False
    article.related_links.all().delete()
    for row in rows:
        RelatedLink.objects.create(
            article=article,
            **{name if name != "target" else "target_id": value for name, value in row.items()},
        )
    return True


def set_attachments(article: Article, wanted: list[Document], run: Run) -> bool:
    """Attached files. One with the same language, title and content stays as it is."""
    changed = False
    left = list(article.attachments.all())
    for order, document in enumerate(wanted):
        data = run.folder.read(document.file, documents.BYTE_LIMIT)
        found = next((row for row in left if _is(row, document, data)), None)
        if found is None:
            _attach(article, document, data, order, run)
            changed = True
            continue
        left.remove(found)
        if found.order != order:
            Attachment.objects.filter(pk=found.pk).update(order=order)
            changed = True
    for row in left:
        remove_attachment(row)
    return changed or bool(left)


def _link_values(link: RelatedLink) -> dict:
    values = {name: link.serializable_value(name) for name in _LINK_VALUES}
    return values | {name: values[name] or "" for name in _TITLES}


def _is(row: Attachment, document: Document, data: bytes) -> bool:
    """Whether a row is the document of a line; one whose file was lost is not."""
    if (row.language, row.title, row.size) != (document.language, document.title, len(data)):
        return False
    try:
        with default_storage.open(row.file.name) as file:
            return file.read() == data
    except FileNotFoundError:
        return False


def _attach(article: Article, document: Document, data: bytes, order: int, run: Run) -> None:
    try:
        form = documents.document_format(data)
    except ValidationError as error:
        raise refusal(error, f"{document.where}: {document.file}") from error
    row = Attachment(
        article=article,
        title=document.title,
        language=document.language,
        format=form,
        size=len(data),
        order=order,
        file=ContentFile(data, name=f"{order}.{form}"),
    )
    if run.dry_run:
        row.file = row.file.name  # a row of the transaction that is undone, and no file
    clean(row)
    save_attachment(row)

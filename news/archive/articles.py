"""The lines of stories: how one is stored, as every save of an editor is, and how one is written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from django.db.models import Prefetch, Q
from django.utils import timezone

from news.actions.publishing import ConflictError, complete, open_for_editing, save_article
from news.archive import bodies, pictures, relations, story
from news.archive.errors import LineError
from news.archive.kind import Kind
from news.archive.reconciling import Line, last_import, reconcile
from news.archive.rows import assign, clean, known
from news.archive.run import Outcome, Run
from news.archive.story import Story, language_of
from news.archive.values import Values
from news.archive.writing import STORY, Export, both, moment, one_line, stories
from news.languages import LANGUAGES, column
from news.models import Article, RelatedLink, Revision, Section, State, Topic
from news.slugs import slug_from


class Articles(Kind):
    file = "articles.jsonl"

    def load(self, values: Values, run: Run) -> Outcome:
        wanted = story.read(values)
        texts = _stored_form(wanted, run)
        columns, described = _columns(wanted, run)
        stored = _stored(wanted)
        line = _looked_up(wanted, _with_slugs(texts, stored), columns, run)
        if stored and (last := last_import(stored)):
            changed = _bring_together(line, wanted, stored, last, run)
            return _outcome(changed or described is not Outcome.UNCHANGED)
        article = open_for_editing(stored.pk) if stored else Article(import_ref=wanted.ref)
        publish = _set_texts(article, stored, line.texts)
        changed = assign(article, columns) or bool(publish)
        if not stored:
            _save(article, publish, run)
            _set_relations(article, wanted, line, run)
            complete(article.revisions.get(number=article.version))
            return Outcome.CREATED
        related = _set_relations(article, wanted, line, run)
        # What the second round adds belongs to the save of the first.
        if changed or (related and not run.second_round):
            _save(article, publish, run)
        elif related:
            complete(article.revisions.get(number=article.version))
        return _outcome(changed or related or described is not Outcome.UNCHANGED)

    def dump(self, export: Export) -> Iterator[dict]:
        rows = stories().select_related("section", "image")
        rows = rows.prefetch_related("topics", "states", "redirects", "attachments", _links())
        for chunk in export.in_order(rows):
            for article in chunk:
                yield _line(article, export)


def _stored(wanted: Story) -> Article | None:
    """The row of a line's reference, held until the line is done."""
    same_title = Q(pk__isnull=True)
    for language in LANGUAGES:
        if title := wanted.texts[language]["title"]:
            same_title |= Q(**{column("title", language): title})
    row = known(Article, wanted.ref, STORY, same_title)
    return row and Article.objects.with_editions().select_for_update().get(pk=row.pk)


def _stored_form(wanted: Story, run: Run) -> dict[str, dict[str, str]]:
    stored = bodies.incoming({language: text["body"] for language, text in wanted.texts.items()}, run)
    return {language: text | {"body": stored[language]} for language, text in wanted.texts.items()}


def _columns(wanted: Story, run: Run) -> tuple[dict, Outcome]:
    """The values of the row, its picture made if it is new; and what became of the picture."""
    section = wanted.section and run.pk(Section, "slug", wanted.section, "section")
    image, outcome = None, Outcome.UNCHANGED
    if wanted.image:
        try:
            image, outcome = pictures.describe(wanted.image, run)
        except LineError as error:
            raise LineError(f"image: {error}") from error
    return wanted.columns | {"section_id": section or None, "image_id": image and image.pk}, outcome


def _outcome(changed: bool) -> Outcome:
    return Outcome.CHANGED if changed else Outcome.UNCHANGED


def _with_slugs(texts: dict, stored: Article | None) -> dict:
    """The texts of a line. A slug that it leaves out stays, or is made of the title."""
    for language, text in texts.items():
        held = stored.text(language)["slug"] if stored else ""
        text["slug"] = text["slug"] or held or (slug_from(text["title"]) if text["title"] else "")
    return texts


def _looked_up(wanted: Story, texts: dict, columns: dict, run: Run) -> Line:
    return Line(
        texts,
        columns,
        [run.pk(Topic, "slug", slug, "topics") for slug in wanted.topics],
        [run.pk(State, "code", code, "states") for code in wanted.states],
        relations.related_rows(wanted.related, run),
        [(document.title, document.language) for document in wanted.attachments],
    )


def _bring_together(line: Line, wanted: Story, stored: Article, last: Revision, run: Run) -> bool:
    """Store a line of a story that editors have worked on since the last import; say whether anything changed.

    Readers get what the line changed; the unpublished changes of an editor get it too, and stay unpublished.
    """
    article = open_for_editing(stored.pk)
    merged = reconcile(line, last, stored, article, prevails=run.prevails)
    publish = {code for code in LANGUAGES if merged.shown[code] != stored.text(code)}
    before = {code: article.text(code) for code in LANGUAGES}
    first = {code: (merged.shown if code in publish else merged.working)[code] for code in LANGUAGES}
    _write(article, first)
    changed = assign(article, merged.columns) or bool(publish) or merged.working != before
    wanted.attachments = None if merged.documents_stay else wanted.attachments
    line = replace(line, topics=merged.topics, states=merged.states, related=merged.related)
    related = _set_relations(article, wanted, line, run)
    if changed or (related and not run.second_round):
        _save(article, publish, run)
        if merged.working != first:
            _write(article, merged.working)
            _save(article, (), run)
    if changed or related:
        complete(article.revisions.get(number=article.version), archive=merged.archive)
    return changed or related


def _write(article: Article, texts: dict) -> None:
    for language, text in texts.items():
        for field, value in text.items():
            setattr(article, column(field, language), value)


def _set_texts(article: Article, stored: Article | None, texts: dict) -> set[str]:
    """Give the article the texts of the line; return the languages whose text the row does not have.

    Where readers see the text of the line already, an editor's working copy stays.
    """
    differing = set()
    for language, text in texts.items():
        held = stored.text(language) if stored else {}
        if text != held:
            differing.add(language)
        if text != held or not getattr(stored, f"public_{language}"):
            for field, value in text.items():
                setattr(article, column(field, language), value)
    return differing


def _save(article: Article, publish: set[str], run: Run) -> None:
    clean(article)
    try:
        save_article(article, by=run.by, via="import", publish=publish, based_on=article.version)
    except ConflictError as error:
        raise LineError("somebody saved this story at the same moment; import it again") from error


def _set_relations(article: Article, wanted: Story, line: Line, run: Run) -> bool:
    changed = [
        relations.set_many(article.topics, line.topics),
        relations.set_many(article.states, line.states),
        relations.set_old_urls(article, wanted.old_urls),
        wanted.attachments is not None and relations.set_attachments(article, wanted.attachments, run),
        relations.set_related(article, line.related),
    ]
    return any(changed)


def _line(article: Article, export: Export) -> dict:
    return {
        "ref": export.reference(article),
        "kind": article.kind,
        "section": article.section.slug if article.section else "",
        "topics": sorted(topic.slug for topic in article.topics.all()),
        "states": sorted(state.code for state in article.states.all()),
        "title": both(article, "title"),
        "summary": {language: article.text(language)["summary"].strip() for language in LANGUAGES},
        "body": bodies.outgoing(article, export),
        "byline": both(article, "byline"),
        "slug": both(article, "slug"),
        "published_at": {code: moment(getattr(article, column("published_at", code))) for code in LANGUAGES},
        "withdrawn": {code: _withdrawal(article, code) for code in LANGUAGES},
        "image": pictures.line(article.image, export) if article.image else {},
        "related": [_related(link, export) for link in article.related_links.all()],
        "attachments": [
            {"file": export.document(row), "title": one_line(row.title), "language": row.language}
            for row in article.attachments.all()
        ],
        "source": {"name": one_line(article.source_name), "url": article.source_url},
        "comments_open": None if article.comments_open else False,
        "old_urls": [_old_url(row) for row in sorted(article.redirects.all(), key=lambda row: row.old_url)],
    }


def _withdrawal(article: Article, language: str) -> dict:
    at = getattr(article, column("withdrawn_at", language))
    reason = one_line(getattr(article, column("withdrawal_reason", language)))
    return {"at": moment(at), "reason": reason} if at else {}


def _links() -> Prefetch:
    """Related links to outside pages and to stories of the export."""
    links = RelatedLink.objects.filter(Q(target__isnull=True) | Q(target__in=stories())).order_by("id")
    return Prefetch(
        "related_links", links.select_related("target").defer("target__body_en", "target__body_ru")
    )


def _related(link: RelatedLink, export: Export) -> str | dict:
    if link.target:
        ref = export.reference(link.target)
        if link.excluded:
            return {"ref": ref, "excluded": True}
        return ref if link.pin is None else {"ref": ref, "pin": max(link.pin, 1)}
    values = {"url": link.url, "title": both(link, "title"), "source": one_line(link.source)}
    return values | {"date": _date(link), "pin": link.pin and max(link.pin, 1)}


def _date(link: RelatedLink) -> str:
    if not link.date or not link.time:
        return link.date.isoformat() if link.date else ""
    local = timezone.make_aware(datetime.combine(link.date, link.time), timezone.get_default_timezone())
    return moment(local.astimezone(UTC))  # an hour that summer time leaves out becomes the one that it was


def _old_url(row) -> str | dict:
    if row.language == language_of(row.old_url):
        return row.old_url
    return {"url": row.old_url, "language": row.language}

"""What has to stand on a printed story, block by block, as the rows of the database say it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from news.markup import image_tokens
from news.models import Article, Image, Notice, SiteSettings
from news.queries import named, related_stories
from news.templatetags.story import DRAWN_NAMES
from tests.markup import Element, parse

HEADINGS = {"h2", "h3", "h4"}


@dataclass(frozen=True)
class Block:
    """A piece of text that stays together on a page."""

    text: str
    leads: bool = False  # and stays with what comes after it
    repeats: bool = False  # and may stand once more where its table goes on on a new page


def story_on_paper(story: Article, language: str) -> list[Block]:
    """All that is printed of an edition, from the notices at the top to the imprint."""
    with translation.override(language):
        story = Article.objects.with_editions().get(pk=story.pk)
        said = [*_masthead(), *_top(story), *body(story.body), *_foot(story), *_related(story), *_imprint()]
    return [block for block in said if block.text.strip()]


def _masthead() -> Iterator[Block]:
    site = SiteSettings.objects.first() or SiteSettings()
    yield from (Block(notice.text or "") for notice in Notice.objects.filter(shown=True))
    yield Block("" if site.name in DRAWN_NAMES.values() else site.name or "")
    yield Block(site.tagline or "")


def _top(story: Article) -> Iterator[Block]:
    section = [story.section.name] if story.section and story.section.name else []
    yield Block(" · ".join([story.get_kind_display(), *section]), leads=True)
    yield Block(story.title, leads=True)
    yield Block(story.summary or "")
    yield Block(" · ".join(filter(None, [story.byline, f"{_moment(story.published_at)} {_('Moscow time')}"])))
    if story.image:
        yield Block(f"{story.image.caption or ''} {story.image.credit or ''}")


def _moment(value) -> str:
    return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")


def body(html: str) -> Iterator[Block]:
    """The blocks of a stored text."""
    credits = dict(Image.objects.filter(token__in=image_tokens(html)).values_list("token", "credit"))
    for element in parse(html).children:
        yield from _blocks(element, credits)


def _blocks(element: Element, credits: dict[str, str]) -> Iterator[Block]:
    if element.tag == "figure":
        (token,) = image_tokens(f'<img src="{element.one("img")["src"]}">')
        yield Block(" ".join([*element.texts("figcaption"), credits[token] or ""]))
    elif element.tag in {"ul", "ol"}:
        yield from (Block(item) for item in _items(element))
    elif element.tag == "table":
        for row in element.all("tr"):
            yield Block(words(row), repeats=row.parent.tag == "thead")
    elif element.tag == "blockquote":
        for child in element.children:
            yield from _blocks(child, credits)
    else:
        yield Block(words(element), leads=element.tag in HEADINGS)


def _items(parent: Element) -> Iterator[str]:
    for number, item in enumerate(parent.children, 1):
        mark = "—" if parent.get("class") == "dash" else ""  # bullets are drawn
        yield (f"{number}." if parent.tag == "ol" else mark) + words(item)


def words(element: Element) -> str:
    """The text inside an element, with the addresses of outside links and the numbers of inner lists."""
    said = []
    for child in element.children:
        if isinstance(child, str):
            said.append(child)
        elif child.tag in {"ul", "ol"}:
            said += _items(child)
        else:
            said.append(words(child))
            if child.tag == "a" and child["href"].startswith("http"):
                said.append(f" <{child['href']}>")
    return "".join(said)


def _foot(story: Article) -> Iterator[Block]:
    files = [f for f in story.attachments.all() if getattr(story, f"public_{f.language}")]
    if files:
        yield Block(_("Documents"), leads=True)
    for file in files:
        size = f"{file.get_format_display()}, {filesizeformat(file.size)}"
        language = {"en": _("in English"), "ru": _("in Russian")}[file.language]
        foreign = "" if file.language == translation.get_language() else f", {language}"
        yield Block(f"{file.title} {size}{foreign} <{settings.PUBLIC_URL}{file.file.url}>")
    if source := story.source_name or story.source_url:
        address = f" <{story.source_url}>" if story.source_name and story.source_url else ""
        yield Block(f"{_('Source:')} {source}{address}")
    for label, rows in ((_("Topics:"), story.topics), (_("States:"), story.states)):
        if names := [row.name for row in named(rows.all())]:
            yield Block(f"{label} {', '.join(names)}")
    yield Block(f"{_('Address of this story:')} {settings.PUBLIC_URL}{story.get_absolute_url()}")


def _related(story: Article) -> Iterator[Block]:
    lines = related_stories(story)
    if lines:
        yield Block(_("Related stories"), leads=True)
    for line in lines:
        when = ""
        if line.moment:
            day = formats.date_format(timezone.localtime(line.moment), "DATE_FORMAT")
            when = _moment(line.moment) if line.has_time else day
        about = " · ".join(filter(None, [line.source, when]))
        address = line.url if line.outside else settings.PUBLIC_URL + line.url
        yield Block(f"{line.title} {about} <{address}>")


def _imprint() -> Iterator[Block]:
    site = SiteSettings.objects.first() or SiteSettings()
    parts = [
        (_("Founder"), site.founder),
        (_("Editor in chief"), site.editor_in_chief),
        (_("Address"), site.address),
        (_("E-mail"), site.email),
        (_("Telephone"), site.telephone),
        (_("Registration"), site.registration),
    ]
    said = " · ".join(f"{label}: {value}" for label, value in parts if value)
    hint = _("All times are Moscow time (UTC+3).")
    yield Block(f"{site.name or 'Infoshos'} {site.age_mark} {said} {hint}")

"""What the screen of the front page says of each place, and which stories it offers for one."""

from dataclasses import dataclass, field

from django.db.models import F
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from news.actions.front import pinnable
from news.admin.status_lines import short_line, shown
from news.languages import LANGUAGES, column
from news.models import Article, FrontPlace
from news.models.standing import standing
from news.queries import FrontPage

# Stories offered for a place.
_OFFERED = 10


def label(position: int) -> str:
    """What a place is called."""
    return _("Place %(number)d") % {"number": position} if position else _("Lead")


@dataclass
class Waiting:
    """A story that is pinned and does not stand on the page, and why."""

    position: int
    title: str
    why: str

    @property
    def label(self) -> str:
        """What its place is called."""
        return label(self.position)


def desk_places(front: FrontPage, language: str) -> list[Waiting]:
    """Give the slots of a page their label, where their story comes from (`source`), and who waits there (`waits`).

    Returns those that wait at a place where no story stands. One query.
    """
    rows = Article.objects.with_editions().filter(front_place__in=FrontPlace.objects.at(timezone.now()))
    rows = rows.select_related("front_place", "front_place__pinned_by").defer("summary", "body")
    pinned = {article.front_place.position: article for article in rows}
    for slot in front.slots:
        article = pinned.get(slot.position)
        slot.label = label(slot.position)
        slot.up = slot.position - 1 if slot.position else None
        slot.down = slot.position + 1 if slot.position < FrontPlace.LAST else None
        stands = slot.place is not None
        slot.source = _source(article.front_place) if stands and article else _("automatic")
        slot.waits = _waiting(article, language) if article and not stands else None
    filled = {slot.position for slot in front.slots}
    return [_waiting(article, language) for at, article in sorted(pinned.items()) if at not in filled]


def _source(place: FrontPlace) -> str:
    parts = [_("pinned")]
    if place.pinned_by:
        said = _("pinned by %(who)s on %(when)s")
        parts = [said % {"who": place.pinned_by, "when": shown(place.pinned_at)}]
    if place.until:
        parts.append(_("until %(moment)s") % {"moment": shown(place.until)})
    return ", ".join(parts)


def _waiting(article: Article, language: str) -> Waiting:
    return Waiting(article.front_place.position, str(article), short_line(standing(article, language)))


@dataclass
class Choice:
    """A story that can be pinned, and how its editions stand."""

    pk: int
    title: str
    language: str
    editions: str


@dataclass
class Chooser:
    """What is offered for a place: what was searched for, or the newest and what is to come."""

    position: int
    query: str
    choices: list[Choice] = field(default_factory=list)

    @property
    def label(self) -> str:
        """What the place is called."""
        return label(self.position)


def choices(request, articles, position: int, query: str, language: str) -> Chooser:
    """Stories for a place: those whose titles have words that begin so, or the newest, embargoed ones first.

    `articles` is the admin of articles, which knows what the person may see and how titles are searched.
    """
    pinned = FrontPlace.objects.at(timezone.now())
    rows = pinnable(articles.get_queryset(request)).exclude(pk__in=pinned.values("article"))
    if query.strip():
        rows = articles.get_search_results(request, rows, query[:200])[0].order_by("-changed_at", "-id")
    else:
        rows = rows.filter(**{f"{column('published_at', language)}__isnull": False})
        rows = rows.order_by(F(column("published_at", language)).desc(), F("id").desc())
    return Chooser(position, query, [_choice(article, language) for article in rows[:_OFFERED]])


def _choice(article: Article, language: str) -> Choice:
    titled = [code for code in (language, *LANGUAGES) if getattr(article, column("title", code))]
    lines = ((code.upper(), short_line(standing(article, code))) for code in LANGUAGES)
    editions = format_html_join("", "<span>{} {}</span>", lines)
    return Choice(article.pk, getattr(article, column("title", titled[0])), titled[0], editions)

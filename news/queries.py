"""Reads that pages are made of. Each is a bounded number of queries, whatever the archive's size."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db.models import BooleanField, F, Q, QuerySet, Value
from django.utils import timezone

from news.clocks import Clock, clock, local_time
from news.languages import column, current
from news.models import Article, FrontPlace, Image, Membership, RelatedLink, State, Status, Topic
from news.models.article import unread_columns
from news.suggestions import BOX, About, suggestions

# Stories below the lead where editors pinned none.
FRONT_PLACES = FrontPlace.LAST
NEWEST_ON_FRONT = 12


@dataclass
class ListedState:
    """A state in one of the lists, with the clock of its capital."""

    state: State
    clock: Clock
    local_time: datetime

    @property
    def wall_time(self) -> str:
        """The time on a clock of the capital, `16:06`."""
        return f"{self.local_time:%H:%M}"


@dataclass
class StateList:
    """The states that hold one status on a day, in the alphabetical order of the page's language."""

    status: Status
    states: list[ListedState] = field(default_factory=list)


def state_lists(day: date | None = None) -> list[StateList]:
    """The lists as they stood on `day` (by default, today in Moscow). One query."""
    now = timezone.now()
    memberships = (
        Membership.objects.on(day or timezone.localdate())
        .select_related("state", "status")
        .order_by("status__order", "status__key")
    )
    lists: dict[int, StateList] = {}
    for membership in memberships:
        zone = membership.state.time_zone
        listed = ListedState(membership.state, clock(zone, now), local_time(zone, now))
        lists.setdefault(membership.status_id, StateList(membership.status)).states.append(listed)
    for state_list in lists.values():
        state_list.states.sort(key=lambda listed: alphabetical(listed.state.name))
    return list(lists.values())


def alphabetical(name: str | None) -> str:
    """A sort key that puts ё where dictionaries put it, with е."""
    return (name or "").casefold().replace("ё", "е")


def listed_articles(language: str | None = None):
    """Public stories as lists show them, newest first: with section and picture, without their bodies."""
    return for_lists(Article.objects.published(language).newest_first(language))


def for_lists(articles):
    """Leave out what no list shows."""
    return articles.for_list().select_related("section", "image")


@dataclass
class Slot:
    """A story at a place of the front page; 0 is the lead. `place` is the row that pinned it; None: automatic."""

    position: int
    article: Article
    place: FrontPlace | None = None


@dataclass
class FrontPage:
    """The lead and up to five places below it, and the newest of the rest."""

    slots: list[Slot]
    newest: list[Article]

    @property
    def lead(self) -> Article | None:
        """The story at the first place; none where there is no story at all."""
        return self.slots[0].article if self.slots else None

    @property
    def places(self) -> list[Article]:
        """The stories below the lead."""
        return [slot.article for slot in self.slots[1:]]

    @property
    def stories(self) -> list[Article]:
        """All of them."""
        return [*(slot.article for slot in self.slots), *self.newest]


def front_page() -> FrontPage:
    """What editors pinned, as far as it is public in this language; otherwise the newest. Two queries."""
    pinned = for_lists(
        Article.objects.published().filter(front_place__in=FrontPlace.objects.at(timezone.now()))
    ).select_related("front_place", "section", "image")
    places = {article.front_place.position: article for article in pinned}
    taken = {article.pk for article in places.values()}
    newest = [
        a for a in listed_articles()[: NEWEST_ON_FRONT + FRONT_PLACES + 1 + len(taken)] if a.pk not in taken
    ]
    slots = []
    for position in range(FRONT_PLACES + 1):
        if position in places:
            slots.append(Slot(position, places[position], places[position].front_place))
        elif newest:
            slots.append(Slot(position, newest.pop(0)))
    return FrontPage(slots, newest[:NEWEST_ON_FRONT])


@dataclass
class Related:
    """One line of the related stories: a story of this portal or an outside page."""

    title: str
    url: str
    moment: datetime | None
    has_time: bool
    source: str = ""
    outside: bool = False


def related_stories(article: Article, topics=None, states=None) -> list[Related]:
    """Pinned links in the editor's order, then the other ones, newest first; then what else fits, up to ten lines.

    A link leads nowhere but to an edition that is public in this language; an outside page needs a title in it.
    `topics` and `states` are those of the story, where they are known. Two queries; one where editors fill the box.
    """
    links = (
        RelatedLink.objects.filter(article=article)
        .filter(
            Q(excluded=True)
            | Q(target__in=Article.objects.published())
            | Q(target__isnull=True, **{f"{column('title')}__gt": ""})
        )
        .select_related("target")
    )
    unread = [*unread_columns(prefix="target__"), f"target__{column('body')}", f"target__{column('summary')}"]
    return _box(QuerySet.defer(links, *unread), article, topics, states)


def related_as_written(links: list[RelatedLink], article: Article, *, topics, states) -> list[Related]:
    """The same of links that may not be stored yet. Two queries."""
    targets = [link.target_id for link in links if link.target_id]
    stories = {story.pk: story for story in Article.objects.published().filter(pk__in=targets).for_list()}
    found = [
        link
        for link in links
        if link.excluded or (link.target_id in stories if link.target_id else link.title)
    ]
    return _box(found, article, topics, states)


def _box(links, article: Article, topics, states) -> list[Related]:
    """The lines that editors chose, and automatic ones in the places that are left."""
    lines = _in_order(link for link in links if not link.excluded)
    if len(lines) >= BOX:
        return lines
    language = current()
    known = {article.pk, *(link.target_id for link in links)} - {None}
    found = suggestions(About.of(article, topics, states), language, without=known, limit=BOX - len(lines))
    return lines + [
        Related(
            story.titles[language],
            story.article(language).get_absolute_url(language),
            story.dates[language],
            has_time=True,
        )
        for story in found
    ]


def _in_order(links) -> list[Related]:
    lines = [(link, _related(link)) for link in links]
    pinned = sorted(
        (pair for pair in lines if pair[0].pin is not None), key=lambda pair: (pair[0].pin, pair[0].pk or 0)
    )
    rest = [pair for pair in lines if pair[0].pin is None]
    rest.sort(key=lambda pair: pair[1].moment.timestamp() if pair[1].moment else float("-inf"), reverse=True)
    return [line for _link, line in pinned + rest]


def _related(link: RelatedLink) -> Related:
    if link.target:
        return Related(
            link.target.title, link.target.get_absolute_url(), link.target.published_at, has_time=True
        )
    moment = link.date and timezone.make_aware(datetime.combine(link.date, link.time or time.min))
    return Related(
        link.title, link.url, moment, has_time=link.time is not None, source=link.source, outside=True
    )


def article_for_page(pk: int) -> Article | None:
    """A story with its section, picture and documents, and with which editions are public."""
    return (
        Article.objects.with_editions()
        .for_page()
        .select_related("section", "image")
        .prefetch_related("attachments")
        .filter(pk=pk)
        .first()
    )


def subjects(article: Article) -> tuple[list[Topic], list[State]]:
    """The topics and states of a story, with what a page in this language shows of them. One query for both."""
    name = column("name")
    topics, states = (
        QuerySet.values(things.order_by(), "pk", name, key=F(key), is_state=Value(is_state, BooleanField()))
        for things, key, is_state in (
            (QuerySet(Topic).filter(articles=article), "slug", False),
            (QuerySet(State).filter(articles=article), "code", True),
        )
    )
    rows = sorted(topics.union(states, all=True), key=lambda row: row["pk"])
    return (
        [Topic(pk=row["pk"], slug=row["key"], **{name: row[name]}) for row in rows if not row["is_state"]],
        [State(pk=row["pk"], code=row["key"], **{name: row[name]}) for row in rows if row["is_state"]],
    )


def named(things) -> list:
    """Topics or states that have a name in this language, in its alphabetical order."""
    return sorted((thing for thing in things if thing.name), key=lambda thing: alphabetical(thing.name))


def body_images(tokens: list[str]) -> dict[str, Image]:
    """Pictures of the library that stand in a body, by token. No query where there are none."""
    return {image.token: image for image in Image.objects.filter(token__in=tokens)} if tokens else {}

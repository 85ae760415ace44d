"""What editors do with the places of the front page: pin, move, take off, limit in time.

Each verb names the version of the arrangement that the editor saw. If somebody changed it since, nothing is done.
"""

from datetime import UTC, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from news.actions.audit import Action, record
from news.actions.permissions import ARRANGE
from news.languages import LANGUAGES
from news.models import Article, FrontArrangement, FrontPlace
from news.models.years import LAST_YEAR

_END_OF_TIME = datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC)


class FrontChangedError(Exception):
    """Somebody changed the front page since it was shown."""

    def __init__(self, newest: FrontArrangement):
        super().__init__(f"version {newest.version} is newer")
        self.newest = newest


def arrangement() -> FrontArrangement:
    """The arrangement as it stands."""
    found = FrontArrangement.objects.select_related("changed_by").filter(pk=1).first()
    return found or FrontArrangement(pk=1)


def pinnable(articles=None):
    """Those of `articles` that readers can open in one language at least, now or when an embargo ends."""
    articles = Article.objects.all() if articles is None else articles
    published = [articles.published(code, at=_END_OF_TIME) for code in LANGUAGES]
    return published[0] | published[1]


@transaction.atomic
def pin(article: int, *, position: int, until=None, by, based_on: int, request=None) -> list[FrontPlace]:
    """Give a place to a story, by its number. What stood there, and what stands below it, moves down to the next
    free place; return those for which there was none.

    A story that is pinned already leaves its old place. Raises FrontChangedError, PermissionDenied, and
    ValidationError for a story that nobody will be able to open and for a moment that has passed.
    """
    places = _open(by, based_on)
    _check_position(position)
    _check_moment(until)
    found = pinnable().filter(pk=article).first()
    if found is None:
        raise ValidationError(
            _("Readers cannot open this story, now or later. Publish or schedule an edition of it first.")
        )
    wanted = {at: place for at, place in places.items() if place.article_id != found.pk}
    new = FrontPlace(article=found, until=until, pinned_by=by, pinned_at=timezone.now())
    carried, at = new, position
    while carried and at <= FrontPlace.LAST:
        carried, wanted[at] = wanted.get(at), carried
        at += 1
    _write(places, wanted, by, request)
    return [carried] if carried else []


@transaction.atomic
def move(position: int, *, to: int, by, based_on: int, request=None) -> None:
    """Move a pinned story to another place; what is pinned there comes back to its place in turn.

    Raises as `pin` does, and ValidationError where nothing is pinned.
    """
    places = _open(by, based_on)
    _check_position(to)
    moved = _pinned(places, position)
    wanted = {at: place for at, place in places.items() if at not in {position, to}} | {to: moved}
    if to in places and to != position:
        wanted[position] = places[to]
    _write(places, wanted, by, request)


@transaction.atomic
def take_off(position: int, *, by, based_on: int, request=None) -> None:
    """Free a place. Raises as `move` does."""
    places = _open(by, based_on)
    _pinned(places, position)
    _write(places, {at: place for at, place in places.items() if at != position}, by, request)


@transaction.atomic
def limit(position: int, *, until: datetime | None, by, based_on: int, request=None) -> None:
    """Say until when a story stands at its place; None for as long as nobody changes it. Raises as `move` does."""
    place = _pinned(_open(by, based_on), position)
    _check_moment(until)
    place.until, place.pinned_by, place.pinned_at = until, by, timezone.now()
    place.save(update_fields=["until", "pinned_by", "pinned_at"])
    _log("limited", place, by, request)


@transaction.atomic
def note_change(by=None) -> None:
    """Let editors who have the page open know that the places were changed otherwise, as by an import."""
    FrontArrangement.objects.get_or_create(pk=1)
    changed = {"changed_at": timezone.now(), "changed_by": by}
    FrontArrangement.objects.filter(pk=1).update(version=F("version") + 1, **changed)


def _open(by, based_on: int) -> dict[int, FrontPlace]:
    """Take the next version, which nobody else can then, and read the places. What has expired goes."""
    if not by.has_perm(ARRANGE):
        raise PermissionDenied("This account may not arrange the front page.")
    now = timezone.now()
    FrontArrangement.objects.get_or_create(pk=1)
    seen = FrontArrangement.objects.filter(pk=1, version=based_on)
    if not seen.update(version=based_on + 1, changed_at=now, changed_by=by):
        raise FrontChangedError(arrangement())
    FrontPlace.objects.filter(until__lte=now).delete()
    return {place.position: place for place in FrontPlace.objects.select_related("article")}


def _pinned(places: dict[int, FrontPlace], position: int) -> FrontPlace:
    if position not in places:
        raise ValidationError(_("Nothing is pinned there any more."))
    return places[position]


def _check_position(position: int) -> None:
    if not 0 <= position <= FrontPlace.LAST:
        raise ValidationError(_("There is no such place."))


def _check_moment(until: datetime | None) -> None:
    now = timezone.now()
    if until and until <= now:
        raise ValidationError(
            _("This time has passed: in Moscow it is %(now)s. Choose a later one."),
            params={"now": date_format(timezone.localtime(now), "DATETIME_FORMAT")},
        )


def _write(places: dict[int, FrontPlace], wanted: dict[int, FrontPlace], by, request) -> None:
    """Write what differs: rows that move leave the table first, for two stories may change places."""
    kept = {id(place) for place in wanted.values()}
    gone = [place for place in places.values() if id(place) not in kept]
    moved = [place for at, place in sorted(wanted.items()) if place.position != at]
    old = {place.pk for place in moved if place.pk} | {place.pk for place in gone}
    FrontPlace.objects.filter(pk__in=old).delete()
    for place in gone:
        # A story that is pinned anew has moved.
        if all(place.article_id != other.article_id for other in wanted.values()):
            _log("taken-off", place, by, request)
    for at, place in sorted(wanted.items()):
        if place in moved:
            verb = "moved" if place.position is not None else "pinned"
            place.position = at
            place.save(force_insert=True)
            _log(verb, place, by, request)


def _log(verb: str, place: FrontPlace, by, request) -> None:
    changes = {"places": [[verb, place.position]]}
    record(Action.CHANGED, by=by, about=place.article, request=request, changes=changes)

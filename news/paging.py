"""Lists in pages. A page begins after a story, not at a number: the millionth is as fast as the first."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from news.absence import Absent
from news.languages import column

PAGE_SIZE = 30
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass
class Page:
    """A part of a list, newest first, with the queries of its neighbours (empty where there is none) and its own.

    Its own goes back in time, whichever way the reader came: the same stories have one address.
    """

    articles: list
    older: str = ""
    newer: str = ""
    query: str = ""


def page_of(articles, parameters) -> Page:
    """The page of a `newest_first` queryset that `?before=` or `?after=` ask for; without either, the first.

    Raises Absent for a place that cannot be read or holds nothing, so that no empty page has an address.
    """
    before, after = parameters.get("before"), parameters.get("after")
    if before is None and after is None:
        found = list(articles[: PAGE_SIZE + 1])
        return Page(found[:PAGE_SIZE], older=_older(found))
    if before is not None:
        place = _parse(before)
        found = list(articles.filter(_beyond("lt", *place))[: PAGE_SIZE + 1])
        newer = _beside("after", found[0]) if found else ""
        page = Page(found[:PAGE_SIZE], older=_older(found), newer=newer, query=_query("before", *place))
    else:
        found = list(articles.filter(_beyond("gt", *_parse(after))).reverse()[: PAGE_SIZE + 1])
        shown, above = found[:PAGE_SIZE][::-1], found[PAGE_SIZE:]
        page = Page(
            shown,
            older=_beside("before", shown[-1]) if shown else "",
            newer=_beside("after", shown[0]) if above else "",
            query=_beside("before", above[0]) if above else "",
        )
    if not page.articles:
        raise nowhere()
    return page


def nowhere() -> Absent:
    """There is no such part of a list."""
    return Absent(
        _("This part of the list does not exist: the address is mistyped, or its stories are gone."),
        _("To the beginning of the list"),
    )


def _older(found: list) -> str:
    return _beside("before", found[PAGE_SIZE - 1]) if len(found) > PAGE_SIZE else ""


def _beside(direction: str, article) -> str:
    return _query(direction, article.published_at, article.pk)


def _query(direction: str, moment: datetime, pk: int) -> str:
    return f"?{direction}={(moment - _EPOCH) // _MICROSECOND}-{pk}"


def _parse(place: str) -> tuple[datetime, int]:
    """The moment and the number of a story, from `1604927160000000-12`."""
    moment, _hyphen, pk = place.partition("-")
    if not (moment.isascii() and moment.isdigit() and pk.isascii() and pk.isdigit()) or len(place) > 40:
        raise nowhere()
    try:
        return _EPOCH + int(moment) * _MICROSECOND, int(pk)
    except OverflowError as error:
        raise nowhere() from error


def _beyond(comparison: str, moment: datetime, pk: int) -> Q:
    """Stories beyond a place. The first condition repeats the second's bound so that an index can use it."""
    published = column("published_at")
    return Q(**{f"{published}__{comparison}e": moment}) & (
        Q(**{f"{published}__{comparison}": moment}) | Q(**{published: moment, f"pk__{comparison}": pk})
    )

"""The archive by year, month and day, in Moscow time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from news.languages import column, current, other
from news.models import Article
from news.paging import page_of
from news.queries import listed_articles
from news.views.alternates import same_page

# The midnight before it, in Moscow, lies before the first moment that a calendar has.
FIRST_DAY = date(1, 1, 2)


@dataclass
class Period:
    """Days `[first, end)` of the archive: everything, a year, a month or a day."""

    first: date
    end: date
    kind: str

    def of(self, articles, language=None):
        """Those of `articles` whose edition is dated in the period."""
        published = column("published_at", language)
        return articles.filter(
            **{f"{published}__gte": _midnight(self.first), f"{published}__lt": _midnight(self.end)}
        )


@require_safe
def archive(request, year=None, month=None, day=None):
    """Stories of a period, newest first; where there are none, a 404 that names the nearest days with some."""
    period = _period(year, month, day)
    stories = period.of(listed_articles())
    context = {"period": period, "years": _years(), "months": _months(period)}
    if period.kind != "all" and not stories.exists():
        return render(request, "news/archive_empty.html", context | _nearest(period), status=404)
    there = period.of(Article.objects.published(other(current())), other(current())).exists()
    context |= {"page": page_of(stories, request.GET), "alternate": same_page(request) if there else ""}
    return render(request, "news/archive.html", context)


def _period(year, month, day) -> Period:
    """Raises Http404 for a date that no calendar has."""
    if year is None:
        return Period(FIRST_DAY, date(9999, 1, 1), "all")
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
        if month is None:
            period = Period(first, date(year + 1, 1, 1), "year")
        elif day is None:
            period = Period(first, (first + timedelta(days=31)).replace(day=1), "month")
        else:
            period = Period(first, first + timedelta(days=1), "day")
    except (ValueError, OverflowError) as error:
        raise Http404("no such date") from error
    if period.first < FIRST_DAY:
        raise Http404("no such date")
    return period


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _edges() -> tuple[date, date] | None:
    """The first and the last day of the archive in this language."""
    published = column("published_at")
    days = Article.objects.published().values_list(published, flat=True)
    first, last = days.order_by(published).first(), days.order_by(f"-{published}").first()
    return (timezone.localdate(first), timezone.localdate(last)) if first else None


def _years() -> list[int]:
    """From the first story's year to the last one's, newest first."""
    edges = _edges()
    return list(range(edges[1].year, edges[0].year - 1, -1)) if edges else []


def _months(period: Period) -> list[date]:
    """The months of the period's year."""
    return [] if period.kind == "all" else [date(period.first.year, month, 1) for month in range(1, 13)]


def _nearest(period: Period) -> dict:
    """The last day with a story before the period, and the first one after it."""
    published = column("published_at")
    days = Article.objects.published().values_list(published, flat=True)
    earlier = days.filter(**{f"{published}__lt": _midnight(period.first)}).order_by(f"-{published}").first()
    later = days.filter(**{f"{published}__gte": _midnight(period.end)}).order_by(published).first()
    return {
        "earlier": earlier and timezone.localdate(earlier),
        "later": later and timezone.localdate(later),
    }

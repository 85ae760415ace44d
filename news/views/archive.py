"""The archive by year, month and day, in Moscow time; and a day of the calendar through all years."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from news import calendars, periods
from news.languages import current, other
from news.models import Article, Topic
from news.paging import page_of
from news.queries import listed_articles, named
from news.views.alternates import same_page


@require_safe
def archive(request, year=None, month=None, day=None):
    """Stories of a period, newest first; where there are none, a 404 that names the nearest days with some."""
    try:
        period = periods.EVERYTHING if year is None else periods.period(year, month, day)
    except ValueError as error:
        raise Http404("no such date") from error
    menu = periods.menu(period)
    context = {"period": period, "menu": menu}
    marked = [*menu.years, *menu.months]
    if month is not None:
        context["calendar"] = calendars.month_of(period)
        marked += context["calendar"].days
    if year is not None and (period, True) not in marked:
        nearest = periods.nearest if month is None else context["calendar"].nearest
        context["earlier"], context["later"] = nearest(period)
        return render(request, "news/archive_empty.html", context, status=404)
    page = page_of(period.of(listed_articles()), request.GET)
    context |= {
        "page": page,
        "query": page.query,
        "topics": named(Topic.objects.all()) if year is None else [],
        "alternate": same_page(request) if period.has_stories(other(current())) else "",
    }
    return render(request, "news/archive.html", context)


@require_safe
def on_this_day(request, month=None, day=None):
    """Stories of one day of the calendar in all years, newest first; by default, of today in Moscow.

    Where there are none, the nearest days that have some; a 404, unless it is the page of today.
    """
    try:
        chosen = (
            calendars.calendar_day(timezone.localdate())
            if month is None
            else calendars.CalendarDay(month, day)
        )
    except ValueError as error:
        raise Http404("no such day") from error
    years = calendars.years()
    page = page_of(calendars.on_day(chosen, listed_articles(), years), request.GET)
    earlier, later = calendars.neighbours(chosen, years)
    context = {
        "day": chosen,
        "is_today": month is None,
        "page": page,
        "query": page.query,
        "earlier": earlier,
        "later": later,
        "alternate": same_page(request) if month is None or _is_there(chosen) else "",
    }
    status = 200 if month is None or page.articles else 404
    return render(request, "news/on_this_day.html", context, status=status)


def _is_there(day: calendars.CalendarDay) -> bool:
    """Whether the other language has stories of a day of the calendar."""
    there = other(current())
    stories = Article.objects.published(there)
    return calendars.on_day(day, stories, calendars.years(there), there).exists()

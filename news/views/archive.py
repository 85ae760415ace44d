"""The archive by year, month and day."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from news import periods
from news.languages import current, other
from news.paging import page_of
from news.queries import listed_articles
from news.views.alternates import same_page


@require_safe
def archive(request, year=None, month=None, day=None):
    """Stories of a period, newest first; where there are none, a 404 that names the nearest days with some."""
    try:
        period = periods.EVERYTHING if year is None else periods.period(year, month, day)
    except ValueError as error:
        raise Http404("no such date") from error
    context = {"period": period, "menu": periods.menu(period)}
    if year is not None and not period.has_stories():
        context["earlier"], context["later"] = periods.nearest(period)
        return render(request, "news/archive_empty.html", context, status=404)
    context |= {
        "page": page_of(period.of(listed_articles()), request.GET),
        "alternate": same_page(request) if period.has_stories(other(current())) else "",
    }
    return render(request, "news/archive.html", context)

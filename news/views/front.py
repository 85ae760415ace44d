"""The front page."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from news import calendars
from news.queries import front_page as read_front_page
from news.queries import listed_articles
from news.views.alternates import same_page

ON_THIS_DAY = 3


@require_safe
def front_page(request):
    """A lead, up to five places below it, the newest stories, and what was published on this day in other years."""
    front = read_front_page()
    shown = {article.pk for article in front.stories}
    today = timezone.localdate()
    years = calendars.years()
    past = range(years.start, min(years.stop, today.year))
    old = calendars.on_day(calendars.calendar_day(today), listed_articles(), past)[: ON_THIS_DAY + len(shown)]
    context = {
        "front": front,
        "on_this_day": [article for article in old if article.pk not in shown][:ON_THIS_DAY],
        "alternate": same_page(request),
    }
    return render(request, "news/front.html", context)

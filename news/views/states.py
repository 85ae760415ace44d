"""The lists of states, today and on any day, and a page for each state."""

import re
from datetime import date

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from news.absence import Absent
from news.clocks import clock, local_time
from news.languages import column, current, other
from news.models import Membership, State
from news.paging import page_of
from news.queries import ListedState, listed_articles, state_lists
from news.views.alternates import same_page

# Days that the form answers for; the organisation's forerunner first met in 1996.
# One spelling of a day, so that a page has one address.
DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
FIRST_DAY, LAST_DAY = date(1996, 1, 1), date(2100, 1, 1)


@require_safe
def states(request):
    """The lists as they stand today, or stood `?on=` a day."""
    day = _day(request.GET.get("on"))
    query = f"?on={day.isoformat()}" if day else ""
    lists = state_lists(day)
    first = Membership.objects.order_by("since").values_list("since", flat=True).first()
    context = {
        "day": day,
        "today": timezone.localdate(),
        "first": first,
        "lists": lists,
        "query": query,
        "alternate": same_page(request, query),
    }
    return render(request, "news/states.html", context)


def _day(text: str | None) -> date | None:
    """The day that was asked for; None for today. Raises Absent for what is no day."""
    if not text:
        return None
    try:
        day = parse_date(text) if DAY.match(text) else None
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day < LAST_DAY:
        raise Absent(
            _(
                "There is no such day, or it is too far away. Days are written as 2016-06-24, from 1996 to 2099."
            ),
            _("To today’s lists"),
        )
    return day


@require_safe
def state(request, code):
    """A state: its capital's time, its statuses through the years, the stories that concern it."""
    found = get_object_or_404(State, code=code.upper(), **{f"{column('name')}__gt": ""})
    page = page_of(listed_articles().filter(states=found), request.GET)
    context = {
        "state": found,
        "capital": ListedState(found, clock(found.time_zone), local_time(found.time_zone)),
        "memberships": found.memberships.select_related("status").order_by("since"),
        "today": timezone.localdate(),
        "page": page,
        "query": page.query,
        "alternate": same_page(request) if getattr(found, column("name", other(current()))) else "",
    }
    return render(request, "news/state.html", context)

"""A topic's stories."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from news.languages import column, current, other
from news.models import Topic
from news.paging import page_of
from news.queries import listed_articles
from news.views.alternates import same_page
from news.views.former import Moved, of_address


@require_safe
def topic(request, slug):
    """Stories of any section that share a topic with a name in this language, newest first."""
    try:
        found = of_address(Topic, slug)
    except Moved as moved:
        return redirect(moved.row, permanent=True)
    page = page_of(listed_articles().filter(topics=found), request.GET)
    named_there = getattr(found, column("name", other(current())))
    context = {
        "topic": found,
        "page": page,
        "query": page.query,
        "alternate": same_page(request) if named_there else "",
    }
    return render(request, "news/topic.html", context)

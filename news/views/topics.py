"""A topic's stories."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from news.languages import column, current, other
from news.models import Topic
from news.paging import page_of
from news.queries import listed_articles
from news.views.alternates import same_page


@require_safe
def topic(request, slug):
    """Stories of any section that share a topic with a name in this language, newest first."""
    found = get_object_or_404(Topic, slug=slug, **{f"{column('name')}__gt": ""})
    page = page_of(listed_articles().filter(topics=found), request.GET)
    named_there = getattr(found, column("name", other(current())))
    context = {
        "topic": found,
        "page": page,
        "query": page.query,
        "alternate": same_page(request) if named_there else "",
    }
    return render(request, "news/topic.html", context)

"""A section's stories."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from news.languages import column, current, other
from news.models import Section
from news.paging import page_of
from news.queries import listed_articles
from news.views.alternates import same_page
from news.views.former import Moved, of_address


@require_safe
def section(request, slug):
    """Stories of a section that has a name in this language, newest first."""
    try:
        found = of_address(Section, slug)
    except Moved as moved:
        return redirect(moved.row, permanent=True)
    page = page_of(listed_articles().filter(section=found), request.GET)
    named_there = getattr(found, column("name", other(current())))
    context = {
        "section": found,
        "page": page,
        "query": page.query,
        "alternate": same_page(request) if named_there else "",
    }
    return render(request, "news/section.html", context)

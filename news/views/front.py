"""The front page."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from news.queries import front_page as read_front_page
from news.views.alternates import same_page


@require_safe
def front_page(request):
    """A lead, up to five places below it, and the newest stories."""
    return render(request, "news/front.html", {"front": read_front_page(), "alternate": same_page(request)})

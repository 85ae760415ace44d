"""Pages without a date."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from news.languages import current, other
from news.markup import image_tokens
from news.models import Page
from news.queries import body_images
from news.views.alternates import same_page


@require_safe
def page(request, slug):
    """About, Contacts, Rules: whatever editors wrote in this language."""
    found = get_object_or_404(Page.objects.published(), slug=slug)
    there = Page.objects.published(other(current())).filter(pk=found.pk).exists()
    context = {
        "page": found,
        "pictures": body_images(image_tokens(found.body)),
        "alternate": same_page(request) if there else "",
    }
    return render(request, "news/page.html", context)

"""What stands around every page for readers."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from news import chrome


def portal(request):
    """Give templates `chrome`: name, imprint, notices, menus, lists of states. Nothing is read until it is used."""
    return {"chrome": SimpleLazyObject(chrome.for_page), "PUBLIC_URL": settings.PUBLIC_URL}

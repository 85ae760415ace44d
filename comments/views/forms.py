"""What the two forms for readers have in common."""

from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import render

from news.models import Article


def public_story(pk: int) -> Article:
    """The story whose edition in this language is public. Raises Http404."""
    story = Article.objects.published().with_editions().filter(pk=pk).first()
    if story is None:
        raise Http404("no such article")
    return story


def wants_json(request) -> bool:
    """Whether the page's script asks, and stays on the page whatever the answer."""
    return request.headers.get("Accept") == "application/json"


def stored(request, sent_url: str):
    """Say that the words are stored: to the script in JSON, otherwise on a page that can be reloaded."""
    if wants_json(request):
        return _uncached(JsonResponse({"stored": True}, status=201))
    return _uncached(HttpResponseRedirect(sent_url, status=303))


def refused(request, template: str, context: dict):
    """Give the words back with what is wrong about them."""
    if wants_json(request):
        return _uncached(JsonResponse({"stored": False, "errors": context["form"].errors}, status=422))
    return _uncached(render(request, template, context, status=422))


def _uncached(response):
    response.headers["Cache-Control"] = "no-store"
    return response

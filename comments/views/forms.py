"""What the forms for readers have in common."""

from typing import NamedTuple

from django.forms import Form
from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from news.languages import current
from news.models import Article
from news.views.articles import counterpart, is_withdrawn


class Reason(NamedTuple):
    """Why words cannot be taken whatever they are: the status of the answer, and what the reader is told."""

    status: int
    text: str


def find_story(pk: int) -> Article | Reason:
    """The story whose edition in this language is public, or why there is none. Tells nothing of what never was."""
    story = Article.objects.with_editions().filter(pk=pk).first()
    if story and getattr(story, f"public_{current()}"):
        return story
    if story and is_withdrawn(story):
        return Reason(
            410, _("This story has been withdrawn, so nothing was stored. Your text is still here.")
        )
    if story and counterpart(story):
        missing = {
            "en": _(
                "This story has not been published in English, so nothing was stored. Your text is still here."
            ),
            "ru": _(
                "This story has not been published in Russian, so nothing was stored. Your text is still here."
            ),
        }
        return Reason(404, missing[current()])
    return Reason(404, _("There is no such story, so nothing was stored. Your text is still here."))


def public_story(pk: int) -> Article:
    """The story whose edition in this language is public. Raises Http404."""
    story = find_story(pk)
    if isinstance(story, Reason):
        raise Http404("no such article")
    return story


def moved(request, story: Article, slug: str) -> HttpResponsePermanentRedirect | None:
    """Lead from a wrong or old slug to the right one, as the story's own address does."""
    if slug == story.slug:
        return None
    return HttpResponsePermanentRedirect(
        reverse(request.resolver_match.url_name, args=[story.pk, story.slug])
    )


def wants_json(request) -> bool:
    """Whether the page's script asks, and stays on the page whatever the answer."""
    return request.headers.get("Accept") == "application/json"


def stored(request, sent_url: str):
    """Say that the words are stored: to the script in JSON, otherwise on a page that can be reloaded."""
    if wants_json(request):
        return _uncached(JsonResponse({"stored": True}, status=201))
    return _uncached(HttpResponseRedirect(sent_url, status=303))


def refused(request, template: str, form: Form, story: Article | None = None, status: int = 422):
    """Give the words back with what is wrong about them."""
    if wants_json(request):
        return _uncached(JsonResponse({"stored": False, "errors": form.errors}, status=status))
    context = {"form": form, "article": story, "can_send": status in {403, 422}}
    return _uncached(render(request, template, context, status=status))


def turned_away(request, template: str, form: Form, reason: Reason):
    """Give the words back with the reason why none can be taken, and nothing else to correct."""
    form.errors.clear()
    form.add_error(None, reason.text)
    return refused(request, template, form, status=reason.status)


def cross_origin() -> Reason:
    """Why a form is refused that a page of another site has sent."""
    text = _(
        "This came from a page of another site, so nothing was stored. Read it through and send it from here."
    )
    return Reason(403, text)


def _uncached(response):
    response.headers["Cache-Control"] = "no-store"
    return response

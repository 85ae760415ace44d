"""The page of a story, and what stands at its address when there is none."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from news.languages import column, current, other
from news.markup import image_tokens
from news.models import Article
from news.queries import article_for_page, body_images, named, related_stories, subjects


@require_safe
def article(request, pk, slug=""):
    """A story in the language of the address; a wrong or old slug leads to the right one."""
    story = article_for_page(pk)
    if story is None:
        raise Http404("no such article")
    if not getattr(story, f"public_{current()}"):
        return absent(request, story)
    if slug != story.slug:
        return HttpResponsePermanentRedirect(story.get_absolute_url())
    return render(request, "news/article.html", page_context(story) | {"alternate": counterpart(story)})


def page_context(story: Article, *, topics=None, states=None, related=None) -> dict:
    """What the page of a story shows, in the language of the page; parts that are not given are those stored."""
    if topics is None or states is None:
        topics, states = subjects(story)
    return {
        "article": story,
        "pictures": body_images(image_tokens(story.body)),
        "topics": named(topics),
        "states": named(states),
        "related": related_stories(story, topics, states) if related is None else related,
    }


def counterpart(story: Article) -> str:
    """The address of the other edition, if it is public."""
    language = other(current())
    return story.get_absolute_url(language) if getattr(story, f"public_{language}") else ""


def is_withdrawn(story: Article) -> bool:
    """Whether readers have seen the edition in this language and do so no more: its address says why."""
    withdrawn_at, published_at = (getattr(story, column(field)) for field in ("withdrawn_at", "published_at"))
    return bool(withdrawn_at and published_at and published_at <= timezone.now())


def absent(request, story: Article):
    """Say why there is no story in this language: withdrawn (410), only in the other one (404), or not at all."""
    context = {"article": story, "counterpart": counterpart(story), "other_language": other(current())}
    if is_withdrawn(story):
        return render(request, "410.html", context, status=410)
    if context["counterpart"]:
        return render(request, "news/article_not_in_language.html", context, status=404)
    raise Http404("not published")

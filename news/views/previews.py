"""The page of a story as it would be: for editors, and by a link that ends, for people without an account."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from infoshos.web import negotiation
from news.languages import LANGUAGES, column
from news.models import Article, Revision
from news.models.article import TEXT_FIELDS
from news.queries import article_for_page
from news.views.articles import page_context

# How long a link to a preview opens it.
LIFETIME = timedelta(days=7)
HEADERS = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow",
    # The address is the key: no page that is opened from here learns it.
    "Referrer-Policy": "no-referrer",
}
_signer = signing.TimestampSigner(salt="news.preview")


def preview_link(article: Article, language: str, number: int) -> str:
    """An address that shows a revision of an edition to whoever has it, until `LIFETIME` has passed."""
    token = _signer.sign_object([article.pk, language, number])
    return settings.PUBLIC_URL + reverse("preview", args=[token])


@require_safe
def shared(request, token):
    """Show the revision that a link names; 410 when its time is over or the story gone, 404 for what is no link."""
    try:
        pk, language, number = _signer.unsign_object(token, max_age=LIFETIME)
    except signing.SignatureExpired:
        return _gone(request)
    except signing.BadSignature as error:
        raise Http404("not a link of ours") from error
    revision = Revision.objects.filter(article=pk, number=number).select_related("author").first()
    return show_revision(request, revision, language) if revision else _gone(request)


def show_revision(request, revision: Revision, language: str) -> HttpResponse:
    """A revision of an edition as its page."""
    with translation.override(language):
        story = article_for_page(revision.article_id)
        for name in TEXT_FIELDS:
            setattr(story, column(name, language), revision.texts[language][name])
        story.live_revision = revision.number
        return show(request, story, language, {"revision": revision})


def show(request, story: Article, language: str, context: dict | None = None, **parts) -> HttpResponse:
    """A story that readers do not see, as its page; `parts` are those of `page_context`. Nothing on it is active."""
    with translation.override(language):
        story.published_at = story.published_at or timezone.now()
        for code in LANGUAGES:
            setattr(story, f"public_{code}", code == language or getattr(story, f"public_{code}", False))
        page = page_context(story, **parts) | {"revision": None} | (context or {})
        response = render(request, "news/preview.html", page)
        for name, value in (HEADERS | {"Content-Language": language}).items():
            response.headers[name] = value
        return response


def _gone(request) -> HttpResponse:
    """410, in the language that the browser asks for."""
    language = negotiation.preferred(request)
    with translation.override(language):
        html = loader.render_to_string("news/preview_gone.html", {"language": language})
    return HttpResponse(html, status=410, headers=HEADERS | {"Content-Language": language})

"""What is out of date, on an article's page: each paragraph with what has changed in the other edition."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from news.actions.freshness import GoneError, still_valid
from news.admin.status_lines import long_line
from news.edits import paragraphs, said
from news.freshness import marked
from news.languages import LANGUAGES, column, other
from news.models import Article
from news.models.pair import BODY
from news.models.standing import standing


@dataclass(frozen=True)
class OutdatedParagraph:
    """A paragraph to be looked at: what it says, and what its counterpart said and says now."""

    pair: int
    title: str
    own: str
    before: str
    after: str
    is_plain: bool
    since: datetime
    revision: int | None


def outdated_paragraphs(article: Article, language: str) -> list[OutdatedParagraph]:
    """What is out of date in an edition, of an article whose attributes are those of its row."""
    there = other(language)
    pairs = marked(article.pairs.filter(outdated=language), language)
    numbers = {getattr(one, column("revision", there)) for one in pairs} - {None}
    texts = (
        dict(article.revisions.filter(number__in=numbers).values_list("number", "texts")) if numbers else {}
    )
    then = {number: paragraphs(text[there]) for number, text in texts.items()}
    now = {code: paragraphs(article.text(code)) for code in LANGUAGES}
    found = []
    for one in pairs:
        own, place = getattr(one, column("place", language)), getattr(one, column("place", there))
        revision, origin = (getattr(one, column(name, there)) for name in ("revision", "origin"))
        before = _block(then.get(revision, []), origin)
        after = _block(now[there], place)
        is_plain = (own if place is None else place) < BODY
        found.append(
            OutdatedParagraph(
                pair=one.pk,
                title=_title(there, own, place, origin),
                own=said(block) if (block := _block(now[language], own)) else "",
                before=(said(before) if is_plain else before.html) if before else "",
                after=(said(after) if is_plain else after.html) if after else "",
                is_plain=is_plain,
                since=one.since,
                revision=revision,
            )
        )
    return found


def _block(blocks, place):
    return blocks[place] if place is not None and place < len(blocks) else None


def _title(there: str, own, place, origin) -> str:
    """What has happened in the other edition."""
    lines = {
        "title": (_("The English title was changed"), _("The Russian title was changed")),
        "summary": (_("The English summary was changed"), _("The Russian summary was changed")),
        "added": (_("The English edition has a new paragraph"), _("The Russian edition has a new paragraph")),
        "removed": (
            _("The English edition has this paragraph no more"),
            _("The Russian edition has this paragraph no more"),
        ),
        "changed": (_("The English paragraph was changed"), _("The Russian paragraph was changed")),
    }
    if place is None:
        kind = "removed"
    elif place < BODY:
        kind = ("title", "summary")[place]
    else:
        kind = "added" if own is None and origin is None else "changed"
    return lines[kind][there == "ru"]


class Freshness:
    """Before ModelAdmin: taking off marks."""

    def get_urls(self):
        """The page behind the buttons."""
        view = self.admin_site.admin_view(require_POST(self.still_valid))
        return [path("<int:pk>/still-valid/", view, name="news_article_still_valid"), *super().get_urls()]

    def still_valid(self, request, pk):
        """Take the marks off what the button names, `ru:12 13`; scripts get an answer that they can show."""
        language, _colon, numbers = request.POST.get("valid", "").partition(":")
        pairs = [int(number) for number in numbers.split() if number.isdecimal() and len(number) < 19]
        if language not in LANGUAGES:
            raise Http404(language)
        try:
            still_valid(pk, language, pairs, by=request.user, request=request)
            done, problem = (
                ngettext("%d mark is taken off.", "%d marks are taken off.", len(pairs)) % len(pairs),
                "",
            )
        except Article.DoesNotExist:
            raise Http404("no such article") from None
        except GoneError:
            done = ""
            problem = _(
                "Somebody has saved the article meanwhile. No mark was taken off: open the page again."
            )
        if "application/json" in request.headers.get("Accept", ""):
            stands = standing(Article.objects.with_editions().get(pk=pk), language)
            answer = {
                "line": long_line(stands),
                "left": stands.outdated,
                "said": done or problem,
                "ok": not problem,
            }
            return JsonResponse(answer, status=409 if problem else 200)
        (messages.error if problem else messages.success)(request, problem or done)
        return HttpResponseRedirect(reverse("admin:news_article_change", args=[pk]))

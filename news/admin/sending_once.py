"""One filled-in form is one article: a second click makes no second one, and no text is lost with an article."""

from uuid import UUID

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from news.languages import LANGUAGES
from news.markup import canonical
from news.models import Article


class SendingOnce:
    """Before ModelAdmin: what becomes of a form that was saved already, or whose article is gone."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Save what is new."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        if object_id is not None and self._is_gone(object_id) and self.has_add_permission(request):
            return self._offer_as_new(request, extra_context)
        if object_id is None and (stored := _saved_before(request.POST)):
            return self._lead_to(request, stored)
        try:
            response = super().changeform_view(request, object_id, form_url, extra_context)
        except Article.DoesNotExist:
            # Somebody deleted it at this moment.
            if object_id is None or not self.has_add_permission(request):
                raise
            return self._offer_as_new(request, extra_context)
        # The second of two clicks waits for the first, and is refused by the database.
        if object_id is None and response.status_code == 200 and (stored := _saved_before(request.POST)):
            return self._lead_to(request, stored)
        return response

    def _is_gone(self, object_id: str) -> bool:
        number = unquote(object_id)
        return number.isascii() and number.isdigit() and not Article.objects.filter(pk=number[:18]).exists()

    def _offer_as_new(self, request, extra_context):
        """Give the form back: what stands in it can be saved as a new article."""
        request.POST = request.POST.copy()
        request.POST["_saveasnew"] = "1"  # rows of inline forms become new ones
        for name in list(request.POST):
            if name.startswith(("_verb", "date_", "schedule_", "reason_")):
                del request.POST[name]  # what was about the article that is gone
        request.as_new = True
        request.refusal = _(
            "Somebody has deleted this article. Nothing of yours has been saved, and nothing is lost: your text "
            "stands below, and can be saved as a new article."
        )
        return super().changeform_view(request, None, reverse("admin:news_article_add"), extra_context)

    def _lead_to(self, request, stored):
        request.stored = True
        messages.info(request, _("This form had been saved already. Here is the article."))
        return HttpResponseRedirect(reverse("admin:news_article_change", args=[stored.pk]))


def _saved_before(posted) -> Article | None:
    """The article that this very form has made, with these very words."""
    if "_saveasnew" in posted:
        return None
    try:
        article = Article.objects.filter(form_key=str(UUID(posted.get("new_key", "")))).first()
        first = article and article.revisions.get(number=1).texts
        return article if article and all(_same(first[code], posted, code) for code in LANGUAGES) else None
    except (ValueError, ValidationError):  # no key, or a text that could not be stored
        return None


def _same(text: dict, posted, code: str) -> bool:
    words = (posted.get(f"{name}_{code}", "").strip() for name in ("title", "summary", "byline"))
    kept = (text["title"], text["summary"], text["byline"])
    lines = [tuple(word.replace("\r\n", "\n") for word in side) for side in (words, kept)]
    return lines[0] == lines[1] and canonical(posted.get(f"body_{code}", "")) == text["body"]

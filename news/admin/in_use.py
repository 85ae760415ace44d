"""What stories are filed under: not deleted while they are, and shown where readers see it."""

from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext_lazy, ngettext

from news.languages import LANGUAGES, column
from news.models import Article

# Stories that the page of a refused deletion names.
NAMED = 10

_PAGES = {"en": gettext_lazy("English page"), "ru": gettext_lazy("Russian page")}


class StaysWhileUsed:
    """Before ModelAdmin: a row under which stories are filed is not deleted, and the page says which."""

    # The field of articles that names the row.
    filed_under = ""

    def get_deleted_objects(self, objs, request):
        """What a deletion takes along, or the stories in its way."""
        articles = Article.objects.filter(**{f"{self.filed_under}__in": objs}).distinct().order_by("-pk")
        first = list(articles[: NAMED + 1])
        if not first:
            return super().get_deleted_objects(objs, request)
        named = [
            format_html('<a href="{}">{}</a>', reverse("admin:news_article_change", args=[row.pk]), row)
            for row in first[:NAMED]
        ]
        if left := articles.count() - len(named):
            named.append(
                ngettext("and %(count)d more article", "and %(count)d more articles", left) % {"count": left}
            )
        return [], {}, set(), named


class SeenOnSite:
    """Before ModelAdmin: a link to the page of a row in each language that has one."""

    # The texts without which a language has no page.
    needed = ("name",)
    view_on_site = False

    def render_change_form(self, request, context, *args, **kwargs):
        """With the links, beside that to the history."""
        row = context.get("original")
        context["on_site"] = [
            (_PAGES[code], self._address(row, code)) for code in LANGUAGES if self._has_page(row, code)
        ]
        return super().render_change_form(request, context, *args, **kwargs)

    def _has_page(self, row, language: str) -> bool:
        return bool(row) and all(getattr(row, column(name, language)) for name in self.needed)

    def _address(self, row, language: str) -> str:
        with translation.override(language):
            return row.get_absolute_url()

"""The list of articles: how both editions stand, what changed last; quick however long the archive is."""

from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from news.admin.bounded import BoundedChangeList, BoundedPaginator
from news.admin.status_lines import short_line, shown
from news.languages import LANGUAGES, column, current
from news.models import Article
from news.models.finding import words_of
from news.models.standing import Standing, in_any, missing, outdated, standing, stands

# Articles that a search names one by one. Of more, the newest are found by walking over the list.
FEW = 2000
# Beside the statuses: an edition that is out of date is live, or a draft, all the same.
OUTDATED = "outdated"


class EditionFilter(admin.SimpleListFilter):
    """Of which edition the filter of statuses speaks; alone, articles that have it."""

    title = _("edition")
    parameter_name = "edition"

    def lookups(self, request, model_admin):
        """The languages."""
        return [("en", _("English edition")), ("ru", _("Russian edition"))]

    def queryset(self, request, queryset):
        """Those that have the edition, unless a status is asked for."""
        if self.value() in LANGUAGES and not request.GET.get(StandingFilter.parameter_name):
            return queryset.exclude(missing(self.value()))
        return queryset


class StandingFilter(admin.SimpleListFilter):
    """Articles of which an edition stands so."""

    title = _("status of an edition")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        """What can be said of an edition."""
        return [*Standing.choices, (OUTDATED, pgettext_lazy("status of an edition", "out of date"))]

    def queryset(self, request, queryset):
        """Of the edition that the other filter names, or of any."""
        edition = request.GET.get(EditionFilter.parameter_name)
        languages = [edition] if edition in LANGUAGES else []
        if self.value() == OUTDATED:
            # The question of either is the condition of the index.
            return queryset.filter(in_any(outdated), outdated(edition) if languages else Q())
        if self.value() not in Standing.values:
            return queryset
        return queryset.filter(stands(Standing(self.value()), *languages))


class ArticleList:
    """Before ModelAdmin: the list, and what is offered where an article is chosen by its title."""

    list_display = ["headline", "edition_en", "edition_ru", "place", "changed"]
    list_filter = [StandingFilter, EditionFilter, "kind", "section"]
    list_select_related = ["section", "changed_by"]
    list_per_page = 50
    sortable_by = ()
    ordering = ["-changed_at", "-id"]
    search_fields = ["title_words"]
    search_help_text = _("The beginnings of words of the title, in either language, or the article’s number.")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = BoundedPaginator

    def get_queryset(self, request):
        """Articles with what is public of them, without their long texts."""
        return super().get_queryset(request).with_editions().defer("summary", "body")

    def get_changelist(self, request, **kwargs):
        """A list that nobody counts."""
        return BoundedChangeList

    def get_search_results(self, request, queryset, search_term):
        """Articles whose titles have words that begin so, and the one with the number."""
        term = search_term.replace("\0", "")
        return (queryset.filter(_found(term)), False) if term.strip() else (queryset, False)

    @admin.display(description=_("title"))
    def headline(self, article):
        """The title, in the language of the page where there is one, with its language said."""
        languages = sorted(LANGUAGES, key=lambda code: code != current())
        language = next((code for code in languages if getattr(article, column("title", code))), None)
        if not language:
            return str(article)
        title = getattr(article, column("title", language))
        return format_html(
            '<span lang="{0}">{1}</span> <small>{2}</small>', language, title, language.upper()
        )

    @admin.display(description=_("English"))
    def edition_en(self, article):
        """How it stands with the English edition."""
        return short_line(standing(article, "en"))

    @admin.display(description=_("Russian"))
    def edition_ru(self, article):
        """How it stands with the Russian edition."""
        return short_line(standing(article, "ru"))

    @admin.display(description=_("section"))
    def place(self, article):
        """The section, and what kind of text it is: two columns would not fit beside the filters."""
        return format_html("{} <small>{}</small>", article.section or "–", article.get_kind_display())

    @admin.display(description=_("last change"))
    def changed(self, article):
        """When, and by whom; nobody, where it was an import."""
        who = f", {article.changed_by}" if article.changed_by else ""
        return f"{shown(article.changed_at)}{who}"


def _found(term: str) -> Q:
    """The condition under which a search finds an article.

    What is no letter or digit (a per cent sign, a hyphen) must stand in a title as it was typed. Few articles are
    named by their numbers: PostgreSQL would else guess wrongly how rare a word is, and look for it in all titles,
    newest first.
    """
    found = Q(title_words__words_begin=term) if words_of(term) else Q()
    for part in term.split():
        if not part.isalnum():
            found &= in_any(lambda code, part=part: Q(**{f"{column('title', code)}__icontains": part}))
    number = term.strip().removeprefix("#").removeprefix("№").strip()
    if number.isascii() and number.isdigit() and len(number) < 19:
        found |= Q(pk=int(number))
    few = list(Article.objects.filter(found).values_list("pk", flat=True).order_by()[: FEW + 1])
    return Q(pk__in=few) if len(few) <= FEW else found

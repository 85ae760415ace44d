"""The question whether what changes in a live edition is spelling or substance, when the change is published."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from news.actions.publishing import has_been_out
from news.actions.verbs import Order, Verb, parse_order
from news.edits import SPELLING, SUBSTANCE, Edit
from news.languages import LANGUAGES, column, other
from news.markup import canonical
from news.models import Article

# What decides, the plainest first.
_REASONS = {
    "figure": gettext_lazy("a figure"),
    "date": gettext_lazy("a date"),
    "negation": gettext_lazy("a negation"),
    "name": gettext_lazy("a name"),
    "unit": gettext_lazy("a unit"),
    "quantity": gettext_lazy("a quantity"),
    "certainty": gettext_lazy("how certain it is"),
    "tense": gettext_lazy("the time of an action"),
    "order": gettext_lazy("the order of words"),
    "sense": gettext_lazy("a meaning"),
    "word": gettext_lazy("a word"),
    "rewritten": gettext_lazy("written anew"),
    "added": pgettext_lazy("a paragraph", "added"),
    "removed": pgettext_lazy("a paragraph", "removed"),
    "picture": gettext_lazy("another picture"),
}
# Words that are shown of each kind.
_SHOWN = 12


@dataclass(frozen=True)
class Question:
    """What is asked about one edition. `answer` is what was said already."""

    language: str
    edit: Edit
    answer: str = ""

    @property
    def name(self) -> str:
        """The field in which the answer comes."""
        return column("weight", self.language)

    @property
    def chosen(self) -> str:
        """What is preselected: the answer, or the guess."""
        return self.answer or (SUBSTANCE if self.edit.is_substance else SPELLING)

    @property
    def words(self) -> dict[str, str]:
        """What the question says."""
        if self.language == "en":
            return {
                "question": _("What changes in the English edition?"),
                SPELLING: _("Spelling only: the Russian edition stays valid"),
                SUBSTANCE: _("Substance: what corresponds to it in the Russian edition is out of date"),
            }
        return {
            "question": _("What changes in the Russian edition?"),
            SPELLING: _("Spelling only: the English edition stays valid"),
            SUBSTANCE: _("Substance: what corresponds to it in the English edition is out of date"),
        }

    @property
    def reasons(self) -> list[tuple[str, list[str]]]:
        """What decides that it is substance: what it is, and the words."""
        words: dict[str, list[str]] = {}
        for step in self.edit.steps:
            for kind, shown in step.found if step.is_substance else ():
                words[kind] = [*words.get(kind, ()), *shown]
        return [
            (label, list(dict.fromkeys(words[kind]))[:_SHOWN])
            for kind, label in _REASONS.items()
            if kind in words
        ]


def questions(order: Order, stored: Article, texts: Mapping, answers: Mapping = {}) -> dict[str, Question]:
    """What must be asked before an order is carried out, by language.

    `stored` is the row, read `with_editions`; `texts` has title, summary and body of each edition as they will be.
    """
    found = {}
    for language in order.languages if order.verb == Verb.PUBLISH and stored.pk else ():
        there = other(language)
        has_counterpart = getattr(stored, column("title", there)) and getattr(stored, column("body", there))
        if not has_counterpart or not has_been_out(stored, language):
            continue
        edit = Edit(stored.text(language), texts[language], language)
        if edit.is_touched:
            answer = answers.get(column("weight", language), "")
            found[language] = Question(language, edit, answer if answer in {SPELLING, SUBSTANCE} else "")
    return found


def ask(form, order: Order, stored: Article) -> Order:
    """Let a form ask, and return the order with the answers."""
    texts = {
        code: {name: form.cleaned_data.get(column(name, code)) or "" for name in ("title", "summary", "body")}
        for code in LANGUAGES
    }
    form.questions = questions(order, stored, texts, form.data)
    if problem := unanswered(form.questions):
        form.add_error(None, problem)
    return replace(order, answers={code: question.answer for code, question in form.questions.items()})


def unanswered(found: Mapping[str, Question]) -> ValidationError | None:
    """Why a form with such questions cannot be saved yet."""
    if all(question.answer for question in found.values()):
        return None
    return ValidationError(
        _("Nothing has been published yet: say first, above the edition, what it is that changes."),
        code="weight",
    )


class Weighing:
    """Before ModelAdmin: the question for a form that is still open in a browser."""

    def get_urls(self):
        """The page that scripts ask before they send the form."""
        view = self.admin_site.admin_view(require_POST(self.weigh))
        return [path("<int:pk>/weigh/", view, name="news_article_weigh"), *super().get_urls()]

    def weigh(self, request, pk):
        """The questions about the words of a form, to be shown in it; 204 where there is nothing to ask."""
        article = self.get_queryset(request).defer(None).filter(pk=pk).first()
        if article is None:
            raise Http404("no such article")
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        try:
            order = parse_order(request.POST.get("_verb", ""))
            found = questions(order, article, {code: _posted(request.POST, code) for code in order.languages})
        except (ValueError, ValidationError):  # the form will say what is wrong
            found = {}
        if not found:
            return HttpResponse(status=204)
        context = {"questions": found.values(), "order": request.POST["_verb"]}
        return TemplateResponse(request, "admin/news/article/_weights.html", context)


def _posted(posted, language: str) -> dict[str, str]:
    texts = {name: posted.get(column(name, language), "").strip() for name in ("title", "summary")}
    return texts | {"body": canonical(posted.get(column("body", language), ""))}

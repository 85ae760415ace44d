"""A save of a page that was opened before somebody else saved: both edits become one, or a question is asked."""

from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms.formsets import all_valid

from news.actions.publishing import open_for_editing
from news.actions.verbs import Verb, parse_order
from news.admin.questions import answers_in, wrong_words
from news.admin.stale_forms import as_form, known_rows, read_sides
from news.models import Article, Revision
from news.release_merging import Path, Together, merge_release
from news.releases import ROWS

# What shows readers words. Nobody does it with words that the page did not show.
_SHOWING = {Verb.PUBLISH, Verb.SCHEDULE, Verb.RESTORE}


@dataclass
class Stale:
    """What became of a form that was opened before somebody else saved."""

    article: Article
    base: Revision
    together: Together | None = None
    answers: dict = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    # What theirs brought into the form, and the form that has both.
    brought: list[Path] = field(default_factory=list)
    data: object = None
    files: object = None
    held_back: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something has to be decided before anything is saved."""
        return self.data is None

    @cached_property
    def saved(self) -> list[Revision]:
        """What others have saved since the page was opened, newest first."""
        rows = self.article.revisions.select_related("author").defer("texts", "common")
        since = {"number__gt": self.base.number, "number__lte": self.article.version}
        return list(rows.filter(**since).order_by("-number")[:20])


class MergingSaves:
    """Before ModelAdmin: what somebody saved meanwhile is neither overwritten nor in the way."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Save with the article held, so that nobody saves between the check and the writing.

        Raises Article.DoesNotExist where somebody has deleted it.
        """
        if request.method != "POST" or object_id is None or "_saveasnew" in request.POST:
            return super().changeform_view(request, object_id, form_url, extra_context)
        number = unquote(object_id)
        if not (number.isascii() and number.isdigit()):
            return super().changeform_view(request, object_id, form_url, extra_context)
        posted = request.POST
        try:
            with transaction.atomic():
                Article.objects.select_for_update().only("pk").get(pk=number[:18])
                request.stale = self._stale(request, object_id)
                if request.stale and not request.stale.is_open:
                    request.POST = request.stale.data
                return super().changeform_view(request, object_id, form_url, extra_context)
        finally:
            request.POST = posted

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form, which says what has to be decided."""
        form = super().get_form(request, obj, change=change, **kwargs)
        stale = getattr(request, "stale", None)
        return type(form.__name__, (form,), {"stale": stale}) if stale else form

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """Rows as the page has them while something is to be decided; then rows that go with what is stored."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        stale = getattr(request, "stale", None)
        if stale and prefix in ROWS:
            if stale.is_open:
                kwargs["known"] = known_rows(stale.base, prefix)
            else:
                kwargs |= {"data": stale.data.copy(), "files": stale.files}
        return kwargs

    def opened_before(self, request, article: Article) -> Stale | None:
        """The form, if it is not of the newest version; None of one that is, or says no version."""
        posted = request.POST.get("based_on", "")
        if not (posted.isascii() and posted.isdigit()) or int(posted[:9]) == article.version:
            return None
        base = article.revisions.filter(number=int(posted[:9])).first()
        return base and Stale(open_for_editing(article.pk), base)

    def _stale(self, request, object_id: str) -> Stale | None:
        """What becomes of a form that somebody has overtaken."""
        article = self.get_object(request, unquote(object_id))
        if article is None or not self.has_change_permission(request, article):
            return None
        stale = request.stale = self.opened_before(request, article)
        if stale is None:
            return None
        form = self.get_form(request, article, change=True)(request.POST, request.FILES, instance=article)
        form.is_preview = True  # nothing is saved by it
        formsets, _inlines = self._create_formsets(request, article, change=True)
        if all_valid([form, *formsets]):
            self._bring_together(request, stale, form, formsets)
        return stale

    def _bring_together(self, request, stale: Stale, form, formsets) -> None:
        sides = read_sides(form, formsets, stale.base, stale.article)
        stale.together = merge_release(sides.base, sides.mine, sides.theirs)
        stale.answers = answers_in(request.POST, stale.together.questions)
        stale.wrong = wrong_words(stale.together.questions, stale.answers)
        if stale.wrong or stale.together.open(stale.answers):
            return
        try:
            merged, stale.brought = stale.together.resolved(stale.answers)
        except ValidationError as error:
            stale.wrong[""] = " ".join(error.messages)
            return
        data, files = as_form(request.POST, request.FILES, sides, merged, stale.article)
        stale.held_back = _shows_unread(data.get("_verb", ""), stale.brought)
        if stale.held_back:
            del data["_verb"]
        stale.data, stale.files = data, files


def _shows_unread(verb: str, brought: list[Path]) -> bool:
    """Whether a button would show readers words that its page did not show."""
    try:
        order = parse_order(verb)
    except ValueError:
        return False
    return order.verb in _SHOWING and any(part in order.languages for part, _row, _name in brought)

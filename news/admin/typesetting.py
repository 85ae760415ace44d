"""The typographer on the page of an article: what it would change in an edition, before it is applied to the form."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, JsonResponse
from django.template.loader import render_to_string
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from news.languages import LANGUAGES, column
from news.markup import canonical
from news.typography import set_body, set_text

_NBSP = ("&nbsp;", "\u00a0")


@dataclass(frozen=True)
class Setting:
    """A field as it is and as it would be; `spaces` counts the non-breaking ones that would be put in."""

    name: str
    before: str
    after: str
    unpaired: tuple[str, ...]

    @property
    def spaces(self) -> int:
        """How many more there would be."""
        return _count(self.after) - _count(self.before)

    @property
    def shown(self) -> tuple[str, str]:
        """Both texts with plain spaces: a difference that nobody can see is counted, not shown."""
        return _plain(self.before), _plain(self.after)

    @property
    def is_marked(self) -> bool:
        """Whether something changes that can be seen."""
        return self.shown[0] != self.shown[1]


def settings_of(texts: dict[str, str], language: str) -> list[Setting]:
    """What the typographer makes of an edition. Raises ValidationError for a body that cannot be stored."""
    found = []
    for name in ("title", "summary", "body"):
        before = texts.get(name, "").replace("\r\n", "\n")
        before = canonical(before) if name == "body" else before
        made = set_body(before, language) if name == "body" else set_text(before, language)
        found.append(Setting(name, before, made.text, made.unpaired))
    return found


class Typesetting:
    """Before ModelAdmin: the answer to a button that asks what typography would change."""

    def get_urls(self):
        """Add the answer."""
        view = self.admin_site.admin_view(self.typography)
        return [path("typography/<str:language>/", view, name="news_article_typography"), *super().get_urls()]

    @method_decorator(require_POST)
    def typography(self, request, language):
        """The changes as a piece of a page, and the changed texts by the names of their fields. Stores nothing."""
        if language not in LANGUAGES:
            raise Http404(language)
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        texts = {name: request.POST.get(column(name, language), "") for name in ("title", "summary", "body")}
        try:
            found = settings_of(texts, language)
        except ValidationError as error:
            return JsonResponse({"problem": " ".join(error.messages)}, status=422)
        changed = {column(one.name, language): one.after for one in found if one.before != one.after}
        context = {
            "settings": found,
            "language": language,
            "changed": bool(changed),
            "spaces": sum(one.spaces for one in found),
            "unpaired": [line for one in found for line in one.unpaired],
        }
        html = render_to_string("admin/news/article/_typography.html", context, request)
        return JsonResponse({"html": html, "texts": changed})


def _plain(text: str) -> str:
    for sign in _NBSP:
        text = text.replace(sign, " ")
    return text


def _count(text: str) -> int:
    return sum(text.count(sign) for sign in _NBSP)

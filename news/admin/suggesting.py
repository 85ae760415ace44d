"""What the page of an article suggests as related: with the reason, before anything is saved."""

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from news.languages import LANGUAGES, current
from news.models import State, Topic
from news.suggestions import STATE, TOPIC, About, Suggestion, suggestions

# Shared topics, states and names that a reason says.
_SAID = 4


class Suggesting:
    """Before ModelAdmin: the list of suggestions for a form as it stands, saved or not."""

    def get_urls(self):
        """Add the list."""
        view = self.admin_site.admin_view(self.suggestions)
        return [path("suggestions/", view, name="news_article_suggestions"), *super().get_urls()]

    @method_decorator(require_POST)
    def suggestions(self, request):
        """The list for what the form says of topics, states, section and titles. Three queries of its own."""
        if not (self.has_add_permission(request) or self.has_view_or_change_permission(request)):
            raise PermissionDenied
        about = About(
            topics=_numbers(request, "topics"),
            states=_numbers(request, "states"),
            section=next(iter(_numbers(request, "section")), None),
            titles={code: request.POST.get(f"title_{code}", "")[:300] for code in LANGUAGES},
        )
        found = suggestions(about, *LANGUAGES, without=_numbers(request, "without"))
        names = {(TOPIC, row.pk): str(row) for row in Topic.objects.filter(pk__in=about.topics)}
        names |= {(STATE, row.pk): str(row) for row in State.objects.filter(pk__in=about.states)}
        own = sorted(LANGUAGES, key=lambda code: code != current())
        lines = [_line(story, own, names) for story in found]
        return TemplateResponse(request, "admin/news/article/_suggestions.html", {"lines": lines})


def _numbers(request, name: str) -> tuple[int, ...]:
    """Numbers of rows, of which a hostile form might send anything."""
    said = request.POST.getlist(name)[:500]
    return tuple(sorted({int(one) for one in said if one.isascii() and one.isdigit() and len(one) < 19}))


def _line(story: Suggestion, own: list[str], names: dict) -> dict:
    """A line of the list; the title in the language of the page, where readers can open it in that."""
    language = next(code for code in own if code in story.titles)
    return {
        "pk": story.pk,
        "title": story.titles[language],
        "language": language,
        "address": story.article(language).get_absolute_url(language),
        "editions": [code.upper() for code in LANGUAGES if code in story.titles],
        "reason": reason(story, names, language),
    }


def reason(story: Suggestion, names: dict[tuple[int, int], str], language: str) -> str:
    """Why a story goes with another, and how old it is: `shares Afghanistan, drug control; 12 days ago`.

    `names` are those of topics and states; `language` is that of the title which the reason stands beside.
    """
    shared = list(dict.fromkeys(names[label] for label in story.shared if label in names))
    said = []
    if shared:
        subjects = ", ".join(shared[:_SAID])
        if len(shared) > _SAID:
            subjects += " " + _("and %(count)d more") % {"count": len(shared) - _SAID}
        said.append(_("shares %(subjects)s") % {"subjects": subjects})
    # A state or topic that both titles name has been said.
    left = [name for name in story.names.get(language, ()) if not any(name[:6] in one for one in shared)]
    if left:
        said.append(_("in both titles: %(names)s") % {"names": ", ".join(left[:_SAID])})
    if not said:
        said.append(_("same section") if story.same_section else _("one of the newest"))
    return "; ".join([*said, _age(story)])


def _age(story: Suggestion) -> str:
    """How long ago readers saw it first, in the unit that people would use."""
    days = (timezone.localdate() - timezone.localdate(story.newest)).days
    if days < 1:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days < 60:
        return ngettext("%(count)d day ago", "%(count)d days ago", days) % {"count": days}
    if days < 730:
        months = round(days / 30.44)
        return ngettext("%(count)d month ago", "%(count)d months ago", months) % {"count": months}
    years = int(days / 365.25)
    return ngettext("%(count)d year ago", "%(count)d years ago", years) % {"count": years}

"""The front page as readers see it, with what editors can do at each place."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from news.actions import front as actions
from news.admin.article_form import MomentField
from news.admin.front_places import choices, desk_places, label
from news.admin.status_lines import shown
from news.languages import LANGUAGES, current
from news.models import FrontPlace
from news.queries import front_page

_SCREEN = "admin:news_frontplace_changelist"


class UntilForm(forms.Form):
    """Until when a story stands at its place."""

    until = MomentField(label=gettext_lazy("Until, Moscow time"))

    def clean_until(self):
        """Nothing typed is no moment."""
        if not self.cleaned_data["until"]:
            raise ValidationError(_("Say until when."))
        return self.cleaned_data["until"]


@admin.register(FrontPlace)
class FrontPlaceAdmin(admin.ModelAdmin):
    """One screen in the place of Django's list and forms."""

    def get_urls(self):
        """Add what the buttons send to."""
        view = self.admin_site.admin_view(self.arrange)
        return [path("arrange/", view, name="news_frontplace_arrange"), *super().get_urls()]

    def has_add_permission(self, request):
        """Places are given on the screen."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Places are freed on the screen."""
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The place on the screen."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(reverse(_SCREEN))

    def changelist_view(self, request, extra_context=None):
        """The screen."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return self._screen(request, request.GET)

    def arrange(self, request):
        """Do what a button says, and show the screen again, with the reason where it was not done."""
        if request.method != "POST":
            return HttpResponseRedirect(reverse(_SCREEN))
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = None
        try:
            verb, position, to, article, based_on = _order(request.POST)
            who = {"by": request.user, "based_on": based_on, "request": request}
            if verb == "until":
                form = UntilForm(request.POST, auto_id=f"until-{position}-%s")
            self._carry_out(request, verb, position, to, article, form, who)
        except actions.FrontChangedError as error:
            messages.error(request, _changed_meanwhile(error.newest))
            return self._screen(request, request.POST, status=409)
        except ValidationError as error:
            if form and form.is_valid():
                form.add_error("until", error)
            elif not form:
                messages.error(request, " ".join(error.messages))
            return self._screen(request, request.POST, status=422, forms={position: form} if form else None)
        query = urlencode({"language": _language(request.POST)})
        return HttpResponseRedirect(f"{reverse(_SCREEN)}?{query}")

    def _carry_out(self, request, verb, position, to, article, form, who) -> None:
        """Raises what the verbs raise, and ValidationError for a button that is none."""
        match verb:
            case "pin":
                for left in actions.pin(article, position=to, **who):
                    message = _("There was no place left for “%(title)s”.") % {"title": left.article}
                    messages.warning(request, message)
                said = _("Pinned: %(place)s.") % {"place": label(to)}
            case "move":
                actions.move(position, to=to, **who)
                said = _("Moved: %(place)s.") % {"place": label(to)}
            case "off":
                actions.take_off(position, **who)
                said = _("Taken off: %(place)s.") % {"place": label(position)}
            case "until":
                if not form.is_valid():
                    raise ValidationError("")
                until = form.cleaned_data["until"]
                actions.limit(position, until=until, **who)
                said = _("%(place)s: until %(moment)s.") % {"place": label(position), "moment": shown(until)}
            case "always":
                actions.limit(position, until=None, **who)
                said = _("%(place)s: without an end.") % {"place": label(position)}
            case _other:
                raise ValidationError(_("There is no such button."))
        messages.success(request, said)

    def _screen(self, request, said, status=200, forms=None):
        """The page in the language that `said` names, with the choice for the place that it names."""
        language = _language(said)
        may_arrange = self.has_change_permission(request)
        with override(language):
            front = front_page()
            for article in front.stories:
                article.headline = article.title  # for buttons in the language of the page
        waiting = desk_places(front, language)
        for slot in front.slots:
            slot.until = (forms or {}).get(slot.position) or UntilForm(auto_id=f"until-{slot.position}-%s")
        chosen = said.get("place", "")
        context = {
            "site_header": self.admin_site.site_header,
            "site_title": self.admin_site.site_title,
            "title": _("Front page"),
            "front": front,
            "waiting": waiting,
            "edition": language,
            "interface": current(),
            "languages": LANGUAGES,
            "based_on": actions.arrangement().version,
            "controls": "admin/news/frontplace/_controls.html" if may_arrange else "",
            "positions": [(n, label(n)) for n in range(FrontPlace.LAST + 1)],
            "chooser": None,
        }
        if may_arrange and chosen.isascii() and chosen.isdigit() and int(chosen[:3]) <= FrontPlace.LAST:
            articles = self.admin_site.get_model_admin(FrontPlace.article.field.related_model)
            context["chooser"] = choices(request, articles, int(chosen), said.get("q", ""), language)
        return TemplateResponse(request, "admin/news/frontplace/change_list.html", context, status=status)


def _language(said) -> str:
    """The edition that is asked for; by default, the language of the page."""
    return said.get("language") if said.get("language") in LANGUAGES else current()


def _order(said) -> tuple[str, int, int, int, int]:
    """A button's verb with its place, the place that it goes to, the story, and the version that was seen.

    Raises ValidationError for what no page sends.
    """
    verb, _colon, to = said.get("do", "").partition(":")
    numbers = (
        said.get("position", ""),
        to or said.get("to", ""),
        said.get("article", ""),
        said.get("based_on", ""),
    )
    if any(not number.isascii() or len(number) > 18 for number in numbers):
        raise ValidationError(_("There is no such button."))
    return verb, *(int(number) if number.isdigit() else -1 for number in numbers)


def _changed_meanwhile(newest) -> str:
    """Who was quicker."""
    return _(
        "%(who)s changed the front page on %(when)s, after you had opened it. What you did has not been done: this "
        "is how it stands now."
    ) % {
        "who": newest.changed_by or _("An import"),
        "when": shown(newest.changed_at) if newest.changed_at else "–",
    }

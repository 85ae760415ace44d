"""The admin site of the portal."""

from csp.constants import NONCE, SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.i18n import JavaScriptCatalog
from django_tasks_db.models import DBTaskResult

from infoshos.account import drafts
from infoshos.account.digest import digest
from infoshos.account.given_back import giving_back
from infoshos.account.login import FirstStep, LoginForm, second_step
from infoshos.account.second_factor import guarded, second_factor, second_factor_of
from infoshos.account.sessions import sessions
from infoshos.audited import Audited
from infoshos.rooms import in_rooms
from news.actions.accounts import choose_language
from news.actions.audit import Action, record
from news.actions.sessions import end_after_new_password
from news.models import AuditEntry

# The editor's one inline style sheet, by its fingerprint; the version of the editor is pinned for this.
EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"

POLICY = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {
    "script-src": [SELF, NONCE],
    "img-src": [SELF, "data:", "blob:"],
    "style-src": [SELF, EDITOR_STYLE],
    "require-trusted-types-for": None,
}


class ScriptCatalogue(JavaScriptCatalog):
    """Words for scripts, from the given packages and from the project's own `locale/`."""

    def get_paths(self, packages):
        """Where catalogues are looked for."""
        return [*super().get_paths(packages), *map(str, settings.LOCALE_PATHS)]


class PortalAdminSite(AdminSite):
    """Django's admin under the portal's name, with a policy of its own and a switch of language."""

    site_header = gettext_lazy("Infoshos: the editors’ pages")
    site_title = "Infoshos"
    index_title = gettext_lazy("Desk")
    enable_nav_sidebar = True
    login_form = LoginForm
    index_template = "admin/desk.html"
    logout_template = "admin/account/logged_out.html"

    def register(self, model_or_iterable, admin_class=None, **options):
        """Let every page write to the log of actions, also those that others' code registers.

        The queue of background tasks is left out: it belongs to operators, and its pages know English only.
        """
        if model_or_iterable not in (DBTaskResult, [DBTaskResult], (DBTaskResult,)):
            kind = admin_class or ModelAdmin
            super().register(model_or_iterable, type(kind.__name__, (Audited, kind), {}), **options)

    def admin_view(self, view, cacheable=False):
        """Send the editorial pages with the policy that the rich-text editor needs, and only them."""
        inner = giving_back(super().admin_view(guarded(view), cacheable), self.has_permission)
        return csp_replace(POLICY)(drafts.answering_scripts(inner))

    @method_decorator(never_cache)
    def login(self, request, extra_context=None):
        """Django's page, whose password is the first of two steps for whoever has a second factor."""
        if request.method == "GET" and self.has_permission(request):
            return HttpResponseRedirect(reverse("admin:index"))
        context = self.each_context(request) | {
            "title": _("Log in"),
            "subtitle": None,
            "app_path": request.get_full_path(),
            "username": request.user.get_username(),
        }
        if REDIRECT_FIELD_NAME not in {*request.GET, *request.POST}:
            context[REDIRECT_FIELD_NAME] = reverse("admin:index")
        request.current_app = self.name
        view = FirstStep.as_view(
            extra_context=context | (extra_context or {}),
            authentication_form=self.login_form,
            template_name="admin/login.html",
        )
        return view(request)

    def index(self, request, extra_context=None):
        """The desk: what waits for this person, what colleagues did, and what this person did last."""
        # Not at the top: its modules register their pages with this site.
        from infoshos.desk import desk_of, time_line

        found = desk_of(request.user)
        context = {
            "desk": found,
            "time_line": time_line(found),
            "recent": AuditEntry.objects.of(request.user).exclude(model="")[:8],
            "may_add": request.user.has_perm("news.add_article"),
        }
        return super().index(request, context | (extra_context or {}))

    def get_app_list(self, request, app_label=None):
        """What the person may open, in the rooms of a newsroom; of one app, as Django lists it."""
        found = super().get_app_list(request, app_label)
        return found if app_label else in_rooms(found)

    def get_urls(self):
        """Add the switch of the interface language and the pages of one's own account."""
        own = [
            path("language/", self.admin_view(require_POST(self.choose_language)), name="choose-language"),
            path("account/second-step/", never_cache(second_step), name="second-step"),
            path("account/second-factor/", self.admin_view(second_factor), name="second-factor"),
            path(
                "account/second-factor/<int:pk>/",
                self.admin_view(second_factor_of),
                name="second-factor-of",
            ),
            path("account/digest/", self.admin_view(digest), name="digest"),
            path("account/sessions/", self.admin_view(sessions), name="sessions"),
            path("account/sessions/<int:pk>/", self.admin_view(sessions), name="sessions-of"),
            path("account/presence/", self.admin_view(drafts.presence), name="presence"),
            path("account/here-again/", self.admin_view(drafts.here_again), name="here-again"),
            path("account/drafts/difference/", self.admin_view(drafts.difference), name="draft-difference"),
        ]
        return own + super().get_urls()

    def each_context(self, request):
        """With what forms need to know before they are sent."""
        return super().each_context(request) | {"body_limit": settings.EDITOR_BODY_LIMIT}

    def logout(self, request, extra_context=None):
        """Log out, and have the browser forget what was kept in it: the text may be under embargo."""
        response = super().logout(request, extra_context)
        response.headers["Clear-Site-Data"] = '"storage"'
        return response

    @method_decorator(transaction.atomic)
    def password_change(self, request, extra_context=None):
        """Change one's own password; whoever is logged in with the old one elsewhere is not any more."""
        key = request.session.session_key
        answer = super().password_change(request, extra_context)
        if request.session.session_key != key:
            record(Action.PASSWORD, by=request.user, about=request.user, request=request)
            end_after_new_password(request.user, by=request.user, request=request, key_before=key)
        return answer

    def i18n_javascript(self, request, extra_context=None):
        """The catalogue of Django's own scripts, and of the rich-text editor, which has no Russian."""
        return ScriptCatalogue.as_view(packages=["django.contrib.admin"])(request)

    def choose_language(self, request):
        """Make the posted language that of the account, and stay on the page."""
        wanted = request.POST.get("language", "")
        if not choose_language(request.user, wanted):
            messages.error(request, _("There is no such language."))
        back = request.POST.get("next", "")
        index = reverse("admin:index")
        return HttpResponseRedirect(back if back.startswith(index) and "//" not in back else index)

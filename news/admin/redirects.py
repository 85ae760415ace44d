"""Old addresses: what is refused because it could never lead anywhere."""

from urllib.parse import unquote, urlsplit

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import Http404
from django.urls import resolve
from django.utils import translation
from django.utils.translation import gettext as _

from infoshos.web import negotiation
from news.admin.keeping import NothingOverwritten
from news.models import Article, Page, Redirect, Section, State, Topic

# What has to be there for an address to have a page; addresses of other names always have one.
_ROWS = {
    "article": (Article, "pk"),
    "article-short": (Article, "pk"),
    "section": (Section, "slug"),
    "topic": (Topic, "slug"),
    "state": (State, "code"),
    "page": (Page, "slug"),
}


class RedirectForm(forms.ModelForm):
    """An old address, which readers are led from."""

    def clean_old_url(self):
        """The address without the host that it may have been copied with."""
        typed = self.cleaned_data["old_url"]
        parts = urlsplit(typed)
        if parts.scheme in {"http", "https"} and parts.netloc:
            typed = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        if typed.startswith("/admin/"):
            raise ValidationError(_("Addresses of the editors’ pages are never redirected."))
        return typed

    def clean(self):
        """Refuse an address that leads to itself, and one that the portal has a page under."""
        cleaned = super().clean()
        old, article, language = (cleaned.get(name) for name in ("old_url", "article", "language"))
        if not old:
            return cleaned
        path, _mark, query = old.partition("?")
        if article and language and unquote(path) == unquote(article.get_absolute_url(language)):
            self.add_error(
                "old_url", _("This is the address that the edition has now: it would lead to itself.")
            )
        elif not query and has_page(path):
            self.add_error(
                "old_url", _("The portal has a page under this address, so it would never be redirected.")
            )
        return cleaned


def has_page(path: str) -> bool:
    """Whether the portal answers at a path, to some reader at some time, by something else than “not found”."""
    try:
        with translation.override(negotiation.of_path(path) or translation.get_language()):
            found = resolve(path)
    except Http404:
        return False
    if found.url_name not in _ROWS:
        return True
    model, key = _ROWS[found.url_name]
    value = next(value for name, value in found.kwargs.items() if name in {"pk", "slug", "code"})
    return model.objects.filter(**{key: value.upper() if key == "code" else value}).exists()


@admin.register(Redirect)
class RedirectAdmin(NothingOverwritten, admin.ModelAdmin):
    """Old addresses and where they lead."""

    form = RedirectForm
    list_display = ["old_url", "article", "language"]
    list_select_related = ["article"]
    search_fields = ["old_url"]
    autocomplete_fields = ["article"]
    show_full_result_count = False
    fieldsets = [(None, {"fields": ["old_url", "article", "language"]})]

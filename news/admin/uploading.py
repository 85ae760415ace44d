"""Adding several pictures at once: each file is judged and stored by itself."""

from dataclasses import dataclass, field

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from news import images
from news.actions.files import undone_on_failure
from news.actions.pictures import add_picture
from news.admin.picture_words import lacking_words
from news.models import Image


@dataclass
class Uploaded:
    """What became of one file: a picture, new or known before, or the reasons why it is none."""

    name: str
    image: Image | None = None
    is_new: bool = False
    errors: list[str] = field(default_factory=list)

    @property
    def status(self) -> int:
        """As an answer to a request with this file alone."""
        return 422 if self.errors else 201 if self.is_new else 200

    @property
    def thumbnail(self) -> str:
        """The address of the smallest file that exists."""
        return images.served_url(self.image.token, min(self.image.widths, default=None))

    @property
    def lacking(self) -> list[tuple[str, list[str]]]:
        """Which words the picture lacks."""
        return lacking_words(self.image)


class UploadForm(forms.Form):
    """What is common to the pictures of one upload."""

    credit = Image._meta.get_field("credit").formfield(widget=AdminTextInputWidget)


class SeveralAtOnce:
    """Before ModelAdmin: a page for several files.

    A script sends them one by one and shows how far each is; without it they come in one request. Words are given
    afterwards, so this needs the right to change pictures too.
    """

    def get_urls(self):
        """Add the page."""
        view = self.admin_site.admin_view(self.upload_view)
        return [path("upload/", view, name="news_image_upload"), *super().get_urls()]

    def may_upload(self, request) -> bool:
        """Whether the person may add pictures and give them their words."""
        return self.has_add_permission(request) and self.has_change_permission(request)

    def changelist_view(self, request, extra_context=None):
        """Offer the page where it may be used."""
        return super().changelist_view(
            request, {**(extra_context or {}), "may_upload": self.may_upload(request)}
        )

    def upload_view(self, request):
        """Show the page, or store what was sent and say what became of each file."""
        if not self.may_upload(request):
            raise PermissionDenied
        form = UploadForm(request.POST if request.method == "POST" else None)
        results = []
        if request.method == "POST":
            results = [self._store(request, file, form) for file in request.FILES.getlist("files")]
            wanted = request.get_preferred_type(["text/html", "application/json"])
            if len(results) == 1 and wanted == "application/json":
                html = render_to_string("admin/news/image/_uploaded.html", {"results": results})
                return JsonResponse({"html": html}, status=results[0].status)
            if not results:
                messages.error(request, _("Choose at least one file."))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Upload several pictures"),
            "form": form,
            "results": results,
            "media_types": images.MEDIA_TYPES,
            "byte_limit": images.BYTE_LIMIT,
            "megabytes": images.BYTE_LIMIT // 2**20,
            "megapixels": images.PIXEL_LIMIT // 1_000_000,
        }
        return TemplateResponse(request, "admin/news/image/upload.html", context)

    def _store(self, request, file, form: UploadForm) -> Uploaded:
        if not form.is_valid():
            return Uploaded(file.name, errors=form.errors["credit"])
        try:
            with undone_on_failure(), transaction.atomic():
                image, is_new = add_picture(file.read(), credit=form.cleaned_data["credit"])
                if is_new:
                    self.log_addition(request, image, {})
        except ValidationError as error:
            return Uploaded(file.name, errors=error.messages)
        return Uploaded(file.name, image, is_new)

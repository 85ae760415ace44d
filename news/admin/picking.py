"""What the dialogues of the rich-text editor ask for: stories to link to, pictures to show."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import JsonResponse
from django.urls import path, reverse_lazy
from django.utils.functional import lazy
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from news import images
from news.actions.files import undone_on_failure
from news.actions.permissions import may_edit
from news.actions.pictures import find_picture, save_picture
from news.admin.permissions import sees_all
from news.admin.picture_words import EDITION_WORDS
from news.admin.status_lines import short_line
from news.languages import LANGUAGES, column, current
from news.models import Image
from news.models.standing import Standing, standing

# Rows that a dialogue shows. Whoever does not find it among them types another word.
STORIES, PICTURES = 8, 24
_NAMES = {"en": gettext_lazy("English edition"), "ru": gettext_lazy("Russian edition")}

LINK_WORDS = {
    "title": gettext_lazy("Link"),
    "label": gettext_lazy("Words of a story’s title, or an address"),
    "toAddress": gettext_lazy("Link to"),
    "nothing": gettext_lazy("No story has such a title."),
    "failed": gettext_lazy("The server does not answer. Try again."),
    "remove": gettext_lazy("Remove the link"),
    "cancel": gettext_lazy("Cancel"),
}
PICTURE_WORDS = {
    "title": gettext_lazy("Choose a picture"),
    "label": gettext_lazy("Words of its caption, alternative text or credit"),
    "nothing": gettext_lazy("No picture has such words."),
    "failed": gettext_lazy("The server does not answer. Try again."),
    "add": gettext_lazy("Upload a picture…"),
    "upload": gettext_lazy("Add it to the library and choose it"),
    "file": gettext_lazy("File"),
    "chooseFile": gettext_lazy("Choose a file."),
    "sending": gettext_lazy("On its way …"),
    "tooLarge": gettext_lazy("The file is too large."),
    "cancel": gettext_lazy("Cancel"),
    "figure": gettext_lazy("Figure"),
    "alt": gettext_lazy("What the picture shows, for readers who do not see it"),
    "caption": gettext_lazy("Caption and credit"),
    "insert": gettext_lazy("Insert"),
    "fields": {name: lazy(capfirst, str)(label) for name, label in EDITION_WORDS.items()}
    | {"credit": gettext_lazy("Credit")},
}


def link_options() -> dict:
    """What the editor's links need to know."""
    return {"find": reverse_lazy("admin:news_article_find"), "words": LINK_WORDS}


def picture_options(*, may_add: bool = True) -> dict:
    """What the choice of a picture needs to know."""
    return {
        "pictures": reverse_lazy("admin:news_image_pick"),
        "types": images.MEDIA_TYPES,
        "mayAdd": may_add,
        "words": PICTURE_WORDS,
    }


class FindingStories:
    """Before ModelAdmin: stories by words of their titles, each with the addresses of its editions."""

    def get_urls(self):
        """Add the address that the dialogue of links asks."""
        view = self.admin_site.admin_view(self.find_view)
        return [path("find/", view, name="news_article_find"), *super().get_urls()]

    def find_view(self, request):
        """Editions of the stories found, in the order of the list; those in the language that is written first."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        wanted = request.GET.get("language", "")
        found, _duplicates = self.get_search_results(
            request, self.get_queryset(request), request.GET.get("q", "")
        )
        stories = list(found.order_by(*self.ordering)[:STORIES])
        languages = sorted(LANGUAGES, key=lambda code: code != wanted)
        rows = [
            _edition(story, code)
            for code in languages
            for story in stories
            if _has(story, code) and _may_know(request.user, story, code)
        ]
        return JsonResponse({"stories": rows})


def _has(story, code: str) -> bool:
    return bool(getattr(story, column("title", code)))


def _may_know(person, story, code: str) -> bool:
    """What readers see, or what the person may open."""
    return getattr(story, f"public_{code}") or sees_all(person) or may_edit(person, story)


def _edition(story, code: str) -> dict:
    stands = standing(story, code)
    return {
        "title": getattr(story, column("title", code)),
        "address": story.get_absolute_url(code),
        "language": code,
        "edition": str(_NAMES[code]),
        # Readers can follow the link when the edition is live.
        "standing": "" if stands.code == Standing.LIVE else strip_tags(short_line(stands)),
    }


class PickingPictures:
    """Before ModelAdmin: pictures by their words, and a new one with its words, in a dialogue of another page."""

    def get_urls(self):
        """Add the address that the dialogue asks."""
        return [
            path("pick/", self.admin_site.admin_view(self.pick_view), name="news_image_pick"),
            *super().get_urls(),
        ]

    def pick_view(self, request):
        """The newest pictures that have the words; or, posted, a picture that was added, or why it was not."""
        if request.method == "POST":
            return self._add(request)
        if not self.has_view_permission(request):
            raise PermissionDenied
        language = request.GET.get("language", "")
        language = language if language in LANGUAGES else current()
        found, _duplicates = self.get_search_results(
            request, Image.objects.order_by("-pk"), request.GET.get("q", "").replace("\0", "")
        )
        return JsonResponse({"pictures": [_picture(image, language) for image in found[:PICTURES]]})

    def _add(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        values = request.POST.copy()
        for name in ("focus_x", "focus_y"):
            values.setdefault(name, "0.5")
        form = self.get_form(request)(values, request.FILES)
        same = find_picture(request.FILES["original"].read()) if "original" in request.FILES else None
        if same:  # the library has it already: it is chosen, with its own words
            return JsonResponse({"picture": _picture(same, current())})
        if not form.is_valid():
            return JsonResponse({"errors": _told(form)}, status=422)
        try:
            with undone_on_failure(), transaction.atomic():
                image = save_picture(form.instance)
                self.log_addition(request, image, {})
        except ValidationError as error:
            return JsonResponse({"errors": error.messages}, status=422)
        return JsonResponse({"picture": _picture(image, current())}, status=201)


def _told(form) -> list[str]:
    """What is wrong, field by field."""
    return [
        f"{form.fields[name].label}: {message}" if name in form.fields else str(message)
        for name, messages in form.errors.items()
        for message in messages
    ]


def _picture(image: Image, language: str) -> dict:
    """A picture with its words in a language, as the dialogue shows it and a text takes it."""
    with override(language):
        name = str(image)
    return {
        "id": image.pk,
        "src": images.served_url(image.token),
        "thumbnail": images.served_url(image.token, min(image.widths, default=None)),
        "name": name if name != image.token else image.credit or _("without words"),
        "alt": getattr(image, column("alt", language)) or "",
        "caption": getattr(image, column("caption", language)) or "",
        "credit": image.credit,
    }

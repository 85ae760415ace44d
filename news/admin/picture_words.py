"""Which words pictures lack, language by language: a column and a filter of the list, and a line of the form."""

from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from news.languages import LANGUAGES
from news.models.image import missing_words

EDITION_WORDS = {
    "alt_en": _("alternative text in English"),
    "alt_ru": _("alternative text in Russian"),
    "caption_en": _("caption in English"),
    "caption_ru": _("caption in Russian"),
}
_LACKING = {"alt": _("no alternative text"), "caption": _("no caption"), "credit": _("no credit")}
_LANGUAGES = {"en": _("In English"), "ru": _("In Russian")}


def lacking_words(image) -> list[tuple[str, list[str]]]:
    """What a picture lacks, in words for people: under the name of a language, then what is common to both."""
    found = {code: missing_words(image, code) for code in LANGUAGES}
    lines = [(_LANGUAGES[code], [name for name in found[code] if name != "credit"]) for code in LANGUAGES]
    lines.append(("", [name for name in found[LANGUAGES[0]] if name == "credit"]))
    return [(str(title), [str(_LACKING[name]) for name in names]) for title, names in lines if names]


@admin.display(description=_("what is missing"))
def lacking(image):
    """What is missing, a line for each language."""
    lines = (
        (f"{title}: {', '.join(words)}" if title else ", ".join(words),)
        for title, words in lacking_words(image)
    )
    return format_html_join("", '<span class="lacking">{}</span><br>', lines) or "✓"


class MissingWords(admin.SimpleListFilter):
    """Pictures that lack certain words, or any."""

    title = _("what is missing")
    parameter_name = "missing"

    def lookups(self, request, model_admin):
        """What can be missing."""
        return [("any", _("anything")), *EDITION_WORDS.items(), ("credit", _("credit"))]

    def queryset(self, request, queryset):
        """Those that lack it."""
        columns = [*EDITION_WORDS, "credit"]
        if self.value() != "any":
            columns = [name for name in columns if name == self.value()]
        found = Q()
        for name in columns:
            found |= Q(**{name: ""}) | Q(**{f"{name}__isnull": True})
        return queryset.filter(found)

"""Form fields and fieldsets that several admin pages share."""

import re

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import CharField
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from news.actions.pictures import check_pictures
from news.admin.editor import BodyEditor
from news.languages import LANGUAGES
from news.markup import canonical

EDITION_NAMES = {"en": _("English edition"), "ru": _("Russian edition")}


class BodyField(forms.CharField):
    """A rich text, brought into the form that is stored; what cannot be comes back with the reason.

    So does a text with a picture that the library does not have.
    """

    def __init__(self, **kwargs):
        kwargs.pop("max_length", None)  # counted after the markup was tidied, and with a better message
        kwargs["widget"] = BodyEditor()
        super().__init__(**kwargs)

    def clean(self, value):
        body = canonical(super().clean(value))
        check_pictures(body)
        return body


def editions(*fields: str) -> list:
    """A fieldset for each language, side by side or in tabs: `editions("title", "body")`."""
    return [
        (
            EDITION_NAMES[language],
            {
                "classes": ["of-edition", f"of-{language}"],
                "fields": [f"{field}_{language}" for field in fields],
            },
        )
        for language in LANGUAGES
    ]


class DayInput(forms.DateInput):
    """The browser's own field of a day."""

    input_type = "date"

    def __init__(self, **options):
        super().__init__(**options, format="%Y-%m-%d")


def address_field(**kwargs) -> forms.URLField:
    """A web address; one typed without a scheme is meant as https."""
    return forms.URLField(**kwargs, assume_scheme="https")


class OneLineField(forms.CharField):
    """A text too long to be seen in a field of one line, which stands on one line all the same."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs | {"widget": AdminTextareaWidget({"rows": 2, "data-one-line": True})})

    def clean(self, value):
        """The text on one line."""
        cleaned = super().clean(value)
        return one_line(cleaned) if cleaned else cleaned


def one_line(text: str) -> str:
    """A text without line breaks, which come with what is copied: a blank says the same.

    Other blanks stay, the non-breaking ones too: whoever saves a form untouched changes nothing.
    """
    return re.sub(r"\s*[\r\n]\s*", " ", text)


# A text that may have so many characters is given a field of several lines.
_LONG = 300


class EditionsMedia:
    """Forms with an edition in each language: their style sheet and scripts, and fields in the edition's language."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The heading of the edition says the language; the field says it to the browser's spelling checker."""
        language = db_field.name.rpartition("_")[2] if "_" in db_field.name else ""
        if language not in LANGUAGES:
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, CharField) and db_field.max_length >= _LONG:
            kwargs["form_class"] = OneLineField
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        field.label = capfirst(db_field.translated_field.verbose_name)
        field.widget.attrs["lang"] = language
        return field

    class Media:
        css = {"all": ["css/admin.css"]}
        js = ["js/editions.js", "js/editor-words.js", "js/unsaved.js", "js/copy.js", "js/one-line.js"]

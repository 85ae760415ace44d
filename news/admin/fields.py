"""Form fields and fieldsets that several admin pages share."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import AdminProseEditorWidget

from news.actions.pictures import check_pictures
from news.languages import LANGUAGES
from news.markup import canonical

EDITOR = {
    "extensions": {
        "Bold": True,
        "Italic": True,
        "Subscript": True,
        "Superscript": True,
        "Heading": {"levels": [2, 3, 4]},
        "HardBreak": True,
        "BulletList": True,
        "OrderedList": True,
        "ListItem": True,
        "NodeClass": {"cssClasses": {"bulletList": {"title": _("List"), "cssClasses": ["dash"]}}},
        "Blockquote": True,
        "HorizontalRule": True,
        "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
        "Figure": True,
        "Caption": True,
        "Image": True,
        "Table": True,
        "TableRow": True,
        "TableHeader": True,
        "TableCell": True,
        "HTML": True,
        "SpecialCharacters": True,
        "NoSpellCheck": False,
    }
}

_EDITION_NAMES = {"en": _("English edition"), "ru": _("Russian edition")}


class BodyField(forms.CharField):
    """A rich text, brought into the form that is stored; what cannot be comes back with the reason.

    So does a text with a picture that the library does not have.
    """

    def __init__(self, **kwargs):
        kwargs.pop("max_length", None)  # counted after the markup was tidied, and with a better message
        kwargs["widget"] = AdminProseEditorWidget(config=EDITOR, preset="configurable")
        super().__init__(**kwargs)

    def clean(self, value):
        body = canonical(super().clean(value))
        check_pictures(body)
        return body


def editions(*fields: str) -> list:
    """A fieldset for each language, shown as tabs: `editions("title", "body")`."""
    return [
        (
            _EDITION_NAMES[language],
            {
                "classes": ["edition", f"edition-{language}"],
                "fields": [f"{field}_{language}" for field in fields],
            },
        )
        for language in LANGUAGES
    ]


def address_field(**kwargs) -> forms.URLField:
    """A web address; one typed without a scheme is meant as https."""
    return forms.URLField(**kwargs, assume_scheme="https")


class EditionsMedia:
    """The style sheet and scripts of the editorial forms: tabs, and the words of the rich-text editor."""

    class Media:
        css = {"all": ["css/admin.css"]}
        js = ["js/editions.js", "js/editor-words.js", "js/unsaved.js", "js/copy.js"]

"""The rich-text editor of the desk: what it can do, and the scripts of ours that it runs."""

from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import Media

from news.admin.picking import link_options, picture_options

PASTE_WORDS = {
    "pictures": _(
        "Pictures that were pasted along were left out: {count}. Add them by the button “figure”, from the library."
    ),
}
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
        "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"], **link_options()},
        "Figure": picture_options(),
        "Caption": True,
        "Image": True,
        "Table": True,
        "TableRow": True,
        "TableHeader": True,
        "TableCell": True,
        "HTML": True,
        "SpecialCharacters": True,
        "NoSpellCheck": False,
        # Ours, from the modules below.
        "Cite": True,
        "Language": True,
        "Faithful": True,
        "CleanPaste": {"words": PASTE_WORDS},
    }
}

# Modules that the editor loads when it starts: they name extensions by what they export, and replace some of its own.
MODULES = ("js/editor-html.js", "js/editor-links.js", "js/editor-figures.js", "js/editor-paste.js")


class BodyEditor(AdminProseEditorWidget):
    """The editor of a body, which loses nothing that a stored text may hold."""

    def __init__(self, attrs=None):
        super().__init__(attrs, config=EDITOR, preset="configurable")

    def get_config(self):
        """With the addresses of our modules, which a release may change."""
        return super().get_config() | {"js_modules": [static(path) for path in MODULES]}

    @property
    def media(self):
        """With what our modules need to be there."""
        return super().media + Media(
            css={"all": ["css/editor.css"]},
            js=["js/dialogs.js", "js/picture-picker.js", "js/paste-cleaning.js", "js/lead-picture.js"],
        )

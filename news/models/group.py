"""The groups that every installation has, and what people call them.

A group is a row of Django's under a fixed key; its rights are given by migrations. A group that somebody adds has the
name that they gave it, in whichever language.
"""

from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

AUTHOR, EDITOR, MODERATOR, CHIEF_EDITOR = "author", "editor", "moderator", "chief-editor"

GROUP_NAMES = {
    AUTHOR: _("Author"),
    EDITOR: _("Editor"),
    MODERATOR: _("Moderator"),
    CHIEF_EDITOR: _("Chief editor"),
}


def group_label(group: Group) -> str:
    """The name of a group in the language of the page."""
    return str(GROUP_NAMES.get(group.name, group.name))

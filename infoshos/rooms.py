"""The lists of the editors' pages in the order of the work, in place of the alphabet's."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Apps are rooms of the code; these are the rooms of a newsroom.
ROOMS = [
    (
        _("Newsroom"),
        "newsroom",
        ["news.article", "news.image", "news.frontplace", "news.section", "news.topic"],
    ),
    (_("Readers"), "readers", ["comments.comment", "comments.typoreport", "comments.message"]),
    (_("States"), "states", ["news.state", "news.status"]),
    (
        _("Around the stories"),
        "surroundings",
        ["news.page", "news.notice", "news.sitesettings", "news.redirect"],
    ),
    (pgettext_lazy("colleagues", "People"), "people", ["news.user", "auth.group", "news.auditentry"]),
]


def in_rooms(apps: list[dict]) -> list[dict]:
    """Arrange what Django lists by app; what no room names stays with its app, at the end."""
    models = {model["model"]._meta.label_lower: model for app in apps for model in app["models"]}
    found = []
    for name, label, wanted in ROOMS:
        if held := [models.pop(one) for one in wanted if one in models]:
            found.append({"name": name, "app_label": label, "models": held})
    for app in apps:
        if held := [model for model in app["models"] if model["model"]._meta.label_lower in models]:
            found.append(app | {"models": held})
    return found

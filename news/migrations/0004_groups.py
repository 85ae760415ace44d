"""The groups of a newsroom, and their rights in this app. The readers' app gives its own."""

from django.conf import settings
from django.db import migrations

from news.migrations._rights import give

_ALL = ("add", "change", "delete", "view")


def _codes(*models, verbs=_ALL):
    return [f"news.{verb}_{model}" for model in models for verb in verbs]


_OWN_DRAFTS = _codes("article", verbs=("add", "change", "delete"))
_PARTS = _codes("relatedlink", "attachment")
_EVERY_ARTICLE = ["news.view_article", "news.edit_any_article", "news.publish_article", "news.withdraw_article"]
_EDITOR = [
    *_OWN_DRAFTS,
    *_EVERY_ARTICLE,
    *_PARTS,
    *_codes("image", "frontplace"),
    *_codes("topic", verbs=("add", "change", "view")),
    *_codes("section", "state", "status", "membership", verbs=("view",)),
]

RIGHTS = {
    "author": [
        *_OWN_DRAFTS,
        *_PARTS,
        *_codes("image", verbs=("add", "view")),
        *_codes("section", "topic", "state", verbs=("view",)),
    ],
    "editor": _EDITOR,
    "moderator": [],
    "chief-editor": [
        *_EDITOR,
        *_codes("topic", "section", "state", "status", "membership"),
        *_codes("page", "notice", "redirect"),
        *_codes("sitesettings", verbs=("add", "change", "view")),
        *_codes("user"),
        "auth.view_group",
    ],
}


def make(apps, schema_editor):
    give(apps, schema_editor.connection.alias, RIGHTS)


def remove(apps, schema_editor):
    apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias).filter(name__in=RIGHTS).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("news", "0003_article_rights"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(make, remove)]

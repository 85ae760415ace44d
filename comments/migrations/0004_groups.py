"""What the groups of a newsroom may do with readers' words."""

from django.db import migrations

from news.migrations._rights import give, take

_DECIDE = ("view", "change", "delete")
_READERS_WORDS = [
    f"comments.{verb}_{model}" for model in ("comment", "typoreport", "message") for verb in _DECIDE
]

RIGHTS = {
    # Whoever corrects the text says so in the report.
    "editor": ["comments.view_typoreport", "comments.change_typoreport"],
    "moderator": _READERS_WORDS,
    "chief-editor": _READERS_WORDS,
}


def make(apps, schema_editor):
    give(apps, schema_editor.connection.alias, RIGHTS)


def remove(apps, schema_editor):
    take(apps, schema_editor.connection.alias, RIGHTS)


class Migration(migrations.Migration):

    dependencies = [("comments", "0003_message"), ("news", "0004_groups")]

    operations = [migrations.RunPython(make, remove)]

"""The log begins with what Django's log of the admin holds, without the readers' words that stood there."""

import json

from django.db import migrations

from news.migrations._rights import give, take

RIGHTS = {"chief-editor": ["news.view_auditentry"]}
ACTIONS = {1: "added", 2: "changed", 3: "deleted"}


def carry_over(apps, schema_editor):
    alias = schema_editor.connection.alias
    LogEntry, AuditEntry = apps.get_model("admin", "LogEntry"), apps.get_model("news", "AuditEntry")
    old = LogEntry.objects.using(alias).select_related("user", "content_type").order_by("pk")
    batch = []
    for row in old.iterator(chunk_size=500):
        batch.append(_entry(AuditEntry, row))
        if len(batch) == 500:
            AuditEntry.objects.using(alias).bulk_create(batch)
            batch = []
    AuditEntry.objects.using(alias).bulk_create(batch)
    LogEntry.objects.using(alias).all().delete()
    give(apps, alias, RIGHTS)


def _entry(AuditEntry, row):
    kind = row.content_type
    private = kind is None or kind.app_label == "comments"
    return AuditEntry(
        at=row.action_time,
        person_number=row.user_id,
        person=row.user.username,
        action=ACTIONS[row.action_flag],
        via="page",
        model=f"{kind.app_label}.{kind.model}" if kind else "",
        object_id=(row.object_id or "")[:64],
        title="" if private else row.object_repr[:200],
        changes=_note(row.change_message),
    )


def _note(message):
    """The fields of Django's message; they were kept as labels, in English."""
    try:
        parts = json.loads(message)
    except ValueError:
        return {"note": message[:500]} if message else {}
    fields = [field for part in parts for field in part.get("changed", {}).get("fields", ())]
    return {"note": ", ".join(fields)[:500]} if fields else {}


def forget(apps, schema_editor):
    take(apps, schema_editor.connection.alias, RIGHTS)


class Migration(migrations.Migration):

    dependencies = [
        ("news", "0007_audit_log"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(carry_over, forget)]

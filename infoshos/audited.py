"""Every page of the admin writes to the log of actions, also those that other people's code registers."""

from django.contrib.admin.utils import unquote
from django.db import transaction

from news.actions.audit import Action, record, record_all
from news.models import AuditEntry

# What somebody may do follows from these columns of accounts and groups.
RIGHTS = {"groups", "user_permissions", "permissions", "is_superuser", "is_staff", "is_active"}

# Entries that the history of an object shows; the log has them all.
HISTORY = 200


class Audited:
    """Before any ModelAdmin: its log is ours, in the transaction of the write. Django's own log is not written."""

    object_history_template = "admin/history.html"

    def construct_change_message(self, request, form, formsets, add=False):
        """What was changed, as `news.actions.audit` keeps it."""
        changes = {}
        if not add:
            changes["fields"] = sorted(set(form.changed_data))
        changes |= _given_and_taken(form)
        for formset in formsets or ():
            label = formset.model._meta.label_lower
            rows = {
                "added": formset.new_objects,
                "changed": formset.changed_objects,
                "deleted": formset.deleted_objects,
            }
            parts = [[verb, label] for verb, touched in rows.items() for _row in touched]
            changes.setdefault("parts", []).extend(parts)
        return {key: value for key, value in changes.items() if value}

    def log_addition(self, request, obj, message):
        """Somebody added a row."""
        request.stored = True
        return record(Action.ADDED, by=request.user, about=obj, request=request, changes=_changes(message))

    def log_change(self, request, obj, message):
        """Somebody changed a row, decided on it, or gave rights."""
        request.stored = True
        changes = _changes(message)
        return record(_action(obj, changes), by=request.user, about=obj, request=request, changes=changes)

    def log_deletions(self, request, queryset):
        """Somebody is about to delete rows."""
        return record_all(Action.DELETED, queryset, by=request.user, request=request)

    def changelist_view(self, request, extra_context=None):
        """What is done to several rows is done with its entries, or not at all."""
        if request.method != "POST":
            return super().changelist_view(request, extra_context)
        with transaction.atomic():
            return super().changelist_view(request, extra_context)

    def history_view(self, request, object_id, extra_context=None):
        """The history of an object: its entries, newest first."""
        entries = {"entries": AuditEntry.objects.about(self.model, unquote(object_id))[:HISTORY]}
        return super().history_view(request, object_id, entries | (extra_context or {}))


def _changes(message) -> dict:
    """What a ModelAdmin says of a change, which may be a sentence."""
    if isinstance(message, dict):
        return message
    return {"note": str(message)} if message else {}


def _action(obj, changes: dict) -> str:
    fields = set(changes.get("fields", ()))
    if "status" in changes:
        return Action.DECIDED
    if obj._meta.label_lower in {"news.user", "auth.group"}:
        if fields & RIGHTS:
            return Action.RIGHTS
        if fields & {"password", "password1"}:
            return Action.PASSWORD
    return Action.CHANGED


def _given_and_taken(form) -> dict:
    """Groups and permissions that a form of an account or a group changes."""
    given, taken = [], []
    for name in ("groups", "user_permissions", "permissions"):
        if name in form.changed_data and name in form.cleaned_data:
            before, after = set(form.initial.get(name) or ()), set(form.cleaned_data[name])
            given += sorted(map(_key, after - before))
            taken += sorted(map(_key, before - after))
    return {"given": given, "taken": taken}


def _key(row) -> str:
    """The key of a group, the code of a permission."""
    return row.codename if hasattr(row, "codename") else row.name

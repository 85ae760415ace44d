"""Nobody's work is overwritten: saving, deleting one row, deleting several."""

from hashlib import sha256

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.forms import model_to_dict
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from news.admin.beginnings import KnowsItsBeginning, plain
from news.admin.helps import help_for
from news.admin.saving import WholeSaves
from news.models import AuditEntry

# What the page of a deletion showed.
SEEN = "_as_seen"
# What changes without anybody changing the row.
_PASSING = {"last_login"}


class NothingOverwritten(WholeSaves):
    """Before ModelAdmin: what becomes of a form, or of a deletion, when somebody has saved since it was opened."""

    change_form_template = "admin/kept_form.html"
    delete_confirmation_template = "admin/kept_delete_confirmation.html"
    delete_selected_confirmation_template = "admin/kept_delete_selected.html"

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Give the form back whose row somebody has deleted: it can be saved as a new one."""
        gone = request.method == "POST" and object_id is not None and self._is_gone(object_id)
        if not (gone and self.has_add_permission(request)):
            return super().changeform_view(request, object_id, form_url, extra_context)
        request.POST = request.POST.copy()
        request.POST["_saveasnew"] = "1"  # rows of inline forms become new ones
        request.refusal = _(
            "Somebody has deleted this meanwhile. Nothing of yours has been stored, and nothing is lost: it stands "
            "below, and can be saved anew."
        )
        add = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")
        return super().changeform_view(request, None, add, extra_context)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Each field says what it is for."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and (said := help_for(db_field)):
            field.help_text = said
        return field

    def get_object(self, request, object_id, from_field=None):
        """The row; held until the transaction ends where it is going to be written."""
        request.writes_row = request.method == "POST"
        try:
            return super().get_object(request, object_id, from_field)
        finally:
            request.writes_row = False

    def get_queryset(self, request):
        """The rows, locked for `get_object` where it asks."""
        rows = super().get_queryset(request)
        if getattr(request, "writes_row", False):
            return rows.select_for_update(of=("self",), no_key=True)
        return rows

    def get_form(self, request, obj=None, change=False, **kwargs):
        """A form that knows what it began with, where there is a row."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if not change:
            return form

        class Kept(KnowsItsBeginning, form):
            def clean(self):
                cleaned = super().clean()
                if self.conflicts:
                    self.add_error(None, told_of_conflict(self.instance))
                return cleaned

        return Kept

    def save_related(self, request, form, formsets, change):
        """Say what came from somebody else."""
        super().save_related(request, form, formsets, change)
        merged = [
            *getattr(form, "merged", ()),
            *(name for rows in formsets for row in rows.forms for name in getattr(row, "merged", ())),
        ]
        if merged:
            said = _(
                "Somebody saved meanwhile; nothing was overwritten. Both changes stand now, theirs in: %(fields)s."
            )
            messages.info(request, said % {"fields": ", ".join(dict.fromkeys(merged))})

    def delete_view(self, request, object_id, extra_context=None):
        """Ask again where the row is not any more what the page of the deletion showed."""
        row = super().get_object(request, unquote(object_id))
        seen = self.state_of(row) if row else ""
        if request.method == "POST" and row and not constant_time_compare(request.POST.get(SEEN, ""), seen):
            _forget_answer(request, row)
        return super().delete_view(request, object_id, {"as_seen": seen} | (extra_context or {}))

    def changelist_view(self, request, extra_context=None):
        """The same of several rows."""
        if request.method == "POST" and request.POST.get("action") == "delete_selected":
            chosen = request.POST.getlist("_selected_action")
            rows = (
                self.get_queryset(request).filter(pk__in=[n for n in chosen if n.isdecimal()]).order_by("pk")
            )
            request.as_seen = sha256("".join(map(self.state_of, rows)).encode()).hexdigest()
            if "post" in request.POST and not constant_time_compare(
                request.POST.get(SEEN, ""), request.as_seen
            ):
                _forget_answer(request)
        return super().changelist_view(request, extra_context)

    def state_of(self, row) -> str:
        """A fingerprint of what people can change of a row, the rows on its page included."""
        kept = [_values(row)]
        for inline in self.inlines:
            for relation in row._meta.related_objects:
                if relation.related_model is inline.model:
                    kept += map(_values, getattr(row, relation.get_accessor_name()).order_by("pk"))
        return sha256(repr(kept).encode()).hexdigest()

    def _is_gone(self, object_id: str) -> bool:
        number = unquote(object_id)
        return number.isdecimal() and not self.model._default_manager.filter(pk=number[:18]).exists()


def told_of_conflict(row) -> str:
    """Who saved last, and that there is something to decide."""
    last = AuditEntry.objects.about(type(row), row.pk).first()
    said = _("Nothing of it is overwritten, and nothing of yours is lost: choose below what is to stand.")
    if not last:
        return _("Somebody saved this after you had opened it.") + " " + said
    values = {
        "who": last.person or last.get_via_display(),
        "moment": date_format(timezone.localtime(last.at), "DATETIME_FORMAT"),
    }
    return _("%(who)s saved this after you had opened it (%(moment)s).") % values + " " + said


def _values(row) -> list:
    return sorted((name, plain(value)) for name, value in model_to_dict(row).items() if name not in _PASSING)


def _forget_answer(request, row=None) -> None:
    """Let the page of a deletion be shown again, for it was answered about something else."""
    left = request.POST.copy()
    left.pop("post", None)
    request.POST = QueryDict() if row else left
    messages.warning(
        request,
        _(
            "This has changed since the page was opened, and nothing was deleted. Look at it, and confirm again."
        ),
    )

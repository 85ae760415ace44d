"""States, statuses and memberships."""

import zoneinfo
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from news.actions.memberships import save_memberships
from news.admin.beginnings import FIELD, Beginning, BeginningField, KnowsItsBeginning
from news.admin.fields import DayInput, EditionsMedia, editions
from news.admin.in_use import SeenOnSite, StaysWhileUsed
from news.admin.keeping import NothingOverwritten
from news.admin.status_changes import MergingStatuses, NewStatus
from news.models import Membership, State, Status


class MembershipForm(KnowsItsBeginning, forms.ModelForm):
    """One period. Whether it overlaps is judged by the formset, with all others as they will be."""

    offers_choice = False
    _started_from = BeginningField(required=False)

    class Meta:
        model = Membership
        fields = ["status", "since", "until"]
        widgets = {"since": DayInput, "until": DayInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.is_bound:
            self.initial[FIELD] = self.beginning

    def clean(self):
        """Say at the field what somebody else has stored meanwhile."""
        cleaned = super().clean()
        if self.conflicts:
            self.begin_anew()
        for conflict in self.conflicts:
            said = _(
                "Somebody has saved “%(value)s” here meanwhile. What stands here is stored if you save again."
            )
            self.add_error(conflict.name, said % {"value": conflict.theirs})
        return cleaned

    def begin_anew(self):
        """Note that the editor has now been shown what is stored."""
        seen = self._stored(name for name in self._compared() if name not in self.errors)
        self.data = self.data.copy()
        self.data[self.add_prefix(FIELD)] = Beginning(self._sent.values | seen, []).signed(self._salt)

    def _get_validation_exclusions(self):
        return set(super()._get_validation_exclusions()) | {"state"}


class MembershipFormSet(forms.BaseInlineFormSet):
    """The periods of one state."""

    def clean(self):
        """Refuse two periods that share a day, at the later one; and one that shares it with a period of which the
        page does not know, for somebody has added it since the page was opened.
        """
        super().clean()
        if any("id" in form.errors for form in self.initial_forms):
            raise forms.ValidationError(
                _("Somebody has removed one of these periods meanwhile. Open the page again.")
            )
        for form in self.deleted_forms:
            if form.instance.pk and form.is_stale:
                form.begin_anew()
                raise forms.ValidationError(
                    _(
                        "Somebody has changed a period that you remove: “%(period)s”. Save again to remove it."
                    ),
                    params={"period": form.instance},
                )
        kept = [f for f in self.forms if f not in self.deleted_forms and getattr(f, "cleaned_data", None)]
        periods = [_Period(f.cleaned_data["since"], f) for f in kept if f.cleaned_data.get("since")]
        on_page = [form.instance.pk for form in self.initial_forms]
        unknown = self.get_queryset().exclude(pk__in=on_page).select_related("status")
        periods += [_Period(row.since, row=row) for row in unknown]
        for earlier, later in pairwise(sorted(periods, key=lambda period: period.since)):
            if earlier.until is None or earlier.until > later.since:
                _refuse(earlier, later)


class _Period(NamedTuple):
    """A period as it will be: of a form, or stored by somebody else."""

    since: date
    form: MembershipForm | None = None
    row: Membership | None = None

    @property
    def until(self):
        return self.row.until if self.row else self.form.cleaned_data.get("until")


def _refuse(earlier: _Period, later: _Period):
    """Say of two overlapping periods what is wrong, at the later one that the page shows."""
    if earlier.form and later.form:
        later.form.add_error(
            "since", _("The period before this one has not ended on that day. End it first.")
        )
        return
    shown, unknown = (later, earlier.row) if later.form else (earlier, later.row)
    message = _(
        "Somebody has added “%(status)s” since %(since)s meanwhile, which overlaps with this period. "
        "Open the page again."
    )
    shown.form.add_error("since", message % {"status": unknown.status, "since": _day(unknown.since)})


class MembershipInline(admin.StackedInline):
    """The periods of a state, oldest first."""

    model = Membership
    form = MembershipForm
    formset = MembershipFormSet
    fieldsets = [(None, {"fields": [("status", "since", "until", FIELD)]})]
    ordering = ["since"]
    extra = 0

    def get_formset(self, request, obj=None, **kwargs):
        """Statuses are chosen here, and edited in their own list."""
        formset = super().get_formset(request, obj, **kwargs)
        status = formset.form.base_fields.get("status")
        if status:
            status.widget.can_add_related = status.widget.can_change_related = False
            status.widget.can_delete_related = status.widget.can_view_related = False
        return formset


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


class ZoneInput(forms.TextInput):
    """A time zone, typed with the help of the browser."""

    def render(self, name, value, attrs=None, renderer=None):
        """With the zones of the table."""
        options = {"list": f"{name}-zones", "autocomplete": "off"}
        zones = sorted((zone,) for zone in zoneinfo.available_timezones() if "/" in zone)
        listed = format_html_join("", '<option value="{}"></option>', zones)
        field = super().render(name, value, (attrs or {}) | options, renderer)
        return format_html('{}<datalist id="{}">{}</datalist>', field, options["list"], listed)


class StateForm(forms.ModelForm):
    """A state."""

    class Meta:
        model = State
        fields = "__all__"
        widgets = {"time_zone": ZoneInput({"class": "vTextField"})}


@admin.register(State)
class StateAdmin(NewStatus, StaysWhileUsed, SeenOnSite, NothingOverwritten, EditionsMedia, admin.ModelAdmin):
    """A state with its capital, clock and periods."""

    list_display = ["code", "name", "capital", "time_zone"]
    search_fields = ["name_en", "name_ru", "code"]
    inlines = [MembershipInline]
    form = StateForm
    filed_under = "states"
    fieldsets = [(None, {"fields": ["code", "time_zone"]}), *editions("name", "capital")]

    def save_related(self, request, form, formsets, change):
        """Say of which days nothing is stated: a gap may be meant, and may be a slip."""
        super().save_related(request, form, formsets, change)
        periods = form.instance.memberships.order_by("since")
        for earlier, later in pairwise(periods):
            if earlier.until < later.since:
                said = _("No status is stated from %(since)s until %(until)s. Is that meant?")
                days = {"since": _day(earlier.until), "until": _day(later.since)}
                messages.warning(request, said % days)

    @transaction.atomic
    def save_formset(self, request, form, formset, change):
        """Write all periods at once, so that their order on the page does not matter."""
        formset.save(commit=False)
        save_memberships(
            form.instance,
            changed=[row for row, _fields in formset.changed_objects] + formset.new_objects,
            removed=formset.deleted_objects,
        )


@admin.register(Status)
class StatusAdmin(MergingStatuses, NothingOverwritten, EditionsMedia, admin.ModelAdmin):
    """The statuses that a state can hold."""

    list_display = ["key", "name", "list_name", "order"]
    fieldsets = [(None, {"fields": ["key", "order"]}), *editions("name", "list_name")]

"""States, statuses and memberships."""

from itertools import pairwise

from django import forms
from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from news.actions.memberships import save_memberships
from news.admin.fields import EditionsMedia, editions
from news.models import Membership, State, Status


class MembershipForm(forms.ModelForm):
    """One period. Whether it overlaps is judged with all others of the page, not with what is stored."""

    class Meta:
        model = Membership
        fields = ["status", "since", "until"]

    def _get_validation_exclusions(self):
        return set(super()._get_validation_exclusions()) | {"state"}


class MembershipFormSet(forms.BaseInlineFormSet):
    """The periods of one state."""

    def clean(self):
        """Refuse two periods that share a day, at the later one."""
        super().clean()
        kept = [f for f in self.forms if f not in self.deleted_forms and getattr(f, "cleaned_data", None)]
        dated = sorted(
            (f for f in kept if f.cleaned_data.get("since")), key=lambda f: f.cleaned_data["since"]
        )
        for earlier, later in pairwise(dated):
            until = earlier.cleaned_data.get("until")
            if until is None or until > later.cleaned_data["since"]:
                later.add_error(
                    "since", _("The period before this one has not ended on that day. End it first.")
                )


class MembershipInline(admin.TabularInline):
    """The periods of a state, oldest first."""

    model = Membership
    form = MembershipForm
    formset = MembershipFormSet
    ordering = ["since"]
    extra = 0


@admin.register(State)
class StateAdmin(EditionsMedia, admin.ModelAdmin):
    """A state with its capital, clock and periods."""

    list_display = ["code", "name", "capital", "time_zone"]
    search_fields = ["name_en", "name_ru", "code"]
    inlines = [MembershipInline]
    fieldsets = [(None, {"fields": ["code", "time_zone"]}), *editions("name", "capital")]

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
class StatusAdmin(EditionsMedia, admin.ModelAdmin):
    """The statuses that a state can hold."""

    list_display = ["key", "name", "list_name", "order"]
    fieldsets = [(None, {"fields": ["key", "order"]}), *editions("name", "list_name")]

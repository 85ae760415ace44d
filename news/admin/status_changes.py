"""Pages that first say what will be: a new status of a state from a day, and several statuses that become one."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from news.actions.statuses import (
    ChangedError,
    give_status,
    merge_statuses,
    plan_merging,
    plan_new_status,
    sign,
)
from news.admin.fields import DayInput
from news.models import State, Status
from news.models.years import FIRST_YEAR, LAST_YEAR

# What the page showed, as the button sends it back.
SEEN = "seen"


class StatusChangeForm(forms.Form):
    """What the two forms have in common: a day, and a plan that is shown before it is done."""

    day = forms.DateField(
        label=gettext_lazy("From the day"),
        widget=DayInput,
        help_text=gettext_lazy("The first day of the new status, such as that of the decision."),
    )

    def clean_day(self):
        """A year that the portal knows; others are slips of the finger."""
        day = self.cleaned_data["day"]
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(
                _("A year from %(first)d to %(last)d is expected.") % {"first": FIRST_YEAR, "last": LAST_YEAR}
            )
        return day

    def clean(self):
        """Plan what will be done, so that what contradicts what is stored is refused at its field."""
        cleaned, self.steps = super().clean(), []
        if not self.errors:
            self.steps = self.plan()
        return cleaned


class NewStatusForm(StatusChangeForm):
    """A state gets a status."""

    status = forms.ModelChoiceField(Status.objects.all(), label=gettext_lazy("New status"))
    field_order = ["status", "day"]

    def __init__(self, *args, state: State, **kwargs):
        super().__init__(*args, **kwargs)
        self.state = state

    def plan(self):
        """The one step."""
        return [plan_new_status(self.state, self.cleaned_data["status"], self.cleaned_data["day"])]

    def carry_out(self, **options):
        """Do it."""
        give_status(self.state, self.cleaned_data["status"], self.cleaned_data["day"], **options)


class MergingForm(StatusChangeForm):
    """Several statuses become one."""

    sources = forms.ModelMultipleChoiceField(
        Status.objects.all(), label=gettext_lazy("Statuses that end"), widget=forms.CheckboxSelectMultiple
    )
    target = forms.ModelChoiceField(
        Status.objects.all(),
        label=gettext_lazy("Status that they become"),
        help_text=gettext_lazy("A new status has to be added to the list of statuses first."),
    )
    field_order = ["sources", "target", "day"]

    def plan(self):
        """A step for each state."""
        return plan_merging(*self._chosen())

    def carry_out(self, **options):
        """Do it, everywhere or nowhere."""
        merge_statuses(*self._chosen(), **options)

    def _chosen(self):
        return self.cleaned_data["sources"], self.cleaned_data["target"], self.cleaned_data["day"]


def may_change_statuses(person) -> bool:
    """Whether a person may give states other periods."""
    return person.has_perms(["news.add_membership", "news.change_membership"])


class NewStatus:
    """Before ModelAdmin of states: the form on a state's page, and the page that says what it will do."""

    change_form_template = "admin/news/state/change_form.html"

    def get_urls(self):
        """With the page of a new status."""
        view = self.admin_site.admin_view(self.new_status)
        return [path("<int:pk>/status/", view, name="news_state_status"), *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The page of a state, with the small form for those who may use it."""
        small = NewStatusForm(state=None) if may_change_statuses(request.user) else None
        return super().change_view(
            request, object_id, form_url, {"new_status": small} | (extra_context or {})
        )

    def new_status(self, request, pk):
        """Say what the state's new status changes; do it when that was confirmed."""
        state = self.get_queryset(request).filter(pk=pk).first()
        if state is None:
            raise Http404
        form = NewStatusForm(request.POST or None, state=state)
        page = reverse("admin:news_state_change", args=[pk])
        context = {"title": _("New status from a day"), "subtitle": str(state), "original": state}
        return confirmed_page(self, request, form, context, page)


class MergingStatuses:
    """Before ModelAdmin of statuses: the page on which several become one."""

    change_list_template = "admin/news/status/change_list.html"

    def get_urls(self):
        """With the page of merging."""
        return [
            path("merge/", self.admin_site.admin_view(self.merging), name="news_status_merge"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        """The list, with the way to that page for those who may use it."""
        may = {"may_merge": may_change_statuses(request.user)}
        return super().changelist_view(request, may | (extra_context or {}))

    def merging(self, request):
        """Say which states the merging changes, and how; do it when that was confirmed."""
        form = MergingForm(request.POST or None)
        page = reverse("admin:news_status_changelist")
        return confirmed_page(self, request, form, {"title": _("Merge statuses from a day")}, page)


def confirmed_page(model_admin, request, form, context: dict, leads_to: str):
    """The form, then what it will do, then the doing. Raises PermissionDenied."""
    if not may_change_statuses(request.user):
        raise PermissionDenied
    steps = form.steps if form.is_valid() else []
    if steps and (seen := request.POST.get(SEEN)):
        try:
            form.carry_out(seen=seen, by=request.user, request=request)
        except (ChangedError, ValidationError):
            messages.warning(
                request,
                _("What is stored has changed since this was shown, and nothing was done. Look at it again."),
            )
            form.full_clean()
            steps = form.steps
        else:
            done = ngettext(
                "One state has got its new status.", "%(count)d states have got their new status.", len(steps)
            )
            messages.success(request, done % {"count": len(steps)})
            return HttpResponseRedirect(leads_to)
    shown = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "form": form,
        "steps": steps,
        "seen": sign(steps),
        "leads_to": leads_to,
        "media": model_admin.media,
    }
    return TemplateResponse(request, "admin/news/status_change.html", shown | context)

"""The log of actions: read and searched, never changed."""

from datetime import datetime, time

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from news.models import AuditEntry, User

# Entries that the pages of a search reach; counting more of a million would take longer than narrowing it down.
REACH = 2000


class BoundedPaginator(Paginator):
    """Pages over the newest entries of a search. It counts no further than it reaches."""

    @cached_property
    def count(self):
        """How many entries there are, as far as the pages reach."""
        return self.object_list.order_by()[:REACH].count()


class PersonFilter(admin.SimpleListFilter):
    """Entries by who did it."""

    title = _("person")
    parameter_name = "person"

    def lookups(self, request, model_admin):
        """Everybody who has an account."""
        return list(User.objects.order_by("username").values_list("pk", "username"))

    def queryset(self, request, queryset):
        """What the chosen person did."""
        value = self.value() or ""
        return queryset.filter(person_number=value) if value.isdecimal() and len(value) < 19 else queryset


class KindFilter(admin.SimpleListFilter):
    """Entries by the kind of object."""

    title = _("kind of object")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        """Everything that has a page."""
        models = model_admin.admin_site._registry
        return sorted(
            ((model._meta.label_lower, capfirst(model._meta.verbose_name)) for model in models),
            key=lambda pair: pair[1],
        )

    def queryset(self, request, queryset):
        """What was done to objects of the chosen kind."""
        return queryset.filter(model=self.value()) if self.value() else queryset


class PeriodFilter(admin.SimpleListFilter):
    """Entries of a period, both of its days included."""

    title = _("period")
    parameter_name = "since"
    template = "admin/period_filter.html"

    def __init__(self, request, params, model, model_admin):
        self.until = (params.pop("until", None) or [""])[-1]
        super().__init__(request, params, model, model_admin)
        self.used_parameters.setdefault("since", "")

    def lookups(self, request, model_admin):
        """Any two days."""
        return [("", "")]

    def has_output(self):
        """Always there to be filled in."""
        return True

    def expected_parameters(self):
        """Both ends."""
        return ["since", "until"]

    def choices(self, changelist):
        """What the form holds, with the other conditions of the list."""
        kept = changelist.params.items()
        yield {
            "since": self.value() or "",
            "until": self.until,
            "kept": [(name, value) for name, value in kept if name not in {"since", "until", "p"}],
            "query": changelist.query,
        }

    def queryset(self, request, queryset):
        """What was done in the period; a day that is none limits nothing."""
        if since := _moment(self.value(), time.min):
            queryset = queryset.filter(at__gte=since)
        if until := _moment(self.until, time.max):
            queryset = queryset.filter(at__lte=until)
        return queryset


def _moment(text: str | None, clock: time) -> datetime | None:
    try:
        day = parse_date(text or "")
    except ValueError:
        return None
    return timezone.make_aware(datetime.combine(day, clock)) if day else None


@admin.register(AuditEntry)
class AuditEntryAdmin(admin.ModelAdmin):
    """A list and nothing else. What is written here cannot be changed, nor taken back."""

    list_display = ["at", "who", "action", "what", "details", "network"]
    list_display_links = None
    readonly_fields = [field.name for field in AuditEntry._meta.fields]
    list_filter = [PeriodFilter, PersonFilter, "action", KindFilter]
    search_fields = ["title", "object_id"]
    search_help_text = _("Words of a title, or the number of an object.")
    sortable_by = []
    ordering = ["-at", "-id"]
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # each would count all entries
    actions = None

    def has_add_permission(self, request):
        """The log is written by what is done."""
        return False

    def has_change_permission(self, request, obj=None):
        """Nobody changes what was."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Nobody takes it back."""
        return False

    def get_search_results(self, request, queryset, search_term):
        """By number where it is one, by words of the title otherwise."""
        term = search_term.strip()
        if not term:
            return queryset, False
        return queryset.filter(Q(object_id=term) if term.isdecimal() else Q(title__icontains=term)), False

    @admin.display(description=_("person"))
    def who(self, entry):
        """The name of the account then; or that a command did it."""
        return entry.person or (entry.get_via_display() if entry.via == AuditEntry.Via.COMMAND else "–")

    @admin.display(description=_("object"))
    def what(self, entry):
        """The object, with a link where it may still be there."""
        address = entry.address
        return format_html('<a href="{}">{}</a>', address, entry.about) if address else entry.about or "–"

    @admin.display(description=_("changes"))
    def details(self, entry):
        """What changed."""
        return entry.summary or "–"

"""Spelling reports: see the words where they stand, decide."""

from django.contrib import admin, messages
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from comments.actions.deciding import decide_reports
from comments.models import TypoReport


@admin.register(TypoReport)
class TypoReportAdmin(admin.ModelAdmin):
    """Reports with the newest first. They are evidence and are not edited."""

    list_display = ["in_context", "suggestion", "note", "language", "article", "status", "created_at"]
    list_filter = ["status", "language"]
    list_select_related = ["article"]
    search_fields = ["exact", "note"]
    ordering = ["-created_at"]
    show_full_result_count = False
    actions = ["accept", "reject"]
    fields = [
        "article",
        "language",
        "field",
        "in_context",
        "suggestion",
        "note",
        "offset",
        "revision",
        "status",
        "created_at",
        "decided_at",
        "decided_by",
    ]
    readonly_fields = fields

    def has_add_permission(self, request):
        """Reports come from readers."""
        return False

    @admin.display(description=_("words"), ordering="exact")
    def in_context(self, report):
        """The words marked where they stand."""
        return format_html("{}<mark>{}</mark>{}", report.prefix, report.exact, report.suffix)

    @admin.action(description=_("Accept the selected reports"), permissions=["change"])
    def accept(self, request, queryset):
        """The error is real, and corrected."""
        self._decide(request, queryset, TypoReport.Status.ACCEPTED)

    @admin.action(description=_("Reject the selected reports"), permissions=["change"])
    def reject(self, request, queryset):
        """The spelling is right."""
        self._decide(request, queryset, TypoReport.Status.REJECTED)

    def _decide(self, request, queryset, status):
        pks = list(queryset.exclude(status=status).values_list("pk", flat=True))
        changed = decide_reports(TypoReport.objects.filter(pk__in=pks), status=status, by=request.user)
        for report in TypoReport.objects.filter(pk__in=pks):
            self.log_change(request, report, [{"changed": {"fields": [str(status.label)]}}])
        messages.success(
            request,
            ngettext("%(count)d report changed.", "%(count)d reports changed.", changed) % {"count": changed},
        )

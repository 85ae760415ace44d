"""Spelling reports: see the words where they stand, decide."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from comments.actions.deciding import decide_reports
from comments.admin.deciding import AboutStoriesAdmin
from comments.models import TypoReport


@admin.register(TypoReport)
class TypoReportAdmin(AboutStoriesAdmin):
    """Reports are evidence and are not edited."""

    list_display = ["in_context", "suggestion", "note", "status", "language", "article", "created_at"]
    search_fields = ["exact", "note"]
    actions = ["accept", "reject"]
    decisions = {TypoReport.Status.ACCEPTED: _("Accept"), TypoReport.Status.REJECTED: _("Reject")}
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

    @admin.display(description=_("words"), ordering="exact")
    def in_context(self, report):
        """The words marked where they stand."""
        return format_html("{}<mark>{}</mark>{}", report.prefix, report.exact, report.suffix)

    @admin.action(description=_("Accept the selected reports"), permissions=["change"])
    def accept(self, request, queryset):
        """The error is real, and corrected."""
        self.decide(request, queryset, TypoReport.Status.ACCEPTED)

    @admin.action(description=_("Reject the selected reports"), permissions=["change"])
    def reject(self, request, queryset):
        """The spelling is right."""
        self.decide(request, queryset, TypoReport.Status.REJECTED)

    def write(self, rows, *, status, by) -> int:
        """By the action for reports."""
        return decide_reports(rows, status=status, by=by)

    def said(self, changed: int) -> str:
        """How many reports changed."""
        return ngettext("%(count)d report changed.", "%(count)d reports changed.", changed) % {
            "count": changed
        }

"""Comments: read, decide."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from comments.actions.deciding import decide_comments
from comments.models import Comment


@admin.register(Comment)
class CommentAdmin(admin.ModelAdmin):
    """Comments with the newest first. A reader's words are never changed, only shown or not."""

    list_display = ["excerpt", "name", "language", "article", "status", "created_at"]
    list_filter = ["status", "language"]
    list_select_related = ["article"]
    search_fields = ["name", "text"]
    ordering = ["-created_at"]
    show_full_result_count = False
    actions = ["approve", "reject", "mark_as_spam"]
    fields = [
        "article",
        "language",
        "name",
        "email",
        "text",
        "status",
        "created_at",
        "moderated_at",
        "moderated_by",
    ]
    readonly_fields = fields

    def has_add_permission(self, request):
        """Comments come from readers."""
        return False

    @admin.display(description=_("comment"))
    def excerpt(self, comment):
        """The first words."""
        return comment.text if len(comment.text) <= 200 else f"{comment.text[:200]}…"

    @admin.action(description=_("Approve the selected comments"), permissions=["change"])
    def approve(self, request, queryset):
        """Show them under their stories."""
        self._decide(request, queryset, Comment.Status.APPROVED)

    @admin.action(description=_("Reject the selected comments"), permissions=["change"])
    def reject(self, request, queryset):
        """Keep them from readers."""
        self._decide(request, queryset, Comment.Status.REJECTED)

    @admin.action(description=_("Mark the selected comments as spam"), permissions=["change"])
    def mark_as_spam(self, request, queryset):
        """Keep them from readers, as spam."""
        self._decide(request, queryset, Comment.Status.SPAM)

    def _decide(self, request, queryset, status):
        pks = list(queryset.exclude(status=status).values_list("pk", flat=True))
        changed = decide_comments(Comment.objects.filter(pk__in=pks), status=status, by=request.user)
        self.log_decisions(request, queryset.model.objects.filter(pk__in=pks), status)
        messages.success(
            request,
            ngettext("%(count)d comment changed.", "%(count)d comments changed.", changed)
            % {"count": changed},
        )

    def log_decisions(self, request, comments, status):
        """Leave a line in the history of each."""
        for comment in comments:
            self.log_change(request, comment, [{"changed": {"fields": [str(status.label)]}}])

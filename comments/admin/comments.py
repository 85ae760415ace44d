"""Comments: read, decide."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from comments.actions.deciding import decide_comments
from comments.admin.deciding import AboutStoriesAdmin
from comments.models import Comment


@admin.register(Comment)
class CommentAdmin(AboutStoriesAdmin):
    """A reader's words are never changed, only shown or not."""

    list_display = ["excerpt", "name", "status", "language", "article", "created_at"]
    search_fields = ["name", "text"]
    actions = ["approve", "reject", "mark_as_spam"]
    decisions = {
        Comment.Status.APPROVED: _("Approve"),
        Comment.Status.REJECTED: _("Reject"),
        Comment.Status.SPAM: _("Mark as spam"),
    }
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

    @admin.display(description=_("comment"))
    def excerpt(self, comment):
        """The first words."""
        return comment.text if len(comment.text) <= 200 else f"{comment.text[:200]}…"

    @admin.action(description=_("Approve the selected comments"), permissions=["change"])
    def approve(self, request, queryset):
        """Show them under their stories."""
        self.decide(request, queryset, Comment.Status.APPROVED)

    @admin.action(description=_("Reject the selected comments"), permissions=["change"])
    def reject(self, request, queryset):
        """Keep them from readers."""
        self.decide(request, queryset, Comment.Status.REJECTED)

    @admin.action(description=_("Mark the selected comments as spam"), permissions=["change"])
    def mark_as_spam(self, request, queryset):
        """Keep them from readers, as spam."""
        self.decide(request, queryset, Comment.Status.SPAM)

    def write(self, rows, *, status, by) -> int:
        """By the action for comments."""
        return decide_comments(rows, status=status, by=by)

    def said(self, changed: int) -> str:
        """How many comments changed."""
        return ngettext("%(count)d comment changed.", "%(count)d comments changed.", changed) % {
            "count": changed
        }

"""Messages from readers: read, answer by mail, decide."""

from urllib.parse import quote

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from comments.actions.deciding import decide_messages
from comments.admin.deciding import DecidingAdmin
from comments.models import Message


@admin.register(Message)
class MessageAdmin(DecidingAdmin):
    """A reader's words to the editors. Answers are written in a mail program; here it is noted that they were."""

    list_display = ["excerpt", "name", "status", "created_at", "is_mailed"]
    search_fields = ["name", "email", "subject", "text"]
    actions = ["mark_as_answered", "close", "mark_as_spam"]
    decisions = {
        Message.Status.ANSWERED: _("Mark as answered"),
        Message.Status.CLOSED: _("No answer needed"),
        Message.Status.SPAM: _("Mark as spam"),
    }
    fields = [
        "name",
        "answer_to",
        "language",
        "subject",
        "text",
        "status",
        "created_at",
        "mailed_at",
        "decided_at",
        "decided_by",
    ]
    readonly_fields = fields

    @admin.display(description=_("text"))
    def excerpt(self, message):
        """The subject and the first words."""
        words = message.text if len(message.text) <= 200 else f"{message.text[:200]}…"
        return format_html("<strong>{}</strong> {}", message.subject, words) if message.subject else words

    @admin.display(description=_("mailed"), boolean=True, ordering="mailed_at")
    def is_mailed(self, message):
        """Whether the newsroom got it by mail as well."""
        return message.mailed_at is not None

    @admin.display(description=_("e-mail"))
    def answer_to(self, message):
        """A link that opens a mail to the reader."""
        if not message.email:
            return _("None was given: no answer is possible.")
        return format_html('<a href="mailto:{}">{}</a>', quote(message.email, safe="@"), message.email)

    @admin.action(description=_("Mark the selected messages as answered"), permissions=["change"])
    def mark_as_answered(self, request, queryset):
        """Somebody has written to the reader."""
        self.decide(request, queryset, Message.Status.ANSWERED)

    @admin.action(description=_("The selected messages need no answer"), permissions=["change"])
    def close(self, request, queryset):
        """Somebody has read them, and that is all."""
        self.decide(request, queryset, Message.Status.CLOSED)

    @admin.action(description=_("Mark the selected messages as spam"), permissions=["change"])
    def mark_as_spam(self, request, queryset):
        """No reader wrote them."""
        self.decide(request, queryset, Message.Status.SPAM)

    def write(self, rows, *, status, by) -> int:
        """By the action for messages."""
        return decide_messages(rows, status=status, by=by)

    def said(self, changed: int) -> str:
        """How many messages changed."""
        return ngettext("%(count)d message changed.", "%(count)d messages changed.", changed) % {
            "count": changed
        }

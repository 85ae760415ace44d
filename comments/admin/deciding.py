"""What the pages of readers' words have in common: they are decided on, never edited."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse

from news.models.article import long_columns


class DecidingAdmin(admin.ModelAdmin):
    """Readers' words with the newest first, decided on in the list or on their own page.

    A subclass has `decisions`, `write(rows, status=, by=)`, which calls its action and returns how many rows changed,
    and `said(count)`, which puts that into words.
    """

    list_filter = ["status", "language"]
    ordering = ["-created_at"]
    show_full_result_count = False
    # The statuses that can be given here, each with the words of its button.
    decisions = {}

    def has_add_permission(self, request):
        """They come from readers."""
        return False

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show the words with a button for each decision, to whoever may decide; a pressed one leads to the list."""
        status = request.POST.get("_decide")
        decisions = self.decisions if self.has_change_permission(request) else {}
        if status in decisions:
            self.decide(request, self.model.objects.filter(pk=unquote(object_id)), status)
            return HttpResponseRedirect(
                reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
            )
        extra = {"decisions": decisions.items()} | (extra_context or {})
        return super().changeform_view(request, object_id, form_url, extra)

    @transaction.atomic
    def decide(self, request, queryset, status):
        """Give the rows a status; say how many changed, and leave an entry in the log for each that did."""
        pks = list(queryset.exclude(status=status).values_list("pk", flat=True))
        changed = self.write(self.model.objects.filter(pk__in=pks), status=status, by=request.user)
        for row in self.model.objects.filter(pk__in=pks):
            self.log_change(request, row, {"status": status})
        messages.success(request, self.said(changed))


class AboutStoriesAdmin(DecidingAdmin):
    """Words about stories."""

    def get_queryset(self, request):
        """With the titles of the stories, without their long texts."""
        rows = super().get_queryset(request).select_related("article")
        return rows.defer(*long_columns("article__"))

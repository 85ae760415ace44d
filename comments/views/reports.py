"""Reporting a spelling error."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from comments.actions.receiving import receive_report
from comments.forms import ReportForm
from comments.views import forms as answers
from infoshos.web.network import client_address
from infoshos.web.same_origin import same_origin
from news.languages import current
from news.views.articles import counterpart


@same_origin
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, pk, slug):
    """A plain form, and where it and the dialog of the story's page are sent."""
    story = answers.public_story(pk)
    context = {"article": story, "alternate": ""}
    if request.method != "POST":
        form = ReportForm(initial={"revision": story.live_revision})
        return render(request, "comments/report_form.html", context | {"form": form})
    form = ReportForm(request.POST)
    if not form.is_valid():
        return answers.refused(request, "comments/report_form.html", context | {"form": form})
    words = dict(form.cleaned_data)
    receive_report(
        story,
        language=current(),
        script_key=words.pop("key"),
        report=words,
        address=client_address(request),
    )
    return answers.stored(request, reverse("report-sent", args=[story.pk, story.slug]))


@require_safe
def sent(request, pk, slug):
    """Thank the reader. The same page for everybody."""
    story = answers.public_story(pk)
    return render(request, "comments/report_sent.html", {"article": story, "alternate": counterpart(story)})

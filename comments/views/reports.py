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

FORM = "comments/report_form.html"


def _from_elsewhere(request):
    return answers.turned_away(request, FORM, ReportForm(request.POST), answers.cross_origin())


@same_origin(refuse=_from_elsewhere)
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, pk, slug):
    """A plain form, and where it and the dialog of the story's page are sent."""
    if request.method == "POST":
        return _take(request, pk)
    story = answers.public_story(pk)
    form = ReportForm(initial={"revision": story.live_revision})
    context = {"form": form, "article": story, "can_send": True, "alternate": ""}
    return answers.moved(request, story, slug) or render(request, FORM, context)


def _take(request, pk):
    form = ReportForm(request.POST)
    story = answers.find_story(pk)
    if isinstance(story, answers.Reason):
        return answers.turned_away(request, FORM, form, story)
    if not form.is_valid():
        return answers.refused(request, FORM, form, story)
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
    context = {"article": story, "alternate": counterpart(story)}
    return answers.moved(request, story, slug) or render(request, "comments/report_sent.html", context)

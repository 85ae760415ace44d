"""Leaving a comment."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from comments.actions.receiving import receive_comment
from comments.forms import CommentForm
from comments.views import forms as answers
from infoshos.web.network import client_address
from infoshos.web.same_origin import same_origin
from news.languages import current
from news.views.articles import counterpart

FORM = "comments/comment_form.html"


def _from_elsewhere(request):
    return answers.turned_away(request, FORM, CommentForm(request.POST), answers.cross_origin())


@same_origin(refuse=_from_elsewhere)
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request, pk, slug):
    """Take a comment; what cannot be taken comes back with the reason."""
    if request.method == "POST":
        return _take(request, pk)
    story = answers.public_story(pk)
    return answers.moved(request, story, slug) or redirect(f"{story.get_absolute_url()}#leave-comment")


def _take(request, pk):
    form = CommentForm(request.POST)
    story = answers.find_story(pk)
    if isinstance(story, answers.Reason):
        return answers.turned_away(request, FORM, form, story)
    if form.is_valid() and not story.comments_open:
        form.add_error(None, _("Comments on this story are closed. Your text was not stored."))
    if not form.is_valid():
        return answers.refused(request, FORM, form, story)
    words = form.cleaned_data
    receive_comment(
        story,
        language=current(),
        name=words["name"],
        email=words["email"],
        text=words["text"],
        script_key=words["key"],
        address=client_address(request),
    )
    return answers.stored(request, reverse("comment-sent", args=[story.pk, story.slug]))


@require_safe
def sent(request, pk, slug):
    """Say what happens with a comment next. The same page for everybody."""
    story = answers.public_story(pk)
    context = {"article": story, "alternate": counterpart(story)}
    return answers.moved(request, story, slug) or render(request, "comments/comment_sent.html", context)

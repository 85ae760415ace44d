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


@same_origin
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request, pk, slug):
    """Take a comment; what cannot be taken comes back with the reason."""
    story = answers.public_story(pk)
    if request.method != "POST":
        return redirect(f"{story.get_absolute_url()}#leave-comment")
    form = CommentForm(request.POST)
    if form.is_valid() and not story.comments_open:
        form.add_error(None, _("Comments on this story are closed. Your text was not stored."))
    if not form.is_valid():
        return answers.refused(request, "comments/comment_form.html", {"article": story, "form": form})
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
    return render(request, "comments/comment_sent.html", context)

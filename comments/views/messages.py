"""Writing to the editors."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from comments.actions.receiving import receive_message
from comments.forms import MessageForm
from comments.views import forms as answers
from infoshos.web.network import client_address
from infoshos.web.same_origin import same_origin
from news.languages import current
from news.views.alternates import same_page

FORM = "comments/message_form.html"


def _from_elsewhere(request):
    return answers.turned_away(request, FORM, MessageForm(request.POST), answers.cross_origin())


@same_origin(refuse=_from_elsewhere)
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request):
    """The form, with the other ways to reach the editors beside it."""
    if request.method == "POST":
        return _take(request)
    return render(request, FORM, {"form": MessageForm(), "can_send": True, "alternate": same_page(request)})


def _take(request):
    form = MessageForm(request.POST)
    if not form.is_valid():
        return answers.refused(request, FORM, form)
    words = dict(form.cleaned_data)
    receive_message(language=current(), script_key=words.pop("key"), address=client_address(request), **words)
    return answers.stored(request, reverse("contact-sent"))


@require_safe
def sent(request):
    """Say what happens with a message next. The same page for everybody."""
    return render(request, "comments/message_sent.html", {"alternate": same_page(request)})

"""The page on which a person chooses a digest by mail."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import site
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from news.actions.digests import NEVER, choose_digest
from news.models import Digest

USUAL_HOUR = 9


class DigestForm(forms.Form):
    """How often, and at what hour."""

    interval = forms.ChoiceField(
        label=gettext_lazy("How often"),
        choices=[(NEVER, pgettext_lazy("a digest", "never")), *Digest.Interval.choices],
        widget=forms.RadioSelect,
    )
    hour = forms.TypedChoiceField(
        label=gettext_lazy("At, Moscow time"),
        choices=[(hour, f"{hour}:00") for hour in range(24)],
        coerce=int,
    )

    def __init__(self, *args, email: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_interval(self):
        """Whoever has no address cannot be mailed."""
        interval = self.cleaned_data["interval"]
        if interval != NEVER and not self.email:
            raise forms.ValidationError(
                _("Your account has no e-mail address. A chief editor can give it one.")
            )
        return interval


def digest(request):
    """Show what the person has chosen, and store another choice."""
    person = request.user
    chosen = Digest.objects.filter(user=person).first()
    form = DigestForm(
        request.POST if request.method == "POST" else None,
        email=person.email,
        initial={
            "interval": chosen.interval if chosen else NEVER,
            "hour": chosen.hour if chosen else USUAL_HOUR,
        },
    )
    if request.method == "POST" and form.is_valid():
        choose_digest(person, **form.cleaned_data)
        stops = form.cleaned_data["interval"] == NEVER
        messages.success(
            request, _("No digest is sent to you.") if stops else _("The digest will be sent to you.")
        )
        return HttpResponseRedirect(reverse("admin:digest"))
    context = {
        **site.each_context(request),
        "title": _("Digest by mail"),
        "form": form,
        "email": person.email,
        "is_mailed": bool(settings.EMAIL_HOST),
    }
    return TemplateResponse(request, "admin/account/digest.html", context)

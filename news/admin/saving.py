"""A page of an editor is stored whole or not at all, and the editor is told which."""

import logging

from django import forms
from django.db import IntegrityError
from django.utils.translation import gettext as _

from news.actions.files import undone_on_failure

logger = logging.getLogger(__name__)


class WholeSaves:
    """Before ModelAdmin: what the database refuses although the form found no fault comes back as the form.

    That happens where somebody else saves between the check and the writing. The form is then checked once more,
    with what the other has stored, so that it can say what is wrong; if it still finds nothing, it says what follows.
    Files that were written with the rows are removed.
    """

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Save, or show the form again."""
        try:
            with undone_on_failure():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as error:
            logger.warning("%s could not be saved: %s", request.path, error)
            request.refusal = _(
                "Somebody saved at the same moment, and the two do not go together. Nothing of yours has been "
                "stored; it stands below. Look at it again and save it."
            )
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form, which knows of the refusal."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return _refused(form, request.refusal) if hasattr(request, "refusal") else form


def _refused(form: type[forms.ModelForm], reason: str) -> type[forms.ModelForm]:
    """A form that is not valid for the reason, unless it finds a better one."""

    class Refused(form):
        def clean(self):
            cleaned = super().clean()
            if not self.errors:
                raise forms.ValidationError(reason, code="refused")
            return cleaned

    return Refused

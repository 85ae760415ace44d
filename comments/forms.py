"""Forms for readers. What was typed always comes back; lengths are judged here, never cut by the browser."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from comments import cleaning
from comments.models.comment import TEXT_LIMIT
from comments.models.message import MESSAGE_LIMIT, SUBJECT_LIMIT
from comments.models.typo_report import CONTEXT_LIMIT, NOTE_LIMIT, SELECTION_LIMIT, TypoReport


class ScriptKey(forms.CharField):
    """What the page's script makes at the first keystroke; anything else counts as no key."""

    widget = forms.HiddenInput

    def __init__(self):
        super().__init__(required=False)

    def clean(self, value):
        """Keep 16 to 64 letters, digits and hyphens."""
        value = str(value or "")
        plain = value.replace("-", "")
        return value if 16 <= len(value) <= 64 and plain.isascii() and plain.isalnum() else ""


class ReaderField(forms.CharField):
    """Text of a reader, cleaned. What is refused comes back as it was typed."""

    def __init__(self, cleaned=cleaning.words, **options):
        super().__init__(**options)
        self.cleaned = cleaned

    def to_python(self, value):
        """The text that is judged and stored."""
        return self.cleaned(super().to_python(value))


class ReaderNameField(ReaderField):
    """Whatever a reader wants to be called."""

    def __init__(self):
        super().__init__(
            cleaning.name,
            label=_("Your name"),
            validators=[at_most(80)],
            widget=forms.TextInput(attrs={"autocomplete": "name"}),
            error_messages={"required": _("Please give a name: your own or any other.")},
        )


class ReaderEmailField(forms.EmailField):
    """An address, which nobody must give: whatever cannot be seen in it is no part of it."""

    def __init__(self, label):
        super().__init__(
            label=label,
            required=False,
            max_length=None,
            validators=[at_most(254)],
            widget=forms.EmailInput(attrs={"autocomplete": "email"}),
            error_messages={"invalid": _("This is not an e-mail address. Correct it or leave it out.")},
        )

    def to_python(self, value):
        """The address that is judged and stored."""
        return cleaning.name(super().to_python(value))


def at_most(limit: int, message=None) -> MaxLengthValidator:
    """Refuse longer text. A `maxlength` in the page would cut what is pasted without a word."""
    return MaxLengthValidator(
        limit,
        message
        or ngettext_lazy(
            "Too long: %(show_value)d character; the limit is %(limit_value)d.",
            "Too long: %(show_value)d characters; the limit is %(limit_value)d.",
            "show_value",
        ),
    )


class CommentForm(forms.Form):
    """A comment on a story."""

    name = ReaderNameField()
    email = ReaderEmailField(label=_("E-mail (optional, never shown)"))
    text = ReaderField(
        label=_("Comment"),
        validators=[at_most(TEXT_LIMIT)],
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Please write your comment.")},
    )
    key = ScriptKey()

    use_required_attribute = False


class MessageForm(forms.Form):
    """A message to the editors."""

    name = ReaderNameField()
    email = ReaderEmailField(label=_("E-mail (optional; without it nobody can answer you)"))
    subject = ReaderField(
        cleaning.name,
        label=_("Subject (optional)"),
        required=False,
        validators=[at_most(SUBJECT_LIMIT)],
    )
    text = ReaderField(
        label=_("Your message"),
        validators=[at_most(MESSAGE_LIMIT)],
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Please write your message.")},
    )
    key = ScriptKey()

    use_required_attribute = False


class ReportForm(forms.Form):
    """A report of a spelling error."""

    exact = ReaderField(
        cleaning.selected,
        label=_("The words with the error"),
        strip=False,
        validators=[
            at_most(
                SELECTION_LIMIT,
                ngettext_lazy(
                    "The selected text is too long: %(show_value)d character; the limit is %(limit_value)d.",
                    "The selected text is too long: %(show_value)d characters; the limit is %(limit_value)d.",
                    "show_value",
                ),
            )
        ],
        error_messages={"required": _("Please give the words with the error.")},
    )
    suggestion = ReaderField(
        label=_("The right spelling (optional)"), required=False, validators=[at_most(SELECTION_LIMIT)]
    )
    note = ReaderField(
        label=_("Note for the editors (optional)"),
        required=False,
        validators=[at_most(NOTE_LIMIT)],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field = forms.ChoiceField(
        choices=TypoReport.Field, required=False, widget=forms.HiddenInput, initial=TypoReport.Field.BODY
    )
    prefix = ReaderField(cleaning.selected, required=False, strip=False, widget=forms.HiddenInput)
    suffix = ReaderField(cleaning.selected, required=False, strip=False, widget=forms.HiddenInput)
    offset = forms.IntegerField(
        required=False, min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput
    )
    revision = forms.IntegerField(
        required=False, min_value=1, max_value=2_000_000_000, widget=forms.HiddenInput
    )
    key = ScriptKey()

    use_required_attribute = False

    def clean_exact(self):
        """What nobody can see is no word."""
        exact = self.cleaned_data["exact"]
        if not cleaning.is_visible(exact):
            raise forms.ValidationError(self.fields["exact"].error_messages["required"], code="required")
        return exact

    def clean_field(self):
        """The plain form does not know where the words stand: mostly in the text."""
        return self.cleaned_data["field"] or TypoReport.Field.BODY

    def clean_prefix(self):
        """The nearest words before the place are enough."""
        return self.cleaned_data["prefix"][-CONTEXT_LIMIT:]

    def clean_suffix(self):
        """The nearest words after the place are enough."""
        return self.cleaned_data["suffix"][:CONTEXT_LIMIT]

"""A form knows the values that it was opened with, so that nobody's work is overwritten unasked.

They travel with the page, signed. When the form comes back there are three versions of each field: what it was, what
the editor sends, what is stored now. What only one of the two changed is taken; where both changed it in different
ways, the editor is asked. So whoever wrote the row, a colleague, an import, a command, is seen, and no column has to
be kept up to date for it.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple

from django import forms
from django.core import signing
from django.db.models import Model, QuerySet
from django.forms.models import InlineForeignKeyField
from django.utils.formats import localize
from django.utils.translation import gettext as _

from news.admin.fields import EDITION_NAMES, BodyField
from news.languages import LANGUAGES
from news.merging import merge_body

FIELD = "_started_from"
CHOICE = "_take_"
MINE, THEIRS = "mine", "theirs"


def plain(value):
    """A value as JSON holds it and two can be compared: rows by number, several of them in one order."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if isinstance(value, QuerySet | list | tuple | set):
        return sorted(plain(row) for row in value)
    return "" if value is None else value


class Beginning(NamedTuple):
    """What a form began with: values by field, and the fields about which the editor was asked already."""

    values: dict
    asked: list[str]

    def signed(self, salt: str) -> str:
        """As it travels with the page."""
        return signing.dumps(self._asdict(), salt=salt, compress=True)

    @classmethod
    def read(cls, text: str, salt: str) -> "Beginning":
        """Nothing is known where the text is none of ours: then each difference is asked about."""
        try:
            return cls(**signing.loads(text, salt=salt))
        except (signing.BadSignature, TypeError):
            return cls({}, [])


class Conflict(NamedTuple):
    """A field that two people changed in different ways, as the page shows it."""

    name: str
    label: str
    mine: str
    theirs: str
    kind: str
    language: str | None

    @property
    def choice(self) -> str:
        """The name of the field in which the editor decides."""
        return CHOICE + self.name


class BeginningField(forms.CharField):
    """Carries the beginning of a row of an inline form, which has no page of its own to carry it."""

    widget = forms.HiddenInput

    def has_changed(self, initial, data):
        """It is nothing that people change."""
        return False


class KnowsItsBeginning(forms.BaseModelForm):
    """Before a ModelForm that changes a row: what others stored meanwhile is merged, or asked about.

    `conflicts` are the questions, `merged` the labels of the fields that came from somebody else. Where the page has
    room to choose (`offers_choice`), it has to be chosen; otherwise saving again is the answer.
    """

    offers_choice = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.conflicts: list[Conflict] = []
        self.merged: list[str] = []
        self._sent = Beginning.read(self.data.get(self._key, ""), self._salt) if self.is_bound else None

    @property
    def beginning(self) -> str:
        """What the page is to send back. After a question, what the editor has now been shown."""
        if not self.is_bound:
            return Beginning(self._stored(self._compared()), []).signed(self._salt)
        if not self.conflicts:
            return self.data.get(self._key, "")
        seen = [name for name in self._compared() if name not in self.errors]
        values = self._sent.values | self._stored(seen)
        asked = [conflict.name for conflict in self.conflicts] if self.offers_choice else []
        return Beginning(values, asked).signed(self._salt)

    @property
    def is_stale(self) -> bool:
        """Whether somebody has changed the row since the form was opened."""
        return self._sent is not None and self._stored(self._compared()) != self._sent.values

    def clean(self):
        """Bring the versions of each field together before the rules look at them."""
        for name in self._compared():
            if name in self.cleaned_data:
                self._bring_together(name)
        return super().clean()

    @property
    def _key(self) -> str:
        return self.add_prefix(FIELD)

    @property
    def _salt(self) -> str:
        return f"{self._meta.model._meta.label_lower} {self.instance.pk}"

    def _compared(self) -> list[str]:
        left = (forms.FileField, BeginningField, InlineForeignKeyField)
        return [
            name
            for name, field in self.fields.items()
            if name in self.initial and not field.disabled and not isinstance(field, left)
        ]

    def _stored(self, names: Iterable[str]) -> dict:
        return {name: plain(self.initial[name]) for name in names}

    def _bring_together(self, name: str) -> None:
        mine, theirs = plain(self.cleaned_data[name]), plain(self.initial[name])
        known = name in self._sent.values
        base = self._sent.values.get(name)
        if name in self._sent.asked:
            choice = self.data.get(CHOICE + name)
            if choice == THEIRS:
                self._take(name, self.initial[name])
                return
            if choice == MINE and theirs == base:
                return
            if choice != MINE:
                base = None  # asked again, whatever else has happened
        if theirs in (mine, base):
            return
        if known and mine == base:
            self._take(name, self.initial[name])
            self.merged.append(self._label(name))
        elif not self._woven(name, base, mine, theirs):
            self.conflicts.append(self._conflict(name, mine, theirs))

    def _take(self, name: str, value) -> None:
        """Let a field hold what is stored, in what is saved and in what the page shows."""
        field, key = self.fields[name], self.add_prefix(name)
        self.data = self.data.copy()
        if isinstance(field.widget, forms.MultiWidget):
            for suffix, part in zip(field.widget.widgets_names, field.widget.decompress(value), strict=True):
                self.data[key + suffix] = "" if part is None else part
        elif isinstance(field, forms.ModelMultipleChoiceField):
            self.data.setlist(key, [str(plain(row)) for row in value])
        elif isinstance(value, bool) and not value:
            self.data.pop(key, None)
        else:
            self.data[key] = "" if value is None else field.prepare_value(value)
        single = isinstance(field, forms.ModelChoiceField) and not isinstance(
            field, forms.ModelMultipleChoiceField
        )
        self.cleaned_data[name] = field.to_python(value) if single else value
        self.__dict__.pop("changed_data", None)

    def _woven(self, name: str, base, mine, theirs) -> bool:
        """Merge two edits of a rich text paragraph by paragraph, if they do not meet."""
        if not isinstance(self.fields[name], BodyField) or base is None:
            return False
        merged = merge_body(base, mine, theirs)
        if merged.conflicts:
            return False
        self._take(name, merged.values["body"])
        self.merged.append(self._label(name))
        return True

    def _label(self, name: str) -> str:
        label, language = str(self.fields[name].label), language_of(name)
        return f"{label} · {EDITION_NAMES[language]}" if language else label

    def _conflict(self, name: str, mine, theirs) -> Conflict:
        field, language = self.fields[name], language_of(name)
        kind = "body" if isinstance(field, BodyField) else "words" if language else "value"
        shown = (mine, theirs) if language else (in_words(field, mine), in_words(field, theirs))
        return Conflict(name, self._label(name), *shown, kind, language)


def language_of(name: str) -> str | None:
    """The language of a translated column."""
    stem, _underscore, code = name.rpartition("_")
    return code if stem and code in LANGUAGES else None


def in_words(field: forms.Field, value) -> str:
    """A value of a field as people read it."""
    if isinstance(field, forms.ModelChoiceField):
        numbers = value if isinstance(value, list) else [value]
        rows = field.queryset.model._default_manager.filter(pk__in=[number for number in numbers if number])
        return ", ".join(field.label_from_instance(row) for row in rows) or _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    if isinstance(field, forms.DateField) and value:
        value = date.fromisoformat(value)
    return str(localize(value)) if value != "" else _("nothing")

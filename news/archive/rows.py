"""Storing rows: only what differs, only what is valid."""

import re

from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from modeltranslation.translator import NotRegistered, translator

from news.archive.errors import LineError
from news.archive.run import Outcome
from news.languages import LANGUAGES, column

# The largest number that a small number column holds in every database.
SMALL = 32767


def by_language(field: str, texts: dict) -> dict:
    """Values by language as values by column."""
    return {column(field, language): value for language, value in texts.items()}


def assign(row: Model, wanted: dict) -> bool:
    """Give the row its values; say whether any differed. For text, NULL and empty are the same."""
    changed = False
    for name, value in wanted.items():
        held = getattr(row, name)
        if held != value and not (held in (None, "") and value in (None, "")):
            setattr(row, name, value)
            changed = True
    return changed


def store(row: Model, wanted: dict, save=Model.save) -> Outcome:
    """Give the row its values and write it if it is new or differs. Raises LineError for what is not valid."""
    new = row._state.adding
    changed = assign(row, wanted)
    if not new and not changed:
        return Outcome.UNCHANGED
    clean(row)
    save(row)
    return Outcome.CREATED if new else Outcome.CHANGED


def clean(row: Model) -> None:
    """Validate a row. Raises LineError.

    The bare columns of translated fields are never read, so they are not looked at.
    """
    try:
        row.full_clean(exclude=_translated(type(row)))
    except ValidationError as error:
        raise refusal(error) from error


def refusal(error: ValidationError, where: str = "") -> LineError:
    """A validation error as a reason on one line."""
    if hasattr(error, "error_dict"):
        parts = [
            " ".join(messages) if name == "__all__" else f"{_key(name)}: {' '.join(messages)}"
            for name, messages in error.message_dict.items()
        ]
    else:
        parts = error.messages
    return LineError(f"{where}: {'; '.join(parts)}" if where else "; ".join(parts))


def known(model: type[Model], ref: str, prefix: str, *same: Q) -> Model | None:
    """The row of a reference.

    An export names rows that were never imported by their number. In the database that they came from, such a row
    is known again by the number and the conditions `same`, and keeps the reference from now on.
    """
    if row := model.objects.filter(import_ref=ref).first():
        return row
    number = re.fullmatch(rf"{prefix}-(\d{{1,18}})", ref, re.ASCII)
    row = number and model.objects.filter(*same, pk=int(number[1]), import_ref=None).first()
    if row:
        model.objects.filter(pk=row.pk).update(import_ref=ref)
        row.import_ref = ref
    return row or None


def _translated(model: type[Model]) -> list[str]:
    try:
        return list(translator.get_options_for_model(model).fields)
    except NotRegistered:
        return []


def _key(name: str) -> str:
    """The key of the format that a column stands for: `title_en` is `title.en`."""
    stem, _, language = name.rpartition("_")
    return f"{stem}.{language}" if language in LANGUAGES else name

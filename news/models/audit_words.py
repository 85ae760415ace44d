"""What an entry of the log says to people, in the language of the page."""

from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from news.models.audit_verbs import factor_words, freshness_words, place_words, restored_words, verb_words
from news.models.group import GROUP_NAMES


def object_words(entry) -> str:
    """The object as it was called then; of what readers wrote, what it is and its number."""
    if not entry.model:
        return ""
    kind = capfirst(_kind(entry.model))
    return f"{kind}: {entry.title}" if entry.title else f"{kind} {entry.object_id}"


def summary(entry) -> str:
    """What changed."""
    changes, model = entry.changes, _model(entry.model)
    sentences = []
    sentences += [verb_words(verb, language) for verb, language in changes.get("verbs", ())]
    sentences += [restored_words(number, language) for number, language in changes.get("restored", ())]
    for kind in ("outdated", "updated", "valid"):
        sentences += [freshness_words(kind, language, count) for language, count in changes.get(kind, ())]
    sentences += [place_words(verb, position) for verb, position in changes.get("places", ())]
    if fields := changes.get("fields"):
        sentences.append(", ".join(dict.fromkeys(_field(model, name) for name in fields)))
    for verb, label in dict.fromkeys(map(tuple, changes.get("parts", ()))):
        sentences.append(f"{pgettext('in the log', verb)}: {_kind(label)}")
    if status := changes.get("status"):
        sentences.append(str(dict(model.Status.choices).get(status, status)) if model else status)
    for key, words in (("given", _("given")), ("taken", _("taken away"))):
        if changes.get(key):
            sentences.append(f"{words}: {', '.join(_right(name) for name in changes[key])}")
    for file, counts in changes.get("counts", {}).items():
        sentences.append(f"{file}: {', '.join(f'{count} {outcome}' for outcome, count in counts.items())}")
    if factor := changes.get("factor"):
        sentences.append(factor_words(factor))
    if note := changes.get("note"):
        sentences.append(note)
    return "; ".join(sentences)


def _model(label: str):
    try:
        return apps.get_model(label) if label else None
    except LookupError:
        return None


def _kind(label: str) -> str:
    model = _model(label)
    return str(model._meta.verbose_name) if model else label


def _field(model, name: str) -> str:
    """The name of a column; that of an edition with its language."""
    base, _underscore, code = name.rpartition("_")
    languages = dict(settings.LANGUAGES)
    try:
        if code in languages:
            return f"{model._meta.get_field(base).verbose_name} ({_(languages[code])})"
        return str(model._meta.get_field(name).verbose_name)
    except (FieldDoesNotExist, AttributeError):
        return _("password") if name.startswith("password") else name


def _right(key: str) -> str:
    """The name of a group that every installation has; anything else by its key."""
    return str(GROUP_NAMES.get(key, key))

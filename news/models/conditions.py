"""Conditions that the rules of several models are made of."""

from django.db.models import CheckConstraint, Q

from news.languages import LANGUAGES, column


def filled(name: str) -> Q:
    """A column holds text. NULL is refused by name: a CHECK lets by what is neither true nor false."""
    return Q(**{f"{name}__isnull": False, f"{name}__gt": ""})


def in_both_languages(model: str, *fields: str, message) -> list[CheckConstraint]:
    """Rules that ask for the text of each field in every language: `state_has_name_en` and so on."""
    return [
        CheckConstraint(
            condition=filled(column(field, language)),
            name=f"{model}_has_{field}_{language}",
            violation_error_message=message,
        )
        for field in fields
        for language in LANGUAGES
    ]


def in_one_language(model: str, field: str, message) -> CheckConstraint:
    """A rule that asks for the text of a field in one language at least: `topic_has_name`."""
    either = Q()
    for language in LANGUAGES:
        either |= filled(column(field, language))
    return CheckConstraint(condition=either, name=f"{model}_has_{field}", violation_error_message=message)


def outdated_since_some_day(language: str) -> CheckConstraint:
    """A rule: an edition with paragraphs that are out of date says since when, and no other does."""
    count, since = column("outdated", language), column("outdated_since", language)
    return CheckConstraint(
        condition=Q(**{f"{count}__isnull": True, f"{since}__isnull": True})
        | Q(**{f"{count}__isnull": False, f"{count}__gt": 0, f"{since}__isnull": False}),
        name=f"article_{count}",
    )

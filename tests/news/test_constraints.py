"""Rules that the database itself holds: each is tested by its refusal of plain SQL."""

import re

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction

from tests.news.constraint_cases import CASES, COLUMNS, MESSAGES, TOO_LONG, UNIQUE

REFUSALS = [(name, number) for name, (_make, changes) in CASES.items() for number in range(len(changes))]
OUR_MODELS = [*apps.get_app_config("news").get_models(), *apps.get_app_config("comments").get_models()]

pytestmark = pytest.mark.django_db


def arrange(name, number):
    """The lawful row and the change that the rule refuses."""
    make, changes = CASES[name]
    row = make()
    change = changes[number]
    return row, change(row) if callable(change) else change


def update_by_sql(row, change):
    quote = connection.ops.quote_name
    columns = ", ".join(f"{quote(column)} = %s" for column in change)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {quote(row._meta.db_table)} SET {columns} WHERE id = %s",  # noqa: S608 - our own names
            [*change.values(), row.pk],
        )


@pytest.mark.parametrize(("name", "number"), REFUSALS)
def test_plain_sql_is_refused_by_the_rule(name, number):
    row, change = arrange(name, number)
    told = (COLUMNS if connection.vendor == "sqlite" else TOO_LONG).get(name, name)
    with pytest.raises((IntegrityError, DataError), match=re.escape(told)):
        update_by_sql(row, change)


@pytest.mark.parametrize(("name", "number"), [case for case in REFUSALS if case[0] in MESSAGES])
def test_people_are_told_what_is_wrong(name, number):
    row, change = arrange(name, number)
    for attribute, value in change.items():
        setattr(row, attribute, value)
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    assert MESSAGES[name] in refusal.value.messages


def test_every_rule_of_our_models_is_tested():
    rules = {constraint.name for model in OUR_MODELS for constraint in model._meta.constraints}
    assert rules == set(CASES)


@pytest.mark.parametrize("column", UNIQUE)
def test_a_second_row_of_the_same_value_is_refused(column):
    first, second = (make() for make in UNIQUE[column])
    attribute = first._meta.get_field(column.rpartition(".")[2]).attname
    if getattr(first, attribute) is None:
        update_by_sql(first, {attribute: "same"})
        first.refresh_from_db()
    assert getattr(second, attribute) != getattr(first, attribute)
    with pytest.raises(IntegrityError):
        update_by_sql(second, {attribute: getattr(first, attribute)})


def test_every_unique_column_is_tested():
    columns = {
        f"{model._meta.label}.{field.name}"
        for model in OUR_MODELS
        for field in model._meta.concrete_fields
        if field.unique and not field.primary_key
    }
    assert columns == set(UNIQUE)

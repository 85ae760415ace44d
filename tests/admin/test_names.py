"""Names that pages cannot do without are asked for in the form."""

import pytest

from news.models import Section, State, Status, Topic
from tests.admin.browsing import errors_of, fields_of
from tests.factories import make_section, make_state, make_status, make_topic

REQUIRED = ["This field is required."]


def change(desk, row, **changes):
    address = f"/admin/news/{row._meta.model_name}/{row.pk}/change/"
    values = fields_of(desk.get(address), f"{row._meta.model_name}_form")
    return desk.post(address, values | changes)


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (make_state, "name_en"),
        (make_state, "name_ru"),
        (make_state, "capital_en"),
        (make_state, "capital_ru"),
        (make_status, "name_en"),
        (make_status, "name_ru"),
        (make_status, "list_name_en"),
        (make_status, "list_name_ru"),
    ],
)
def test_states_and_statuses_have_their_names_in_both_languages(desk, make, field):
    row = make()
    answer = change(desk, row, **{field: " "})
    assert answer.status_code == 200
    assert errors_of(answer) == {field: REQUIRED}
    assert type(row).objects.get() == row
    assert getattr(type(row).objects.get(), field) == getattr(row, field)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (make_section, "A section needs a name in one language at least."),
        (make_topic, "A topic needs a name in one language at least."),
    ],
)
def test_sections_and_topics_have_a_name_in_one_language(desk, make, message):
    row = make()
    answer = change(desk, row, name_en="", name_ru="")
    assert answer.status_code == 200
    assert errors_of(answer) == {"": [message]}
    assert change(desk, row, name_en="").status_code == 302
    row.refresh_from_db()
    assert (row.name_en or "", row.name_ru != "") == ("", True)


@pytest.mark.parametrize("model", [State, Status, Section, Topic])
def test_an_empty_form_of_a_new_one_is_refused(desk, model):
    address = f"/admin/news/{model._meta.model_name}/add/"
    values = fields_of(desk.get(address), f"{model._meta.model_name}_form")
    assert desk.post(address, values).status_code == 200
    assert not model.objects.exists()

"""Which buttons the page of an article offers."""

import pytest

from tests.factories import make_article, moscow
from tests.markup import page_of

ADD = "/admin/news/article/add/"
BUTTONS = {
    "draft": ({"published_at_en": None}, ["publish:en", "schedule:en"]),
    "live": ({}, ["publish:en", "withdraw:en"]),
    "withdrawn": (
        {"withdrawn_at_en": moscow(2020, 1, 1), "withdrawal_reason_en": "Wrong."},
        ["publish:en", "withdraw:en", "restore:en"],
    ),
    "embargoed": ({"published_at_en": moscow(2190, 1, 1)}, ["publish:en", "schedule:en", "unschedule:en"]),
}


@pytest.mark.parametrize("case", BUTTONS)
def test_each_status_has_its_buttons(desk, case):
    fields, values = BUTTONS[case]
    panel = desk.get(f"/admin/news/article/{make_article(**fields).pk}/change/").context["panels"][0]
    assert [button.value for button in panel.buttons] == values


def test_the_first_button_of_the_form_saves_and_does_not_publish(desk):
    page = desk.get(ADD).content.decode()
    form = page[page.index('id="article_form"') :]
    first = form[form.index("<button") :]
    assert first.startswith('<button class="default" name="_save"')


def test_each_edition_holds_its_fields_and_both_share_the_rest(desk):
    page = page_of(desk.get(ADD))
    for code, name in (("en", "English edition"), ("ru", "Russian edition")):
        edition = page.one(f"#edition-{code}")
        assert edition["data-name"] == name
        for field in ("title", "summary", "body", "byline", "date", "slug"):
            assert edition.all(f".field-{field}_{code}"), field
    assert page.one(".editions").all(".field-topics") == []

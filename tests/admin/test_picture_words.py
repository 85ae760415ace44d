"""Which words pictures lack: said for each language in the list and in the form, and found by a filter."""

import re

import pytest

from news.models.image import missing_words
from tests.factories import make_image
from tests.markup import parse

LIST = "/admin/news/image/"
FULL = {"alt_en": "A", "alt_ru": "А", "caption_en": "B", "caption_ru": "Б", "credit": "Infoshos"}


@pytest.mark.parametrize(
    ("lacks", "english", "russian"),
    [
        ({}, [], []),
        ({"alt_en": ""}, ["alt"], []),
        ({"alt_ru": None, "caption_ru": None}, [], ["alt", "caption"]),
        ({"caption_en": "", "credit": ""}, ["caption", "credit"], ["credit"]),
    ],
)
@pytest.mark.django_db
def test_what_a_page_in_a_language_has_to_do_without(lacks, english, russian):
    image = make_image(**FULL | lacks)
    assert (missing_words(image, "en"), missing_words(image, "ru")) == (english, russian)


def flags(desk, image):
    """What the list says of a picture."""
    page = parse(desk.get(LIST).content.decode())
    row = next(row for row in page.all("#result_list tbody tr") if f"/{image.pk}/" in row.one("th a")["href"])
    return row.texts(".field-lacking .lacking") or row.one(".field-lacking").text


def test_the_list_says_what_is_missing_by_language(desk):
    full, bare = make_image(**FULL), make_image(**FULL | {"alt_ru": "", "caption_ru": "", "credit": ""})
    assert flags(desk, full) == "✓"
    assert flags(desk, bare) == ["In Russian: no alternative text, no caption", "no credit"]


def test_the_form_says_it_too(desk):
    bare = make_image(**FULL | {"alt_en": "", "caption_ru": "", "credit": ""})
    page = parse(desk.get(f"{LIST}{bare.pk}/change/").content.decode())
    lacks = ["In English: no alternative text", "In Russian: no caption", "no credit"]
    assert page.texts(".field-lacking .lacking") == lacks


@pytest.mark.parametrize(
    ("missing", "found"),
    [
        ("alt_en", {"alt_en"}),
        ("alt_ru", {"alt_ru"}),
        ("caption_en", {"caption_en"}),
        ("caption_ru", {"caption_ru"}),
        ("credit", {"credit"}),
        ("any", {"alt_en", "alt_ru", "caption_en", "caption_ru", "credit"}),
        ("nonsense", set()),
    ],
)
@pytest.mark.parametrize("empty", ["", None])
def test_the_filter_finds_those_that_lack_it(desk, missing, found, empty):
    images = {name: make_image(**FULL | {name: empty if name != "credit" else ""}) for name in FULL}
    images["full"] = make_image(**FULL)
    page = desk.get(f"{LIST}?missing={missing}").content.decode()
    shown = {int(key) for key in re.findall(r'name="_selected_action" value="(\d+)"', page)}
    expected = found or set(images)
    assert shown == {images[name].pk for name in expected}


def test_the_list_shows_small_files_where_there_are_such(desk):
    image = make_image(**FULL)
    assert f"/media/images/{image.token}.jpg" in desk.get(LIST).content.decode()
    type(image).objects.update(widths=[240, 480])
    assert f"/media/images/{image.token}-240.jpg" in desk.get(LIST).content.decode()

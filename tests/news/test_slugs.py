"""The readable part of an address."""

import random

import pytest
from django.core.exceptions import ValidationError

from news.models import Article
from news.slugs import LIMIT, slug_from

SLUGS = {
    "Ministers meet in Astana": "ministers-meet-in-astana",
    "Встреча министров: итоги": "vstrecha-ministrov-itogi",
    "Щука, ёж и подъезд": "shchuka-yozh-i-podyezd",
    "Шанхайский дух": "shankhaysky-dukh",
    "Заявление № 5 от 09.11.2020": "zayavleniye-no-5-ot-09112020",
    "Café Türkiye": "cafe-turkiye",
    "snake_case and __more__": "snake-case-and-more",
    "_a_ - _b_": "a-b",
    "a -- b": "a-b",
    "  spaces  ": "spaces",
    "上海合作组织": "story",
    "!?…": "story",
    "": "story",
}


@pytest.mark.parametrize("title", SLUGS)
def test_titles_become_addresses(title):
    assert slug_from(title) == SLUGS[title]


def test_a_long_title_is_cut_after_a_word():
    assert slug_from("слово " * 40) == "-".join(["slovo"] * 13)
    assert len("-".join(["slovo"] * 13)) <= LIMIT < len("-".join(["slovo"] * 14))
    assert slug_from("a" * 39 + " " + "b" * 40) == "a" * 39 + "-" + "b" * 40
    assert slug_from("a" * 39 + " " + "b" * 41) == "a" * 39


def test_a_word_that_is_too_long_is_cut_inside():
    assert slug_from("ы" * 200) == "y" * LIMIT


def test_every_slug_that_is_made_can_be_saved_again_in_the_form():
    validators = Article._meta.get_field("slug_en").validators
    dice = random.Random(7)  # noqa: S311 - the same titles each time
    letters = "aZяЁщ09 _-–—.,«»/\\№漢é\t\n"
    for _title in range(500):
        slug = slug_from("".join(dice.choices(letters, k=dice.randint(0, 120))))
        assert 0 < len(slug) <= LIMIT
        try:
            for validate in validators:
                validate(slug)
        except ValidationError:
            pytest.fail(f"{slug!r} cannot be saved")

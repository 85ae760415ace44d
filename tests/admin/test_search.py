"""Searches of the editors' pages find words in capital and small letters, in both alphabets, on both databases."""

import pytest

from tests.factories import make_article, make_comment, make_image, make_state, make_topic


def found(desk, address, words):
    return list(desk.get(address, {"q": words}).context["cl"].result_list)


@pytest.mark.parametrize("words", ["председательство", "ПРЕДСЕДАТЕЛЬСТВО", "chairmanship", "китая председ"])
def test_a_story_is_found_by_a_word_of_its_title(desk, words):
    wanted = make_article(title_en="The Chairmanship of China", title_ru="Председательство Китая")
    make_article(title_en="Another", title_ru="Другое")
    assert found(desk, "/admin/news/article/", words) == [wanted]


def test_percent_and_underscore_are_letters_like_others(desk):
    wanted = make_article(title_ru="Рост на 5%_")
    make_article(title_ru="Рост на 50")
    assert found(desk, "/admin/news/article/", "5%_") == [wanted]


def test_comments_and_pictures_are_found_so_too(desk):
    comment = make_comment(make_article(), name="Иван", text="Ёмко и ясно.")
    image = make_image(caption_ru="Флаги у входа")
    assert found(desk, "/admin/comments/comment/", "ёмко") == [comment]
    assert found(desk, "/admin/news/image/", "флаги") == [image]


@pytest.mark.parametrize(
    ("field", "make", "words"), [("states", make_state, "казах"), ("topics", make_topic, "НАРКО")]
)
def test_what_is_offered_while_one_types_is_found_so_too(desk, field, make, words):
    row = make()
    query = {"app_label": "news", "model_name": "article", "field_name": field, "term": words}
    answer = desk.get("/admin/autocomplete/", query)
    assert [result["id"] for result in answer.json()["results"]] == [str(row.pk)]

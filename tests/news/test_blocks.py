"""Bodies as blocks, and blocks as bodies."""

import random

import pytest
from django.core.exceptions import ValidationError

from news.blocks import Block, Body, boundary, fits, join, split
from news.markup import canonical
from tests.news.edits import blocks_of_the_demonstration, some_body, written
from tests.news.test_markup import KEPT
from tests.news.test_markup_hostile import PIECES

PICTURE = '<img src="/media/images/0123456789abcdef.jpg" alt="A square">'


def outline(body: str) -> list[tuple]:
    return [(block.html, *block.within) for block in split(body).blocks]


BODIES = {
    "": [],
    "<p>a</p><h2>b</h2><hr><p>c</p>": [("<p>a</p>",), ("<h2>b</h2>",), ("<hr>",), ("<p>c</p>",)],
    '<ul class="dash"><li>a</li><li>b</li></ul>': [
        ("<li>a</li>", '<ul class="dash">'),
        ("<li>b</li>", '<ul class="dash">'),
    ],
    "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>": [
        ("<li>a<ul><li>b</li></ul></li>", "<ul>"),
        ("<li>c</li>", "<ul>"),
    ],
    "<blockquote><p>a</p><ol><li>b</li></ol></blockquote><p>c</p>": [
        ("<p>a</p>", "<blockquote>"),
        ("<li>b</li>", "<blockquote>", "<ol>"),
        ("<p>c</p>",),
    ],
    "<table><caption>a</caption><thead><tr><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>": [
        ("<caption>a</caption>", "<table>"),
        ("<tr><th>b</th></tr>", "<table>", "<thead>"),
        ("<tr><td>c</td></tr>", "<table>", "<tbody>"),
    ],
    f"<figure>{PICTURE}<figcaption>a</figcaption></figure>": [
        (f"<figure>{PICTURE}<figcaption>a</figcaption></figure>",)
    ],
    "<ul>\n a <em>b</em> \n<li>c</li>d<br></ul>": [
        ("a <em>b</em>", "<ul>"),
        ("<li>c</li>", "<ul>"),
        ("d<br>", "<ul>"),
    ],
    "<ul>a \n<li>b</li></ul>": [("a", "<ul>"), ("<li>b</li>", "<ul>")],
    f"<p>a<br>{PICTURE}</p><p>b</p>": [(f"<p>a<br>{PICTURE}</p>",), ("<p>b</p>",)],
    "<p>a</p>\n<p>b</p>\n": [("<p>a</p>",), ("<p>b</p>",)],
    "<ul></ul><p>a</p>": [("<p>a</p>",)],
    "<li>a</li>": [("<li>a</li>",)],
}


@pytest.mark.parametrize("body", BODIES)
def test_a_body_is_its_paragraphs_items_and_rows(body):
    assert canonical(body) == body.strip()
    assert outline(body) == BODIES[body]


@pytest.mark.parametrize("body", [*BODIES, *KEPT])
def test_joined_again_the_blocks_are_the_body(body):
    assert join(split(body)) == body


def test_any_text_comes_back_whole():
    dice = random.Random(11)  # noqa: S311 - the same texts each time
    for _text in range(400):
        text = "".join(dice.choices(PIECES, k=dice.randint(1, 40)))
        assert join(split(text)) == text
        try:
            body = canonical(text)
        except ValidationError:
            continue
        assert join(split(body)) == body


def test_blocks_in_any_order_are_a_canonical_body():
    dice = random.Random(5)  # noqa: S311 - the same bodies each time
    for _body in range(100):
        body = written(dice.sample(blocks := some_body(dice, "en"), len(blocks)))
        assert canonical(body) == body
    assert len(blocks_of_the_demonstration()["ru"]) > 300


def test_what_stands_between_blocks_is_told_apart_from_what_cannot():
    plain, item, other = Block("<p>a</p>"), Block("<li>a</li>", ("<ul>",)), Block("<li>a</li>", ("<ol>",))
    assert boundary(plain, item) == "<ul>"
    assert boundary(item, other) == "</ul><ol>"
    assert boundary(item, item) == boundary(plain, None) == boundary(None, plain) == ""
    assert boundary(item, None) == "</ul>"
    assert fits("</ul>\n<ul>", item, item)
    assert fits("\n<ol></ol><ul>", plain, item)
    assert fits("</ul>", item, None)
    assert not fits("", plain, item)
    assert not fits("</ul><ul>", item, other)
    assert not fits("</ul>", plain, plain)


def test_bare_words_of_two_blocks_are_not_run_together():
    words = [Block("a", ("<ul>",), "<ul>"), Block("b", ("<ul>",))]
    assert boundary(*words) == "\n"
    assert boundary(words[0], Block("b", ("<ol>",))) == "</ul><ol>"
    assert join(Body((words[0], Block("b", ("<ul>",), "\n")), "</ul>")) == "<ul>a\nb</ul>"


SAME = {
    "<li>a</li>": "<li><p>a</p></li>",
    "<li>a<ul><li>b</li></ul></li>": "<li><p>a</p><ul><li><p>b</p></li></ul></li>",
    '<tr><th scope="col">a</th><td>b</td></tr>': (
        '<tr><th colspan="1" rowspan="1"><p>a</p></th><td><p>b</p></td></tr>'
    ),
    '<p lang="ru"><cite>a</cite> <span lang="en">b</span></p>': "<p>a b</p>",
}


@pytest.mark.parametrize("block", SAME)
def test_what_the_editor_writes_unasked_makes_no_other_block(block):
    assert Block(block).key == Block(SAME[block]).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<p>a lang="en" b</p>', "<p>a b</p>"),
        (f'<p>{PICTURE[:-1]} lang="en"></p>', f"<p>{PICTURE.replace('square', 'lang=')}</p>"),
        ('<tr><td colspan="2">a</td></tr>', "<tr><td>a</td></tr>"),
        ("<p><strong>a</strong></p>", "<p>a</p>"),
        ("<li><p>a</p></li>", "<p>a</p>"),
        ("<p>a&nbsp;b</p>", "<p>a b</p>"),
        ('<p><a href="/a/">a</a></p>', '<p><a href="/b/">a</a></p>'),
    ],
)
def test_what_somebody_changed_makes_another_block(one, other):
    assert Block(one).key != Block(other).key

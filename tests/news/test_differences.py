"""Differences of bodies: paragraph by paragraph, prose apart from formatting."""

import random
from itertools import count

import pytest
from django.utils import translation

from news.differences import Fold, body_difference
from news.markup import canonical, plain_text
from tests.news.edits import Edits, applied, some_body, written
from tests.news.test_words import marked

SRC, OTHER_SRC = "/media/images/0123456789abcdef.jpg", "/media/images/fedcba9876543210.jpg"
FIGURE = '<figure><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>'


def outline(before: str, after: str) -> list:
    """The difference of two bodies in short: numbers are unchanged paragraphs, folded."""
    for body in (before, after):
        assert canonical(body) == body
    return [
        row.count if row.kind == "unchanged" else (row.title, *map(marked, row.texts), *row.notes)
        for row in body_difference(before, after).rows
    ]


A, B, C, D = (
    "<p>One two three.</p>",
    "<p>Four five six.</p>",
    "<p>Seven eight nine.</p>",
    "<p>Ten eleven.</p>",
)
LIST = "<ul><li>a</li><li>b</li></ul>"
BODIES = {
    "nothing": (A + B, A + B, [2]),
    "a word": (A + B + C, A + B.replace("five", "5") + C, [1, ("Paragraph: changed", "Four [-five-]{+5+} six."), 1]),
    "a new paragraph": (A + C, A + B + C, [1, ("Paragraph: added", "{+Four five six.+}"), 1]),
    "a lost paragraph": (A + B + C, A + C, [1, ("Paragraph: removed", "[-Four five six.-]"), 1]),
    "another paragraph": (
        A + "<p>Of this there was a paragraph with words.</p>" + C,
        A + "<p>Совсем другой абзац стоит теперь на этом месте.</p>" + C,
        [
            1,
            ("Paragraph: removed", "[-Of this there was a paragraph with words.-]"),
            ("Paragraph: added", "{+Совсем другой абзац стоит теперь на этом месте.+}"),
            1,
        ],
    ),
    "a moved paragraph": (
        A + B + C + D,
        B + C + D + A,
        [3, ("Paragraph: moved", "One two three.", "was paragraph no. 1, is now no. 4")],
    ),
    "entities": (
        "<p>a &amp; b &lt;c&gt;</p>",
        "<p>a &amp; b &lt;d&gt;</p>",
        [("Paragraph: changed", "a & b <[-c-]{+d+}>")],
    ),
    "an item": (LIST, LIST.replace("</ul>", "<li>c</li></ul>"), [2, ("Item of a list: added", "{+c+}")]),
    "an item of a nested list": (
        "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>",
        "<ul><li>a<ul><li>b</li><li>d</li></ul></li></ul>",
        [("Item of a list: changed", "a\nb\n[-c-]{+d+}")],
    ),
    "a cell": (
        "<table><tbody><tr><td>2017</td><td>Astana</td></tr></tbody></table>",
        "<table><tbody><tr><td>2018</td><td>Astana</td></tr></tbody></table>",
        [("Row of a table: changed", "[-2017-]{+2018+} | Astana")],
    ),
    "all cells": (
        "<table><tbody><tr><td>2017</td><td>Astana</td></tr></tbody></table>",
        "<table><tbody><tr><td>2018</td><td>Qingdao</td></tr></tbody></table>",
        [("Row of a table: changed", "[-2017-]{+2018+} | [-Astana-]{+Qingdao+}")],
    ),
    "paragraphs of an item": (
        "<ul><li><p>a</p>\n<p>b</p></li></ul>",
        "<ul><li><p>a</p>\n<p>c</p></li></ul>",
        [("Item of a list: changed", "a \n[-b-]{+c+}")],
    ),
    "a line break": ("<p>a b<br>c</p>", "<p>a b c</p>", [("Paragraph: changed", "a b[-line break-]{+space+}c")]),
    "half a word in bold": (
        "<p><strong>М</strong>осква</p>",
        "<p>Москвы</p>",
        [("Paragraph: changed", "[-Москва-]{+Москвы+}")],
    ),
}  # fmt: skip
FORMATS = {
    "bold": ("<p>a b, c d</p>", "<p>a <strong>b, c</strong> d</p>", "now bold: “b, c”"),
    "no longer bold": ("<p><strong>a</strong> b</p>", "<p>a b</p>", "no longer bold: “a”"),
    "italic": ("<p>a b</p>", "<p>a <em>b</em></p>", "now italic: “b”"),
    "an index": ("<p>H2O</p>", "<p>H<sub>2</sub>O</p>", "now subscript: “H2O”"),
    "a power": ("<p>m<sup>2</sup></p>", "<p>m2</p>", "no longer superscript: “m2”"),
    "a title": ("<p>a b</p>", "<p><cite>a b</cite></p>", "now marked as the title of a work: “a b”"),
    "a link": ("<p>a b</p>", '<p>a <a href="/x/?y=1&amp;z=2">b</a></p>', "now a link to /x/?y=1&z=2: “b”"),
    "no link": ('<p>a <a href="/x/">b</a></p>', "<p>a b</p>", "no longer a link to /x/: “b”"),
    "another address": (
        '<p><a href="/x/">a b</a> c</p>',
        '<p><a href="/y/">a b</a> c</p>',
        "the link “a b” leads to /y/, before to /x/",
    ),
    "a language": ("<p>中文</p>", '<p lang="zh">中文</p>', "now marked as text in the language zh: “中文”"),
    "a level": ("<h2>a</h2>", "<h3>a</h3>", "was: heading; now: heading of the second level"),
    "a heading": ("<p>a</p>", "<h2>a</h2>", "was: paragraph; now: heading"),
    "an item": (
        "<p>a</p>",
        '<ul class="dash"><li>a</li></ul>',
        "was: paragraph; now: item of a list with dashes",
    ),
    "a number": (
        "<ul><li>a</li></ul>",
        "<ol><li>a</li></ol>",
        "was: item of a list; now: item of a numbered list",
    ),
    "the numbers": (
        "<ol><li>a</li></ol>",
        '<ol start="3"><li>a</li></ol>',
        "the list, the table or the quotation around it is marked otherwise",
    ),
    "a quotation": ("<p>a</p>", "<blockquote><p>a</p></blockquote>", "was: paragraph; now: quotation"),
    "a head row": (
        "<table><tbody><tr><th>a</th></tr></tbody></table>",
        "<table><thead><tr><th>a</th></tr></thead></table>",
        "was: row of a table; now: head row of a table",
    ),
    "a head cell": (
        "<table><tbody><tr><td>a</td></tr></tbody></table>",
        "<table><tbody><tr><th>a</th></tr></tbody></table>",
        "cells are joined, or marked as headings, otherwise",
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_compared_paragraph_by_paragraph(name):
    before, after, expected = BODIES[name]
    assert outline(before, after) == expected


@pytest.mark.parametrize("name", FORMATS)
def test_what_only_looks_otherwise_is_said_in_words(name):
    before, after, note = FORMATS[name]
    [row] = body_difference(before, after).rows
    assert (row.kind, row.notes) == ("formatting", (note,))
    assert {part.kind for text in row.texts for part in text.parts} == {"kept"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LIST, "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        (A + B, f"{A}\n\n{B}\n"),
        ("<p>a  b \n c</p>", "<p>a b c</p>"),
        ("<p><strong>a </strong>b</p>", "<p><strong>a</strong> b</p>"),
    ],
)
def test_what_nobody_can_see_is_no_difference(before, after):
    assert not body_difference(before, after).changed


def test_links_on_new_words_are_named_too():
    before = '<p>See <a href="/old/">the old page</a> of the desk for more words.</p>'
    after = '<p>See <a href="/new/">a new site</a> of the desk for more words.</p>'
    [row] = body_difference(before, after).rows
    assert row.notes == ("link to /old/ removed: “the old page”", "new link to /new/: “a new site”")
    [row] = body_difference("", after).rows
    assert row.notes == ("new link to /new/: “a new site”",)
    [row] = body_difference(before, before.replace("the old page", "another site")).rows
    assert row.notes == ()


def test_emphasis_on_both_sides_of_a_new_word_is_not_emphasis_on_it():
    [row] = body_difference("<p>a one b</p>", "<p><em>a</em> two <em>b</em></p>").rows
    assert row.notes == ("now italic: “a”", "now italic: “b”")


def test_a_picture_its_alternative_text_and_its_caption_are_named():
    before = FIGURE.format(SRC, "A map", "Members in 2017")
    [row] = body_difference(before, FIGURE.format(OTHER_SRC, "A chart", "Members in 2025")).rows
    assert row.title == "Picture: changed"
    assert [(text.label, marked(text)) for text in row.texts] == [
        ("caption", "Members in [-2017-]{+2025+}"),
        ("alternative text", "A [-map-]{+chart+}"),
    ]
    assert [(p.kind, p.src, p.alt) for p in row.pictures] == [
        ("removed", SRC, "A map"),
        ("added", OTHER_SRC, "A chart"),
    ]
    [row] = body_difference(before, FIGURE.format(SRC, "A chart", "Members in 2017")).rows
    assert [(text.label, text.changed) for text in row.texts] == [
        ("caption", False),
        ("alternative text", True),
    ]
    assert [(p.kind, p.src) for p in row.pictures] == [("kept", SRC)]
    [row] = body_difference("", before).rows
    assert [marked(text) for text in row.texts] == ["{+Members in 2017+}", "{+A map+}"]
    assert [(p.kind, p.src) for p in row.pictures] == [("added", SRC)]


def test_what_is_unchanged_is_folded_with_its_words():
    picture = FIGURE.format(SRC, "A map", "").replace("<figcaption></figcaption>", "")
    found = body_difference(A + LIST + picture, A + LIST + picture + B)
    assert found.rows[0] == Fold(("One two three.", "a", "b", "A map"))
    assert found.rows[0].count == 4
    assert found.changed


def test_a_list_that_was_turned_into_another_is_one_row():
    [row] = body_difference(LIST, LIST.replace("<ul>", '<ul class="dash">')).rows
    assert [marked(text) for text in row.texts] == ["a", "b"]


def test_many_changes_of_formatting_are_not_all_listed():
    words = [f"w{number}" for number in range(50)]
    bold = [f"<strong>{word}</strong>" if number % 2 else word for number, word in enumerate(words)]
    [row] = body_difference(f"<p>{' '.join(words)}</p>", f"<p>{' '.join(bold)}</p>").rows
    assert len(row.notes) == 13
    assert row.notes[-1] == "and more changes of formatting"


def test_the_words_are_those_of_the_language_of_the_page():
    with translation.override("ru"):
        [row] = body_difference("<p>слово дело</p>", "<p>слово&nbsp;<strong>дело</strong></p>").rows
        assert row.title == "Абзац: изменено"
        assert row.notes == ("теперь полужирным: «дело»",)
        assert marked(row.texts[0]) == "слово[-пробел-]{+неразрывный пробел+}дело"


@pytest.mark.parametrize("seed", range(4))
def test_both_bodies_can_be_read_from_their_difference(seed):
    dice = random.Random(seed)  # noqa: S311 - the same edits each time
    for number in range(100):
        language = dice.choice(["en", "ru"])
        base, typing, edits = some_body(dice, language), count(1), Edits(language, dice)
        for _edit in range(dice.randint(1, 6)):
            edits.make(base, typing)
        before, after = written(base), written(applied(base, edits))
        old, new = [], []
        for row in body_difference(before, after).rows:
            for text in row.texts:
                if isinstance(text, str):
                    old.append(text)
                    new.append(text)
                elif text.label != "alternative text":
                    old += [part.text for part in text.parts if part.kind != "added"]
                    new += [part.text for part in text.parts if part.kind != "removed"]
        moved = bool(edits.moved)
        for body, texts in ((before, old), (after, new)):
            letters = [sign for sign in plain_text(body) if not sign.isspace()]
            found = [sign for sign in "".join(texts).replace(" | ", "") if not sign.isspace()]
            assert (sorted(found) == sorted(letters)) if moved else (found == letters), f"{seed}, {number}"

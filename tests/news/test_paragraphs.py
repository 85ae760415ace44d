"""Old HTML: its words keep their boundaries and their emphasis."""

import random
import re
import time

import pytest
from django.core.exceptions import ValidationError

from news.markup import canonical, plain_text, sanitise
from news.paragraphs import DISSOLVED

PICTURE = "/media/images/0123456789abcdef.jpg"

TIDIED = {
    # Blocks that are not kept become paragraphs, and so do bare words beside a block.
    "<p>x</p><div>one</div><div>two</div>": "<p>x</p><p>one</p><p>two</p>",
    "<h1>Moscow</h1>Today <b>no</b> vote": "<h2>Moscow</h2><p>Today <strong>no</strong> vote</p>",
    "one<p>two</p>three": "<p>one</p><p>two</p><p>three</p>",
    "one <hr> two": "<p>one</p> <hr> <p>two</p>",
    "<p>a</p>\n<div>\n b \n</div>\n<p>c</p>": "<p>a</p>\n\n <p>b</p> \n\n<p>c</p>",
    "one<br>two<div>three</div>": "<p>one<br>two</p><p>three</p>",
    "<br><br>one<br><br><div>two</div>": "<p>one<br><br></p><p>two</p>",
    "<center><div><div>deep</div></div></center>": "<p>deep</p>",
    "<div>one<div>two</div>three</div>": "<p>one</p><p>two</p><p>three</p>",
    "<div>one<p>two</p><ul><li>three</li></ul>four</div>": "<p>one</p><p>two</p><ul><li>three</li></ul><p>four</p>",
    "<dl><dt>term</dt><dd>words</dd></dl>": "<p>term</p><p>words</p>",
    "<div></div><section> </section><p>a</p>": "<p>a</p>",
    "<blockquote>one<div>two</div></blockquote>": "<blockquote><p>one</p><p>two</p></blockquote>",
    f'<div>a</div><img src="{PICTURE}" alt="x"><p>b</p>': f'<p>a</p><p><img src="{PICTURE}" alt="x"></p><p>b</p>',
    '<div lang="ru">слово<p>x</p></div>': '<p lang="ru">слово</p><p>x</p>',
    # In cells and items bare words may stand.
    "<ul><li>a</li><li><div>b</div><div>c</div></li></ul>": "<ul><li>a</li><li><p>b</p><p>c</p></li></ul>",
    "<table><tr><td>a<div>b</div></td></tr></table>": (
        "<table><tbody><tr><td>a<p>b</p></td></tr></tbody></table>"
    ),
    # Where no paragraph may stand, a boundary is a line break.
    "<h1><div>one</div><div>two</div></h1>": "<h2>one<br>two</h2>",
    "<h2><p>one</p></h2>": "<h2>one</h2>",
    f'<figure><div><img src="{PICTURE}" alt=""></div><div>one</div><div>two</div></figure>': (
        f'<figure><img src="{PICTURE}" alt="">one<br>two</figure>'
    ),
    # Emphasis and headings under other names; emphasis around blocks goes inside them.
    "<p><b>a</b><i>b</i></p>": "<p><strong>a</strong><em>b</em></p>",
    "<h1>a</h1><h5>b</h5><h6>c</h6>": "<h2>a</h2><h4>b</h4><h4>c</h4>",
    "<b><div>one</div><div>two</div></b>": "<p><strong>one</strong></p><p><strong>two</strong></p>",
    "<p><b>one<div>two</div></b></p>": "<p><strong>one</strong></p><p><strong>two</strong></p>",
    '<a href="/x"><h1>a</h1><p>b</p></a>': '<h2><a href="/x">a</a></h2><p><a href="/x">b</a></p>',
    "<strong><ul><li>a</li></ul></strong>": "<ul><li><strong>a</strong></li></ul>",
    "<b>bold </b>plain": "<p><strong>bold</strong> plain</p>",
    "<p>a<b></b>b<i> </i>c</p>": "<p>ab c</p>",
    '<menu><li>a</li></menu><dir><li lang="ru">б</li></dir>': '<ul><li>a</li></ul><ul><li lang="ru">б</li></ul>',
}  # fmt: skip


@pytest.mark.parametrize("text", TIDIED)
def test_old_html_is_brought_into_shape(text):
    assert canonical(text) == TIDIED[text]
    assert canonical(TIDIED[text]) == sanitise(TIDIED[text]) == TIDIED[text]


BLOCKS = [*sorted(DISSOLVED - {"dd", "dt", "form"}), "p", "h1", "h5", "blockquote"]


def tree(dice, depth, numbers, only_words=False) -> str:
    """Well-formed HTML with numbered words."""
    parts = []
    for _part in range(dice.randint(1, 4)):
        kind = dice.random()
        if kind < 0.5 or not depth:
            parts.append(f"w{next(numbers)};")
        elif kind < 0.8 and not only_words:
            tag = dice.choice(BLOCKS)
            inner = tree(dice, depth - 1, numbers, tag in {"p", "h1", "h5"})
            parts.append(f"<{tag}>{inner}</{tag}>")
        else:
            tag = dice.choice(["b", "i", "font", "span"])
            parts.append(f"<{tag}>{tree(dice, depth - 1, numbers, only_words)}</{tag}>")
    return "".join(parts)


def runs(text, tags):
    """The words that no boundary parts."""
    pieces = (plain_text(piece) for piece in re.split(rf"</?(?:{'|'.join(tags)})\b[^>]*>", text))
    return [piece for piece in pieces if piece]


def emphasised(text, tag):
    """The words inside a tag, at any depth."""
    words, depth = set(), 0
    for piece in re.findall(rf"</?{tag}>|w\d+;", text):
        depth += {f"<{tag}>": 1, f"</{tag}>": -1}.get(piece, 0)
        words |= {piece} if depth and piece.startswith("w") else set()
    return words


@pytest.mark.parametrize("seed", range(4))
def test_every_boundary_and_every_emphasis_is_kept(seed):
    dice = random.Random(seed)  # noqa: S311 - the same texts each time
    for _text in range(100):
        text = tree(dice, 4, iter(range(10_000)))
        body = canonical(text)
        assert runs(body, ["p", "h2", "h4", "blockquote"]) == runs(text, BLOCKS)
        for old, new in (("b", "strong"), ("i", "em")):
            assert emphasised(body, new) == emphasised(text, old)
        assert canonical(body) == body


def test_a_text_that_would_grow_beyond_the_limit_is_refused_before_it_has_grown():
    emphasis = f"<a href='/{'x' * 100_000}'>" + "<div>a</div>" * 5000
    started = time.process_time()
    for text in (emphasis, "<b>" * 50 + "<div>a</div>" * 9000):
        with pytest.raises(ValidationError) as refusal:
            canonical(text)
        assert refusal.value.code == "too_long"
    assert time.process_time() - started < 2


def test_limits_are_checked_before_the_tags_are_looked_at():
    for text in ("<div>" * 100_000, "<center>" * 61 + "x", "<div></div>" * 10_001):
        with pytest.raises(ValidationError) as refusal:
            canonical(text)
        assert refusal.value.code == "too_deep"


def test_twice_the_text_takes_about_twice_the_time():
    def seconds(times):
        started = time.process_time()
        canonical("<div>one <b>two</b></div>" * times)
        return time.process_time() - started

    seconds(100)
    assert seconds(4000) < 8 * seconds(1000) + 0.2

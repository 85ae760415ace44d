"""Bodies as long as they may be, written to take long: a time that grows with the square would be minutes."""

import time

import pytest

from news.blocks import split
from news.differences import body_difference
from news.merging import merge_body

THREE = {
    "few changes": lambda n, side: (
        f"<p>Paragraph {n} of {'side ' * (n % 7 == side)}many words in a long story.</p>"
    ),
    "all changed": lambda n, side: (
        f"<p>Paragraph {n} has words, {side} is typed by one, and more of them.</p>"
    ),
    "nothing in common": lambda n, side: f"<p>{' '.join(f'{side}x{n}x{word}' for word in range(20))}</p>",
    "all the same": lambda n, side: "<p>a</p>" if n % (side + 2) else "<p>b</p>",
    "rules": lambda n, side: "<hr>" if n % (side + 2) else f"<p>{n}</p>",
    "one list": lambda n, side: f"<li>{n % 9} {side}</li>",
}


@pytest.mark.parametrize("name", THREE)
def test_huge_bodies_are_merged_in_time(name):
    bodies = ["".join(THREE[name](n, side) for n in range(5000)) for side in range(3)]
    if name == "one list":
        bodies = [f"<ul>{body}</ul>" for body in bodies]
    started = time.process_time()
    merge_body(*bodies)
    assert time.process_time() - started < 8


def paragraphs(line) -> str:
    return "".join(f"<p>{line(number)}</p>" for number in range(5000))


LONG = " ".join(f"слово{n}" for n in range(20))
TWO = {
    "a word in each": (paragraphs(lambda n: f"{n} {LONG}"), paragraphs(lambda n: f"{n} {LONG} конец")),
    "no word in common": (
        paragraphs(lambda n: f"{n}x {n}y {n}z " * 6),
        paragraphs(lambda n: f"{n}a {n}b {n}c " * 6),
    ),
    "always the same": (paragraphs(lambda n: "a"), paragraphs(lambda n: "a" if n % 3 else "b")),
    "one paragraph": (f"<p>{LONG * 4000}</p>", f"<p>{LONG[:-1] * 4000}</p>"),
    "one word in turn": (f"<p>{'a b ' * 100_000}</p>", f"<p>{'b c a ' * 70_000}</p>"),
    "without a blank": (f"<p>{'1.' * 200_000}x</p>", f"<p>{'a-' * 200_000}x</p>"),
    "bold and not": ("<p>" + "<em>a</em> b " * 9000 + "</p>", "<p>" + "a <em>b</em> " * 9000 + "</p>"),
}


@pytest.mark.parametrize("name", TWO)
def test_huge_bodies_are_compared_in_time(name):
    started = time.process_time()
    found = body_difference(*TWO[name])
    assert time.process_time() - started < 8
    assert found.changed
    assert len(split(TWO[name][1]).blocks) <= 5000

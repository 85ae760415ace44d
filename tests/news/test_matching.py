"""Which paragraph has become which."""

from news.blocks import Block
from news.matching import Match, likeness, match, pair_up, words

NAMES = [
    "Astana",
    "Tashkent",
    "Bishkek",
    "Dushanbe",
    "Moscow",
    "Beijing",
    "Delhi",
    "Islamabad",
    "Tehran",
    "Minsk",
]


def blocks(*texts: str) -> list[Block]:
    return [Block(text if text.startswith("<") else f"<p>{text}</p>") for text in texts]


def test_what_stays_is_paired_with_itself():
    assert match(blocks("a", "b", "c"), blocks("a", "c")) == Match([(0, 0), (2, 1)], [])


def test_what_is_most_alike_is_paired_among_what_changed():
    old = blocks("first", "one two three four", "five six seven eight", "last")
    new = blocks("first", "quite another text", "five six seven nine", "one two three ten", "last")
    assert match(old, new).in_order == [(0, 0), (1, 1), (2, 2), (3, 4)]
    assert match(old, [*new[:1], *new[3:]]).in_order == [(0, 0), (1, 1), (3, 2)]


def test_what_stands_in_place_of_another_is_paired_with_it():
    assert match(blocks("a", "one two", "c"), blocks("a", "three four", "c")).in_order == [
        (0, 0),
        (1, 1),
        (2, 2),
    ]


def test_a_picture_does_not_become_a_paragraph():
    picture = '<figure><img src="/media/images/0123456789abcdef.jpg" alt="a"></figure>'
    assert match(blocks("a", picture, "b"), blocks("a", "c", "b")).in_order == [(0, 0), (2, 2)]
    assert pair_up(blocks(picture), blocks("<hr>")) == []
    other = picture.replace('alt="a"', 'alt="b"')
    assert match(blocks(picture), blocks("a", other)).in_order == [(0, 1)]


def test_what_has_moved_is_found_if_there_is_only_one_of_it():
    assert match(blocks("a", "b", "c", "d"), blocks("b", "c", "d", "a")) == Match(
        [(1, 0), (2, 1), (3, 2)], [(0, 3)]
    )
    twice = match(blocks("<hr>", "a", "<hr>", "b", "c"), blocks("a", "b", "c", "<hr>"))
    assert twice == Match([(1, 0), (3, 1), (4, 2)], [])


def test_many_paragraphs_that_all_changed_are_paired_by_their_words():
    old = [f"Paragraph on {NAMES[n % 10]} with number {n} in it" for n in range(60)]
    spaced = [text.replace("with number ", "with number&nbsp;") for text in old]
    assert match(blocks(*old), blocks("new", *spaced)).in_order == [(n, n + 1) for n in range(60)]
    longer = [
        f"{text}, and {NAMES[n % 7]} too"
        for n, text in enumerate(f"Number {n}: {t}" for n, t in enumerate(old))
    ]
    start = [f"Number {n}: {text}" for n, text in enumerate(old)]
    assert match(blocks(*start), blocks("new", *longer)).in_order == [(n, n + 1) for n in range(60)]
    ending = [f"{text}: number {n} is in it" for n, text in enumerate(old)]
    assert match(blocks(*ending), blocks("new", *(f"In short, {text}" for text in ending))).in_order == [
        (n, n + 1) for n in range(60)
    ]


def test_likeness_is_the_share_of_common_words():
    one, other = (words(block) for block in blocks("One <em>two</em> three", "ONE, two four"))
    assert one == {"one", "two", "three"}
    assert likeness(one, other) == 2 / 3
    assert likeness(one, one) == 1
    assert likeness(one, frozenset()) == likeness(frozenset(), frozenset()) == 0

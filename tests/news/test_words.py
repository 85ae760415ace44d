"""Differences of plain texts: whole words, and what cannot be seen by its name."""

import random

import pytest

from news.differences import body_difference, difference


def marked(text) -> str:
    """A text with [-removed-] and {+added+} words."""
    frames = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(frames[part.kind].format(part.name or part.text) for part in text.parts)


WORDS = {
    ("", ""): "",
    ("One two.", "One two."): "One two.",
    ("", "New title"): "{+New title+}",
    ("Old title", ""): "[-Old title-]",
    ("One two three", "One three"): "One [-two -]three",
    ("One three", "One two three"): "One {+two +}three",
    ("One two two three", "One two three"): "One two [-two -]three",
    ("One two", "One two, three"): "One two{+, three+}",
    ("Саммит в Астане прошёл", "Саммит в Ташкенте прошёл"): "Саммит в [-Астане-]{+Ташкенте+} прошёл",
    ("Совет министров собрался", "Совет министра собрался"): "Совет [-министров-]{+министра+} собрался",
    (
        "в Санкт-Петербурге летом",
        "в Санкт-Петербург летом",
    ): "в [-Санкт-Петербурге-]{+Санкт-Петербург+} летом",
    ("за\u0301мок стоит", "замо\u0301к стоит"): "[-за\u0301мок-]{+замо\u0301к+} стоит",
    ("it’s here", "its here"): "[-it’s-]{+its+} here",
    ("grew by 24.5 %", "grew by 24.6 %"): "grew by [-24.5-]{+24.6+} %",
    ("at 18:30 on", "at 18:45 on"): "at [-18:30-]{+18:45+} on",
    ("18 ноября", "18\xa0ноября"): "18[-space-]{+non-breaking space+}ноября",
    ("a\u202fb", "ab c"): "[-a\u202fb-]{+ab c+}",
    ("слово\u202f%", "слово%"): "слово[-invisible character-]%",
    ("one – two", "one — two"): "one [-–-]{+—+} two",
    ("old words, old signs; kept here now", "new texts, new marks; kept here now"): (
        "[-old words, old signs-]{+new texts, new marks+}; kept here now"
    ),
    ("First line\nsecond", "First line second"): "First line[-line break-]{+space+}second",
    ("👩‍👩‍👧 here", "👩‍👧 here"): "[-👩‍👩‍👧-]{+👩‍👧+} here",
    ("中文 text", "中国 text"): "[-中文-]{+中国+} text",
}


@pytest.mark.parametrize(("before", "after"), WORDS)
def test_words_are_kept_removed_and_added_whole(before, after):
    found = difference(before, after)
    assert marked(found) == WORDS[before, after]
    assert found.changed == (before != after)


@pytest.mark.parametrize("seed", range(4))
def test_both_texts_can_be_read_from_their_difference(seed):
    dice = random.Random(seed)  # noqa: S311 - the same texts each time
    signs = [
        *("слово", "дело", "a", "b", "c", "1.5", ",", "—", "-"),
        *" \n\xa0\u0301\u200d👩",
        " ",
        " ",
        "  ",
    ]
    for _text in range(500):
        before, after = ("".join(dice.choices(signs, k=dice.randint(0, 30))) for _side in range(2))
        parts = difference(before, after).parts
        assert "".join(part.text for part in parts if part.kind != "added") == before
        assert "".join(part.text for part in parts if part.kind != "removed") == after


def test_no_text_at_all_is_an_empty_one():
    assert marked(difference(None, "a")) == "{+a+}"
    assert not difference(None, "").changed
    assert not difference("a\r\nb", "a\nb").changed
    assert body_difference(None, "").rows == ()

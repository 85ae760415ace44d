"""What the typographer makes of every text of the demonstration."""

import json
import random
import re

import pytest
from django.conf import settings

from news.markup import canonical, plain_text
from news.typography import set_body, set_text, unbroken

_ADDRESS = re.compile(r'(src|href)="(?:media/|ref:)[^"]*"')
_STORED = {"src": 'src="/media/images/0123456789abcdef.jpg"', "href": 'href="/en/news/1/"'}


def _lines(name: str):
    text = (settings.BASE_DIR / "news/demo" / name).read_text(encoding="utf-8")
    return map(json.loads, text.splitlines())


def _bodies() -> list[tuple[str, str]]:
    return [
        (language, canonical(_ADDRESS.sub(lambda address: _STORED[address[1]], body)))
        for name in ("articles.jsonl", "pages.jsonl")
        for line in _lines(name)
        for language, body in line["body"].items()
    ]


def _titles() -> list[tuple[str, str]]:
    return [
        (language, words)
        for line in _lines("articles.jsonl")
        for field in ("title", "summary")
        for language, words in line.get(field, {}).items()
    ]


@pytest.fixture(scope="module")
def bodies() -> list[tuple[str, str]]:
    return _bodies()


def _letters(text: str) -> str:
    return "".join(letter for letter in plain_text(text) if letter.isalnum())


def _tags(text: str) -> list[str]:
    return re.findall(r"<[^>]*>", text)


def _worn(body: str, dice: random.Random) -> str:
    """The body as somebody types it who has never heard of typography."""
    plain = {"«": '"', "»": '"', "„": '"', "“": '"', "”": '"', "’": "'", "—": "-", "–": "-", "…": "..."}
    text = body.replace("&nbsp;", " ")
    return "".join(plain.get(letter, letter) if dice.random() < 0.8 else letter for letter in text)


def test_letters_digits_and_tags_stay(bodies):
    assert len(bodies) > 100
    for language, body in bodies:
        found = set_body(body, language)
        assert _letters(found.text) == _letters(body)
        assert _tags(found.text) == _tags(body)
        assert not found.unpaired


def test_what_was_set_is_canonical_and_is_not_set_again(bodies):
    for language, body in bodies:
        text = set_body(body, language).text
        assert canonical(text) == text
        assert set_body(text, language).text == text


def test_what_was_typed_carelessly_is_set_as_safely(bodies):
    dice = random.Random(20)  # noqa: S311
    for language, body in bodies:
        typed = canonical(_worn(body, dice))
        found = set_body(typed, language)
        assert _letters(found.text) == _letters(typed)
        assert _tags(found.text) == _tags(typed)
        assert canonical(found.text) == found.text
        assert set_body(found.text, language).text == found.text


def test_dashes_and_quotation_marks_come_back_after_they_were_typed_plainly(bodies):
    for language, body in bodies:
        typed = re.sub("[«»“”]", '"', body.replace("—", "-"))
        found, was = (
            re.sub("[^—«»“”]", "", plain_text(text)) for text in (set_body(typed, language).text, body)
        )
        assert found == was


def test_titles_and_summaries_are_as_safe():
    for language, words in _titles():
        found = set_text(words, language)
        assert _letters(found.text) == _letters(words)
        assert set_text(found.text, language).text == found.text
        printed = unbroken(found.text, language)
        assert printed.replace("\u00a0", " ") == found.text.replace("\u00a0", " ")
        assert unbroken(printed, language) == printed

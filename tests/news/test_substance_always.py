"""What always is substance, tried on every third paragraph of the demonstration: the word is shown each time."""

import html
import json
import re

import pytest
from django.conf import settings

from news.substance import judge

_TAG = re.compile(r"<[^>]+>")
# A word, and one that may stand in its place.
EXCHANGED = {
    "en": """March June | Monday Friday | China Iran | India Pakistan | Tashkent Bishkek | Russia Belarus
        all most | more less | half third | million billion | kilometres miles | tonnes litres
        dollars yuan | per-cent tonnes | two seven | first second | years months""",
    "ru": """марта июня | понедельник пятницу | Китая Ирана | Индии Монголии | Ташкенте Бишкеке | России Белоруссии
        все многие | более менее | около ровно | половина треть | миллионов миллиардов | километров миль
        тонн литров | долларов юаней | два семь | первый второй | лет месяцев""",
}
NEGATIONS = {"en": ("not", "no", "never", "without", "nobody"), "ru": ("не", "ни", "нет", "без", "никто")}
VERBS = {
    "en": ("will", "is", "are", "was", "has"),
    "ru": ("будет", "может", "стал", "был", "прошёл", "принял"),
}


def _paragraphs() -> list[tuple[str, str]]:
    lines = (settings.BASE_DIR / "news/demo/articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [
        (language, html.unescape(_TAG.sub("", block)).strip())
        for bodies in (json.loads(line)["body"] for line in lines)
        for language, body in bodies.items()
        for block in re.split(r"</(?:p|h2|h3|li|td|th|figcaption)>", body)
    ]
    return sorted({text for text in texts if 20 < len(text[1]) < 600})[::3]


@pytest.fixture(scope="module")
def paragraphs() -> list[tuple[str, str]]:
    return _paragraphs()


def _exchanges(language: str, text: str):
    for pair in re.split(r"\s*[|\n]\s*", EXCHANGED[language]):
        for word, other in ((pair.split()[0], pair.split()[1]), tuple(reversed(pair.split()))):
            changed = re.sub(rf"\b{word}\b", other, text, count=1)
            if changed != text and not re.search(rf"\b{other}\b", text):
                yield changed, word, other


def test_a_changed_digit_is(paragraphs):
    tried = 0
    for language, text in paragraphs:
        for digit in re.finditer(r"\d", text):
            other = str((int(digit[0]) + 4) % 9 + 1)
            if other == digit[0]:
                continue
            changed = text[: digit.start()] + other + text[digit.end() :]
            verdict = judge(text, changed, language)
            shown = "".join(verdict.words)
            assert verdict.is_substance, (text, changed)
            assert other in shown, (verdict, changed)
            tried += 1
    assert tried > 200


def test_a_changed_date_name_unit_or_quantity_is(paragraphs):
    tried = 0
    for language, text in paragraphs:
        for changed, word, other in _exchanges(language, text):
            verdict = judge(text, changed, language)
            assert verdict.is_substance, (text, changed)
            assert word in " ".join(verdict.words), (verdict, changed)
            assert other in " ".join(verdict.words), (verdict, changed)
            tried += 1
    assert tried > 100


def test_a_negation_put_in_or_taken_out_is(paragraphs):
    tried = 0
    for language, text in paragraphs:
        changes = [
            (
                re.sub(rf"\b{verb}\b", f"{verb} not" if language == "en" else f"не {verb}", text, count=1),
                added,
            )
            for verb in VERBS[language]
            for added in [NEGATIONS[language][0]]
        ] + [(re.sub(rf"\b{word} ", "", text, count=1), word) for word in NEGATIONS[language]]
        for changed, word in changes:
            if changed == text or re.search(r"\bnot not\b|\bне не\b", changed):
                continue
            verdict = judge(text, changed, language)
            assert verdict.is_substance, (text, changed)
            shown = set(" ".join(verdict.words).casefold().split())
            # What is left of `not only … but also` is shown in its place.
            assert shown & {word, "only", "только"}, (verdict, changed)
            tried += 1
    assert tried > 100

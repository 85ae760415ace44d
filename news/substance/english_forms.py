"""Forms of English words, spellings of both sides of the Atlantic, and what is a word at all."""

import re
from array import array
from bisect import bisect_left
from functools import cache, lru_cache

from spellchecker import SpellChecker

from news.substance.lists import sections

# British spellings in the American form, for comparison only.
_VARIANTS = [
    (re.compile(pattern), spelling)
    for pattern, spelling in [
        (r"(?<=[a-z]{3})is(?=(?:e[drs]?|es|ing|ers?|ations?|ational)\Z)", "iz"),
        (r"(?<=[a-z]{3})ys(?=(?:e[drs]?|es|ing|ers?)\Z)", "yz"),
        (r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ite|ites|ful|er|ers|hood|ly|al)?\Z)", "or"),
        (r"(?<=[a-z]{2}[btv])re(?=[sd]?\Z)", "er"),
        (r"(?<=[a-z]{3})ll(?=(?:ed|ing|er|ers)\Z)", "l"),
        (r"(?<=def|off)ence", "ense"),
        (r"(?<=pret)ence", "ense"),
        (r"ogue(?=s?\Z)", "og"),
        (r"amme(?=s?\Z)", "am"),
        (r"(?<=dg)e(?=ment)", ""),
        (r"\Agrey", "gray"),
        (r"\Acheque", "check"),
        (r"\Aageing\Z", "aging"),
        (r"(?<=among)st\Z", ""),
        (r"(?<=amid)st\Z", ""),
        (r"\Awhilst\Z", "while"),
        (r"\Akilometre", "kilometer"),
    ]
]
# So often words stand in the texts that the dictionary was counted in.
_COMMON, _RARE = 5000, 100


@lru_cache(maxsize=4096)
def variant(form: str) -> str:
    """A British spelling as the American one."""
    for pattern, spelling in _VARIANTS:
        form = pattern.sub(spelling, form)
    return form


@cache
def _irregular() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in sections("en")["irregular"]:
        for form in line:
            found[form] = found.get(form, frozenset()) | {line[0]}
    return found


@lru_cache(maxsize=4096)
def bases(form: str) -> frozenset[str]:
    """The words of the dictionary that a form may come from; some that are no words do no harm."""
    found = {form} | _irregular().get(form, frozenset())
    if len(form) > 3:
        if form.endswith("s") and not form.endswith(("ss", "us", "is")):
            found |= {form[:-1]} | _irregular().get(form[:-1], frozenset())
            if form.endswith("ies"):
                found |= {form[:-3] + "y"}
            elif form.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
                found |= {form[:-2]}
            elif form.endswith("ves"):
                found |= {form[:-3] + "f"}
        for ending in ("ed", "ing"):
            stem = form.removesuffix(ending)
            if stem != form and len(stem) > 2:
                found |= {stem, stem + "e"}
                if stem[-1] == stem[-2]:
                    found |= {stem[:-1]}
                if ending == "ed" and stem.endswith("i"):
                    found |= {stem[:-1] + "y"}
        if form.endswith("ly") and len(form) > 4:
            found |= {form[:-2], form[:-2] + "le", *([form[:-3] + "y"] if form.endswith("ily") else [])}
            if form.endswith("ically"):
                found |= {form[:-4]}
        if form.endswith("ical"):
            found |= {form[:-2]}
    return frozenset(variant(base) for base in found)


_DEED = re.compile(r"e?(?:ment|ation|ing)\Z")


def is_same_deed(first: str, second: str) -> bool:
    """Whether one is the noun and the other the gerund of a verb: `the development`, `the developing`."""
    endings = first.endswith("ing"), second.endswith("ing")
    stems = _DEED.sub("", first), _DEED.sub("", second)
    return (
        endings[0] != endings[1]
        and stems[0] == stems[1] != first
        and stems[1] != second
        and len(stems[0]) > 3
    )


@cache
def _dictionary() -> tuple[array, array, array]:
    """Hashes of all words, of the common, of the rare ones. The words themselves would take forty megabytes."""
    words = SpellChecker(language="en").word_frequency.dictionary
    return (
        array("q", sorted(map(hash, words))),
        array("q", sorted(hash(word) for word, count in words.items() if count >= _COMMON)),
        array("q", sorted(hash(word) for word, count in words.items() if count <= _RARE)),
    )


def _holds(hashes: array, word: str) -> bool:
    place = bisect_left(hashes, hash(word))
    return place < len(hashes) and hashes[place] == hash(word)


def known(word: str) -> bool:
    """Whether the word stands in the dictionary, in its spelling or in the American one."""
    return _holds(_dictionary()[0], word) or _holds(_dictionary()[0], variant(word))


def common(word: str) -> bool:
    """Whether the word is met every day."""
    return _holds(_dictionary()[1], word)


def rare(word: str) -> bool:
    """Whether the word is hardly ever met."""
    return _holds(_dictionary()[2], word)

"""Forms of Russian words, from the dictionary of OpenCorpora."""

import re
from functools import cache, lru_cache

import pymorphy3

RUSSIAN = re.compile(r"[а-я]+(?:'[а-я]+)?\Z")
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_ENDING = re.compile(
    r"(?<=[а-я]{3})(?:ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ов|ев|ей|ом|ем|ой|ый|ий|ая|яя|ое|ее|ые|ие|ым|им|ую|юю|ых|их"
    r"|ою|ею|а|я|о|е|и|ы|у|ю|ь|й)\Z"
)
# Parses less likely than this are of words that hardly anybody uses.
_UNLIKELY = 0.01


@cache
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=8192)
def parses(form: str) -> tuple:
    """What a form may be, the likeliest first."""
    found = _analyser().parse(form)
    return tuple(parse for parse in found if parse.score >= _UNLIKELY) or tuple(found[:1])


@lru_cache(maxsize=8192)
def known(word: str) -> bool:
    """Whether the form stands in the dictionary."""
    return not RUSSIAN.match(word) or _analyser().word_is_known(word)


@lru_cache(maxsize=8192)
def bases(form: str) -> frozenset[str]:
    """The words of the dictionary that a form may come from; for other words what is left without its ending."""
    if not RUSSIAN.match(form):
        return frozenset({form})
    if not known(form):
        return frozenset({form, _ENDING.sub("", form)})
    return frozenset({form} | {parse.normal_form.replace("ё", "е") for parse in parses(form)})


def grammemes(form: str, *wanted: str) -> frozenset[str]:
    """Those of the wanted grammemes that the form may have."""
    return frozenset(name for parse in parses(form) for name in wanted if name in parse.tag)

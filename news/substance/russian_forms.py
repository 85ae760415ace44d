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


def forms(word: str) -> frozenset[str]:
    """All forms of a word of the dictionary."""
    parse = next(
        (found for found in parses(word) if found.normal_form.replace("ё", "е") == word), parses(word)[0]
    )
    return frozenset(form.word.replace("ё", "е") for form in parse.lexeme)


# Ends of nouns, and of the adjectives made from them: `Индия`, `индийский`; `пропуск`, `пропускной`.
_OF_PLACE = re.compile(r"(?:ск|цк)(?:ий|ой)\Z")
_OF_THING = re.compile(r"(?:н|ов|ев|енн|ическ|ск)(?:ый|ий|ой)\Z")
_ENDS = re.compile(r"[аеийоуыэюяь]+\Z"), re.compile(r"[аеийоуыэюяь]*(?:ин|ов|ев)?\Z")
# Shorter stems are shared by words that have nothing to do with each other: `глава`, `главный`.
_PLACE, _THING = 3, 5


@lru_cache(maxsize=8192)
def roots(form: str) -> frozenset[str]:
    """What a noun shares with the adjective that stands for it; nothing for other words."""
    found: set[str] = set()
    for parse in parses(form):
        word = parse.normal_form.replace("ё", "е")
        if parse.tag.POS == "ADJF":
            stems = [_OF_PLACE.sub("", word)] if _OF_PLACE.search(word) else []
            found |= {f"place-{end.sub('', stem)}" for stem in stems for end in _ENDS}
            if _OF_THING.search(word):
                found.add("thing-" + _ENDS[0].sub("", _OF_THING.sub("", word)))
        elif parse.tag.POS == "NOUN":
            found.add(("place-" if "Geox" in parse.tag else "thing-") + _ENDS[0].sub("", word))
    shortest = {"place": _PLACE, "thing": _THING}
    return frozenset(root for root in found if len(root) - 6 >= shortest[root[:5]])


def grammemes(form: str, *wanted: str) -> frozenset[str]:
    """Those of the wanted grammemes that the form may have."""
    return frozenset(name for parse in parses(form) for name in wanted if name in parse.tag)

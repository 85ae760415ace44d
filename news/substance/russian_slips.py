"""Slips in Russian that a word beside them shows to be such, `более лучший`; and numbers declined wrongly."""

import re
from dataclasses import replace
from functools import cache

from news.substance.cutting import Token
from news.substance.likeness import Nearest
from news.substance.lists import sections
from news.substance.russian_forms import RUSSIAN, bases, forms, grammemes, known, parses

# `двухста`, `пятидесятью`: the first half tells the number, whatever the ending.
_HUNDREDS = re.compile(
    r"(дв[ауе]|тр[еи]|чет[ыв]|пят|шест|сем|вос[еь]?м|девят)[а-я]{0,4}(?:ст|сот)(?:а|о|ам|ами|ах|ям|ями|ях|и|е)?\Z"
)
_TENS = re.compile(r"(пят|шест|сем|вос[еь]?м)[а-я]{0,3}десят[а-я]{0,3}\Z")
# `семедесятый` is the seventieth.
_ORDINAL = re.compile(r"(?:[ыо]й|[ао]я|[ыо]е|ую|[ыо]го|[ыо]му|[ыо]м|ых|ыми)\Z")
_FIRST = ("дв", "тр", "чет", "пят", "шест", "сем", "вос", "девят")
# Who, where, how much: before `бы` or alone they open a clause with `ни`.
_WHOEVER = {"кто", "что", "где", "куда", "как", "сколько", "когда", "какой", "чей", "откуда"}
_NEGATIONS = frozenset("не ни нет нельзя без никто ничто никогда нигде никак никакой никуда".split())  # noqa: SIM905
# So many words of a clause are looked at on either side.
_FAR = 7


@cache
def _nearest() -> Nearest:
    """Words that always decide: a slip in one of them must not make it another word."""
    text = sections("ru")
    names = ("numbers", "tens", "hundreds", "ordinals", "tenths")
    words = {word for name in names for line in text[name] for word in line}
    words |= {line[0] for name in ("multipliers", "months") for line in text[name]}
    words |= {word for line in text["days"] for word in line[:7]}
    words |= {line[0] for line in text["units"] if len(line[0]) > 4}
    return Nearest({form: word for word in words for form in forms(word)})


def put_right(tokens: list[Token]) -> list[Token]:
    """The words with such slips put right, in whichever text they stand."""
    found: list[Token] = []
    for place, token in enumerate(tokens):
        follower = tokens[place + 1] if place + 1 < len(tokens) else None
        beside = follower is not None and follower.before == " "
        if beside and _is_needless(token, follower):
            continue
        if token.form == "первые" and found and found[-1].form == "в" and not _is_described(follower):
            token = replace(
                found.pop(), form="впервые", surface=f"{tokens[place - 1].surface} {token.surface}"
            )
        elif token.what == "word" and not token.is_capital and not known(token.form):
            token = replace(token, form=_number(token.form) or _nearest().to(token.form) or token.form)
        elif found and token.before == " " and _is_softened(token.form, found[-1].form):
            token = replace(token, form=token.form[:-1])
        found.append(token)
    return found


def _number(form: str) -> str:
    """The number that a wrongly declined one stands for."""
    for pattern, section, skipped in ((_HUNDREDS, "hundreds", 1), (_TENS, "tens", 0)):
        if fit := pattern.match(form):
            listed = "tenths" if section == "tens" and _ORDINAL.search(form) else section
            words = [word for line in sections("ru")[listed] for word in line]
            return words[next(n for n, start in enumerate(_FIRST, skipped) if fit[1].startswith(start))]
    return ""


def _is_needless(token: Token, follower: Token) -> bool:
    """Whether it says of the word behind it what its ending says already."""
    if token.form == "более":
        tags = [parse.tag for parse in parses(follower.form)]
        return any("COMP" in tag or "Supr" in tag for tag in tags) and not any(
            tag.POS == "ADJF" and "Supr" not in tag for tag in tags
        )
    return bool(bases(token.form) & {"самый", "наиболее"}) and "Supr" in parses(follower.form)[0].tag


def _is_softened(form: str, previous: str) -> bool:
    """Whether an imperative stands where only a noun can, which has a needless soft sign: `дал ответь`."""
    if not form.endswith("ь") or not all("impr" in parse.tag for parse in parses(form)):
        return False
    governs = any(parse.tag.POS in {"VERB", "PREP", "ADJF"} for parse in parses(previous))
    return governs and any(
        parse.tag.POS == "NOUN" and "nomn" in parse.tag and parse.is_known for parse in parses(form[:-1])
    )


def _is_described(follower: Token | None) -> bool:
    """Whether what follows `первые` are first: a plural, or a number of them."""
    return follower is not None and (
        not RUSSIAN.match(follower.form)
        or bool(grammemes(follower.form, "plur", "NUMR") and not grammemes(follower.form, "VERB", "PRTS"))
    )


def with_neither(tokens: list[Token]) -> list[Token]:
    """`не` and `ни` as one where only one of them can be right: beside another negation, or after `кто бы`."""
    return [
        replace(token, form="ни") if token.form == "не" and _is_neither(tokens, place) else token
        for place, token in enumerate(tokens)
    ]


def _is_neither(tokens: list[Token], place: int) -> bool:
    start, end = place, place + 1
    while start > 0 and place - start < _FAR and not _opens(tokens[start]):
        start -= 1
    while end < len(tokens) and end - place <= _FAR and not _opens(tokens[end]):
        end += 1
    clause = [token.form for n, token in enumerate(tokens[start:end], start) if n != place]
    opened = place - start == 1 or "бы" in clause[: place - start]
    return bool(_NEGATIONS.intersection(clause)) or (opened and clause[0] in _WHOEVER)


def _opens(token: Token) -> bool:
    """Whether a sentence or, behind a mark, a clause begins with it."""
    return token.starts or bool(set(token.before) & set(",;:()–"))

"""Slips in English that a word beside them shows to be such: `more then ten`, `more colder`, `on of them`."""

from dataclasses import replace
from functools import cache

from news.substance.cutting import Token
from news.substance.english_forms import known
from news.substance.likeness import Nearest
from news.substance.lists import sections

# After these `then` can only be `than`.
_COMPARED = {"more", "less", "fewer", "rather", "other", "better", "worse", "greater"}
_IRREGULAR = {"more": {"better", "worse", "less"}, "most": {"best", "worst", "least"}}


@cache
def _degrees() -> dict[str, frozenset[str]]:
    """The words that say of themselves what `more` and `most` say."""
    found = {word: set(forms) for word, forms in _IRREGULAR.items()}
    for stem in _stems().values():
        found["more"].add(stem + "er")
        found["most"].add(stem + "est")
    return {word: frozenset(forms) for word, forms in found.items()}


@cache
def _stems() -> dict[str, str]:
    """What stands before -er and -est of adjectives that have these."""
    found: dict[str, str] = {}
    for adjective in (word for line in sections("en")["degrees"] for word in line):
        stem = adjective.removesuffix("e")
        if adjective.endswith("y"):
            stem = adjective[:-1] + "i"
        elif adjective in {"big", "hot", "thin", "fat", "sad", "wet", "red", "fit", "slim", "dim"}:
            stem = adjective + adjective[-1]
        found[adjective] = stem
    return found


@cache
def _nearest(capital: bool) -> Nearest:
    """Words that always decide: a slip in one of them must not make it another word."""
    text = sections("en")
    names = ("months", "days") if capital else ("numbers", "tens", "ordinals", "tenths", "days", "months")
    words = {line[0] for line in text["months"]} | {
        word for name in names for line in text[name] for word in line
    }
    if not capital:
        counted = [line[0] for name in ("multipliers", "units") for line in text[name] if line[0].isalpha()]
        words |= {word + ending for word in counted for ending in ("", "s")}
    return Nearest({word: word for word in words})


def put_right(tokens: list[Token]) -> list[Token]:
    """The words with such slips put right, in whichever text they stand."""
    found: list[Token] = []
    for place, token in enumerate(tokens):
        beside = place + 1 < len(tokens) and tokens[place + 1].before == " "
        follower = tokens[place + 1].form if beside else ""
        previous = found[-1].form if found and token.before == " " else ""
        if follower in _degrees().get(token.form, ()):
            continue
        if previous in _degrees() and (degree := _degree(token.form, found, follower)):
            found.pop()
            token = replace(token, form=degree)
        elif form := _form(token.form, previous, follower):
            token = replace(token, form=form)
        elif token.what == "word" and not known(token.form):
            token = replace(token, form=_nearest(token.is_capital).to(token.form) or token.form)
        found.append(token)
    return found


def _degree(form: str, before: list[Token], follower: str) -> str:
    """`larger` and `largest` for `more large than` and `the most large`; `more large ones` are more of them."""
    if form not in _stems():
        return ""
    if before[-1].form == "more":
        return _stems()[form] + "er" if follower in {"than", "then"} else ""
    return _stems()[form] + "est" if len(before) > 1 and before[-2].form == "the" else ""


def _form(form: str, previous: str, follower: str) -> str:
    """What a word must be between these two; nothing where it may be what it is."""
    if form in {"then", "that"} and follower and (previous in _COMPARED or previous in _degrees()["more"]):
        return "than"
    if form == "on" and follower == "of":
        return "one"
    return "have" if form == "of" and follower and previous in {"would", "should", "could"} else ""

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
def _superlatives() -> dict[str, str]:
    """Adjectives with what they are in the highest degree: `the most large` is `the largest`."""
    return {adjective: stem + "est" for adjective, stem in _stems().items()}


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
        follower = tokens[place + 1] if place + 1 < len(tokens) else None
        beside = follower is not None and follower.before == " "
        previous = found[-1] if found and token.before == " " else None
        if token.form in {"then", "that"} and beside and previous and _is_compared(previous.form):
            token = replace(token, form="than")
        elif token.form in _degrees() and beside and follower.form in _degrees()[token.form]:
            continue
        elif (
            token.form in _superlatives()
            and previous
            and previous.form == "most"
            and len(found) > 1
            and found[-2].form == "the"
        ):
            found.pop()
            token = replace(token, form=_superlatives()[token.form])
        elif token.form == "on" and beside and follower.form == "of":
            token = replace(token, form="one")
        elif token.form == "of" and beside and previous and previous.form in {"would", "should", "could"}:
            token = replace(token, form="have")
        elif token.what == "word" and not known(token.form):
            token = replace(token, form=_nearest(token.is_capital).to(token.form) or token.form)
        found.append(token)
    return found


def _is_compared(form: str) -> bool:
    return form in _COMPARED or form in _degrees()["more"]

"""Slips in English that a word beside them shows to be such: `more then ten`, `more colder`, `on of them`."""

from dataclasses import replace
from functools import cache

from news.substance.cutting import Token
from news.substance.english_forms import known
from news.substance.likeness import Nearest
from news.substance.lists import sections

# After these `then` can only be `than`.
_COMPARED = {"more", "less", "fewer", "rather", "other", "better", "worse", "greater"}
_PERFECT = {"has", "have", "had"}
_TIMES = {"minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"}
# Behind a length of time they make it a day, or the subject of a clause.
_GOES_ON = {
    "ago",
    "before",
    "after",
    "earlier",
    "of",
    "have",
    "has",
    "had",
    "passed",
    "went",
    "were",
    "later",
}
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
        if token.form == "since" and _is_duration(tokens, place):
            token = replace(token, form="for")
        elif previous in _degrees() and (degree := _degree(token.form, found, follower)):
            found.pop()
            token = replace(token, form=degree)
        elif form := _form(token.form, previous, follower):
            token = replace(token, form=form)
        elif token.what == "word" and not known(token.form):
            token = replace(token, form=_nearest(token.is_capital).to(token.form) or token.form)
        found.append(token)
    return found


@cache
def _numbers() -> frozenset[str]:
    text = sections("en")
    counted = {word for name in ("numbers", "tens") for line in text[name] for word in line}
    return frozenset({"several", "many", "some", "few"} | counted - {"zero", "one"})


def _is_duration(tokens: list[Token], place: int) -> bool:
    """Whether `since` stands before a length of time, behind a perfect tense: it has lasted for so long."""
    start = place
    while start > 0 and not tokens[start].starts:
        start -= 1
    if not _PERFECT.intersection(token.form for token in tokens[start:place]):
        return False
    at = place + 1
    at += at < len(tokens) and tokens[at].form == "a"
    stretch = tokens[at : at + 3]
    if len(stretch) < 2 or stretch[1].form not in _TIMES:
        return False
    follower = stretch[2] if len(stretch) > 2 else None
    goes_on = follower is not None and follower.before == " " and follower.form in _GOES_ON
    return not goes_on and (stretch[0].form in _numbers() or stretch[0].what == "number")


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
    if form == "use" and previous in {"be", "been"}:
        return "used"
    if form == "on" and follower == "of":
        return "one"
    return "have" if form == "of" and follower and previous in {"would", "should", "could"} else ""

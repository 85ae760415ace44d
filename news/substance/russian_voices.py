"""Who does it and what is done to whom, in the active and in the passive voice of Russian."""

import re

from news.substance.cutting import Token
from news.substance.russian_forms import grammemes, parses
from news.substance.russian_turns import WAS, WILL, is_noun, likeliest_case, of_speech, tenses, written


def is_one_verb(first: Token, second: Token) -> bool:
    """Whether two words may be forms of one verb, with -ся or without."""
    return bool(_verb(first) & _verb(second))


def _verb(token: Token) -> frozenset[str]:
    return frozenset(
        re.sub(r"с[яь]\Z", "", parse.normal_form)
        for parse in parses(token.form)
        if parse.tag.POS in {"VERB", "PRTS"}
    )


def voice(tokens: list[Token], place: int) -> str:
    """Whether the verb at a place is active or passive; nothing where it is no verb."""
    form = tokens[place].form
    if "PRTS" in of_speech(form):
        return "passive"
    if "VERB" in of_speech(form):
        return "passive" if form.endswith(("ся", "сь")) else "active"
    return ""


def parts(tokens: list[Token], place: int, in_voice: str) -> tuple[set[int], set[int]]:
    """Places of those who did it, and of what it was done to, by their cases."""
    del place
    doer, thing = ("ablt", "nomn") if in_voice == "passive" else ("nomn", "accs")
    nouns = [n for n, token in enumerate(tokens) if of_speech(token.form) & {"NOUN", "NPRO"}]
    return tuple({n for n in nouns if grammemes(tokens[n].form, case)} for case in (doer, thing))


def plays_same_part(found, old: int, new: int, in_voice: str, both) -> bool:
    """Whether a word is among those who did it, or among what it was done to, in both texts; or goes with such."""
    del in_voice
    if any(old in first and new in second for first, second in zip(*both, strict=True)):
        return True
    kinds = of_speech(found.before[old].form) & of_speech(found.after[new].form)
    return bool(kinds & {"ADJF", "PRTF", "NUMR"})


def nobody_does(found, old: int, new: int, both) -> bool:
    """Whether neither text says who did it: `встречу перенесли`, `встреча перенесена`."""
    forms = found.before[old].form, found.after[new].form
    indefinite = any("plur" in grammemes(form, "plur") and "VERB" in of_speech(form) for form in forms)
    return indefinite and not any(doers - things for doers, things in both)


def is_helper(token: Token) -> bool:
    """Whether a word only says when the passive is."""
    return token.form in WILL | WAS


def names_doer(found, old: int, new: int, in_voice: str) -> bool:
    """Whether the subject has stayed while the verb has changed its voice, so that it does what was done to it."""
    del in_voice
    if "PRTS" not in of_speech(found.before[old].form) | of_speech(found.after[new].form):
        return False
    return any(
        code == "exact"
        and likeliest_case(written(found.before[a])) in {"nomn", "either"}
        and is_noun(found.before[a])
        for a, _b, code in found.pairs
        if a < old
    )


def time_of(tokens: list[Token], place: int, in_voice: str) -> str:
    """When it was done, as far as the verb shows: `past`, `not past` or nothing."""
    del in_voice
    form = tokens[place].form
    if "PRTS" in of_speech(form):
        return "not past" if any(t.form in WILL for t in tokens[max(place - 3, 0) : place]) else "past"
    found = tenses(form)
    return next(iter(found)) if len(found) == 1 else ""

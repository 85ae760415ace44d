"""Forms and places of Russian words that change what a sentence says."""

import re

from news.substance.cutting import Token, folded
from news.substance.figures import DATE, FIGURE
from news.substance.lists import QUANTITY, SENSE, lists, sections
from news.substance.russian_forms import CASES, RUSSIAN, grammemes, known, parses

TENSE, ORDER = "tense", "order"
_WILL = {"будет", "будут"}
_WAS = {"был", "была", "было", "были"}
# Classes of light prepositions, by their line in the list: those that often stand for each other.
_EASY = {frozenset(pair) for pair in (("в", "по"), ("о", "по"), ("о", "в"), ("с", "из"))}


def _parts(form: str) -> set[str]:
    return {parse.tag.POS for parse in parses(form)}


def _finite(form: str) -> frozenset[str]:
    """The tenses that the form has as a verb; nothing where it may be no verb."""
    if not known(form) or _parts(form) != {"VERB"}:
        return frozenset()
    return frozenset("past" if "past" in parse.tag else "not past" for parse in parses(form))


def _number(form: str) -> str:
    """`sing` or `plur` where the form leaves no doubt."""
    found = grammemes(form, "sing", "plur")
    return next(iter(found)) if len(found) == 1 else ""


def _degree(form: str) -> frozenset[str]:
    return frozenset(g for g in ("Supr", "COMP") if g in parses(form)[0].tag)


def _voice(form: str) -> frozenset[str]:
    return grammemes(form, "actv", "pssv") if _parts(form) <= {"PRTF", "PRTS"} else frozenset()


def turn(found, old: int, new: int) -> str:
    """What the change of a word's form says, if anything: tense, degree, voice, how many."""
    first, second = found.before[old].shape, found.after[new].shape
    if first == second or not RUSSIAN.match(first) or not RUSSIAN.match(second):
        return ""
    one, other = _finite(first), _finite(second)
    if one and other and not one & other:
        return TENSE
    one_word = found.before[old].bases & found.after[new].bases
    in_phrase = found.before[old].inflected or found.after[new].inflected
    if one_word and not in_phrase and _degree(first) != _degree(second):
        return QUANTITY
    if _voice(first) and _voice(second) and not _voice(first) & _voice(second):
        return ORDER
    return QUANTITY if _counts_anew(found, old, new) or _is_recounted(found, old, new) else ""


def _counts_anew(found, old: int, new: int) -> bool:
    """Whether one became several, and not only in this word: its adjective or verb has changed with it."""
    first, second = found.before[old].shape, found.after[new].shape
    if "NOUN" not in _parts(first):
        return False
    one, other = grammemes(first, "sing", "plur"), grammemes(second, "sing", "plur")
    for a, b, code in found.pairs:
        if code == "form" and 0 < abs(a - old) < 3 and 0 < abs(b - new) < 3:
            was, now = _number(found.before[a].form), _number(found.after[b].form)
            modifies = _parts(found.before[a].form) & {"ADJF", "PRTF", "PRTS", "VERB", "ADJS"}
            if modifies and was != now and was in one and now in other:
                return True
    return False


def roles_change(found) -> bool:
    """Whether one noun has stopped being the subject and another has begun to be it."""
    ended = begun = False
    for old, new, code in found.pairs:
        first, second = found.before[old].shape, found.after[new].shape
        if code == "form" and "NOUN" in _parts(first) and known(first) and known(second):
            one, other = "nomn" in grammemes(first, *CASES), "nomn" in grammemes(second, *CASES)
            ended, begun = ended or (one and not other), begun or (other and not one)
    verbs = any(
        code == "form" and _finite(found.before[old].form) and _finite(found.after[new].form)
        for old, new, code in found.pairs
    )
    return (ended and begun) or (verbs and _is_raised(found))


def _is_raised(found) -> bool:
    """Whether an object has become the subject."""
    for old, new, code in found.pairs:
        first, second = found.before[old].form, found.after[new].form
        if code == "form" and "NOUN" in _parts(first) and known(first) and known(second):
            cases = {
                grammemes(first, *CASES) & {"nomn", "accs"},
                grammemes(second, *CASES) & {"nomn", "accs"},
            }
            if cases == {frozenset({"nomn"}), frozenset({"accs"})}:
                return True
    return False


def _is_recounted(found, old: int, new: int) -> bool:
    """Whether a noun has another number, and its neighbours do not show that the old one was a slip."""
    numbers = _number(found.before[old].shape), _number(found.after[new].shape)
    if not all(numbers) or numbers[0] == numbers[1] or "NOUN" not in _parts(found.before[old].form):
        return False
    if not grammemes(found.before[old].form, *CASES) & grammemes(found.after[new].form, *CASES):
        return False
    for place in (*range(new - 2, new), new + 1, new + 2):
        if 0 <= place < len(found.after) and place != new:
            token = found.after[place]
            if token.kind in {FIGURE, QUANTITY} and place < new:
                return False
            agrees = _parts(token.form) & {"ADJF", "PRTF", "PRTS", "VERB", "NOUN"}
            is_object = (
                "VERB" in agrees and place < new and "accs" in grammemes(found.after[new].shape, *CASES)
            )
            if agrees and "NOUN" not in agrees and not is_object and _number(token.form) == numbers[1]:
                return False
    return True


def is_reported(found, old: int, new: int) -> bool:
    """Whether tense follows from another verb: in Russian it never does."""
    del found, old, new
    return False


def relation(gone: list[Token], come: list[Token], earlier: list[Token], follower: Token | None) -> str:
    """What light words that stand for others say: another time, another relation."""
    del earlier
    lost, new = {token.form for token in gone}, {token.form for token in come}
    alone = follower is not None and not _parts(follower.form) & {"PRTS", "ADJS", "PRTF"}
    if alone and bool(lost & _WAS) != bool(new & _WAS):
        return TENSE
    known_ones = lists("ru").prepositions
    names = {number: word for word, number in reversed(known_ones.items())}
    first = {names[known_ones[w]] for w in lost if w in known_ones}
    second = {names[known_ones[w]] for w in new if w in known_ones}
    first, second = first - second, second - first
    strict = follower is not None and follower.kind in {FIGURE, DATE}
    if not first or not second:
        return SENSE if strict and (first | second) & {"к", "от"} else ""
    pairs = {frozenset({one, other}) for one in first for other in second}
    return SENSE if strict or not pairs & _EASY else ""


def may_move(moves, old: int, new: int, same_side: bool, across: list[int]) -> bool:
    """Whether a Russian word may stand elsewhere: its ending says what it is, unless others have the same."""
    before = moves.found.before
    parts = _parts(before[old].form)
    block = moves.blocks[old]
    if same_side or (old, new) != next((pair for pair in block if _is_noun(before[pair[0]])), (old, new)):
        return True  # or it goes with the first noun of those that have moved together
    if len(block) > 2 and any(_parts(before[place].form) & {"VERB", "PRTS"} for place, _new in block):
        return True  # a clause
    if "ADJF" in parts ^ _parts(moves.found.after[new].form):
        return bool(across)  # `саммит в Ташкенте`, `ташкентский саммит`
    governed = moves.before.preposition(old)
    if governed != moves.after.preposition(new) and _is_noun(before[old]):
        return False
    if moves.is_told_by(governed, old, new):
        return True
    if _is_noun(before[old]):
        return not any(_crosses(moves, old, new, a, b) for a, b in _nouns(moves))
    return bool(across) if parts & {"ADJF", "PRTF", "NUMR"} else True


def _is_noun(token: Token) -> bool:
    return bool(_parts(token.form) & {"NOUN", "NPRO"})


def _nouns(moves):
    """Places of all nouns in both texts: those that stayed, and those that moved by the same form."""
    found = moves.found
    stayed = [(old, new) for old, new, code in found.pairs if code == "exact"]
    for old, new in (*stayed, *moves.pairs):
        if "NOUN" in _parts(_word(found.before[old])):
            yield old, new


def _crosses(moves, old: int, new: int, a: int, b: int) -> bool:
    """Whether two nouns that only their order tells apart have changed it."""
    if (old < a) == (new < b) or a == old:
        return False
    found = moves.found
    governed = moves.before.preposition(a)
    if governed and governed == moves.after.preposition(b) and governed != moves.before.preposition(old):
        return False
    first, second = _word(found.before[old]), _word(found.before[a])
    shared = grammemes(first, *CASES) & grammemes(second, *CASES)
    both_names = all(found.before[n].surface[:1].isupper() for n in (old, a))
    if both_names:
        return bool(shared)
    return _part(first) == _part(second)


def _word(token: Token) -> str:
    """The form that stands in the text, where the token may be written as another."""
    return folded(token.surface)


def _part(form: str) -> str:
    """The likeliest case of a form; one name for both where it may be the subject as well as the object."""
    case = str(parses(form)[0].tag.case)
    both = {"nomn", "accs"} <= grammemes(form, *CASES)
    return "either" if both and case in {"nomn", "accs"} else case


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
    if "PRTS" in _parts(form):
        return "passive"
    if "VERB" in _parts(form):
        return "passive" if form.endswith(("ся", "сь")) else "active"
    return ""


def parts(tokens: list[Token], place: int, in_voice: str) -> tuple[set[int], set[int]]:
    """Places of those who did it, and of what it was done to, by their cases."""
    del place
    doer, thing = ("ablt", "nomn") if in_voice == "passive" else ("nomn", "accs")
    nouns = [n for n, token in enumerate(tokens) if _parts(token.form) & {"NOUN", "NPRO"}]
    return tuple({n for n in nouns if grammemes(tokens[n].form, case)} for case in (doer, thing))


def plays_same_part(found, old: int, new: int, in_voice: str, both) -> bool:
    """Whether a word is among those who did it, or among what it was done to, in both texts; or goes with such."""
    del in_voice
    if any(old in first and new in second for first, second in zip(*both, strict=True)):
        return True
    kinds = _parts(found.before[old].form) & _parts(found.after[new].form)
    return bool(kinds & {"ADJF", "PRTF", "NUMR"})


def nobody_does(found, old: int, new: int, both) -> bool:
    """Whether neither text says who did it: `встречу перенесли`, `встреча перенесена`."""
    forms = found.before[old].form, found.after[new].form
    indefinite = any("plur" in grammemes(form, "plur") and "VERB" in _parts(form) for form in forms)
    return indefinite and not any(doers - things for doers, things in both)


def is_helper(token: Token) -> bool:
    """Whether a word only says when the passive is."""
    return token.form in _WILL | _WAS


def names_doer(found, old: int, new: int, in_voice: str) -> bool:
    """Whether the subject has stayed while the verb has changed its voice, so that it does what was done to it."""
    del in_voice
    if "PRTS" not in _parts(found.before[old].form) | _parts(found.after[new].form):
        return False
    return any(
        code == "exact" and _part(_word(found.before[a])) in {"nomn", "either"} and _is_noun(found.before[a])
        for a, _b, code in found.pairs
        if a < old
    )


def time_of(tokens: list[Token], place: int, in_voice: str) -> str:
    """When it was done, as far as the verb shows: `past`, `not past` or nothing."""
    del in_voice
    form = tokens[place].form
    if "PRTS" in _parts(form):
        return "not past" if any(t.form in _WILL for t in tokens[max(place - 3, 0) : place]) else "past"
    found = _finite(form)
    return next(iter(found)) if len(found) == 1 else ""


def says(token: Token) -> bool:
    """Whether it is a word for saying."""
    return bool(token.bases & {word for line in sections("ru")["saying"] for word in line})


def introduces(token: Token) -> bool:
    """Whether a stretch that begins with it says how it belongs to the rest: a preposition, a conjunction."""
    known_one = token.form in lists("ru").prepositions or token.kind in {SENSE, DATE}
    return (
        known_one
        or token.form in {"если", "который", "что", "чтобы"}
        or bool(_parts(token.form) & {"ADVB", "GRND"})
    )

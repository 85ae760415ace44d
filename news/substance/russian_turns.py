"""Forms and places of Russian words that change what a sentence says."""

from news.substance.cutting import Token
from news.substance.figures import DATE, FIGURE
from news.substance.lists import QUANTITY, SENSE, lists
from news.substance.russian_forms import CASES, RUSSIAN, grammemes, known, parses

TENSE, ORDER = "tense", "order"
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
    if _degree(first) != _degree(second):
        return QUANTITY
    if _voice(first) and _voice(second) and not _voice(first) & _voice(second):
        return ORDER
    return QUANTITY if _counts_anew(found, old, new) else ""


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
    return ended and begun


def relation(gone: list[Token], come: list[Token], previous: Token | None, follower: Token | None) -> str:
    """What light words that stand for others say: another time, another relation."""
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
    parts = _parts(moves.found.before[old].form)
    if same_side:
        return True
    if moves.before.preposition(old) != moves.after.preposition(new) and parts & {"NOUN", "NPRO"}:
        return False
    if parts & {"NOUN", "NPRO"}:
        return not any(_crosses(moves, old, new, a, b) for a, b in _nouns(moves))
    return bool(across) if parts & {"ADJF", "PRTF", "NUMR"} else True


def _nouns(moves):
    """Places of all nouns in both texts: those that stayed, and those that moved by the same form."""
    found = moves.found
    stayed = [(old, new) for old, new, code in found.pairs if code == "exact"]
    for old, new in (*stayed, *moves.pairs):
        if "NOUN" in _parts(found.before[old].form):
            yield old, new


def _crosses(moves, old: int, new: int, a: int, b: int) -> bool:
    """Whether two nouns that only their order tells apart have changed it."""
    if (old < a) == (new < b) or a == old:
        return False
    found = moves.found
    if moves.before.preposition(a) and moves.before.preposition(a) == moves.after.preposition(b):
        return False
    first, second = found.before[old].form, found.before[a].form
    shared = grammemes(first, *CASES) & grammemes(second, *CASES)
    both_names = all(found.before[n].surface[:1].isupper() for n in (old, a))
    return bool(shared) if both_names else {"nomn", "accs"} <= shared

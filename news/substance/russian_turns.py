"""Forms and places of Russian words that change what a sentence says."""

from functools import cache

from news.substance.cutting import Token, folded
from news.substance.figures import DATE, FIGURE
from news.substance.lists import QUANTITY, SENSE, lists, sections
from news.substance.rows import is_in_row
from news.substance.russian_forms import CASES, RUSSIAN, grammemes, known, parses

TENSE, ORDER = "tense", "order"
WILL = {"будет", "будут"}
WAS = {"был", "была", "было", "были"}
# Classes of light prepositions, by their line in the list: those that often stand for each other.
_EASY = {frozenset(pair) for pair in (("в", "по"), ("о", "по"), ("о", "в"), ("с", "из"))}


_PREDICATES, _ADJECTIVES = {"VERB", "PRTS"}, {"ADJF", "PRTF"}
# So many letters two verbs of one root begin with.
_ROOT = 5


def of_speech(form: str) -> set[str]:
    """The parts of speech that the form may be."""
    return {parse.tag.POS for parse in parses(form)}


def tenses(form: str) -> frozenset[str]:
    """The tenses that the form has as a verb; nothing where it may be no verb."""
    if not known(form) or of_speech(form) != {"VERB"}:
        return frozenset()
    return frozenset("past" if "past" in parse.tag else "not past" for parse in parses(form))


def _is_past(token: Token) -> bool:
    return tenses(token.form) == {"past"}


def _number(form: str) -> str:
    """`sing` or `plur` where the form leaves no doubt."""
    found = grammemes(form, "sing", "plur")
    return next(iter(found)) if len(found) == 1 else ""


def _degree(form: str) -> frozenset[str]:
    return frozenset(g for g in ("Supr", "COMP") if g in parses(form)[0].tag)


def _voice(form: str) -> frozenset[str]:
    return grammemes(form, "actv", "pssv") if of_speech(form) <= {"PRTF", "PRTS"} else frozenset()


def turn(found, old: int, new: int) -> str:
    """What the change of a word's form says, if anything: tense, degree, voice, how many."""
    first, second = found.before[old].shape, found.after[new].shape
    if first == second or not RUSSIAN.match(first) or not RUSSIAN.match(second):
        return ""
    one, other = tenses(first), tenses(second)
    if one and other and not one & other:
        sides = (found.before, old), (found.after, new)
        return "" if all(is_in_row(tokens, place, "и", _is_past) for tokens, place in sides) else TENSE
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
    if "NOUN" not in of_speech(first):
        return False
    one, other = grammemes(first, "sing", "plur"), grammemes(second, "sing", "plur")
    for a, b, code in found.pairs:
        if code == "form" and 0 < abs(a - old) < 3 and 0 < abs(b - new) < 3:
            was, now = _number(found.before[a].form), _number(found.after[b].form)
            modifies = of_speech(found.before[a].form) & {"ADJF", "PRTF", "PRTS", "VERB", "ADJS"}
            if modifies and was != now and was in one and now in other:
                return True
    return False


def roles_change(found) -> bool:
    """Whether one noun has stopped being the subject and another has begun to be it."""
    ended = begun = False
    for old, new, code in found.pairs:
        first, second = found.before[old].shape, found.after[new].shape
        if code == "form" and _is_declined_anew(found, old, new):
            one, other = "nomn" in grammemes(first, *CASES), "nomn" in grammemes(second, *CASES)
            ended, begun = ended or (one and not other), begun or (other and not one)
    verbs = any(
        code == "form" and tenses(found.before[old].form) and tenses(found.after[new].form)
        for old, new, code in found.pairs
    )
    return (ended and begun) or (verbs and _is_raised(found))


def _is_declined_anew(found, old: int, new: int) -> bool:
    """Whether a noun may stand in another case, and no word beside it shows that the old one was a slip."""
    first, second = found.before[old].shape, found.after[new].shape
    if "NOUN" not in of_speech(first) or not known(first) or not known(second):
        return False
    pairs = {(a, b) for a, b, code in found.pairs if code == "exact"}
    for step in (-1, 1):
        if (old + step, new + step) in pairs:
            beside = found.before[old + step]
            is_part = beside.surface[:1].isupper() and found.before[old].is_capital
            cases = grammemes(beside.form, *CASES)
            agrees = [bool(cases & grammemes(form, *CASES)) for form in (first, second)]
            if (
                known(beside.form)
                and (is_part or of_speech(beside.form) <= _ADJECTIVES)
                and agrees[0] != agrees[1]
            ):
                return False
    return True


def _is_raised(found) -> bool:
    """Whether an object has become the subject, or a person has begun or stopped to be it."""
    for old, new, code in found.pairs:
        first, second = found.before[old].form, found.after[new].form
        if code == "form" and _is_declined_anew(found, old, new):
            one, other = grammemes(first, *CASES), grammemes(second, *CASES)
            if {one, other} == {frozenset({"nomn"}), frozenset({"accs"})}:
                return True
            named = grammemes(first, "Name", "Surn")
            if named and "nomn" in one ^ other and {one, other} & {frozenset({"datv"}), frozenset({"ablt"})}:
                return True
    return False


def _is_recounted(found, old: int, new: int) -> bool:
    """Whether a noun has another number, and its neighbours do not show that the old one was a slip."""
    numbers = _number(found.before[old].shape), _number(found.after[new].shape)
    if not all(numbers) or numbers[0] == numbers[1]:
        return False
    if "NOUN" not in of_speech(found.before[old].form) and not _is_person(found, old, new):
        return False
    if not grammemes(found.before[old].form, *CASES) & grammemes(found.after[new].form, *CASES):
        return False
    for place in (*range(new - 2, new), new + 1, new + 2):
        if 0 <= place < len(found.after) and place != new:
            token = found.after[place]
            if token.kind in {FIGURE, QUANTITY} and place < new:
                return False
            agrees = of_speech(token.form) & {"ADJF", "PRTF", "PRTS", "VERB", "NOUN"}
            is_object = (
                "VERB" in agrees and place < new and "accs" in grammemes(found.after[new].shape, *CASES)
            )
            if agrees and "NOUN" not in agrees and not is_object and _number(token.form) == numbers[1]:
                return False
    return True


def _is_person(found, old: int, new: int) -> bool:
    """Whether a participle stands for a person in both texts: `подозреваемого`, and no noun right behind it."""
    stems = tuple(word[:-2] for line in sections("ru")["persons"] for word in line)
    return all(
        tokens[place].shape.startswith(stems)
        and of_speech(tokens[place].shape) <= _ADJECTIVES
        and not (place + 1 < len(tokens) and _agree(tokens[place].shape, tokens[place + 1].form))
        for tokens, place in ((found.before, old), (found.after, new))
    )


def _agree(form: str, noun: str) -> bool:
    return "NOUN" in of_speech(noun) and bool(grammemes(form, *CASES) & grammemes(noun, *CASES))


def is_reported(found, old: int, new: int) -> bool:
    """Whether tense follows from another verb: in Russian it never does."""
    del found, old, new
    return False


def are_doubled(first: Token, second: Token) -> bool:
    """Whether two words do the same work: verbs of one root or sense, forms of one adjective."""
    one, other = (parses(token.form)[0].tag.POS for token in (first, second))
    if one in _PREDICATES and other in _PREDICATES:
        akin = first.form[:_ROOT] == second.form[:_ROOT] and len(first.form) > _ROOT
        prefixed = len(first.form) > _ROOT - 1 and second.form.endswith(first.form)
        return akin or prefixed or bool((first.bases & second.bases) | (first.senses & second.senses))
    both = {"NOUN"} if one == other == "NOUN" and first.form != "друг" else _ADJECTIVES
    return one in both and other in both and bool(first.bases & second.bases)


@cache
def _mistaken(verb: str) -> frozenset[frozenset[str]]:
    """Prepositions that are written for each other after a word."""
    lines = [line[1:] for line in sections("ru")["governed"] if line[0] == verb]
    return frozenset(frozenset({line[0], other}) for line in lines for other in line[1:])


def relation(gone: list[Token], come: list[Token], earlier: list[Token], follower: Token | None) -> str:
    """What light words that stand for others say: another time, another relation."""
    lost, new = {token.form for token in gone}, {token.form for token in come}
    alone = follower is not None and not of_speech(follower.form) & {"PRTS", "ADJS", "PRTF"}
    if alone and bool(lost & WAS) != bool(new & WAS):
        return TENSE
    if len(lost) == len(new) == 1 and any(lost | new in _mistaken(b) for t in earlier for b in t.bases):
        return ""
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
    parts = of_speech(before[old].form)
    block = moves.blocks[old]
    if same_side or (old, new) != next((pair for pair in block if is_noun(before[pair[0]])), (old, new)):
        return True  # or it goes with the first noun of those that have moved together
    if len(block) > 2 and any(of_speech(before[place].form) & {"VERB", "PRTS"} for place, _new in block):
        return True  # a clause
    if "ADJF" in parts ^ of_speech(moves.found.after[new].form):
        return bool(across)  # `саммит в Ташкенте`, `ташкентский саммит`
    governed = moves.before.preposition(old)
    if governed != moves.after.preposition(new) and is_noun(before[old]):
        return False
    if moves.is_told_by(governed, old, new):
        return True
    if is_noun(before[old]):
        return not any(_crosses(moves, old, new, a, b) for a, b in _nouns(moves))
    return bool(across) if parts & {"ADJF", "PRTF", "NUMR"} else True


def is_noun(token: Token) -> bool:
    """Whether it may be a noun or a pronoun."""
    return bool(of_speech(token.form) & {"NOUN", "NPRO"})


def _nouns(moves):
    """Places of all nouns in both texts: those that stayed, and those that moved by the same form."""
    found = moves.found
    stayed = [(old, new) for old, new, code in found.pairs if code == "exact"]
    for old, new in (*stayed, *moves.pairs):
        if "NOUN" in of_speech(written(found.before[old])):
            yield old, new


def _crosses(moves, old: int, new: int, a: int, b: int) -> bool:
    """Whether two nouns that only their order tells apart have changed it."""
    if (old < a) == (new < b) or a == old:
        return False
    found = moves.found
    governed = moves.before.preposition(a)
    if governed and governed == moves.after.preposition(b) and governed != moves.before.preposition(old):
        return False
    first, second = written(found.before[old]), written(found.before[a])
    shared = grammemes(first, *CASES) & grammemes(second, *CASES)
    both_names = all(found.before[n].surface[:1].isupper() for n in (old, a))
    if both_names:
        return bool(shared)
    return likeliest_case(first) == likeliest_case(second)


def written(token: Token) -> str:
    """The form that stands in the text, where the token may be written as another."""
    return folded(token.surface)


def likeliest_case(form: str) -> str:
    """The likeliest case of a form; one name for both where it may be the subject as well as the object."""
    case = str(parses(form)[0].tag.case)
    both = {"nomn", "accs"} <= grammemes(form, *CASES)
    return "either" if both and case in {"nomn", "accs"} else case


def says(token: Token) -> bool:
    """Whether it is a word for saying."""
    return bool(token.bases & {word for line in sections("ru")["saying"] for word in line})


def introduces(token: Token) -> bool:
    """Whether a stretch that begins with it says how it belongs to the rest: a preposition, a conjunction."""
    known_one = token.form in lists("ru").prepositions or token.kind in {SENSE, DATE}
    return (
        known_one
        or token.form in {"если", "который", "что", "чтобы"}
        or bool(of_speech(token.form) & {"ADVB", "GRND"})
    )

"""Forms and places of English words that change what a sentence says."""

from functools import cache

from news.substance.cutting import Token, spelt
from news.substance.english_forms import variant
from news.substance.figures import DATE, FIGURE
from news.substance.lists import QUANTITY, SENSE, lists, sections
from news.substance.rows import is_in_row

TENSE, ORDER = "tense", "order"
NOW, THEN = {"is", "are", "am"}, {"was", "were"}
_DOES, _DID = {"do", "does"}, {"did"}
_TO_ONE = {frozenset(pair) for pair in (("is", "are"), ("was", "were"), ("has", "have"), ("does", "do"))}
_DETERMINERS = {"the", "its", "their", "his", "her", "our"}
_ARTICLES = {"a", "an", "the", "its", "their"}
# Classes of light prepositions, by their line in the list.
_IN, _OF, _FOR, _TO, _WITH, _BY, _FROM = range(7)
_EASY = {
    frozenset(pair)
    for pair in ((_IN, _OF), (_IN, _FOR), (_OF, _FOR), (_IN, _TO), (_FOR, _TO), (_OF, _TO), (_OF, _FROM))
}


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(word for line in sections("en")[section] for word in line)


@cache
def _mistaken(verb: str) -> frozenset[frozenset[int]]:
    """Prepositions that are written for each other after a verb, before names and figures too."""
    known = lists("en").prepositions
    lines = [
        [known[word] for word in line[1:]] for line in sections("en")["governed"] if variant(line[0]) == verb
    ]
    return frozenset(frozenset({line[0], other}) for line in lines for other in line[1:])


@cache
def _pasts() -> dict[str, str]:
    """Irregular past forms. Those that are the present as well are left out."""
    text = sections("en")
    both = {word for line in text["unchanged"] for word in line}
    verbs = text["irregular"][: next(n for n, line in enumerate(text["irregular"]) if line[0] == "child")]
    return {
        form: line[0] for line in verbs for form in line[1:] if form not in both and not form.endswith("s")
    }


def shape(token: Token) -> str:
    """`ed`, `ing`, `s` or nothing: the form that a verb has, if it is one."""
    form = token.shape
    if form in _pasts():
        return "ed"
    for ending in ("ed", "ing"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            return ending
    return "s" if form.endswith("s") and not form.endswith(("ss", "us", "is")) else ""


def turn(found, old: int, new: int) -> str:
    """What the change of a word's form says, if anything: tense, or how many."""
    first, second = shape(found.before[old]), shape(found.after[new])
    if first == second:
        return ""
    if "ed" in (first, second) and not _is_participle(found, old, new):
        if _is_perfect(found, old, new) or _is_coordinated(found, old, new):
            return ""
        other = second if first == "ed" else first
        tokens, place = (found.after, new) if first == "ed" else (found.before, old)
        if other == "s" or (other == "" and _could_be_present(tokens, place)):
            return TENSE
        if other == "ing" and place and tokens[place - 1].form in NOW:
            return TENSE
    if (
        {first, second} == {"", "s"}
        and _is_countable(found.before[old], found.after[new])
        and (_counts_anew(found, old, new) or _is_recounted(found, old, new))
    ):
        return QUANTITY
    return ""


def _is_countable(first: Token, second: Token) -> bool:
    """Whether the plural is one: `informations` and `childrens` say no other number."""
    shown = {token.form.removesuffix("s") for token in (first, second)}
    return not (first.bases | second.bases | shown) & (_listed("uncountable") | _plurals())


@cache
def _plurals() -> frozenset[str]:
    """Plurals that have no -s."""
    lines = sections("en")["irregular"]
    start = next(n for n, line in enumerate(lines) if line[0] == "child")
    return frozenset(word for line in lines[start:] for word in line[1:] if not word.endswith("s"))


def _is_perfect(found, old: int, new: int) -> bool:
    """Whether it is `have` before a participle in both texts: it was done either way."""
    return all(
        tokens[place].form in {"has", "have", "had"}
        and place + 1 < len(tokens)
        and (shape(tokens[place + 1]) == "ed" or tokens[place + 1].form in _listed("unchanged"))
        for tokens, place in ((found.before, old), (found.after, new))
    )


def _is_coordinated(found, old: int, new: int) -> bool:
    """Whether the verb goes on from another one, in the past in both texts: `they came and see`."""
    sides = (found.before, old), (found.after, new)
    if all(is_in_row(tokens, place, "and", lambda token: shape(token) == "ed") for tokens, place in sides):
        return True
    return all(
        place > 1
        and tokens[place - 1].form == "and"
        and any(shape(token) == "ed" for token in _sentence(tokens, place - 1))
        for tokens, place in sides
    )


def is_reported(found, old: int, new: int) -> bool:
    """Whether it is told of what somebody said, so that tense follows from `said`."""
    return all(
        any(shape(token) == "ed" and _listed("saying") & token.bases for token in part)
        for part in (_sentence(found.before, old), _sentence(found.after, new))
    )


def _sentence(tokens: list[Token], place: int) -> list[Token]:
    """What stands before a place in its sentence."""
    start = place
    while start > 0 and not tokens[start].starts:
        start -= 1
    return tokens[max(start, 0) : max(place, 0)]


def _is_recounted(found, old: int, new: int) -> bool:
    """Whether a noun right behind an article has another number, and no verb shows that the old was a slip."""
    first, second = found.before[old], found.after[new]
    if first.light or second.light or "'" in spelt(first.surface + second.surface):
        return False
    if not old or found.before[old - 1].form not in _DETERMINERS:
        return False
    verbs = found.before[old + 1 : old + 3] + found.after[new + 1 : new + 3]
    return not any(token.form in {"is", "are", "was", "were", "has", "have"} for token in verbs)


def _is_participle(found, old: int, new: int) -> bool:
    """Whether the form in -ed, on its side, depends on `be`, `have`, an article or a preposition."""
    return any(
        shape(tokens[place]) == "ed" and place and _helped(tokens, place)
        for tokens, place in ((found.before, old), (found.after, new))
    )


def _helped(tokens: list[Token], place: int) -> bool:
    at = place - 1
    while at > 0 and (
        tokens[at].form.endswith("ly") or tokens[at].form in {"not", "also", "already", "been"}
    ):
        at -= 1
    allowed = _listed("helpers") | _ARTICLES | {"of", "in", "by", "with", "for"}
    return tokens[at].form in allowed or tokens[at].owner


def _could_be_present(tokens: list[Token], place: int) -> bool:
    """Whether a bare verb can be the present here: after a plural, and not after `will` or `to`."""
    before = tokens[place - 1] if place else None
    if before is None or before.form in _listed("modals") | _listed("helpers"):
        return False
    return (
        before.form in _listed("plurals")
        or before.surface.endswith("s")
        or (place > 1 and tokens[place - 2].form == "and")
    )


def _counts_anew(found, old: int, new: int) -> bool:
    """Whether one became several, and not only in this word: its article or its verb has changed too."""
    article = (_article(found.before, old), _article(found.after, new))
    if (article[0] in {"a", "an"}) != (article[1] in {"a", "an"}):
        return True
    return any(
        frozenset({found.before[a].form, found.after[b].form}) in _TO_ONE
        for a, b, _code in found.pairs
        if 0 < a - old < 5 and 0 < b - new < 5
    )


def _article(tokens: list[Token], place: int) -> str:
    near = [token.form for token in tokens[max(place - 2, 0) : place]]
    return next((form for form in reversed(near) if form in {"a", "an"}), "")


def relation(gone: list[Token], come: list[Token], earlier: list[Token], follower: Token | None) -> str:
    """What light words that stand for others say: another time, another relation."""
    lost, new = {token.form for token in gone}, {token.form for token in come}
    previous = earlier[-1] if earlier else None
    for now, then in ((NOW, THEN), (_DOES, _DID)):
        if (lost & now and new & then) or (lost & then and new & now):
            return TENSE if "been" not in lost | new else ""
    forms = NOW | THEN
    if bool(lost & forms) != bool(new & forms) and previous and previous.is_capital and follower:
        helped = (lost | new) & (_listed("helpers") - forms)
        if shape(follower) == "ed" and not helped:
            return ORDER
    return _prepositions(lost, new, earlier, follower)


def _prepositions(lost: set[str], new: set[str], earlier: list[Token], follower: Token | None) -> str:
    known = lists("en").prepositions
    first, second = {known[w] for w in lost if w in known}, {known[w] for w in new if w in known}
    first, second = first - second, second - first
    strict = follower is not None and follower.kind in {FIGURE, DATE}
    if not first or not second:
        return SENSE if _FROM in first | second or (strict and _TO in first | second) else ""
    pairs = {frozenset({one, other}) for one in first for other in second}
    dated = follower is not None and follower.kind == DATE
    if not dated and any(pairs & _mistaken(verb) for token in earlier for verb in token.bases):
        return ""
    if strict or (follower is not None and follower.is_capital):
        return SENSE
    return "" if pairs & _EASY else SENSE


def may_move(moves, old: int, new: int, same_side: bool, across: list[int]) -> bool:
    """Whether an English word may stand elsewhere: an adverb, who speaks, or what has kept a neighbour."""
    before, after = moves.found.before, moves.found.after
    token = before[old]
    if same_side or _is_adverb(token):
        return True
    alone = len({id(block) for block in moves.blocks.values()}) == 1
    for place in across:
        neighbour = before[place]
        if _is_adverb(neighbour) or (alone and (says(token) or says(neighbour))):
            return True
        # `China’s premier` and `the premier of China`, `the trade agreement` and `the agreement on trade`
        if neighbour.owner or token.owner or after[moves.counterpart[place]].owner or after[new].owner:
            return True
        there = moves.counterpart[place]
        joints = {_joint(before, place, old), _joint(after, there, new)}
        if joints == {"", "of"} and neighbour.kind != DATE and shape(neighbour) != "ed":
            return True
    passive = [(old, new), *((place, moves.counterpart[place]) for place in across)]
    return any(_is_passive(before, one) and _is_passive(after, other) for one, other in passive)


def _is_passive(tokens: list[Token], place: int) -> bool:
    """Whether something was done there, with nobody named who did it."""
    be = NOW | THEN | {"been"}
    return (
        place > 0
        and shape(tokens[place]) == "ed"
        and tokens[place - 1].form in be
        and all(token.form != "by" for token in tokens)
    )


def _joint(tokens: list[Token], first: int, second: int) -> str:
    """`of` where a preposition joins two words, nothing where they stand beside each other, else a comma."""
    low, high = sorted((first, second))
    between = tokens[low + 1 : high + 1]
    if any(set(token.before) & set(",;:.!?()") for token in between):
        return ","
    if any(token.form in lists("en").prepositions for token in between[:-1]):
        return "of"
    return "" if len(between) == 1 else ","


def _is_adverb(token: Token) -> bool:
    return token.form in _listed("adverbs") or token.form.endswith("ly")


def says(token: Token) -> bool:
    """Whether it is a word for saying."""
    return bool(token.bases & _listed("saying")) or token.form == "according"


def introduces(token: Token) -> bool:
    """Whether a stretch that begins with it says how it belongs to the rest: a preposition, a conjunction."""
    known = (
        token.form in lists("en").prepositions
        or token.kind in {SENSE, DATE}
        or token.form in {"if", "unless"}
    )
    return known or token.form in {"which", "who", "that", "it", "last", "next"} or _is_adverb(token)

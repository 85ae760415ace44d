"""Forms and places of English words that change what a sentence says."""

from functools import cache

from news.substance.cutting import Token
from news.substance.figures import DATE, FIGURE
from news.substance.lists import QUANTITY, SENSE, lists, sections

TENSE, ORDER = "tense", "order"
_NOW, _THEN = {"is", "are", "am"}, {"was", "were"}
_DOES, _DID = {"do", "does"}, {"did"}
_TO_ONE = {frozenset(pair) for pair in (("is", "are"), ("was", "were"), ("has", "have"), ("does", "do"))}
_ARTICLES = {"a", "an", "the", "its", "their"}
# Classes of light prepositions, by their line in the list.
_IN, _OF, _FOR, _TO, _WITH, _BY, _FROM = range(7)
_EASY = {
    frozenset(pair)
    for pair in ((_IN, _OF), (_IN, _FOR), (_OF, _FOR), (_IN, _TO), (_FOR, _TO), (_OF, _TO), (_OF, _FROM))
}
# Verbs after which the one is a mistake for the other, before names and figures too.
_GOVERNED = (
    ({"arrive", "return"}, {frozenset((_IN, _TO))}),
    ({"consist", "comprise"}, {frozenset((_OF, _FROM)), frozenset((_OF, _BY))}),
)


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(word for line in sections("en")[section] for word in line)


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
        other = second if first == "ed" else first
        tokens, place = (found.after, new) if first == "ed" else (found.before, old)
        if other == "s" or (other == "" and _could_be_present(tokens, place)):
            return TENSE
        if other == "ing" and place and tokens[place - 1].form in _NOW:
            return TENSE
    if {first, second} == {"", "s"} and _counts_anew(found, old, new):
        return QUANTITY
    return ""


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


def relation(gone: list[Token], come: list[Token], previous: Token | None, follower: Token | None) -> str:
    """What light words that stand for others say: another time, another relation."""
    lost, new = {token.form for token in gone}, {token.form for token in come}
    for now, then in ((_NOW, _THEN), (_DOES, _DID)):
        if (lost & now and new & then) or (lost & then and new & now):
            return TENSE if "been" not in lost | new else ""
    forms = _NOW | _THEN
    if bool(lost & forms) != bool(new & forms) and previous and previous.is_capital and follower:
        helped = (lost | new) & (_listed("helpers") - forms)
        if shape(follower) == "ed" and not helped:
            return ORDER
    return _prepositions(lost, new, previous, follower)


def _prepositions(lost: set[str], new: set[str], previous: Token | None, follower: Token | None) -> str:
    known = lists("en").prepositions
    first, second = {known[w] for w in lost if w in known}, {known[w] for w in new if w in known}
    first, second = first - second, second - first
    strict = follower is not None and follower.kind in {FIGURE, DATE}
    if not first or not second:
        return SENSE if _FROM in first | second or (strict and _TO in first | second) else ""
    pairs = {frozenset({one, other}) for one in first for other in second}
    if previous is not None and any(previous.bases & verbs and pairs & easy for verbs, easy in _GOVERNED):
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
    for place in across:
        neighbour = before[place]
        if _is_adverb(neighbour) or {"say", "state"} & (token.bases | neighbour.bases):
            return True
        # `China’s premier` and `the premier of China`, `the trade agreement` and `the agreement on trade`
        if neighbour.owner or token.owner or after[moves.counterpart[place]].owner or after[new].owner:
            return True
        if abs(place - old) > 1 and abs(moves.counterpart[place] - new) == 1:
            return any(t.form in lists("en").prepositions for t in before[min(place, old) : max(place, old)])
        if abs(place - old) == 1 and abs(moves.counterpart[place] - new) > 1:
            low, high = sorted((moves.counterpart[place], new))
            return any(t.form in lists("en").prepositions for t in after[low:high])
    passive = [(old, new), *((place, moves.counterpart[place]) for place in across)]
    return any(_is_passive(before, one) and _is_passive(after, other) for one, other in passive)


def _is_passive(tokens: list[Token], place: int) -> bool:
    """Whether something was done there, with nobody named who did it."""
    be = _NOW | _THEN | {"been"}
    return (
        place > 0
        and shape(tokens[place]) == "ed"
        and tokens[place - 1].form in be
        and all(token.form != "by" for token in tokens)
    )


def _is_adverb(token: Token) -> bool:
    return token.form in _listed("adverbs") or token.form.endswith("ly")

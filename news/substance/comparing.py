"""The differences between two texts that change what is said."""

from news.substance.alignment import EQUAL, FORM, Alignment, align
from news.substance.cutting import Token, cut
from news.substance.figures import FIGURE
from news.substance.lists import NEGATION, QUANTITY
from news.substance.moves import Moves

NAME, TENSE, ORDER, WORD = "name", "tense", "order", "word"
# So many words elsewhere are no change of word order.
_MANY = 150


def differences(before: str, after: str, language) -> list[tuple[str, list[str]]]:
    """Every difference of substance: its kind, and the words that show it."""
    old, new = language.prepare(cut(before)), language.prepare(cut(after))
    found = align(old, new, language)
    return [
        *_turns(found, language),
        *_relations(found, language),
        *_misplaced(found, language),
        *_alone(found, language),
    ]


def _turns(found: Alignment, language):
    """Words in another form that says something else: tense, number, degree."""
    for old, new, code in found.pairs:
        if code in {FORM, EQUAL}:
            kind = language.turn(found, old, new)
            if kind:
                yield kind, [found.before[old].surface, found.after[new].surface]
    if language.roles_change(found):
        yield ORDER, []


def _slots(found: Alignment):
    """What is lost and what is new between the same two words that have remained."""
    lost, new = set(found.lost), set(found.new)
    slots: list[tuple[list[int], list[int]]] = []
    last_old = last_new = -1
    for old, to, _code in [*sorted(found.pairs), (len(found.before), len(found.after), "")]:
        slot = (
            [n for n in range(last_old + 1, old) if n in lost],
            [n for n in range(last_new + 1, to) if n in new],
        )
        if slot[0] or slot[1]:
            slots.append(slot)
        last_old, last_new = old, to
    return slots


def _relations(found: Alignment, language):
    """Prepositions and helping verbs: light alone, and not where one stands for another."""
    for lost, new in _slots(found):
        gone = [found.before[n] for n in lost if found.before[n].light]
        come = [found.after[n] for n in new if found.after[n].light]
        tokens, places = (found.after, new) if new else (found.before, lost)
        previous = tokens[places[0] - 1] if places[0] else None
        follower = tokens[places[-1] + 1] if places[-1] + 1 < len(tokens) else None
        kind = language.relation(gone, come, previous, follower)
        if kind:
            yield kind, [token.surface for token in (*gone, *come)]


def _misplaced(found: Alignment, language):
    """Words that have moved to where they mean something else; all that have moved are taken off the lists."""
    moves = Moves(found, language)
    if len(moves.pairs) > _MANY:
        yield ORDER, []
        return
    for old, new in moves.pairs:
        if not moves.is_harmless(old, new):
            token = found.before[old]
            yield token.kind if token.kind in {FIGURE, QUANTITY, NEGATION} else ORDER, [token.surface]
    gone, come = {old for old, _new in moves.pairs}, {new for _old, new in moves.pairs}
    found.lost = [place for place in found.lost if place not in gone]
    found.new = [place for place in found.new if place not in come]


def _alone(found: Alignment, language):
    """Words that only one text has."""
    for tokens, places in ((found.before, found.lost), (found.after, found.new)):
        alone = set(places)
        for place in places:
            token = tokens[place]
            if not token.light and not _is_repeated(tokens, alone, place):
                yield kind_of(token, language), [token.surface]


def _is_repeated(tokens: list[Token], alone: set[int], place: int) -> bool:
    """Whether the same words stand beside it and have remained: typed twice. A figure twice may be meant."""
    if tokens[place].kind == FIGURE:
        return False
    for length in (1, 2, 3):
        for start in range(max(place - length + 1, 0), place + 1):
            run = range(start, start + length)
            for twin in (range(start - length, start), range(start + length, start + 2 * length)):
                inside = twin.start >= 0 and max(twin.stop, run.stop) <= len(tokens)
                if (
                    inside
                    and alone.issuperset(run)
                    and alone.isdisjoint(twin)
                    and _are_alike(tokens, run, twin)
                ):
                    return True
    return False


def _are_alike(tokens: list[Token], run: range, twin: range) -> bool:
    return [tokens[n].form for n in run] == [tokens[n].form for n in twin]


def kind_of(token: Token, language) -> str:
    """What a word that has come or gone is."""
    if token.kind:
        return token.kind
    return NAME if language.is_name(token) else WORD

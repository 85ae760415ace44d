"""The differences between two texts that change what is said."""

from news.substance.acronyms import spelt_out
from news.substance.alignment import EQUAL, EXACT, FORM, Alignment, align
from news.substance.cutting import Token, cut
from news.substance.figures import FIGURE
from news.substance.leftovers import is_left_over
from news.substance.lists import NEGATION, QUANTITY
from news.substance.moves import Moves
from news.substance.names import marked
from news.substance.voices import Voices, voices

NAME, TENSE, ORDER, WORD = "name", "tense", "order", "word"
# So many words elsewhere are no change of word order.
_MANY = 150
# So far before a preposition stands the verb that it goes with.
_NEAR = 4


def differences(
    before: str, after: str, language, names: frozenset[str] = frozenset()
) -> list[tuple[str, list[str]]]:
    """Every difference of substance: its kind, and the words that show it. `names` stand elsewhere."""
    texts = marked(language.prepare(cut(before)), language.prepare(cut(after)), language, names)
    found = align(*texts, language)
    moves = Moves(found, language)
    if len(moves.pairs) > _MANY or len(found.lost) * len(found.new) > _MANY**2:
        return [(ORDER, []), *_alone(found, language)]
    voice = voices(found, moves, language)
    return [
        *([(TENSE, [])] if voice.later else []),
        *([(ORDER, [])] if voice.parted or (not voice.changed and language.roles_change(found)) else []),
        *_turns(found, voice, language),
        *_relations(found, moves, voice, language),
        *_misplaced(found, moves, voice),
        *_turned_negations(found),
        *_alone(found, language),
    ]


def _turned_negations(found: Alignment):
    """Negations that a comma has gone over: `to build is forbidden, wait`."""
    for old, new, code in found.pairs:
        token = found.before[old]
        if code == EXACT and token.kind == NEGATION and token.what == "word":
            first, second = _commas(found.before, old), _commas(found.after, new)
            if True in first and True in second and first == second[::-1] != second:
                yield NEGATION, [token.surface]


def _commas(tokens: list[Token], place: int) -> tuple[bool, bool]:
    """Whether a comma stands before a word, and whether one stands behind it."""
    behind = place + 1 < len(tokens) and "," in tokens[place + 1].before
    return "," in tokens[place].before, behind


def _turns(found: Alignment, voice: Voices, language):
    """Words in another form that says something else: tense, number, degree."""
    for old, new, code in found.pairs:
        if code in {FORM, EQUAL} and not (old in voice.old and new in voice.new):
            kind = language.turn(found, old, new)
            if kind and not (kind == TENSE and language.is_reported(found, old, new)):
                yield kind, [found.before[old].surface, found.after[new].surface]


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


def _relations(found: Alignment, moves: Moves, voice: Voices, language):
    """Prepositions and helping verbs: light alone, and not where one stands for another."""
    stayed = _governing_still(found, moves)
    for lost, new in _slots(found):
        gone = _light(found.before, set(found.lost), [n for n in lost if n not in stayed[0]], language)
        come = _light(found.after, set(found.new), [n for n in new if n not in stayed[1]], language)
        tokens, places = (found.after, new) if new else (found.before, lost)
        earlier = tokens[max(places[0] - _NEAR, 0) : places[0]]
        follower = tokens[places[-1] + 1] if places[-1] + 1 < len(tokens) else None
        kind = language.relation(gone, come, earlier, follower)
        if kind == TENSE and language.is_reported(found, lost[0] if lost else -1, new[0] if new else -1):
            continue
        if kind and not (voice.changed and kind in {ORDER, TENSE}):
            yield kind, [token.surface for token in (*gone, *come)]


def _light(tokens: list[Token], alone: set[int], places: list[int], language) -> list[Token]:
    """The light words at the places, without what an edit has left behind."""
    return [tokens[n] for n in places if tokens[n].light and not is_left_over(tokens, alone, n, language)]


def _governing_still(found: Alignment, moves: Moves) -> tuple[set[int], set[int]]:
    """The places of prepositions that have moved, the same one, together with the word that depends on them."""
    old_ones, new_ones = set(), set()
    for old, new in moves.pairs:
        at, to = moves.before.governor(old), moves.after.governor(new)
        if at is not None and to is not None and found.before[at].form == found.after[to].form:
            old_ones.add(at)
            new_ones.add(to)
    return old_ones, new_ones


def _misplaced(found: Alignment, moves: Moves, voice: Voices):
    """Words that have moved to where they mean something else; all that have moved are taken off the lists."""
    for old, new in moves.pairs:
        if not (old in voice.old and new in voice.new) and not moves.is_harmless(old, new):
            token = found.before[old]
            yield token.kind if token.kind in {FIGURE, QUANTITY, NEGATION} else ORDER, [token.surface]
    gone, come = (
        {old for old, _new in moves.pairs} | voice.old,
        {new for _old, new in moves.pairs} | voice.new,
    )
    found.lost = [place for place in found.lost if place not in gone]
    found.new = [place for place in found.new if place not in come]


def _alone(found: Alignment, language):
    """Words that only one text has."""
    carried = [one | other for one, other in zip(_carried_on(found, language), spelt_out(found), strict=True)]
    for tokens, places, left_out in (
        (found.before, found.lost, carried[0]),
        (found.after, found.new, carried[1]),
    ):
        alone = set(places)
        for place in places:
            token = tokens[place]
            if place not in left_out and not (
                token.light
                or _is_repeated(tokens, alone, place)
                or _is_understood(tokens, alone, place)
                or is_left_over(tokens, alone, place, language)
            ):
                yield kind_of(token, language), [token.surface]


def _carried_on(found: Alignment, language) -> tuple[set[int], set[int]]:
    """Places of pronouns that begin a sentence where the other text goes on with `and`: `… met. He said`."""
    before, after = set(), set()
    for lost, new in _slots(found):
        for tokens, places, others, there, kept in (
            (found.before, lost, found.after, new, before),
            (found.after, new, found.before, lost, after),
        ):
            if any(others[n].form in language.goes_on for n in there):
                kept |= {n for n in places if tokens[n].starts and tokens[n].form in language.subjects}
    return before, after


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


def _is_understood(tokens: list[Token], alone: set[int], place: int) -> bool:
    """Whether a word is left out that its sentence says before: `India spoke on Monday, China (spoke) on Tuesday`."""
    token = tokens[place]
    if token.kind or token.what != "word" or token.surface[:1].isupper():
        return False
    start = place
    while start > 0 and not tokens[start].starts:
        start -= 1
        if tokens[start].form == token.form and start not in alone and place - start > 1:
            return True
    return False


def _are_alike(tokens: list[Token], run: range, twin: range) -> bool:
    return [tokens[n].form for n in run] == [tokens[n].form for n in twin]


def kind_of(token: Token, language) -> str:
    """What a word that has come or gone is."""
    if token.kind:
        return token.kind
    return NAME if language.is_name(token) else WORD

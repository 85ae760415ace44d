"""Words that stand elsewhere: whether only their order has changed, or who does what to whom."""

from collections import Counter

from news.substance.alignment import Alignment
from news.substance.cutting import Token
from news.substance.figures import DATE, FIGURE
from news.substance.lists import CERTAINTY, NEGATION, QUANTITY, SENSE, UNIT

_CONJUNCTIONS = {"and", "or", "и", "или", "а"}


def moved(found: Alignment) -> list[tuple[int, int]]:
    """Places of words that are lost in one place and stand new in another, in this form or in an equal one."""
    pairs: list[tuple[int, int]] = []
    for keys in (_spelling, _meanings):
        gone, taken = {old for old, _new in pairs}, {new for _old, new in pairs}
        free: dict[str, list[int]] = {}
        for new in reversed(found.new):
            for key in keys(found.after[new]):
                free.setdefault(key, []).append(new)
        for old in found.lost:
            if old in gone:
                continue
            for key in sorted(keys(found.before[old])):
                places = free.get(key, [])
                while places and places[-1] in taken:
                    places.pop()
                # Another form of the word, elsewhere, has another part in the sentence.
                if places and (
                    keys is _spelling or not found.before[old].bases & found.after[places[-1]].bases
                ):
                    pairs.append((old, places[-1]))
                    taken.add(places.pop())
                    break
    return pairs


def _spelling(token: Token) -> frozenset[str]:
    return token.readings if token.kind == FIGURE else frozenset({token.form})


def _meanings(token: Token) -> frozenset[str]:
    return frozenset() if token.kind == FIGURE or token.light else token.senses


class Text:
    """What stands around the words of one text."""

    def __init__(self, tokens: list[Token], language):
        self.tokens, self.language = tokens, language

    def preposition(self, place: int) -> str:
        """The preposition that the word depends on, `of` where it has ’s."""
        if self.tokens[place].owner:
            return "of"
        if not self.language.may_be_governed(self.tokens[place]):
            return ""
        for at in range(place - 1, max(place - 4, -1), -1):
            token = self.tokens[at]
            if token.form in self.language.lists.prepositions or token.kind == SENSE:
                return token.form
            named = token.is_capital and self.tokens[place].is_capital
            if self._ends_before(at + 1) or not (token.light or token.kind in {FIGURE, DATE} or named):
                return ""
        return ""

    def beyond(self, place: int, step: int) -> int | None:
        """The place of the next (1) or last (-1) word with a meaning of its own."""
        place += step
        while 0 <= place < len(self.tokens):
            if not self.tokens[place].light:
                return place
            place += step
        return None

    def is_listed(self, place: int) -> bool:
        """Whether the word stands in a list: beside a comma or `and`, and a name beside a name."""
        return any(self._stands_beside(place, step) for step in (-1, 1))

    def _stands_beside(self, place: int, step: int) -> bool:
        at = place + step
        if not 0 <= at < len(self.tokens):
            return False
        comma = "," in self.tokens[max(place, at)].before
        if self.tokens[at].form in _CONJUNCTIONS:
            at += step
        elif not comma:
            return False
        one, other = self.tokens[place], self.tokens[at] if 0 <= at < len(self.tokens) else None
        return other is not None and one.surface[:1].isupper() == other.surface[:1].isupper()

    def _ends_before(self, place: int) -> bool:
        return bool(set(self.tokens[place].before) & set(",;:.!?"))


class Moves:
    """The words that have moved, and what stood and stands around them."""

    def __init__(self, found: Alignment, language):
        self.found, self.language = found, language
        self.pairs = moved(found)
        self.before = Text(found.before, language)
        self.after = Text(found.after, language)
        self.counterpart = {old: new for old, new, _code in found.pairs} | dict(self.pairs)
        self.governed = Counter(
            self.before.preposition(old) for old, _new in self.pairs if not found.before[old].light
        )

    def _meets(self, old: int, new: int, step: int, other_step: int) -> bool:
        """Whether the neighbour there was is the neighbour there is."""
        one, other = self.before.beyond(old, step), self.after.beyond(new, other_step)
        if one is None or other is None:
            return one is other
        return self.counterpart.get(one) == other

    def is_harmless(self, old: int, new: int) -> bool:
        """Whether a word means at its new place what it meant at its old one."""
        token = self.found.before[old]
        if token.light:
            return True
        following, preceding = self._meets(old, new, 1, 1), self._meets(old, new, -1, -1)
        across = [
            place
            for step in (1, -1)
            if (place := self.before.beyond(old, step)) is not None and self._meets(old, new, step, -step)
        ]
        if token.kind == UNIT:
            return following or preceding or bool(across)
        if token.kind in {NEGATION, QUANTITY}:
            return following
        if token.kind == CERTAINTY:
            return following or bool(across)
        if token.kind == FIGURE:
            return following or preceding or any(self.found.before[place].kind == UNIT for place in across)
        governed = self.before.preposition(old)
        if governed and governed == self.after.preposition(new) and self.governed[governed] == 1:
            return True
        if token.kind == DATE:
            return True
        return self.language.may_move(self, old, new, following or preceding, across) or (
            self.before.is_listed(old) and self.after.is_listed(new)
        )

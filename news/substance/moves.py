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
        at = self.governor(place)
        return "" if at is None else self.tokens[at].form

    def governor(self, place: int) -> int | None:
        """The place of the preposition that the word depends on."""
        if not self.language.may_be_governed(self.tokens[place]):
            return None
        for at in range(place - 1, max(place - 4, -1), -1):
            token = self.tokens[at]
            if token.form in self.language.lists.prepositions or token.kind == SENSE:
                return at
            named = token.is_capital and self.tokens[place].is_capital
            if self._ends_before(at + 1) or not (token.light or token.kind in {FIGURE, DATE} or named):
                return None
        return None

    def beyond(self, place: int, step: int) -> int | None:
        """The place of the next (1) or last (-1) word with a meaning of its own."""
        place += step
        while 0 <= place < len(self.tokens):
            if not self.tokens[place].light:
                return place
            place += step
        return None

    def listed_with(self, place: int) -> set[int]:
        """The words that the word is listed with: across commas and `and`, with no preposition between."""
        found: set[int] = set()
        for step in (-1, 1):
            at = place
            while 0 <= at + step < len(self.tokens):
                joined = False
                at += step
                while 0 <= at < len(self.tokens):
                    token = self.tokens[at]
                    joined = (
                        joined or token.form in _CONJUNCTIONS or "," in self.tokens[max(at, at - step)].before
                    )
                    if token.form not in _CONJUNCTIONS and not self._is_article(token):
                        break
                    at += step
                if (
                    not joined
                    or not 0 <= at < len(self.tokens)
                    or self.tokens[at].form in self.language.lists.prepositions
                ):
                    break
                found.add(at)
        return found

    def with_light(self, place: int) -> int:
        """The place where the light words begin that stand before a word, as far as its clause goes."""
        while 0 < place < len(self.tokens) and self.tokens[place - 1].light and not self._ends_before(place):
            place -= 1
        return place

    def starts_clause(self, place: int) -> bool:
        """Whether a sentence or, behind a mark, a clause begins there."""
        return (
            place <= 0 or place >= len(self.tokens) or self.tokens[place].starts or self._ends_before(place)
        )

    def starts_sentence(self, place: int) -> bool:
        """Whether no word with a meaning of its own stands before it in its sentence."""
        while place >= 0 and not self.tokens[place].starts:
            place -= 1
            if place >= 0 and not self.tokens[place].light:
                return False
        return True

    def ends_sentence(self, place: int) -> bool:
        """Whether no word with a meaning of its own stands after it in its sentence."""
        following = self.beyond(place, 1)
        return following is None or self.starts_sentence(following)

    @staticmethod
    def _is_article(token: Token) -> bool:
        return token.form in {"a", "an", "the"}

    def _ends_before(self, place: int) -> bool:
        return bool(set(self.tokens[place].before) & set(",;:.!?–"))


class Moves:
    """The words that have moved, and what stood and stands around them."""

    def __init__(self, found: Alignment, language):
        self.found, self.language = found, language
        self.pairs = moved(found)
        self.before = Text(found.before, language)
        self.after = Text(found.after, language)
        self.counterpart = {old: new for old, new, _code in found.pairs} | dict(self.pairs)
        self.blocks = self._blocks()
        governors = {self.before.governor(old) for old in self.blocks}
        self.governed = Counter(found.before[at].form for at in governors if at is not None)
        self.swings = self._swings()
        self.dates = sum(found.before[old].kind == DATE for old, _new in self.pairs)

    def _blocks(self) -> dict[int, list[tuple[int, int]]]:
        """For every moved word those that have moved with it, one after the other."""
        blocks: list[list[tuple[int, int]]] = []
        for old, new in sorted(pair for pair in self.pairs if not self.found.before[pair[0]].light):
            last = blocks[-1][-1] if blocks else None
            if last and (self.before.beyond(last[0], 1), self.after.beyond(last[1], 1)) == (old, new):
                blocks[-1].append((old, new))
            else:
                blocks.append([(old, new)])
        return {old: block for block in blocks for old, _new in block}

    def _swings(self) -> bool:
        """Whether all that has moved is one stretch with what it says for itself: who says so, when, where, why.

        Such a stretch has changed places with the rest of its clause; it does not matter which of the two is seen
        as moved.
        """
        blocks = {id(block): block for block in self.blocks.values()}.values()
        blocks = [b for b in blocks if len(b) > 1 or not self.language.says(self.found.before[b[0][0]])] or [
            *blocks
        ]
        if len(blocks) != 1:
            return False
        turned = [(new, old) for old, new in blocks[0]]
        back = {new: old for old, new in self.counterpart.items()}
        first, begins = self._stretches(blocks[0], self.before, self.after, back)
        second, begins_after = self._stretches(turned, self.after, self.before, self.counterpart)
        return (begins or begins_after) and any(map(self._speak_for_themselves, first, second))

    def _stretches(self, block, text: Text, other: Text, back: dict[int, int]) -> tuple[list[range], bool]:
        """What has moved and what it has moved over, with their articles, and whether the two begin a clause."""
        start, end = block[0][0], block[-1][0]
        left = other.beyond(block[0][1], -1)
        kept = -1 if left is None else back.get(left, start)
        own = range(text.with_light(start), end + 1)
        passed = range(text.with_light(kept + 1), own.start) if kept < start else range(end + 1, kept + 1)
        return ([own, passed], text.starts_clause(min(own.start, passed.start))) if passed else ([], False)

    def _speak_for_themselves(self, one: range, other: range) -> bool:
        """Whether a stretch says how it belongs to the rest, in both texts in the same way."""
        old, new = [self.before.tokens[n] for n in one], [self.after.tokens[n] for n in other]
        if any(map(self.language.says, old)) and any(map(self.language.says, new)):
            return True
        if not old or not new or not self.language.introduces(old[0]) or not self.language.introduces(new[0]):
            return False
        relative = {old[0].form, new[0].form} <= self.language.relatives
        return old[0].form == new[0].form or bool(old[0].senses & new[0].senses) or relative

    def _meets(self, old: int, new: int, step: int, other_step: int) -> bool:
        """Whether the neighbour there was is the neighbour there is."""
        one, other = self.before.beyond(old, step), self.after.beyond(new, other_step)
        return None not in (one, other) and self.counterpart.get(one) == other

    def _across(self, first: tuple[int, int], last: tuple[int, int]) -> list[int]:
        """The neighbours that now stand on the other side."""
        found = []
        if self._meets(last[0], first[1], 1, -1):
            found.append(self.before.beyond(last[0], 1))
        if self._meets(first[0], last[1], -1, 1):
            found.append(self.before.beyond(first[0], -1))
        return found

    def is_harmless(self, old: int, new: int) -> bool:
        """Whether a word means at its new place what it meant at its old one."""
        token = self.found.before[old]
        if token.light or self.swings:
            return True
        if token.kind in {UNIT, NEGATION, QUANTITY, CERTAINTY, FIGURE}:
            return self._is_bound(token, old, new)
        block = self.blocks[old]
        first, last = block[0], block[-1]
        if self._is_whole(first, last):
            return True
        same_side = self._meets(*last, 1, 1) or self._meets(*first, -1, -1)
        across = self._across(first, last)
        if token.kind == DATE and (self.dates == 1 or same_side):
            return True
        governed = self.before.preposition(first[0])
        if governed == self.after.preposition(first[1]) and self.is_told_by(governed, *first):
            return True
        if self.language.may_move(self, old, new, same_side, across):
            return True
        if self._is_of_phrase(last, self.before, self.after, self.counterpart):
            return True
        listed = {self.counterpart.get(place) for place in self.before.listed_with(last[0])}
        return bool(listed & (self.after.listed_with(last[1]) | self.after.listed_with(first[1])))

    def is_told_by(self, preposition: str, old: int, new: int) -> bool:
        """Whether a preposition alone tells where a moved word belongs: it stands before no other that was passed."""
        if not preposition or self.governed[preposition] > 1:
            return False
        return not any(
            (a < old) != (b < new)
            and not self.found.before[a].light
            and self.before.preposition(a) == preposition
            for a, b in self.counterpart.items()
        )

    def _is_of_phrase(
        self, last: tuple[int, int], before: Text, after: Text, counterpart: dict[int, int]
    ) -> bool:
        """Whether a noun stands before `of` and a phrase in one text, and right behind the phrase in the other."""
        back = {new: old for old, new in counterpart.items()}
        for old, new, text, other, there in (
            (*last, before, after, counterpart),
            (*reversed(last), after, before, back),
        ):
            if old + 1 < len(text.tokens) and text.tokens[old + 1].form == "of":
                begins, ends = text.beyond(old + 1, 1), other.beyond(new, -1)
                if begins is None or ends is None or ends + 1 != new or there.get(begins) is None:
                    continue
                phrase = range(there[begins], ends + 1)
                if phrase and all(there.get(begins + n) == place for n, place in enumerate(phrase)):
                    return True
        return False

    def _is_bound(self, token: Token, old: int, new: int) -> bool:
        """Whether a word that says something of another one still says it of that one."""
        following, preceding = self._meets(old, new, 1, 1), self._meets(old, new, -1, -1)
        across = self._across((old, new), (old, new))
        if token.kind in {NEGATION, QUANTITY}:
            return following
        if token.kind == CERTAINTY:
            return following or bool(across)
        if token.kind == FIGURE:
            return following or preceding or any(self.found.before[place].kind == UNIT for place in across)
        return following or preceding or bool(across)

    def _is_whole(self, first: tuple[int, int], last: tuple[int, int]) -> bool:
        """Whether whole sentences have moved."""
        return all(
            text.starts_sentence(one) and text.ends_sentence(other)
            for text, one, other in ((self.before, first[0], last[0]), (self.after, first[1], last[1]))
        )

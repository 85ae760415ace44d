"""Lays two texts side by side: which word of one is which word of the other."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from news.substance.cutting import Token, folded
from news.substance.figures import FIGURE, same_figure
from news.substance.likeness import distance, has_other_agent, is_exchange, is_same_name, is_slip, sound
from news.substance.lists import NEGATION
from news.substance.names import is_misspelt

EXACT, FORM, EQUAL, SLIP = "exact", "form", "equal", "slip"
_COST = {EXACT: 0.0, FORM: 0.1, SLIP: 0.2, EQUAL: 0.3}
_JOIN = 0.15
_JOINS = ((1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2))
# A table of more cells is laid out in stretches between words that agree.
_CELLS = 90_000
# Written with a hyphen they are other words.
_NEVER_JOINED = {"resign", "recover", "reform", "recreation", "recollect", "relay", "resent", "unionised"}


@dataclass
class Alignment:
    """Pairs of places with their likeness, and what has no counterpart."""

    before: list[Token]
    after: list[Token]
    pairs: list[tuple[int, int, str]] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)


def likeness(first: Token, second: Token, language) -> str:
    """How one word stands for the other; nothing where it does not."""
    if FIGURE in (first.kind, second.kind):
        return _likeness_of_figures(first, second, language)
    if first.form == second.form:
        return EXACT if first.shape == second.shape else FORM
    if {first.what, second.what} != {"word"}:
        return EQUAL if first.senses & second.senses else ""
    if language.related(first, second):
        return FORM
    if first.senses & second.senses:
        return EQUAL
    if _are_confused(first, second, language):
        return SLIP
    return SLIP if _is_misspelt(first, second, language) else ""


def _are_confused(first: Token, second: Token, language) -> bool:
    """Whether people write the one word for the other, in whatever form."""
    confused = language.lists.confused
    return frozenset({first.form, second.form}) in confused or any(
        frozenset({one, other}) in confused
        for one in first.bases - {_written(first)}
        for other in second.bases - {_written(second)}
    )


def _likeness_of_figures(first: Token, second: Token, language) -> str:
    if first.kind == second.kind:
        return EXACT if same_figure(first, second) else ""
    word, figure = (second, first) if first.kind == FIGURE else (first, second)
    if (word.form, figure.form) == ("ones", "one"):
        return FORM
    misspelt = figure.what == word.what == "word" and len(word.form) > 3 and not language.known(word.form)
    return SLIP if misspelt and is_slip(word.form, figure.form) else ""


def _is_misspelt(first: Token, second: Token, language) -> bool:
    one, other = _written(first), _written(second)
    if _is_acronym(first) and _is_acronym(second):
        return is_exchange(one, other)
    if any("-" in token.form for token in (first, second)):  # what a phrase stands for
        return _letters([first]) == _letters([second])
    if is_misspelt(first, second, language):
        return True
    if first.is_familiar and second.is_familiar:
        return sound(one) == sound(other)
    unknown = [token for token in (first, second) if not language.known(token.form)]
    # An unknown word that begins a sentence with a capital letter may be a name as well.
    named = all(
        token.is_capital or (len(unknown) == 2 and token.surface[:1].isupper()) for token in (first, second)
    )
    if named and is_same_name(one, other) and (len(unknown) == 2 or sound(one) == sound(other)):
        return True
    if not unknown:
        return len(one) > 4 and not named and _is_rare_slip(one, other, language)
    if NEGATION in (first.kind, second.kind) and min(len(one), len(other)) < 5:
        return is_exchange(one, other)
    if named and (len(unknown) == 2 or min(len(one), len(other)) < 6):
        return False
    if named and not (first.kind or second.kind or language.is_ordinary(one) or language.is_ordinary(other)):
        return is_same_name(one, other)
    return is_slip(one, other) if language.known(other) else is_slip(other, one)


def _written(token: Token) -> str:
    """The word as it stands there, where its form is the chief one of several."""
    return token.form if " " in token.surface or token.owner else folded(token.surface)


def _is_rare_slip(one: str, other: str, language) -> bool:
    """Whether a word that hardly anybody uses stands for a common one: `calender`, `singed`."""
    for wrong, right in ((one, other), (other, one)):
        if language.common(right) and not language.common(wrong):
            return (
                is_exchange(one, other)
                or has_other_agent(one, other)
                or (language.rare(wrong) and distance(one, other, 1) == 1)
            )
    return False


def _is_acronym(token: Token) -> bool:
    return len(token.surface) > 1 and token.surface.isupper()


def _is_exact(first: Token, second: Token) -> bool:
    return first.form == second.form and first.shape == second.shape


def align(before: list[Token], after: list[Token], language) -> Alignment:
    """Pair the words of two texts so that as little as can be has no counterpart."""
    found = Alignment(before, after)
    start = 0
    while start < min(len(before), len(after)) and _is_exact(before[start], after[start]):
        found.pairs.append((start, start, EXACT))
        start += 1
    ends = 0
    while ends < min(len(before), len(after)) - start and _is_exact(before[-1 - ends], after[-1 - ends]):
        ends += 1
    _lay(found, (start, len(before) - ends), (start, len(after) - ends), language)
    found.pairs += [(len(before) - n, len(after) - n, EXACT) for n in range(ends, 0, -1)]
    return found


def _lay(found: Alignment, old: tuple[int, int], new: tuple[int, int], language) -> None:
    """Lay out a stretch; a long one is cut at the words that agree first."""
    if (old[1] - old[0]) * (new[1] - new[0]) <= _CELLS:
        _Table(found, old, new, language).walk()
        return
    matcher = SequenceMatcher(
        None,
        [(token.form, token.shape) for token in found.before[slice(*old)]],
        [(token.form, token.shape) for token in found.after[slice(*new)]],
        autojunk=True,
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.pairs += [(old[0] + a + n, new[0] + c + n, EXACT) for n in range(b - a)]
        elif (b - a) * (d - c) <= _CELLS:
            _Table(found, (old[0] + a, old[0] + b), (new[0] + c, new[0] + d), language).walk()
        else:
            found.lost += range(old[0] + a, old[0] + b)
            found.new += range(new[0] + c, new[0] + d)


class _Table:
    """The costs of all ways to lay one stretch beside the other, cheapest kept."""

    def __init__(self, found: Alignment, old: tuple[int, int], new: tuple[int, int], language):
        self.found, self.language = found, language
        self.old, self.new = old, new
        self.before, self.after = found.before[slice(*old)], found.after[slice(*new)]
        self.likenesses: dict[tuple[Token, Token], str] = {}

    def walk(self) -> None:
        """Fill the table, then note the cheapest way through it."""
        rows, columns = len(self.before), len(self.after)
        cost = [[0.0] * (columns + 1) for _row in range(rows + 1)]
        step: list[list[tuple[int, int, str]]] = [[(0, 0, "")] * (columns + 1) for _row in range(rows + 1)]
        for row in range(rows + 1):
            for column in range(columns + 1):
                if row or column:
                    cost[row][column], step[row][column] = min(
                        (cost[row - up][column - left] + price, (up, left, code))
                        for up, left, price, code in self._steps(row, column)
                    )
        self._note(step, rows, columns)

    def _note(self, step, row: int, column: int) -> None:
        pairs, lost, new = [], [], []
        while row or column:
            up, left, code = step[row][column]
            row, column = row - up, column - left
            at, to = self.old[0] + row, self.new[0] + column
            if up and left:
                pairs += [(at + min(n, up - 1), to + min(n, left - 1), code) for n in range(max(up, left))]
            elif up:
                lost.append(at)
            else:
                new.append(to)
        self.found.pairs += reversed(pairs)
        self.found.lost += reversed(lost)
        self.found.new += reversed(new)

    def _steps(self, row: int, column: int):
        """The ways to come to a cell: how far up, how far left, at what price."""
        if row:
            yield 1, 0, _gap(self.before[row - 1]), ""
        if column:
            yield 0, 1, _gap(self.after[column - 1]), ""
        if not row or not column:
            return
        code = self._likeness(self.before[row - 1], self.after[column - 1])
        if code:
            yield 1, 1, _COST[code], code
        if code == EXACT:
            return
        for up, left in _JOINS:
            if (
                up <= row
                and left <= column
                and self._joins(self.before[row - up : row], self.after[column - left : column])
            ):
                yield up, left, _JOIN, SLIP

    def _likeness(self, first: Token, second: Token) -> str:
        key = (first, second)
        if key not in self.likenesses:
            self.likenesses[key] = likeness(first, second, self.language)
        return self.likenesses[key]

    def _joins(self, first: list[Token], second: list[Token]) -> bool:
        """Whether two stretches are the same letters, apart from where the words end and from a slip in one."""
        one, other = _letters(first), _letters(second)
        if not one or not other or one[0] != other[0] or FIGURE in {t.kind for t in (*first, *second)}:
            return False
        if one == other:
            return one not in _NEVER_JOINED
        shortest = min(len(one), len(other))
        unknown = [not all(map(self.language.known, _words(side))) for side in (first, second)]
        return shortest > 5 and unknown[0] != unknown[1] and distance(one, other, 1) == 1


def _words(tokens: list[Token]) -> list[str]:
    return [word for token in tokens for word in folded(token.surface).split()]


def _letters(tokens: list[Token]) -> str:
    return "".join(letter for token in tokens for letter in folded(token.surface) if letter.isalpha())


def _gap(token: Token) -> float:
    return 0.35 if token.light else 0.95 if token.surface[:1].isupper() else 1.0

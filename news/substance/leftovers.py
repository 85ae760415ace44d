"""Words that an edit has left behind: `the train will would leave`, `поезд прибыл прибывает`.

Two of them cannot stand beside each other. So the one that is taken out says nothing that the other does not.
"""

from news.substance.cutting import Token
from news.substance.figures import FIGURE
from news.substance.lists import NEGATION


def is_left_over(tokens: list[Token], alone: set[int], place: int, language) -> bool:
    """Whether a word that only one text has stands beside one that does its work, and has remained."""
    token = tokens[place]
    if token.kind in {FIGURE, NEGATION} or token.what != "word":
        return False
    for step in (-1, 1):
        for far in (1, 2):
            twin = place + step * far
            if not 0 <= twin < len(tokens) or twin in alone or _parted(tokens, place, twin):
                break
            if far == 1 and language.exclude_each_other(*_in_order(tokens, place, twin)):
                return True
            if far == 2 and token.form == tokens[twin].form and token.form in language.pronouns:
                return True  # on both sides of its verb
    return False


def _in_order(tokens: list[Token], one: int, other: int) -> tuple[Token, Token]:
    return tokens[min(one, other)], tokens[max(one, other)]


def _parted(tokens: list[Token], one: int, other: int) -> bool:
    """Whether a mark stands between two places."""
    return any(tokens[n].before.strip() for n in range(min(one, other) + 1, max(one, other) + 1))

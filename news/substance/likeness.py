"""Whether two words are spellings of one: slips of the hand, and names brought over from another script."""

import re

# A name that two people transliterate differently comes out the same.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        (r"[ьъ'’-]", ""),
        (r"shch|sch", "s"),
        (r"dzh|dj|zh", "j"),
        (r"дж", "ж"),
        (r"tch", "ch"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"ts|tz", "c"),
        (r"ck|q", "k"),
        (r"w|ff\b", "v"),
        (r"[уu]u|oo|ou", "u"),
        (r"(?<=[aeiou])y(?=[aeou])|(?<=[аеиоуыэюя])й(?=[аеоуэюя])", ""),
        (r"\by(?=[aeou])", ""),
        (r"(?<=[^aeiou])y(?=[aou])", ""),
        (r"ye|ie", "e"),
        (r"i[iy]|yi|y|j(?=i)", "i"),
        (r"ий\b|ый\b|ы|й", "и"),
        (r"э|ие|ье", "е"),
        (r"я", "а"),
        (r"ю", "у"),
        (r"(.)\1", r"\1"),
    ]
]
_VOWELS = re.compile(r"[aeiouаеиоу]")


def sound(name: str) -> str:
    """A name by its sound, so far that the ways to transliterate it agree."""
    name = name.casefold()
    for pattern, heard in _SOUNDS:
        name = pattern.sub(heard, name)
    return name


def distance(first: str, second: str, limit: int) -> int:
    """How many letters are wrong, missing, needless or in the wrong order; `limit` + 1 where there are more."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before_last: list[int] = []
    last = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        current = [row]
        for column, other in enumerate(second, 1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before_last[column - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before_last, last = last, current
    return min(last[-1], limit + 1)


def is_slip(wrong: str, right: str) -> bool:
    """Whether a word that is in no dictionary can be this one, mistyped."""
    longest = max(len(wrong), len(right))
    if longest < 2 or min(len(wrong), len(right)) < 2:
        return False
    allowed = 1 if longest <= 5 else 2 if longest <= 9 else 3
    found = distance(wrong, right, allowed)
    if found > allowed:
        return False
    return found <= 1 or wrong[0] == right[0] or wrong[:2] == right[1::-1]


def is_exchange(first: str, second: str) -> bool:
    """Whether two neighbouring letters have changed places."""
    return sorted(first) == sorted(second) and distance(first, second, 1) == 1


def is_same_name(first: str, second: str) -> bool:
    """Whether two names that are in no dictionary are one, spelt in two ways."""
    if sound(first) == sound(second):
        return True
    shortest = min(len(first), len(second))
    allowed = 2 if shortest >= 9 else 1 if shortest >= 7 else 0
    if allowed and distance(first, second, allowed) <= allowed:
        return True
    alike = _VOWELS.sub("", sound(first)) == _VOWELS.sub("", sound(second))
    return alike and shortest >= 6 and distance(first, second, 2) <= 2

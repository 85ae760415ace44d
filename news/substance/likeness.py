"""Whether two words are spellings of one: slips of the hand, and names brought over from another script."""

import re

# A name that two people transliterate differently comes out the same.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        (r"[ьъ'’-]", ""),
        (r"shch|sch", "sh"),
        (r"dzh|dj|zh", "j"),
        (r"дж", "ж"),
        (r"дз", "ц"),
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
_HEARD = [
    (re.compile(pattern), letters)
    for pattern, letters in [
        (r"ть?ся\Z", "ца"),
        (r"(?<=с)т(?=[нл])|(?<=з)д(?=н)|в(?=ств)|[ьъй]", ""),
        (r"[сзж]ч|щ", "ш"),
        (r"(?<=[ое])г(?=о\Z)", "в"),
        (r"о", "а"),
        (r"[еэяы]", "и"),
        (r"ю", "у"),
        (r"б", "п"),
        (r"в", "ф"),
        (r"г", "к"),
        (r"д", "т"),
        (r"ж", "ш"),
        (r"з", "с"),
        (r"\A(?:k(?=n)|w(?=r)|p(?=[sn]))|(?<=m)b\Z|(?<=[rw])h|gh", ""),
        (r"ph", "f"),
        (r"[tsc]i(?=on|an|en)", "sh"),
        (r"s?c(?=[eiy])|z", "s"),
        (r"ck|qu?|c(?!h)", "k"),
        (r"dg(?=e)|g(?=[eiy])", "j"),
        (r"[aeiouy]+", "a"),
        (r"(.)\1+", r"\1"),
    ]
]
# Words that have a nearest one, in letters.
_LONG, _LONGEST = 5, 20
_AGENT = re.compile(r"[eoa]r(?=s?\Z)")
_VOWELS = re.compile(r"[aeiouаеиоу]")
_VOICELESS = str.maketrans("bdgvzбвгдзж", "ptkfsпфктсш")


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
        return _sound_alike(wrong, right)
    return found <= 1 or wrong[0] == right[0] or wrong[:2] == right[1::-1]


def _sound_alike(wrong: str, right: str) -> bool:
    """Whether a word that is in no dictionary is written as this one is heard."""
    one, other = heard(wrong), heard(right)
    shortest = min(len(one), len(other))
    return shortest >= _LONG and distance(one, other, 1) <= (shortest > _LONG + 1)


def heard(word: str) -> str:
    """A word as it is heard, unstressed: what is written by ear comes out the same."""
    for pattern, letters in _HEARD:
        word = pattern.sub(letters, word)
    return word


def _consonants(name: str) -> str:
    """The consonants of a name by their sound, whether voiced or not."""
    return _VOWELS.sub("", sound(name)).translate(_VOICELESS)


class Nearest:
    """Finds the one word that a misspelt one can be, among words that are given with what they stand for."""

    def __init__(self, meant: dict[str, str]):
        self._meant = meant
        self._shortened: dict[str, set[str]] = {}
        for word in meant:
            if len(word) >= _LONG:
                for short in _shortened(word):
                    self._shortened.setdefault(short, set()).add(word)

    def to(self, form: str) -> str:
        """What the only words stand for that are one letter away; nothing where they stand for several."""
        if not _LONG <= len(form) <= _LONGEST:
            return ""
        near = {word for short in _shortened(form) for word in self._shortened.get(short, ())}
        near = {word for word in near if distance(form, word, 1) == 1}
        same_end = {word for word in near if word[-2:] == form[-2:]}
        found = {self._meant[word] for word in same_end or near}
        return found.pop() if len(found) == 1 else ""


def _shortened(word: str) -> set[str]:
    """The word, and what it is without any one letter: words that are one letter away share one of these."""
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def is_exchange(first: str, second: str) -> bool:
    """Whether two neighbouring letters have changed places."""
    return sorted(first) == sorted(second) and distance(first, second, 1) == 1


def has_other_agent(first: str, second: str) -> bool:
    """Whether two words differ in the vowel of -er, -or, -ar alone: all three are heard as one."""
    stems = [_AGENT.sub("r", word) for word in (first, second)]
    return stems[0] == stems[1] and first != second


def is_same_name(first: str, second: str) -> bool:
    """Whether two names that are in no dictionary are one, spelt in two ways."""
    if sound(first) == sound(second):
        return True
    shortest = min(len(first), len(second))
    allowed = 2 if shortest >= 9 else 1 if shortest >= 7 else 0
    alike = _consonants(first) == _consonants(second)
    if allowed and distance(first, second, allowed) <= allowed:
        return alike or len(first) != len(second) or sorted(first) == sorted(second)
    return alike and shortest >= 6 and distance(first, second, 2) <= 2

"""Readers' text without what cannot be seen but does harm: direction overrides, zero-width and control characters.

Cleaning again changes nothing. NUL is left where it is: forms and imports refuse it.
"""

import re
from unicodedata import category

_LINE_END = re.compile(r"\r\n|[\x0b\x0c\r\x85\u2028\u2029]")
# Marks need a letter to stand on.
_UNSEEN = {"Cc", "Cf", "Cs", "Mn", "Mc", "Me", "Zs", "Zl", "Zp"}
# They shape words of Persian and of Indian languages, and put one emoji together.
_JOINERS = "\u200c\u200d"
# Letters and signs that are drawn as nothing.
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"


def name(text: str) -> str:
    """A name, or other text of one line: nothing invisible, a blank for each line break and other control."""
    spaced = "".join(" " if _is_control(c) else c for c in text if category(c) != "Cf")
    return _seen(" ".join(spaced.split()))


def words(text: str) -> str:
    """Text of several lines, ended by `\\n`. Joiners stay inside words and emoji."""
    text = _LINE_END.sub("\n", text)
    kept = [""]
    for place, character in enumerate(text):
        if _is_control(character) and character not in "\n\t":
            continue
        if category(character) == "Cf":
            inside = _joins(kept[-1]) and _joins(text[place + 1 : place + 2])
            if character not in _JOINERS or not inside:
                continue
        kept.append(character)
    return _seen("".join(kept).strip())


def selected(text: str) -> str:
    """Words as they were selected, to the letter, but for control characters."""
    return "".join(c for c in text.replace("\r\n", "\n") if c in "\n\t" or not _is_control(c))


def is_visible(text: str) -> bool:
    """Whether there is anything to see."""
    return any(c not in _BLANK_LETTERS and category(c) not in _UNSEEN for c in text)


def _is_control(character: str) -> bool:
    return character != "\0" and category(character) == "Cc"


def _joins(character: str) -> bool:
    """Whether a joiner may stand beside this: a letter, mark, number or symbol."""
    return character != "" and category(character)[0] in "LMNS"


def _seen(text: str) -> str:
    """The text, or nothing where there is nothing to see."""
    return text if is_visible(text) or "\0" in text else ""

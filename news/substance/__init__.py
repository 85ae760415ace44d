"""Whether an edit of a paragraph corrects its spelling or changes what it says.

What is said decides: a figure, a date, a name, a negation, a unit, a word of quantity or certainty, a word with a
meaning of its own. Spelling, inflection, articles, prepositions of equal meaning, punctuation, letter case, word
order and the ways to write a number do not. What cannot be told is substance: a translation that is looked at in
vain costs less than one that says something else.
"""

from dataclasses import dataclass, field
from functools import cache

from news.substance.comparing import differences
from news.substance.cutting import folded, spelt
from news.substance.english import English
from news.substance.russian import Russian

SPELLING, SAME, REWRITTEN = "spelling", "same", "rewritten"
# What decides, the plainest first; the first that is found is the reason.
KINDS = (
    "figure", "date", "negation", "name", "unit", "quantity", "certainty", "tense", "order", "sense", "word",
)  # fmt: skip
REASONS = (*KINDS, REWRITTEN, SPELLING, SAME)
# Longer texts are not compared word by word where they differ.
LIMIT = 20_000


@dataclass(frozen=True)
class Verdict:
    """Whether an edit changes what is said, the words or figures that decide, and why, as one of `REASONS`.

    `found` has for each difference its kind, one of `KINDS` or `REWRITTEN`, and its words as they are written.
    """

    is_substance: bool
    words: list[str] = field(default_factory=list)
    reason: str = SPELLING
    found: list[tuple[str, list[str]]] = field(default_factory=list, compare=False)


@cache
def _language(code: str):
    return {"en": English, "ru": Russian}[code]()


def judge(before: str, after: str, language: str, names: frozenset[str] = frozenset()) -> Verdict:
    """Judge an edit of a paragraph, given as plain text; `names` are words that the article has elsewhere.

    Raises KeyError for a language that the portal has not.
    """
    rules = _language(language)
    if folded(spelt(before)) == folded(spelt(after)):
        return Verdict(False, [], SAME if before == after else SPELLING)
    if len(before) + len(after) > LIMIT:
        return Verdict(True, [], REWRITTEN, [(REWRITTEN, [])])
    found = differences(before, after, rules, names)
    if not found:
        return Verdict(False)
    words = list(dict.fromkeys(word for _kind, shown in found for word in shown))
    return Verdict(True, words, min((kind for kind, _words in found), key=KINDS.index), found)

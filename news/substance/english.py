"""English, as the judge of edits reads it."""

from dataclasses import replace

from news.substance import english_slips, english_turns, english_voices
from news.substance.cutting import Token
from news.substance.english_forms import bases, common, is_same_deed, known, rare, variant
from news.substance.figures import DATE, FIGURE, Numerals, read, with_times
from news.substance.lists import QUANTITY, lists, sections, with_pairs, with_phrases
from news.substance.ranges import with_ranges

_MODALS = {"will", "would", "shall", "should", "can", "could", "may", "might", "must"}
_HAS_IS = {"it", "he", "she", "that", "there", "who", "what", "here", "where", "let"}
_SHORT_MANY = {"k": "thousand", "m": "million", "b": "billion"}
_SHORT_NOT = {"can't": "can", "won't": "will", "shan't": "shall"}
_TAILS = {"'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}


class English:
    """English, as the judge asks after it."""

    code = "en"
    subjects, goes_on = frozenset({"he", "she", "it", "they"}), frozenset({"and"})
    relatives = frozenset({"which", "who", "that", "it", "they", "this"})
    pronouns = frozenset({"it", "they", "them", "its", "their", "he", "she", "him", "her", "we", "us"})
    known = staticmethod(known)
    bases = staticmethod(bases)
    common = staticmethod(common)
    rare = staticmethod(rare)

    def __init__(self):
        self.lists = lists("en", variant)
        text = sections("en")
        self._months = {str(number): line[0] for number, line in enumerate(text["months"], 1)}
        units = _counted(text["numbers"], range(100)) | _counted(text["tens"], range(20, 100, 10))
        ordinals = _counted(text["ordinals"], range(100)) | _counted(text["tenths"], range(20, 100, 10))
        many = {word: int(line[1]) for line in text["multipliers"] for word in (line[0], *line[2:])}
        many |= {f"{word}s": value for word, value in many.items() if value > 100 and len(word) > 3}
        self._numerals = Numerals(units, ordinals, many, "and")

    def prepare(self, tokens: list[Token]) -> list[Token]:
        """Give the tokens all that the comparison needs."""
        tokens = _with_millions([part for token in tokens for part in _expanded(token)])
        tokens = with_phrases(english_slips.put_right(tokens), self.lists.phrases)
        tokens = with_pairs(tokens, [("not-only", "but-also"), ("not-only", "but"), ("both", "and")], "and")
        tokens = with_times(read(tokens, "en", self._months))
        tokens = self._numerals.merged(tokens)
        tokens = [t if t.kind else replace(t, form=variant(t.form), bases=bases(t.form)) for t in tokens]
        tokens = _days_first([self.lists.told(self._apart(t)) for t in tokens])
        return _without_fillers(
            with_ranges(tokens, {"to": "from", "till": "from", "until": "from", "and": "between"})
        )

    def _apart(self, token: Token) -> Token:
        """Words that a capital letter tells apart: `May` and `March` are months where they are written so."""
        if token.form in {"may", "march", "mar", "sun", "sat"}:
            is_month = token.surface[0].isupper() and not token.starts
            return (
                token
                if is_month
                else replace(token, kind="certainty" if token.form == "may" else "", senses=frozenset())
            )
        if token.form == "us" and token.surface == "US":
            return replace(token, form="usa", bases=frozenset({"usa"}))
        return token

    def is_name(self, token: Token) -> bool:
        """Whether the word is a name, as far as its letters show."""
        return token.surface[:1].isupper() and (
            not token.starts or token.surface[1:2].isupper() or not known(token.form)
        )

    def related(self, first: Token, second: Token) -> bool:
        """Whether two words are forms of one word."""
        if frozenset({first.form, second.form}) in self.lists.apart:
            return False
        return bool(first.bases & second.bases) or is_same_deed(first.form, second.form)

    def is_ordinary(self, word: str) -> bool:
        """Whether the word, though it has a capital letter, is met every day and so is hardly a name."""
        return common(word)

    def exclude_each_other(self, first: Token, second: Token) -> bool:
        """Whether two words cannot stand beside each other: two forms of one word, `will` and `would`."""
        if {first.form, second.form} <= _MODALS:
            return True
        plain = not (first.kind or second.kind or first.light or second.light or first.owner)
        return plain and first.form != second.form and bool(first.bases & second.bases)

    def may_be_governed(self, token: Token) -> bool:
        """Whether the word may depend on a preposition: its form never tells."""
        return True

    turn = staticmethod(english_turns.turn)
    is_reported = staticmethod(english_turns.is_reported)
    voice = staticmethod(english_voices.voice)
    nobody_does = staticmethod(english_voices.nobody_does)
    is_helper = staticmethod(english_voices.is_helper)
    says = staticmethod(english_turns.says)
    introduces = staticmethod(english_turns.introduces)
    time_of = staticmethod(english_voices.time_of)
    parts = staticmethod(english_voices.parts)
    plays_same_part = staticmethod(english_voices.plays_same_part)
    is_one_verb = staticmethod(english_voices.is_one_verb)
    names_doer = staticmethod(english_voices.names_doer)
    relation = staticmethod(english_turns.relation)
    may_move = staticmethod(english_turns.may_move)

    def roles_change(self, found) -> bool:
        """Whether words have changed their parts without changing their places: in English, none can."""
        return False


def _counted(lines: list[list[str]], values: range) -> dict[str, int]:
    return dict(zip((word for line in lines for word in line), values, strict=False))


def _expanded(token: Token) -> list[Token]:
    """`didn't` as two words, and `China's` without its ending."""
    form = token.form
    if token.what != "word" or "'" not in form:
        return [token]
    if form.endswith("n't"):
        return [replace(token, form=_SHORT_NOT.get(form, form[:-3])), replace(token, form="not", before=" ")]
    for tail, word in _TAILS.items():
        if form.endswith(tail):
            return [replace(token, form=form.removesuffix(tail)), replace(token, form=word, before=" ")]
    if form.endswith("'s"):
        stem = replace(token, form=form[:-2], owner=True)
        return [stem, replace(token, form="'s", before=" ")] if form[:-2] in _HAS_IS else [stem]
    return [token]


def _with_millions(tokens: list[Token]) -> list[Token]:
    """`$300m` with the word in full; without a currency it may be metres."""
    return [
        replace(token, form=_SHORT_MANY[token.form])
        if token.form in _SHORT_MANY
        and place > 1
        and token.before == ""
        and tokens[place - 1].what == "number"
        and tokens[place - 2].what == "sign"
        else token
        for place, token in enumerate(tokens)
    ]


def _days_first(tokens: list[Token]) -> list[Token]:
    """`November 18`, `November 18–19` and `the 18th of November` with the month last."""
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        month = tokens[place]
        end = place + 1
        if _is_month(month) and not (found and _is_day(found[-1])):
            while end < min(len(tokens), place + 3) and _is_day(tokens[end]):
                if end > place + 1 and tokens[end].before.strip() not in {"-", "–"}:
                    break
                end += 1
        found += [*tokens[place + 1 : end], month]
        place = end
    return [
        token
        for place, token in enumerate(found)
        if not (
            token.form == "of"
            and 0 < place < len(found) - 1
            and _is_day(found[place - 1])
            and _is_month(found[place + 1])
        )
    ]


def _is_month(token: Token) -> bool:
    return token.kind == DATE and any(sense.startswith("months") for sense in token.senses)


def _is_day(token: Token) -> bool:
    days = (reading.rstrip(".") for reading in token.readings)
    return token.kind == FIGURE and any(day.isdigit() and 1 <= int(day) <= 31 for day in days)


def _without_fillers(tokens: list[Token]) -> list[Token]:
    """`the year 2025` as `2025`; `about` as a word of quantity before a figure only."""
    return [
        replace(token, kind="", light=True) if _is_preposition(tokens, place) else token
        for place, token in enumerate(tokens)
        if not (
            token.form == "year"
            and token.surface.casefold() == "year"
            and place + 1 < len(tokens)
            and any(len(r) == 4 and r.isdigit() for r in tokens[place + 1].readings)
        )
    ]


def _is_preposition(tokens: list[Token], place: int) -> bool:
    follower = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place].form == "about" and (follower is None or follower.kind not in {FIGURE, QUANTITY})

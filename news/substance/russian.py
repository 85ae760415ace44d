"""Russian, as the judge of edits reads it."""

import re
from dataclasses import replace

from news.substance import russian_slips, russian_turns, russian_voices
from news.substance.cutting import Token
from news.substance.figures import FIGURE, Numerals, read
from news.substance.lists import CERTAINTY, lists, sections, with_pairs, with_phrases
from news.substance.ranges import with_ranges
from news.substance.russian_forms import CASES, bases, grammemes, known, roots

_INDEFINITE = {"то", "либо", "нибудь", "кое"}


class Russian:
    """Russian, as the judge asks after it."""

    code = "ru"
    subjects, goes_on = frozenset({"он", "она", "оно", "они"}), frozenset({"и"})
    relatives = frozenset({"который", "это", "он", "она", "они"})
    pronouns = frozenset(
        ["он", "она", "оно", "они", "его", "ее", "их", "ему", "ей", "им", "мы", "нас", "нам"]
    )
    known = staticmethod(known)
    bases = staticmethod(bases)

    def __init__(self):
        self.lists = lists("ru")
        text = sections("ru")
        self._months = {str(number): line[0] for number, line in enumerate(text["months"], 1)}
        values = (
            _counted(text["numbers"], range(100))
            | _counted(text["tens"], range(20, 100, 10))
            | _counted(text["hundreds"], range(100, 1000, 100))
            | _counted(text["collective"], range(2, 8))
        )
        ordinals = _counted(text["ordinals"], range(100)) | _counted(text["tenths"], range(20, 100, 10))
        many = {word: int(line[1]) for line in text["multipliers"] for word in (line[0], *line[2:])}
        self._numerals = Numerals(values, ordinals, many, "")
        beginnings = "|".join(sorted((line[0] for line in text["compounds"]), key=len, reverse=True))
        endings = "|".join(re.escape(word[:-2]) for line in text["endings"] for word in line)
        self._compound = re.compile(rf"((?:{beginnings})+)((?:{endings})\w*)\Z")
        self._beginning = re.compile(beginnings)
        self._values = {line[0]: int(line[1]) for line in text["compounds"]}

    def common(self, word: str) -> bool:
        """Whether the word is met every day: nothing is known of how often words are."""
        return False

    rare = common

    def prepare(self, tokens: list[Token]) -> list[Token]:
        """Give the tokens all that the comparison needs."""
        tokens = [part for token in _acting(tokens) for part in self._without_number(token)]
        tokens = with_phrases(russian_slips.put_right(tokens), self.lists.phrases)
        tokens = russian_slips.with_neither(tokens)
        tokens = with_pairs(tokens, [("не-только", "но-и"), ("как", "так-и"), ("и", "и")], "и")
        tokens = read(tokens, "ru", self._months)
        tokens = [self._with_bases(t) for t in tokens]
        tokens = with_phrases(tokens, self.lists.lexemes, inflected=True)
        tokens = self._numerals.merged(tokens)
        tokens = _without_fillers([_rooted(self.lists.told(t)) for t in tokens])
        return with_ranges(tokens, {"по": "с", "до": "от"})

    def _with_bases(self, token: Token) -> Token:
        if token.kind == FIGURE:
            return token
        if token.is_joined and token.form in _INDEFINITE:
            token = replace(token, kind=CERTAINTY)
        return replace(token, bases=token.bases | bases(token.form))

    def _without_number(self, token: Token) -> list[Token]:
        """`двухдневный` as `2-дневный`."""
        fit = token.what == "word" and self._compound.match(token.form)
        if not fit:
            return [token]
        value = sum(self._values[part] for part in self._beginning.findall(fit[1]))
        figure = replace(token, form=str(value), what="number", starts=token.starts)
        return [figure, replace(token, form=fit[2], before="-")]

    def is_name(self, token: Token) -> bool:
        """Whether the word is a name, as far as its letters and the dictionary show."""
        return token.is_capital or (
            token.surface[:1].isupper()
            and bool(grammemes(token.form, "Name", "Surn", "Patr", "Geox", "Orgn"))
        )

    def related(self, first: Token, second: Token) -> bool:
        """Whether two words are forms of one word."""
        if frozenset({first.form, second.form}) in self.lists.apart:
            return False
        if first.bases & second.bases:
            return True
        return known(first.form) and known(second.form) and _unsure(first.form) == _unsure(second.form)

    def is_ordinary(self, word: str) -> bool:
        """Whether the word, though it has a capital letter, is in the dictionary and no name there."""
        return known(word) and not grammemes(word, "Name", "Surn", "Patr", "Geox")

    def exclude_each_other(self, first: Token, second: Token) -> bool:
        """Whether two words cannot stand beside each other: two verbs, two forms of one adjective."""
        return first.form != second.form and russian_turns.are_doubled(first, second)

    def may_be_governed(self, token: Token) -> bool:
        """Whether the word may depend on a preposition, which a nominative does not."""
        return grammemes(token.form, *CASES) != {"nomn"}

    turn = staticmethod(russian_turns.turn)
    is_reported = staticmethod(russian_turns.is_reported)
    voice = staticmethod(russian_voices.voice)
    nobody_does = staticmethod(russian_voices.nobody_does)
    is_helper = staticmethod(russian_voices.is_helper)
    says = staticmethod(russian_turns.says)
    introduces = staticmethod(russian_turns.introduces)
    time_of = staticmethod(russian_voices.time_of)
    parts = staticmethod(russian_voices.parts)
    plays_same_part = staticmethod(russian_voices.plays_same_part)
    is_one_verb = staticmethod(russian_voices.is_one_verb)
    names_doer = staticmethod(russian_voices.names_doer)
    relation = staticmethod(russian_turns.relation)
    may_move = staticmethod(russian_turns.may_move)
    roles_change = staticmethod(russian_turns.roles_change)


def _unsure(form: str) -> str:
    """A word without what people get wrong: `строится` and `строиться`, `раненый` and `раненный`."""
    return re.sub(r"ться\Z", "тся", form).replace("нн", "н") if len(form) > 4 else form


def _counted(lines: list[list[str]], values: range) -> dict[str, int]:
    return dict(zip((word for line in lines for word in line), values, strict=False))


def _acting(tokens: list[Token]) -> list[Token]:
    """`и. о.` as one word, which `и о` is not."""
    found: list[Token] = []
    for token in tokens:
        if token.form == "о" and token.before.startswith(".") and found and found[-1].form == "и":
            found[-1] = replace(found[-1], form="ио", surface="и. о.")
        else:
            found.append(token)
    return found


def _rooted(token: Token) -> Token:
    """The token with a sense for the noun that it is or is made from."""
    if token.kind or token.what != "word" or token.light:
        return token
    return replace(token, senses=token.senses | roots(token.form))


def _without_fillers(tokens: list[Token]) -> list[Token]:
    """`2025 года` as `2025`, `г. Москва` as `Москва`."""
    found: list[Token] = []
    for place, token in enumerate(tokens):
        after_figure = found and found[-1].kind == FIGURE
        if token.form == "год":
            if after_figure and any(re.fullmatch(r"[12]\d{3}", r.rstrip(".")) for r in found[-1].readings):
                continue
            if (
                token.surface.casefold() == "г"
                and place + 1 < len(tokens)
                and tokens[place + 1].surface[0].isupper()
            ):
                token = replace(token, form="город", kind="", light=True)
        found.append(token)
    return found

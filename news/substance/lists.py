"""The closed lists of words, read from `words/*.txt`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from news.substance.cutting import Token
from news.substance.figures import DATE, FIGURE

NEGATION, UNIT, QUANTITY, CERTAINTY, SENSE = "negation", "unit", "quantity", "certainty", "sense"
_FOLDER = Path(__file__).parent / "words"


@cache
def sections(language: str) -> dict[str, list[list[str]]]:
    """The lists of a language: its sections, each a list of lines, each a list of words."""
    found: dict[str, list[list[str]]] = {}
    for line in (_FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = found.setdefault(line[1 : line.index("]")], [])
        elif line and not line.startswith("# "):
            section.append(line.split())
    return found


@dataclass(frozen=True)
class Lists:
    """What the lists say of a word."""

    kinds: dict[str, str]
    senses: dict[str, frozenset[str]]
    light: frozenset[str]
    prepositions: dict[str, int]
    main: dict[str, str]  # the chief spelling of a unit or month
    confused: frozenset[frozenset[str]]
    apart: frozenset[frozenset[str]]
    phrases: dict[str, list[tuple[list[str], list[str]]]]
    lexemes: dict[str, list[tuple[list[str], list[str]]]]

    def told(self, token: Token) -> Token:
        """The token with its kind, its senses and whether it is light."""
        if token.kind == FIGURE:
            return token
        words = [token.form, *sorted(token.bases - {token.form})]
        kind = token.kind or next((self.kinds[word] for word in words if word in self.kinds), "")
        if kind == UNIT and token.is_capital and " " not in token.surface:  # a name, not an abbreviation
            return token
        senses = frozenset().union(*(self.senses.get(word, ()) for word in words))
        chief = next((self.main[word] for word in words if word in self.main), token.form)
        return replace(
            token,
            form=chief,
            kind=kind,
            senses=senses,
            light=not kind and any(word in self.light for word in words),
        )


@cache
def lists(language: str, spelling: Callable[[str], str] = str) -> Lists:
    """The closed lists of a language, with its words in one spelling."""
    text = sections(language)
    kinds: dict[str, str] = {}
    for section, kind in (
        ("sense", SENSE),
        ("certainty", CERTAINTY),
        ("quantity", QUANTITY),
        ("units", UNIT),
        ("days", DATE),
        ("months", DATE),
        ("negation", NEGATION),
    ):
        kinds |= {word: kind for line in text[section] for word in line}
    senses: dict[str, set[str]] = {}
    for name in ("equals", "units", "months"):
        for number, line in enumerate(text[name]):
            for word in {*line, *map(spelling, line)}:
                senses.setdefault(word, set()).add(f"{name}-{number}")
    return Lists(
        kinds=kinds,
        senses={word: frozenset(groups) for word, groups in senses.items()},
        light=frozenset(word for line in text["light"] for word in line),
        prepositions={word: number for number, line in enumerate(text["prepositions"]) for word in line},
        main={word: line[0] for name in ("units", "months") for line in text[name] for word in line},
        confused=_pairs(text["confused"]),
        apart=_pairs(text["apart"]),
        phrases=_phrases(text["phrases"]),
        lexemes=_phrases(text.get("lexemes", [])),
    )


def _pairs(lines: list[list[str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset({line[0], other}) for line in lines for other in line[1:])


def _phrases(lines: list[list[str]]) -> dict[str, list[tuple[list[str], list[str]]]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[list[str], list[str]]]] = {}
    for line in lines:
        cut = line.index("=")
        found.setdefault(line[0], []).append((line[:cut], line[cut + 1 :]))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def with_phrases(
    tokens: list[Token], phrases: dict[str, list[tuple[list[str], list[str]]]], inflected: bool = False
) -> list[Token]:
    """Put for every phrase what it stands for; with the form of its first word, where that shows tense and number."""
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        fit = next(
            (
                option
                for word in (tokens[place].form, *sorted(tokens[place].bases))
                for option in phrases.get(word, ())
                if _stands(tokens, place, option[0])
            ),
            None,
        )
        if fit is None:
            found.append(tokens[place])
            place += 1
            continue
        taken = tokens[place : place + len(fit[0])]
        surface = " ".join(token.surface for token in taken)
        found += [
            replace(
                taken[0],
                surface=surface,
                form=word,
                bases=frozenset({word}),
                inflected=taken[0].form if inflected else "",
            )
            for word in fit[1]
        ]
        place += len(taken)
    return found


def _stands(tokens: list[Token], place: int, words: list[str]) -> bool:
    """Whether the phrase stands at a place, with no comma, bracket or end of a sentence in it."""
    stretch = tokens[place : place + len(words)]
    return len(stretch) == len(words) and all(
        (word == token.form or word in token.bases)
        and (token is stretch[0] or not set(token.before) & set(",;:!?()"))
        for word, token in zip(words, stretch, strict=True)
    )


def with_pairs(tokens: list[Token], pairs: list[tuple[str, str]], both: str) -> list[Token]:
    """`not only … but also`, `both … and` as a plain `and`, where both halves stand in a sentence."""
    found = list(tokens)
    for place, token in enumerate(tokens):
        for opening, closing in pairs:
            if token.form == opening:
                end = _closing(tokens, place, closing)
                if end:
                    found[place] = replace(token, form="", kind="", light=True)
                    found[end] = replace(tokens[end], form=both, kind="", light=True)
    return [token for token in found if token.form]


def _closing(tokens: list[Token], place: int, closing: str) -> int:
    """Where the second half stands, in the same sentence and not far; 0 where it does not."""
    for at in range(place + 1, min(place + 15, len(tokens))):
        if tokens[at].starts:
            break
        if tokens[at].form == closing:  # the same word twice is a pair only behind a comma: `и …, и …`
            return at if tokens[place].form != closing or "," in tokens[at].before else 0
    return 0

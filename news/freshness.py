"""Which paragraphs of a translation are out of date: what becomes of the pairs of paragraphs when editions change.

Either edition may be the original. A pair is valid while both say the same; a change of what one says puts the other
out of date, until that is brought up to date or somebody says that it is still valid.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from news.blocks import Block
from news.edits import Edit, Step
from news.languages import LANGUAGES, column, other
from news.models import ParagraphPair
from news.models.pair import BODY
from news.pairing import pair


@dataclass(frozen=True)
class Moment:
    """When pairs are looked at: the revision of each edition's text, and the paragraphs that it has."""

    at: datetime
    revisions: Mapping[str, int]
    paragraphs: Mapping[str, list[Block]]


def place(one: ParagraphPair, language: str) -> int | None:
    """Where the paragraph of an edition stands."""
    return getattr(one, column("place", language))


def agreed(moment: Moment, **places: int) -> ParagraphPair:
    """A pair that is valid at a moment: `agreed(moment, en=3, ru=4)`."""
    made = ParagraphPair()
    for language, where in places.items():
        setattr(made, column("place", language), where)
        setattr(made, column("origin", language), where)
        setattr(made, column("revision", language), moment.revisions[language])
    return made


def as_they_stand(moment: Moment) -> list[ParagraphPair]:
    """The pairs of two editions of which nothing is known: as they stand, each is a translation of the other."""
    en, ru = (moment.paragraphs[code] for code in ("en", "ru"))
    body = [(i + BODY, j + BODY) for i, j in pair(en[BODY:], ru[BODY:])]
    return [agreed(moment, en=i, ru=j) for i, j in [*((i, i) for i in range(BODY)), *body]]


def follow(pairs: Iterable[ParagraphPair], edits: Mapping[str, Edit], moment: Moment) -> list[ParagraphPair]:
    """The pairs after a save that changed the words of one edition, or of both. `moment` is after it."""
    steps = {
        language: {where: step for step in edit.steps for where in step.before}
        for language, edit in edits.items()
    }
    found: dict[tuple, ParagraphPair] = {}
    for one in pairs:
        went = {code: steps[code].get(where) for code in edits if (where := place(one, code)) is not None}
        new = {
            code: went[code].after or (None,) if went.get(code) else (place(one, code),) for code in LANGUAGES
        }
        for en, ru in product(new["en"], new["ru"]):
            kept = _kept(one, {"en": en, "ru": ru}, went, edits, moment)
            # Two that have become one are one pair; what has lost its partner stays by itself.
            name = (en, ru) if None not in (en, ru) else (en, ru, id(one))
            if kept and (name not in found or kept.outdated):
                found[name] = kept
    rows = list(found.values())
    for language, edit in edits.items():
        rows = _with_added(rows, language, edit, moment)
    return rows


def _kept(
    one: ParagraphPair, places: dict, went: dict[str, Step | None], edits, moment
) -> ParagraphPair | None:
    """A pair with its paragraphs at new places; nothing where both are gone, or need no partner any more."""
    touched = {code for code, step in went.items() if step and edits[code].brings_up_to_date(step)}
    marking = {code for code in touched if edits[code].puts_out_of_date(went[code])}
    gone = [code for code in LANGUAGES if places[code] is None]
    if len(gone) == 2 or (one.outdated in gone and one.outdated in touched):
        return None
    if touched == set(LANGUAGES) or one.outdated in touched:
        return agreed(moment, **places) if not gone else None
    made = ParagraphPair(
        **{
            column(name, code): getattr(one, column(name, code))
            for name in ("revision", "origin")
            for code in LANGUAGES
        },
        **{column("place", code): where for code, where in places.items()},
        outdated=one.outdated,
        since=one.since,
    )
    if one.outdated:
        return made
    if marking:
        made.outdated, made.since = other(marking.pop()), moment.at
        return made
    if gone:
        return None
    return agreed(moment, **places)


def _with_added(rows: list[ParagraphPair], language: str, edit: Edit, moment: Moment) -> list[ParagraphPair]:
    """The pairs, with those of paragraphs that are new in an edition."""
    there = other(language)
    linked = {place(one, language): place(one, there) for one in rows if place(one, there) is not None}
    partners = {
        place(one, there)
        for one in rows
        if place(one, language) is not None and place(one, there) is not None
    }
    anchors = sorted((own, where) for own, where in linked.items() if own is not None and own >= BODY)
    added = [
        step for step in edit.steps if step.is_touched and not step.before and step.after[0] not in linked
    ]
    groups: dict[tuple[int, int], list[Step]] = {}
    for step in added:
        at = bisect_left(anchors, (step.after[0],))
        low = anchors[at - 1][1] + 1 if at else BODY
        high = anchors[at][1] if at < len(anchors) else len(moment.paragraphs[there])
        groups.setdefault((low, high), []).append(step)
    for (low, high), some in groups.items():
        own = [step.after[0] for step in some]
        free = [where for where in range(low, high) if where not in partners]
        blocks = [moment.paragraphs[language][where] for where in own]
        others = [moment.paragraphs[there][where] for where in free]
        found = {own[i]: free[j] for i, j in pair(blocks, others)}
        for step in some:
            where = step.after[0]
            if where in found:
                # What has lacked a translation has one now.
                rows = [
                    one
                    for one in rows
                    if not (place(one, language) is None and place(one, there) == found[where])
                ]
                rows.append(agreed(moment, **{language: where, there: found[where]}))
            elif edit.puts_out_of_date(step):
                lacking = ParagraphPair(outdated=there, since=moment.at)
                setattr(lacking, column("place", language), where)
                rows.append(lacking)
    return rows


def marked(pairs: Iterable[ParagraphPair], language: str) -> list[ParagraphPair]:
    """What is out of date in an edition, in the order of its paragraphs."""
    found = [one for one in pairs if one.outdated == language]
    return sorted(found, key=lambda one: _order(one, language))


def _order(one: ParagraphPair, language: str) -> int:
    own, there = place(one, language), place(one, other(language))
    return there if own is None else own

"""What an edit has done to the paragraphs of an edition, and whether it changes what they say."""

import html
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from news.blocks import Block, split
from news.matching import match, words
from news.models.pair import BODY
from news.substance import REWRITTEN, Verdict, judge
from news.substance.cutting import folded, spelt
from news.substance.names import words as names
from news.words import read

SPELLING, SUBSTANCE = "spelling", "substance"
ADDED, REMOVED, PICTURE = "added", "removed", "picture"
# What leaves no doubt. Where nobody was asked, only this puts a translation out of date.
_PLAIN = {"figure", "date", "negation", "name", "unit", "quantity"}
_DIGITS = re.compile(r"\d+")
# Characters of an edit that are judged word by word: some seconds, of more than most stories have.
_PATIENCE = 15_000
# A paragraph so many of whose words stood in another one was a part of it.
_PART = 0.6


def paragraphs(text: Mapping[str, str]) -> list[Block]:
    """An edition as the paragraphs that a translation follows: its title, its summary, the blocks of its body."""
    title, summary = (html.escape(text.get(name) or "") for name in ("title", "summary"))
    return [Block(f"<h1>{title}</h1>"), Block(f"<p>{summary}</p>"), *split(text.get("body") or "").blocks]


def said(block: Block) -> str:
    """The words of a paragraph, without markup; with what its pictures show."""
    reading = read(block.html)
    return " ".join(
        part
        for part in ("".join(word.text for word in reading.words), *(alt for _src, alt in reading.pictures))
        if part
    )


@dataclass(frozen=True)
class Step:
    """Paragraphs that have become others: usually one and one; two of one that was split; none where it is new."""

    before: tuple[int, ...]
    after: tuple[int, ...]
    is_touched: bool = False
    is_substance: bool = False
    # What decides: kinds of `news.substance` with their words, or added, removed, picture without.
    found: tuple[tuple[str, tuple[str, ...]], ...] = ()
    # Nobody needs to be asked.
    is_plain: bool = False


@dataclass(frozen=True)
class Edit:
    """An edition before and after, and what an editor said of the change; nothing where nobody was asked."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    language: str
    answer: str | None = None
    # Whether readers knew the text: only then does a change put the other edition out of date.
    is_public: bool = True

    @cached_property
    def steps(self) -> list[Step]:
        """What became of each paragraph."""
        old, new = paragraphs(self.before), paragraphs(self.after)
        kept = {block.key for block in old} & {block.key for block in new}
        known = names(" ".join(said(block) for block in new if block.key in kept))
        judge = _Judge(self.language, known)
        return [_judged(old, new, *step, judge) for step in _steps(old, new)]

    @cached_property
    def is_substance(self) -> bool:
        """What would be guessed of the whole."""
        return any(step.is_substance for step in self.steps)

    @property
    def is_touched(self) -> bool:
        """Whether any words are different."""
        return any(step.is_touched for step in self.steps)

    def brings_up_to_date(self, step: Step) -> bool:
        """Whether a paragraph that was out of date counts as looked at now."""
        if self.answer == SPELLING:
            return False
        if self.answer == SUBSTANCE and not self.is_substance:
            return step.is_touched
        return step.is_substance

    def puts_out_of_date(self, step: Step) -> bool:
        """Whether the translation of a paragraph has to be looked at."""
        if not self.is_public or (self.answer is None and not step.is_plain):
            return False
        return self.brings_up_to_date(step)


def _steps(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Which paragraphs have become which. Title and summary stay what they are."""
    found = match(old[BODY:], new[BODY:])
    became = {i + BODY: j + BODY for i, j in (*found.in_order, *found.moved)}
    was = {j: i for i, j in became.items()}
    split_off: dict[int, list[int]] = defaultdict(list)
    merged: dict[int, list[int]] = defaultdict(list)
    olds, news = sorted(became), sorted(was)
    for j in range(BODY, len(new)):
        if j not in was:
            near = [(was[k], k) for k in _beside(j, news)]
            if (i := _part_of(new[j], [(old[i], new[k], i) for i, k in near])) is not None:
                split_off[i].append(j)
    for i in range(BODY, len(old)):
        if i not in became:
            near = [(became[k], k) for k in _beside(i, olds)]
            if (j := _part_of(old[i], [(new[j], old[k], j) for j, k in near])) is not None:
                merged[j].append(i)
    steps = [((place,), (place,)) for place in range(BODY)]
    for i, j in became.items():
        steps.append((tuple(sorted((i, *merged[j]))), tuple(sorted((j, *split_off[i])))))
    gone = set(range(BODY, len(old))) - set(became) - {i for some in merged.values() for i in some}
    come = set(range(BODY, len(new))) - set(was) - {j for some in split_off.values() for j in some}
    return [*steps, *(((i,), ()) for i in sorted(gone)), *(((), (j,)) for j in sorted(come))]


def _beside(place: int, paired: Sequence[int]) -> list[int]:
    """The nearest places on either side that are in the list."""
    at = bisect_left(paired, place)
    return [*paired[max(at - 1, 0) : at], *paired[at : at + 1]]


def _part_of(block: Block, neighbours) -> int | None:
    """Of which neighbour it was a part, or has become one: what that says alone, and its own partner does not."""
    own = words(block)
    for whole, partner, place in neighbours:
        rest = own - words(partner)
        if rest and len(rest & words(whole)) >= _PART * len(rest):
            return place
    return None


class _Judge:
    """The judge of substance, who gets tired: what is rewritten at such length needs no judge."""

    def __init__(self, language: str, known: frozenset[str]):
        self.language, self.known, self.left = language, known, _PATIENCE

    def __call__(self, before: str, after: str) -> Verdict:
        """A verdict; without a look into lists of words when too much has been judged before."""
        if folded(spelt(before)) == folded(spelt(after)):
            return Verdict(False)
        self.left -= len(before) + len(after)
        if self.left >= 0:
            return judge(before, after, self.language, self.known)
        figures = sorted(_DIGITS.findall(before)) != sorted(_DIGITS.findall(after))
        return Verdict(True, [], REWRITTEN, [("figure" if figures else REWRITTEN, [])])


def _judged(old, new, before: tuple[int, ...], after: tuple[int, ...], judge: _Judge) -> Step:
    was, now = ([side[place] for place in places] for side, places in ((old, before), (new, after)))
    if [block.key for block in was] == [block.key for block in now]:
        return Step(before, after)
    texts = [" ".join(said(block) for block in blocks) for blocks in (was, now)]
    pictures = [[src for block in blocks for src, _alt in read(block.html).pictures] for blocks in (was, now)]
    if pictures[0] != pictures[1]:
        return Step(before, after, True, True, ((PICTURE, ()),), bool(before and after))
    if texts[0] == texts[1]:
        return Step(before, after)
    if not texts[0].strip() or not texts[1].strip():
        reason = ADDED if texts[1].strip() else REMOVED
        return Step(before, after, True, True, ((reason, ()),), bool(_DIGITS.search("".join(texts))))
    verdict = judge(*texts)
    return Step(
        before,
        after,
        is_touched=True,
        is_substance=verdict.is_substance,
        found=tuple((kind, tuple(shown)) for kind, shown in verdict.found) or ((verdict.reason, ()),),
        is_plain=any(kind in _PLAIN for kind, _words in verdict.found),
    )

"""What changed between two texts, in prose and not in markup, as a page can print it.

Sentences and names are in the language that is active when the difference is made.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.blocks import Block, split
from news.formatting import changes_of_block, changes_of_marks, role
from news.matching import match
from news.sequences import Pairs, common, gaps_between
from news.words import Part, Reading, kept, parts_of, plain_words, read

_TITLES = {
    "changed": gettext_lazy("%(what)s: changed"),
    "formatting": gettext_lazy("%(what)s: formatted otherwise"),
    "moved": gettext_lazy("%(what)s: moved"),
    "removed": gettext_lazy("%(what)s: removed"),
    "added": gettext_lazy("%(what)s: added"),
}
# The addresses and alternative texts of pictures.
Images = Sequence[tuple[str, str]]
_NO_PICTURE = ("", "")
# With fewer of its words kept, a paragraph is another one.
_SAME = 0.25
# Of so few words, blanks counted, any may change.
_FEW = 15


@dataclass(frozen=True)
class Text:
    """A text with what was removed and added; `label` says which one of the block, where that is not plain."""

    label: str
    parts: tuple[Part, ...]

    @property
    def changed(self) -> bool:
        """Whether anything is different."""
        return any(part.kind != "kept" for part in self.parts)


@dataclass(frozen=True)
class Picture:
    """A picture that was kept, removed or added: its address and its alternative text."""

    kind: str
    src: str
    alt: str


@dataclass(frozen=True)
class Row:
    """A block that is not what it was, or not where; or several in a row that are formatted otherwise.

    `kind` is changed, formatting (the words are the same), moved, removed or added. `notes` are sentences on
    formatting and places.
    """

    kind: str
    title: str
    texts: tuple[Text, ...]
    pictures: tuple[Picture, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fold:
    """Blocks in a row that are what they were: their words."""

    texts: tuple[str, ...]
    kind: str = "unchanged"

    @property
    def count(self) -> int:
        """How many."""
        return len(self.texts)


@dataclass(frozen=True)
class Difference:
    """The difference of two bodies, in the order of the newer one."""

    rows: tuple[Row | Fold, ...]

    @property
    def changed(self) -> bool:
        """Whether readers would see another text."""
        return any(row.kind != "unchanged" for row in self.rows)


def difference(before: str | None, after: str | None) -> Text:
    """The difference of two plain texts: titles, summaries, bylines."""
    old, new = plain_words(before or ""), plain_words(after or "")
    return Text("", parts_of(old, new, kept(old, new)))


def body_difference(before: str | None, after: str | None) -> Difference:
    """The difference of two canonical bodies."""
    old, new = split(before or "").blocks, split(after or "").blocks
    rows: list[Row | Fold] = []
    for unchanged, group in groupby(_rows(old, new), lambda row: isinstance(row, Block)):
        if unchanged:
            rows.append(Fold(tuple(_said(read(block.html)) for block in group)))
        else:
            rows += _together(group)
    return Difference(tuple(rows))


def _rows(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Row | Block]:
    """A row for each block that changed, and the blocks that did not."""
    found = match(old, new)
    left, came = dict(found.moved), {j: i for i, j in found.moved}
    gaps = gaps_between(found.in_order, len(old), len(new))
    for (rows, columns), pair in zip(gaps, [*found.in_order, None], strict=True):
        for i in rows:
            if i not in left:
                yield _row("removed", old[i], read(old[i].html), Reading())
        for j in columns:
            if j in came:
                yield _moved(old[came[j]], new[j], came[j] + 1, j + 1)
            else:
                yield _row("added", new[j], Reading(), read(new[j].html))
        if pair:
            yield from _compared(old[pair[0]], new[pair[1]])


def _compared(before: Block, after: Block) -> Iterator[Row | Block]:
    if (before.html, before.within) == (after.html, after.within):
        yield after
        return
    old, new = read(before.html), read(after.html)
    pairs = kept(old.words, new.words)
    if not _is_same(old, new, pairs):
        yield _row("removed", before, old, Reading())
        yield _row("added", after, Reading(), new)
        return
    row = _row("changed", after, old, new, changes_of_block(before, after), pairs)
    if any(text.changed for text in row.texts) or any(p.kind != "kept" for p in row.pictures):
        yield row
    elif row.notes:
        yield replace(row, kind="formatting", title=_title("formatting", after))
    else:
        yield after


def _moved(before: Block, after: Block, place: int, now: int) -> Row:
    places = _("was paragraph no. %(before)d, is now no. %(after)d") % {"before": place, "after": now}
    return _row(
        "moved", after, read(before.html), read(after.html), [places, *changes_of_block(before, after)]
    )


def _row(
    kind: str, block: Block, old: Reading, new: Reading, notes: Sequence[str] = (), pairs: Pairs | None = None
) -> Row:
    pairs = kept(old.words, new.words) if pairs is None else pairs
    texts = []
    if old.words or new.words:
        label = _("caption") if block.name == "figure" else ""
        texts.append(Text(label, parts_of(old.words, new.words, pairs)))
    pictures, alternatives = _pictures(old.pictures, new.pictures)
    notes = (*notes, *(changes_of_marks(old, new, pairs) if kind != "removed" else ()))
    return Row(kind, _title(kind, block), (*texts, *alternatives), pictures, notes)


def _pictures(old: Images, new: Images) -> tuple[tuple[Picture, ...], list[Text]]:
    """The pictures of a block, and the alternative texts that changed."""
    pictures, alternatives = [], []
    same = common([src for src, _alt in old], [src for src, _alt in new])
    for (rows, columns), pair in zip(gaps_between(same, len(old), len(new)), [*same, None], strict=True):
        gone, come = [old[i] for i in rows], [new[j] for j in columns]
        pictures += [Picture("removed", *image) for image in gone] + [
            Picture("added", *image) for image in come
        ]
        texts = [(was[1], now[1]) for was, now in zip_longest(gone, come, fillvalue=_NO_PICTURE)]
        if pair:
            pictures.append(Picture("kept", *new[pair[1]]))
            texts.append((old[pair[0]][1], new[pair[1]][1]))
        alternatives += [
            replace(difference(*text), label=_("alternative text")) for text in texts if text[0] != text[1]
        ]
    return tuple(pictures), alternatives


def _is_same(old: Reading, new: Reading, pairs: Pairs) -> bool:
    """Whether enough is left of a block to call it changed."""
    most = max(len(old.words), len(new.words))
    return most <= _FEW or len(pairs) >= _SAME * most


def _said(reading: Reading) -> str:
    """The words, or where there are none what the pictures show."""
    words = "".join(word.text for word in reading.words)
    return words or ", ".join(alternative for _src, alternative in reading.pictures)


def _title(kind: str, block: Block) -> str:
    what = role(block)
    return _TITLES[kind] % {"what": what[:1].upper() + what[1:]}


def _together(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, those as one that stand together and say the same about formatting."""
    for (kind, title, notes), group in groupby(rows, lambda row: (row.kind, row.title, row.notes)):
        if kind != "formatting":
            yield from group
            continue
        alike = list(group)
        texts = tuple(text for row in alike for text in row.texts)
        yield Row(kind, title, texts, tuple(picture for row in alike for picture in row.pictures), notes)

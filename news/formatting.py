"""What changed in the formatting of a block, said in words of the interface."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.blocks import Block
from news.sequences import Pairs
from news.words import Mark, Reading, Word

_ROLES = {
    "h2": gettext_lazy("heading"),
    "h3": gettext_lazy("heading of the second level"),
    "h4": gettext_lazy("heading of the third level"),
    "figure": gettext_lazy("picture"),
    "caption": gettext_lazy("title of a table"),
    "hr": gettext_lazy("dividing line"),
    "": gettext_lazy("words outside of paragraphs"),
}
_GAINED = {
    "strong": gettext_lazy("now bold: “%(words)s”"),
    "em": gettext_lazy("now italic: “%(words)s”"),
    "sub": gettext_lazy("now subscript: “%(words)s”"),
    "sup": gettext_lazy("now superscript: “%(words)s”"),
    "cite": gettext_lazy("now marked as the title of a work: “%(words)s”"),
    "a": gettext_lazy("now a link to %(value)s: “%(words)s”"),
    "lang": gettext_lazy("now marked as text in the language %(value)s: “%(words)s”"),
}
_LOST = {
    "strong": gettext_lazy("no longer bold: “%(words)s”"),
    "em": gettext_lazy("no longer italic: “%(words)s”"),
    "sub": gettext_lazy("no longer subscript: “%(words)s”"),
    "sup": gettext_lazy("no longer superscript: “%(words)s”"),
    "cite": gettext_lazy("no longer marked as the title of a work: “%(words)s”"),
    "a": gettext_lazy("no longer a link to %(value)s: “%(words)s”"),
    "lang": gettext_lazy("no longer marked as text in the language %(value)s: “%(words)s”"),
}
# So many changes of one block are listed.
_LISTED = 12
# So many characters of the words that a change is about.
_QUOTED = 60


def role(block: Block) -> str:
    """What a block is in the story: a paragraph, a quotation, an item of a list."""
    around = block.within[-1] if block.within else ""
    if block.name == "li":
        if around.startswith("<ol"):
            return _("item of a numbered list")
        return _("item of a list with dashes") if 'class="dash"' in around else _("item of a list")
    if block.name == "tr":
        return _("head row of a table") if around.startswith("<thead") else _("row of a table")
    if block.name == "p":
        return (
            _("quotation") if any(tag.startswith("<blockquote") for tag in block.within) else _("paragraph")
        )
    return str(_ROLES.get(block.name, _ROLES[""]))


def changes_of_block(before: Block, after: Block) -> list[str]:
    """That it became something else, or is numbered otherwise."""
    old, new = role(before), role(after)
    if old != new:
        return [_("was: %(before)s; now: %(after)s") % {"before": old, "after": new}]
    if before.within != after.within:
        return [_("the list, the table or the quotation around it is marked otherwise")]
    return []


def changes_of_marks(before: Reading, after: Reading, pairs: Pairs) -> list[str]:
    """What words that stay have become, and links that came and went."""
    changes = [*_of_kept(before.words, after.words, pairs)]
    old, new = _links(before.words), _links(after.words)
    for address, words in _only(old, new, {i for i, _j in pairs}, before.words):
        changes.append(_("link to %(address)s removed: “%(words)s”") % {"address": address, "words": words})
    for address, words in _only(new, old, {j for _i, j in pairs}, after.words):
        changes.append(_("new link to %(address)s: “%(words)s”") % {"address": address, "words": words})
    if before.cells and len(before.cells) == len(after.cells) and before.cells != after.cells:
        changes.append(_("cells are joined, or marked as headings, otherwise"))
    if len(changes) > _LISTED:
        changes[_LISTED:] = [_("and more changes of formatting")]
    return changes


def _of_kept(before: Sequence[Word], after: Sequence[Word], pairs: Pairs) -> Iterator[str]:
    """One sentence for each mark that some words in a row have got or lost."""
    group: list[int] = []
    change: tuple[frozenset[Mark], frozenset[Mark]] = frozenset(), frozenset()
    for i, j in pairs:
        if before[i].is_blank:
            continue
        lost, gained = before[i].marks - after[j].marks, after[j].marks - before[i].marks
        if group and ((lost, gained) != change or not _is_next(after, group[-1], j)):
            yield from _sentences(*change, _quote(after[group[0] : group[-1] + 1]))
            group = []
        if lost or gained:
            group.append(j)
            change = lost, gained
    if group:
        yield from _sentences(*change, _quote(after[group[0] : group[-1] + 1]))


def _is_next(words: Sequence[Word], one: int, other: int) -> bool:
    return other - one == 1 or (other - one == 2 and words[one + 1].is_blank)


def _sentences(lost: frozenset[Mark], gained: frozenset[Mark], words: str) -> Iterator[str]:
    old, new = dict(lost), dict(gained)
    if "a" in old and "a" in new:
        said = {"words": words, "before": old.pop("a"), "after": new.pop("a")}
        yield _("the link “%(words)s” leads to %(after)s, before to %(before)s") % said
    for name, value in sorted(old.items()):
        yield _LOST[name] % {"words": words, "value": value}
    for name, value in sorted(new.items()):
        yield _GAINED[name] % {"words": words, "value": value}


def _links(words: Sequence[Word]) -> list[tuple[str, int, int]]:
    """The links of a text: address, first word, the one after the last."""
    found: list[tuple[str, int, int]] = []
    for place, word in enumerate(words):
        for address in (value for name, value in word.marks if name == "a"):
            if found and found[-1][0] == address and found[-1][2] == place:
                found[-1] = (address, found[-1][1], place + 1)
            else:
                found.append((address, place, place + 1))
    return found


def _only(links: list, others: list, kept: set[int], words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Links whose words do not stay and whose address the other text does not have: the address, and the words."""
    known = {address for address, _begin, _end in others}
    for address, begin, end in links:
        if address not in known and kept.isdisjoint(range(begin, end)):
            yield address, _quote(words[begin:end])


def _quote(words: Sequence[Word]) -> str:
    """The words, cut where they are many."""
    text = "".join(word.text for word in words[:_QUOTED])
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…"

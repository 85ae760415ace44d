"""A body as the blocks that an editor thinks in: paragraphs, headings, pictures, items of lists, rows of tables.

They lie flat, one after another, and each knows the lists, tables and quotations that it stands within. So blocks
can be compared, moved and left out one by one, and any sequence of them can be written as a body again.
"""

import re
from dataclasses import dataclass
from functools import cached_property

# What blocks stand within. An item is one block with all that is in it, a list inside it, too.
_AROUND = {"ul", "ol", "blockquote", "table", "thead", "tbody"}
_INLINE = {"a", "strong", "em", "sub", "sup", "cite", "span", "br", "img"}
_VOID = {"br", "hr", "img"}
_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|[^<]+|<")
_SPACE = " \t\n\f\r"

_TAG = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
# What the rich-text editor leaves out or writes unasked in blocks that nobody touched: the paragraph in an item or a
# cell, blanks after a blank, spans of one cell, languages, scopes, titles of works.
_LOST_TAGS = {"cite", "span"}
_LOST_ATTRIBUTES = {"lang", "scope"}
_BLANKS = re.compile(r"[ \t\n\f\r]+")
_PARAGRAPH_IN_ITEM = re.compile(r"(<(?:li|td|th)(?: [^>]*)?>)<p>(.*?)</p>", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """An element with all that is in it; in a list also the bare words between two items."""

    html: str
    # The start tags of what is around it, outermost first.
    within: tuple[str, ...] = ()
    # What stands between the block before and this one: blanks, ends and starts of what is around them.
    lead: str = ""

    @cached_property
    def name(self) -> str:
        """The tag, `p` or `li`; empty of bare words."""
        tag = _TAG.match(self.html)
        return tag[2] if tag and tag[2] not in _INLINE else ""

    @cached_property
    def key(self) -> str:
        """The block without what the rich-text editor changes by itself: equal keys are no edit of anybody."""
        kept = _PARAGRAPH_IN_ITEM.sub(r"\1\2", _TAG.sub(_kept_by_the_editor, self.html))
        return _BLANKS.sub(" ", kept)


@dataclass(frozen=True)
class Body:
    """The blocks of a body, and what follows the last of them."""

    blocks: tuple[Block, ...]
    tail: str = ""

    @cached_property
    def leads(self) -> tuple[str, ...]:
        """What stands before each block, and after the last one."""
        return (*(block.lead for block in self.blocks), self.tail)


def split(body: str) -> Body:
    """The blocks of a canonical body. `join(split(body)) == body` holds for any text."""
    blocks: list[Block] = []
    within: tuple[str, ...] = ()
    taken = begin = end = depth = 0
    bare = False

    def add(begin: int, end: int) -> int:
        blocks.append(Block(body[begin:end], within, body[taken:begin]))
        return end

    for token in _TOKEN.finditer(body):
        slash, name = token[1], token[2]
        if depth:
            if name and name not in _VOID:
                depth += -1 if slash else 1
            if not depth:
                taken = add(begin, token.end())
        elif name is None or name in _INLINE:
            words = token[0].strip(_SPACE)
            if words:
                begin = begin if bare else token.start() + token[0].index(words)
                end = token.start() + token[0].rindex(words[-1]) + 1
                bare = True
        else:
            if bare:
                taken, bare = add(begin, end), False
            if name in _AROUND:
                within = within[:-1] if slash else (*within, token[0])
            elif name == "hr":
                taken = add(token.start(), token.end())
            elif not slash:
                begin, depth = token.start(), 1
    if bare or depth:
        taken = add(begin, end if bare else len(body))
    return Body(tuple(blocks), body[taken:])


def join(body: Body) -> str:
    """The text that the blocks are of."""
    return "".join(part for block in body.blocks for part in (block.lead, block.html)) + body.tail


def fits(lead: str, before: Block | None, after: Block | None) -> bool:
    """Whether `lead` can stand between two blocks, or (None) before the first or after the last one of a body."""
    around = list(before.within) if before else []
    for tag in _TAG.finditer(lead) if "<" in lead else ():
        if not tag[1]:
            around.append(tag[0])
        elif around:
            around.pop()
        else:
            return False
    return tuple(around) == (after.within if after else ())


def boundary(before: Block | None, after: Block | None) -> str:
    """What must stand between two blocks: the ends of what only the first is in, the starts for the second."""
    old, new = before.within if before else (), after.within if after else ()
    common = 0
    while common < min(len(old), len(new)) and old[common] == new[common]:
        common += 1
    ends = "".join(f"</{_TAG.match(tag)[2]}>" for tag in reversed(old[common:]))
    blank = "\n" if old == new and before and after and not (before.name or after.name) else ""
    return ends + blank + "".join(new[common:])


def _kept_by_the_editor(tag: re.Match) -> str:
    slash, name, attributes = tag.groups()
    if name in _LOST_TAGS:
        return ""
    if not attributes:
        return tag[0]
    return f"<{slash}{name}{_ATTRIBUTE.sub(_kept_attribute, attributes)}>"


def _kept_attribute(attribute: re.Match) -> str:
    name, value = attribute.groups()
    if name in _LOST_ATTRIBUTES or (name in {"colspan", "rowspan"} and value == "1"):
        return ""
    return attribute[0]

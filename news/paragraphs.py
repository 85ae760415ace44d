"""Old HTML in the shape of ours: words stand in paragraphs, headings and emphasis have the names that are kept.

It comes from the sanitiser's parser, so that every element that begins ends and tags have one spelling. One walk over
the tags suffices: inline elements are written when words come, closed before a block, and opened again after it.
"""

import re

# What is kept under another name.
RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h5": "h4", "h6": "h4", "dir": "ul", "menu": "ul"}
# What is not kept and bounds a paragraph: words of two of them are never joined.
# fmt: off
DISSOLVED = {
    "address", "article", "aside", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "footer",
    "form", "header", "hgroup", "legend", "main", "nav", "pre", "search", "section", "summary",
}
# fmt: on
_INLINE = {"a", "strong", "em", "sub", "sup", "cite", "span"}
# Where bare words become a paragraph (at the top, too), and where no paragraph may stand.
_OF_BLOCKS = {"", "blockquote"}
_OF_WORDS = {"p", "h2", "h3", "h4", "figure"}
_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|[^<]+")
_SPACE = " \t\n\f\r"
_LANG = re.compile(r' lang="[^"]*"')


def in_paragraphs(text: str, limit: int) -> str:
    """Rename, dissolve and wrap. It stops where the result is longer than `limit`: the caller refuses it then."""
    walk = _Walk()
    for token in _TOKEN.finditer(text):
        name = RENAMED.get(token[2], token[2])
        if name is None:
            walk.words(token[0])
        elif name in {"br", "img"}:
            walk.void(name, token[0])
        elif name in _INLINE:
            walk.end_inline() if token[1] else walk.inline.append((name, f"<{name}{token[3]}>"))
        elif token[1]:
            walk.end_block()
        else:
            walk.begin_block(name, token[3])
        if walk.length > limit:
            break
    walk.close()
    return "".join(walk.written)


class _Block:
    """An open block: its name, the name of the nearest one that is kept, and the language of its paragraphs."""

    __slots__ = ("kept", "lang", "name")

    def __init__(self, name: str, kept: str, lang: str = ""):
        self.name, self.kept, self.lang = name, kept, lang

    @property
    def wraps(self) -> bool:
        """Whether bare words in it become a paragraph."""
        return self.name in _OF_BLOCKS or (self.name in DISSOLVED and self.kept not in _OF_WORDS)


class _Walk:
    """What is open, and what is written so far."""

    def __init__(self):
        self.written: list[str] = []
        self.length = 0
        self.blocks = [_Block("", "")]
        self.inline: list[tuple[str, str]] = []  # the open ones with their start tags,
        self.begun = 0  # and how many of them are written
        self.wrapped = False  # in a paragraph of our own
        self.worded = False  # words were written in this block
        self.break_due = False
        self.space = ""  # not yet known to stand in the paragraph or after it

    def words(self, text: str) -> None:
        """Text between two tags."""
        words = text.strip(_SPACE)
        if not self.blocks[-1].wraps:
            if words:
                self._open()
                self.worded = True
            self._write(text)
            return
        if words:
            self.space += text[: len(text) - len(text.lstrip(_SPACE))]
            self._open()
            self._write(words)
            text = text[len(text.rstrip(_SPACE)) :]
        self.space += text

    def void(self, name: str, tag: str) -> None:
        """A picture or a line break; no paragraph begins with the latter."""
        if name == "img" or self.wrapped or not self.blocks[-1].wraps:
            self._open()
            self._write(tag)

    def end_inline(self) -> None:
        """The end of the innermost inline element, which may have had no words."""
        name, _tag = self.inline.pop()
        if self.begun > len(self.inline):
            self._write(f"</{name}>")
            self.begun -= 1

    def begin_block(self, name: str, attributes: str) -> None:
        """The start of a block, or a rule."""
        around = self.blocks[-1]
        if name == "p" and around.kept in _OF_WORDS:
            name = "div"
        if name in DISSOLVED:
            self._bound()
            own = _LANG.search(attributes)
            self.blocks.append(_Block(name, around.kept, own[0] if own else around.lang))
            return
        self.close()
        self._write(f"<{name}{attributes}>")
        if name != "hr":
            self.blocks.append(_Block(name, name))

    def end_block(self) -> None:
        """The end of the innermost block."""
        block = self.blocks[-1]
        if block.name in DISSOLVED:
            self._bound()
        else:
            self.close()
            self._write(f"</{block.name}>")
        self.blocks.pop()

    def close(self) -> None:
        """Close the inline elements that are written, and a paragraph of our own."""
        for name, _tag in reversed(self.inline[: self.begun]):
            self._write(f"</{name}>")
        self.begun = 0
        if self.wrapped:
            self._write("</p>")
        self.wrapped = self.worded = self.break_due = False
        self._write(self.space)
        self.space = ""

    def _bound(self) -> None:
        """The edge of a dissolved block: of a paragraph, or, where none may stand, of a line."""
        if self.blocks[-1].kept in _OF_WORDS:
            self.break_due = self.worded
        else:
            self.close()

    def _open(self) -> None:
        """Open what the words that come stand in."""
        block = self.blocks[-1]
        self._write(self.space)
        self.space = ""
        if block.wraps and not self.wrapped:
            self._write(f"<p{block.lang}>")
            self.wrapped = True
        if self.break_due:
            self._write("<br>")
            self.break_due = False
        for _name, tag in self.inline[self.begun :]:
            self._write(tag)
        self.begun = len(self.inline)

    def _write(self, text: str) -> None:
        self.written.append(text)
        self.length += len(text)

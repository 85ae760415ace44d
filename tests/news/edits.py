"""Bodies put together from the demonstration's, and edits of them such as people make, by dice."""

import json
import random
import re
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count

from django.conf import settings

from news.blocks import Block, Body, boundary, join, split

# Group 1: a word, not of a tag.
_WORD = re.compile(r"<[^>]*>|&\w+;|(\w{3,})")
_ADDRESS = re.compile(r'(src|href)="(?:media/|ref:)[^"]*"')
_STORED = {"src": 'src="/media/images/0123456789abcdef.jpg"', "href": 'href="/en/news/1/"'}
TYPED = re.compile(r"[пp]равка\d+|typed\d+")


@cache
def blocks_of_the_demonstration() -> dict[str, list[list[Block]]]:
    """By language, what its stories consist of: paragraphs and headings singly, lists and tables whole."""
    lines = (settings.BASE_DIR / "news/demo/articles.jsonl").read_text(encoding="utf-8").splitlines()
    found: dict[str, list[list[Block]]] = {"en": [], "ru": []}
    for bodies in (json.loads(line)["body"] for line in lines):
        for language, body in bodies.items():
            groups: list[list[Block]] = []
            for block in split(_ADDRESS.sub(lambda address: _STORED[address[1]], body)).blocks:
                if groups and block.within and groups[-1][-1].within[:1] == block.within[:1]:
                    groups[-1].append(block)
                else:
                    groups.append([block])
            found[language] += groups
    return found


def written(blocks: list[Block]) -> str:
    """A body of the blocks."""
    before, done = None, []
    for block in blocks:
        done.append(replace(block, lead=boundary(before, block)))
        before = block
    return join(Body(tuple(done), boundary(before, None)))


@dataclass
class Edits:
    """What one editor does, by the number of the block in the base."""

    language: str
    dice: random.Random
    changed: dict[int, Block] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)
    added: dict[int, list[Block]] = field(default_factory=dict)  # after which block; -1: at the beginning
    moved: dict[int, int] = field(default_factory=dict)  # after which block

    @property
    def touched(self) -> set[int]:
        """Blocks that are not what they were, or where they were."""
        return self.changed.keys() | self.removed | self.moved.keys()

    def make(self, base: list[Block], typing: count, spared=()):
        """One edit of any kind, of a block that is not `spared`."""
        free = [n for n in range(len(base)) if n not in self.touched and n not in spared]
        kind = self.dice.choices(["change", "remove", "add", "move"], [6, 2, 3, 1])[0]
        if kind == "add" or not free:
            place = self.dice.randrange(-1, len(base))
            self.added.setdefault(place, []).append(self._new(base[place] if place >= 0 else None, typing))
            return
        block = self.dice.choice(free)
        if kind == "change":
            self.changed[block] = self._changed(base[block], typing)
        elif kind == "remove":
            self.removed.add(block)
        elif not base[block].within and len(base) > 1:
            self.moved[block] = self.dice.choice([n for n in range(len(base)) if n != block])

    def _typed(self, typing: count) -> str:
        return f"{'правка' if self.language == 'ru' else 'typed'}{next(typing)}"

    def _new(self, beside: Block | None, typing: count) -> Block:
        words = self.dice.choice(blocks_of_the_demonstration()[self.language])[0].html
        text = " ".join([self._typed(typing), *re.findall(r"\w+", re.sub(r"<[^>]*>|&\w+;", " ", words))[:12]])
        if beside and beside.name == "li":
            return Block(f"<li>{text}</li>", beside.within)
        return Block(f"<p>{text}.</p>", ())

    def _changed(self, block: Block, typing: count) -> Block:
        """The block with one to three words typed, in place of others or beside them."""
        html = block.html
        for _word in range(self.dice.randint(1, 3)):
            places = [word for word in _WORD.finditer(html) if word[1]]
            if not places:
                return Block(f"<p>{self._typed(typing)}</p>", ())
            place = self.dice.choice(places)
            kept = self.dice.choice([place[0] + " ", ""])
            html = html[: place.start()] + kept + self._typed(typing) + html[place.end() :]
        return replace(block, html=html)


def applied(base: list[Block], *edits: Edits) -> list[Block]:
    """The base with the edits of one or, where they do not meet, of both."""
    result: list[Block] = []

    def after(place: int):
        for edit in edits:
            result.extend(edit.added.get(place, []))
            for number, goal in edit.moved.items():
                if goal == place:
                    result.append(base[number])

    after(-1)
    for number, block in enumerate(base):
        if not any(number in edit.removed or number in edit.moved for edit in edits):
            result.append(next((e.changed[number] for e in edits if number in e.changed), block))
        after(number)
    return result


def some_body(dice: random.Random, language: str) -> list[Block]:
    """A base of some paragraphs, headings, lists and tables."""
    groups = dice.sample(blocks_of_the_demonstration()[language], dice.randint(2, 14))
    body: list[Block] = []
    for group in groups:
        if not (body and body[-1].within and group[0].within):  # two lists in a row would be one
            body += group
    return body

"""A newsroom of dice: an archive with stories, an editor's browser, and words like no other."""

import json
import random
import re
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from django.test import Client

from news.actions.publishing import open_for_editing, save_article
from news.archive.importing import import_archive
from news.models import Article
from tests.measures.desk_statements import Words, words_in
from tests.news.archive_folder import PDF
from tests.news.edits import some_body, written

FORM, LIST = "article_form", "/admin/news/article/"
TOPICS, STATES, SECTIONS = ("drugs", "trade", "culture"), ("KZ", "RU"), ("security", "economy")
Cell = tuple  # what an edit is about: nothing of two edits meets where these are different


@dataclass
class Deed:
    """What one person does: the cells it is about, the words that it starts with and those it ends with."""

    way: str
    cells: set[Cell]
    before: Words
    after: Words
    send: object
    # The edition that it publishes, with the words that the page showed.
    publishes: tuple[str, Words] | None = None

    @property
    def typed(self) -> Words:
        """Words that this person brought."""
        return self.after - self.before

    @property
    def deleted(self) -> Words:
        """Words that this person took away."""
        return self.before - self.after


class Newsroom:
    """A desk with an editor's browser, and dice."""

    def __init__(self, editor, folder: Path, seed: int):
        self.client, self.editor, self.folder = Client(), editor, folder
        self.client.force_login(editor)
        self.dice, self.numbers = random.Random(seed), count(1)  # noqa: S311 - the same edits each time

    def word(self, stem: str = "typed") -> str:
        """A word like no other."""
        return f"{stem}{next(self.numbers)}"

    # The base

    def line(self, number: int) -> dict:
        """A story as an archive has it, each piece of text with a word of its own."""
        language_of = {"en": "typed", "ru": "правка"}
        bodies = {}
        for code, stem in language_of.items():
            # The library has no pictures here.
            kept = [block for block in some_body(self.dice, code) if "<img" not in block.html]
            blocks = [self._marked(block, stem) for block in kept]
            bodies[code] = written(blocks)
        texts = {
            name: {code: self.word(stem) for code, stem in language_of.items()}
            for name in ("title", "summary", "byline")
        }
        links = [
            {"url": f"https://example.org/{self.word()}", "title": {"en": self.word()}, "source": self.word()}
            for _link in range(self.dice.randint(0, 3))
        ]
        papers = [{"file": "media/paper.pdf", "title": self.word(), "language": "en"}]
        return {
            "ref": f"story{number}",
            **texts,
            "body": bodies,
            "kind": "news",
            "section": self.dice.choice(SECTIONS),
            "topics": self.dice.sample(TOPICS, 1),
            "states": self.dice.sample(STATES, 1),
            "related": links,
            "attachments": papers if self.dice.random() < 0.3 else [],
            "source": {"name": self.word()},
            "published_at": {"en": "2020-11-09T16:06:00+03:00"} if self.dice.random() < 0.5 else {},
        }

    def _marked(self, block, stem):
        """A block with two words that no other has."""

        places = [
            m.start()
            for m in re.finditer(r"(?<=[\w>])(?=[ <])", block.html)
            if _outside(block.html, m.start())
        ]
        if not places:
            return block
        place = self.dice.choice(places)
        return replace(
            block, html=f"{block.html[:place]} {self.word(stem)} {self.word(stem)}{block.html[place:]}"
        )

    def import_line(self, line: dict) -> list[str]:
        """Import an archive of one story; return the failures."""
        self.folder.mkdir(exist_ok=True)
        (self.folder / "media").mkdir(exist_ok=True)
        (self.folder / "media/paper.pdf").write_bytes(PDF)
        (self.folder / "articles.jsonl").write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
        return [str(failure) for failure in import_archive(self.folder).failures]

    def save(self, article: Article, **values) -> None:
        """Somebody saves what was opened this moment."""
        opened = open_for_editing(article.pk)
        for name, value in values.items():
            setattr(opened, name, value)
        save_article(opened, by=None, via="form", based_on=opened.version)

    def third(self, article: Article) -> Deed:
        """Somebody saves while another answers questions."""
        before = words_in(open_for_editing(article.pk).byline_ru)
        word = self.word("правка")
        self.save(article, byline_ru=word)
        return Deed("third", set(), before, words_in(word), None)


def _outside(html: str, place: int) -> bool:
    """Whether a place is between tags, in words."""
    return html.rfind("<", 0, place) <= html.rfind(">", 0, place) and html.rfind(">", 0, place) > -1

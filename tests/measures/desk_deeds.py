"""What people do to an article: in its form, in the list, by restoring a revision, by an archive."""

import json

from news.blocks import split
from news.models import Article, Section, State, Topic
from tests.admin.browsing import fields_of
from tests.measures.desk_newsroom import LIST, Cell, Deed, Newsroom
from tests.measures.desk_statements import Words, said_by_form, said_by_line, words_in
from tests.news.edits import Edits, applied, written


class FormDeed:
    """Edits of the form, sent with the version of the page."""

    def __init__(self, room: Newsroom, article: Article, page: dict, spared: set[Cell]):
        self.room, self.dice, self.page = room, room.dice, page
        self.address = f"{LIST}{article.pk}/change/"
        self.values, self.cells, self.spared = dict(page), set(), spared
        kinds = [self._field] * 3 + [self._body] * 4 + [self._topic, self._link, self._scalar, self._paper]
        for _edit in range(self.dice.randint(1, 4)):
            self.dice.choice(kinds)()
        if self.dice.random() < 0.2:
            code = self.dice.choice(["en", "ru"])
            self.values |= {"_verb": f"publish:{code}", f"weight_{code}": "spelling"}

    def deed(self) -> Deed:
        """What is done."""
        publishes = None
        if verb := self.values.get("_verb"):
            code = verb.removeprefix("publish:")
            fields = [f"{name}_{code}" for name in ("title", "summary", "body", "byline")]
            publishes = code, words_in(" ".join(self.values[name] for name in fields))
        before, after = said_by_form(self.page), said_by_form(self.values)
        return Deed("form", self.cells, before, after, self.send, publishes)

    def send(self):
        """Press the button."""
        return self.room.client.post(self.address, self.values)

    def _may(self, cell: Cell) -> bool:
        if cell in self.spared or cell in self.cells:
            return False
        self.cells.add(cell)
        return True

    def _stem(self, code: str) -> str:
        return "правка" if code == "ru" else "typed"

    def _field(self):
        name, code = self.dice.choice(["title", "summary", "byline"]), self.dice.choice(["en", "ru"])
        if self._may((code, name)):
            self.values[f"{name}_{code}"] = self.room.word(self._stem(code))

    def _body(self):
        code = self.dice.choice(["en", "ru"])
        base = list(split(self.page[f"body_{code}"]).blocks)
        if not base or any(cell[:2] == (code, "block") for cell in self.cells):
            return
        edits, typing = Edits(code, self.dice), self.room.numbers
        kept = {cell[2] for cell in self.spared if cell[:2] == (code, "block")}
        for _edit in range(self.dice.randint(1, 4)):
            edits.make(base, typing, kept)
        self.cells |= {(code, "block", number) for number in edits.touched}
        self.values[f"body_{code}"] = written(applied(base, edits))

    def _topic(self):
        name, model = self.dice.choice([("topics", Topic), ("states", State)])
        row = str(self.dice.choice(list(model.objects.order_by("pk"))).pk)
        held = list(self.values.get(name, []))
        if self._may((name, row)):
            self.values[name] = [one for one in held if one != row] if row in held else [*held, row]

    def _link(self):
        rows = int(self.page["related_links-INITIAL_FORMS"])
        if not rows or self.dice.random() < 0.4:
            place = int(self.values["related_links-TOTAL_FORMS"])
            self.values["related_links-TOTAL_FORMS"] = str(place + 1)
            self.values[f"related_links-{place}-url"] = f"https://example.org/{self.room.word()}"
            self.values[f"related_links-{place}-title_en"] = self.room.word()
            return
        row = self.dice.randrange(rows)
        number = self.page[f"related_links-{row}-id"]
        names = ["title_en", "source", "pin"]
        if self.dice.random() < 0.3:
            if not any(("link", number, name) in self.cells | self.spared for name in names):
                self.cells |= {("link", number, name) for name in names}
                self.values[f"related_links-{row}-DELETE"] = "on"
            return
        name = self.dice.choice(names)
        if self._may(("link", number, name)):
            new = str(self.dice.randint(1, 9)) if name == "pin" else self.room.word()
            self.values[f"related_links-{row}-{name}"] = new

    def _paper(self):
        if int(self.page["attachments-INITIAL_FORMS"]) and self._may(("paper",)):
            if self.dice.random() < 0.3:
                self.values["attachments-0-DELETE"] = "on"
            else:
                self.values["attachments-0-title"] = self.room.word()

    def _scalar(self):
        name = self.dice.choice(["kind", "section", "source_name", "comments_open"])
        if not self._may((name,)):
            return
        if name == "comments_open":
            self.values.pop(name)
        elif name == "kind":
            self.values[name] = self.dice.choice(["comment", "interview", "document"])
        elif name == "section":
            left = Section.objects.exclude(pk=_one(self.page.get(name)) or None).order_by("pk")
            self.values[name] = str(self.dice.choice(list(left)).pk)
        else:
            self.values[name] = self.room.word()


def _one(value):
    return value[0] if isinstance(value, list) else value


def import_deed(room: Newsroom, line: dict, article: Article, spared: set[Cell]) -> Deed:
    """The archive comes again, with another title and body of one language, and a link more."""
    changed, cells = json.loads(json.dumps(line)), set()
    code = room.dice.choice(["en", "ru"])
    stem = "правка" if code == "ru" else "typed"
    if (code, "title") not in spared:
        changed["title"][code] = room.word(stem)
        cells.add((code, "title"))
    base, edits = list(split(article.text(code)["body"]).blocks), Edits(code, room.dice)
    edits.make(base, room.numbers, {cell[2] for cell in spared if cell[:2] == (code, "block")})
    changed["body"][code] = written(applied(base, edits))
    cells |= {(code, "block", number) for number in edits.touched}
    if room.dice.random() < 0.5:
        changed["related"].append({"url": f"https://example.org/{room.word()}", "title": {"en": room.word()}})
    return Deed("import", cells, said_by_line(line), said_by_line(changed), lambda: room.import_line(changed))


def list_deed(room: Newsroom, article: Article) -> Deed:
    """The article is closed to comments in the list; the words of the deed are of a scalar."""
    page = fields_of(room.client.get(f"{LIST}?q={article.pk}"), "changelist-form")
    values = page | {"action": "close_comments", "_selected_action": [str(article.pk)]}
    before, after = Words({"comments_open=True"}), Words({"comments_open=False"})
    return Deed(
        "list", {("comments_open",)}, before, after, lambda: room.client.post(LIST, values, follow=True)
    )


def restore_deed(room: Newsroom, article: Article) -> Deed:
    """An edition says again what it said in the first revision: all its words are those."""
    code = room.dice.choice(["en", "ru"])
    texts = [article.revisions.get(number=number).texts[code] for number in (article.version, 1)]
    before, after = (words_in(" ".join(str(value) for value in text.values())) for text in texts)
    cells = {(code, name) for name in ("title", "summary", "byline")}
    cells |= {(code, "block", number) for number in range(100)}
    values = {"number": "1", "languages": code, "based_on": str(article.version)}
    address = f"{LIST}{article.pk}/restore/"
    return Deed("restore", cells, before, after, lambda: room.client.post(address, values, follow=True))

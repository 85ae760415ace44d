"""Two people at one article, by dice, through the pages and commands that they use; and what became of their words.

Both begin with the same version; one saves, then the other. Each has a way: the form, the list, the restoring of a
revision, the import of an archive. Every word of the base and every word that is typed is like no other. The judge
(`_judge`) knows nothing of merging: it compares sets of words, before and after, and what stood in questions.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from news.actions.publishing import open_for_editing
from news.models import Article, AuditEntry
from tests.admin.browsing import fields_of, messages_of
from tests.measures.desk_deeds import FormDeed, import_deed, list_deed, restore_deed
from tests.measures.desk_newsroom import FORM, LIST, Deed, Newsroom
from tests.measures.desk_statements import Words, said_by_form, said_by_revision, words_in

WAYS = {"form": 16, "list": 1, "restore": 1, "import": 2}


@dataclass
class Figures:
    """What became of the pairs."""

    pairs: int = 0
    characters_lost: int = 0
    apart: int = 0
    apart_asked: int = 0
    asked: int = 0
    left_and_named: int = 0
    unread_published: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def merged_share(self) -> float:
        """Of the pairs that do not meet, those that were saved without a question."""
        return 1 - self.apart_asked / self.apart


def run_pairs(pairs: int, seed: int, editor, folder: Path) -> Figures:
    """Let `pairs` pairs meet, and judge them."""
    room, figures = Newsroom(editor, folder, seed), Figures()
    for number in range(pairs):
        figures.pairs += 1
        _run_pair(room, number, figures, f"seed {seed}, pair {number}")
    return figures


def _run_pair(room: Newsroom, number: int, figures: Figures, name: str) -> None:
    line = room.line(number)
    failures = room.import_line(line)
    assert failures == [], name
    article = Article.objects.get(import_ref=line["ref"])
    room.save(article, byline_en=room.word(), byline_ru=room.word("правка"))  # what a restoring takes back
    article.refresh_from_db()
    page = fields_of(room.client.get(f"{LIST}{article.pk}/change/"), FORM)
    first = _deed(room, line, article, page, set())
    spared = first.cells if room.dice.random() < 0.6 else set()
    second = _deed(room, line, article, page, spared, after=first.way)
    begun = said_by_revision(article.revisions.first())
    answer = first.send()
    assert _is_done(first, answer), name
    deeds = [first, second]
    before = _published(article, second.publishes[0]) if second.publishes else 0
    shown, asked = _send(room, article, second, figures, deeds)
    _judge(article, begun, deeds, shown, figures, name)
    was_pressed = second.publishes and not asked and _published(article, second.publishes[0]) > before
    if was_pressed and _is_unread(article, *second.publishes):
        figures.unread_published += 1
        figures.examples.append(f"{name}: {first.way}: published unread")
    apart = not first.cells & second.cells
    if second.way == "list":
        figures.left_and_named += asked
        return
    figures.asked += asked
    figures.apart += apart
    figures.apart_asked += apart and asked
    if apart and asked and len(figures.examples) < 20:
        figures.examples.append(f"{name}: {first.way}, {second.way}: asked: {sorted(shown)[:6]}")


def _is_done(deed: Deed, answer) -> bool:
    """Whether what the first of two has sent is stored."""
    if deed.way == "import":
        return answer == []
    if deed.way == "form" and answer.status_code != 302:
        raise AssertionError(answer.context["adminform"].form.errors)
    return answer.status_code in {200, 302}


def _deed(room, line, article, page, spared, after="") -> Deed:
    """What somebody does. A second archive is no rival of the first but what comes after it."""
    ways = {
        "form": lambda: FormDeed(room, article, page, spared).deed(),
        "list": lambda: list_deed(room, article),
        "restore": lambda: restore_deed(room, article),
        "import": lambda: import_deed(room, line, Article.objects.get(pk=article.pk), spared),
    }
    left = {way: weight for way, weight in WAYS.items() if (way, after) != ("import", "import")}
    return ways[room.dice.choices(list(left), list(left.values()))[0]]()


def _send(room, article, deed: Deed, figures: Figures, third: list[Deed]) -> tuple[Words, bool]:
    """Send a deed and answer what is asked, by dice: the words in questions, and whether there were any."""
    answer = deed.send()
    if deed.way == "import":
        return (deed.after | deed.before, True) if answer else (Words(), False)
    if deed.way == "list":
        left = any("Somebody saved these" in message for message in messages_of(answer))
        return (deed.typed | deed.deleted, True) if left else (Words(), False)
    if deed.way == "restore":
        refused = any("Nothing has been restored" in message for message in messages_of(answer))
        return (deed.typed | deed.deleted, True) if refused else (Words(), False)
    shown, asked = Words(), False
    for _round in range(4):
        if answer.status_code == 302:
            return shown, asked
        asked = True
        page = answer.content.decode()
        # What was typed comes back: in the form, or in a question.
        back = said_by_form(fields_of(answer, FORM)) | words_in(page)
        missing = {word for word in deed.typed - back if "=" not in word and " " not in word}
        figures.characters_lost += sum(map(len, missing))
        section = page.split('<section class="module questions"')[1].split("</section>\n<")[0]
        for question in answer.context["questions"]:
            shown |= words_in(f"{question.title} {question.base} {question.mine} {question.theirs}")
            shown |= {question.title}
        shown |= words_in(section)
        values = fields_of(answer, FORM)
        if room.dice.random() < 0.15:
            third.append(room.third(article))
        for question in answer.context["questions"]:
            choice, _label = room.dice.choice(question.choices)
            own = room.word()
            values[f"answer-{question.key}"] = choice
            values[f"own-{question.key}"] = f"<p>{own}</p>" if question.kind == "body" else own
        answer = room.client.post(f"{LIST}{article.pk}/change/", values)
    raise AssertionError("asked for ever: " + str(answer.context["adminform"].form.errors))


def _judge(article, begun: Words, deeds: list[Deed], shown: Words, figures: Figures, name: str) -> None:
    """Count the characters that are lost, or back, without anybody having been told."""
    article.refresh_from_db()
    revision = article.revisions.first()
    after = said_by_revision(revision)
    typed = Words().union(*(deed.typed for deed in deeds))
    deleted = Words().union(*(deed.deleted for deed in deeds))
    lost = {word for word in (typed | begun) - deleted - after if not _is_shown(word, shown)}
    back = {word for word in (deleted & after) - typed if not _is_shown(word, shown)}
    if lost or back:
        figures.characters_lost += sum(map(len, lost | back))
        ways = ", ".join(deed.way for deed in deeds)
        figures.examples.insert(0, f"{name}: {ways}: lost {sorted(lost)}, back {sorted(back)}")
    row = open_for_editing(article.pk)
    assert {code: row.text(code) for code in ("en", "ru")} == {
        code: {name: revision.texts[code][name] for name in row.text(code)} for code in ("en", "ru")
    }, name


def _published(article: Article, code: str) -> int:
    """How often a button has published an edition."""
    entries = AuditEntry.objects.about(Article, article.pk).values_list("changes", flat=True)
    return sum(["publish", code] in changes.get("verbs", ()) for changes in entries)


def _is_unread(article: Article, code: str, words: Words) -> bool:
    """Whether readers see words of an edition that the page of the button did not show."""
    row = Article.objects.get(pk=article.pk)
    return words_in(" ".join(row.text(code).values())) != words


def _is_shown(word: str, shown: Words) -> bool:
    """Whether a word stood in a question; of what is no word, whether the question was about that."""
    if word in shown:
        return True
    about = {"kind=": "kind", "section=": "section", "comments_open=": "open to comments"}
    name = next((stem for stem in about if word.startswith(stem)), None)
    if name:
        return about[name] in shown
    return any(part in shown for part in re.findall(r"(?:typed|правка)\d+", word))


def counted(figures: Figures) -> str:
    """The figures in a line."""
    return str(Counter({name: value for name, value in vars(figures).items() if isinstance(value, int)}))

"""Which stories go with a story: found by what both are about, the rarest first, and among equals the newest.

The candidates are bounded, however long the archive is: of each topic and state the stories entered last, and the
newest of the section and of all. One query reads them.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from math import log2

from django.db.models import BooleanField, Case, IntegerField, QuerySet, Value, When

from news.languages import LANGUAGES, column
from news.models import Article
from news.models.article import is_public
from news.models.finding import words_of

# Lines of the readers' box.
BOX = 10
# Stories looked at for each topic and state; of the section and of all; topics and states that count.
_OF_EACH, _NEWEST, _LABELS = 60, 20, 60
# What the section counts beside what both stories are about. A name in both titles counts half of a topic so rare.
_SECTION, _NAME = 0.5, 0.5
_COLUMNS = ("title", "slug", "published_at")
# What a row is there for: a topic, a state, nothing but being new, or to say where the numbers begin.
TOPIC, STATE, _NOTHING, _FIRST = range(4)


@dataclass(frozen=True)
class About:
    """What a story is about, stored or not: numbers of topics, states and section, and its titles by language."""

    topics: tuple[int, ...] = ()
    states: tuple[int, ...] = ()
    section: int | None = None
    titles: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, topics=None, states=None) -> "About":
        """What an article is about; `topics` and `states` where they are not those stored."""
        return cls(
            tuple(sorted(topic.pk for topic in (article.topics.all() if topics is None else topics))),
            tuple(sorted(state.pk for state in (article.states.all() if states is None else states))),
            article.section_id,
            {code: getattr(article, column("title", code)) or "" for code in LANGUAGES},
        )


@dataclass
class Suggestion:
    """A story that goes with another: the editions that readers can open, and what both share, the rarest first.

    `shared` holds (TOPIC, number) and (STATE, number); `names` what both titles of a language name.
    """

    pk: int
    section: int | None
    titles: dict[str, str]
    slugs: dict[str, str]
    dates: dict[str, datetime]
    shared: list[tuple[int, int]] = field(default_factory=list)
    names: dict[str, list[str]] = field(default_factory=dict)
    same_section: bool = False
    weight: float = 0.0

    @property
    def newest(self) -> datetime:
        """When readers saw it first in the language that came last."""
        return max(self.dates.values())

    def article(self, language: str) -> Article:
        """The story with what its address needs."""
        values = {
            column("title", language): self.titles[language],
            column("slug", language): self.slugs[language],
        }
        return Article(pk=self.pk, **values)


def suggestions(about: About, *languages: str, without=(), limit: int = BOX) -> list[Suggestion]:
    """Stories that are public in one of `languages`, the fittest first, but none of the numbers in `without`.

    Nothing fits worse than nothing: where nothing is shared, they are the newest. One query.
    """
    rows = list(_candidates(about, languages, sorted(without)))
    found: dict[int, Suggestion] = {}
    for row in rows:
        if row["shares"] == _FIRST:
            continue
        if row["pk"] not in found and (story := _suggestion(row, languages)):
            found[story.pk] = story
    for row in rows:
        if row["shares"] in {TOPIC, STATE} and (story := found.get(row["pk"])):
            story.shared.append((row["shares"], row["label"]))
    _judge(found.values(), about, _rarity(rows))
    return sorted(found.values(), key=lambda story: (story.weight, story.newest, story.pk), reverse=True)[
        :limit
    ]


def _candidates(about: About, languages, without) -> QuerySet:
    """A row for each story and each topic or state that it shares; with another kind, those that are only new."""
    columns = [column(name, code) for name in _COLUMNS for code in languages]
    flags = {
        f"is_public_{code}": Case(
            When(is_public(code), then=True), default=False, output_field=BooleanField()
        )
        for code in languages
    }

    # A plain queryset: modeltranslation's would ask for more columns.
    articles = QuerySet(Article).order_by().annotate(**flags)

    def rows(shares, label, numbers):
        marks = {"shares": Value(shares, IntegerField()), "label": Value(label, IntegerField())}
        return articles.filter(pk__in=numbers).values("pk", "section_id", *columns, *flags, **marks)

    parts = [rows(_FIRST, 0, QuerySet(Article).order_by("pk").values("pk")[:1])]
    for kind, through, key, numbers in (
        (TOPIC, Article.topics.through, "topic_id", about.topics),
        (STATE, Article.states.through, "state_id", about.states),
    ):
        for number in numbers[: _LABELS // 2]:
            entered = through.objects.filter(**{key: number}).exclude(article_id__in=without)
            entered = entered.order_by("-article_id").values("article_id")
            parts.append(rows(kind, number, entered[:_OF_EACH]))
    for code in languages:
        newest = Article.objects.published(code).newest_first(code).exclude(pk__in=without)
        parts.append(rows(_NOTHING, 0, newest.values("pk")[:_NEWEST]))
        if about.section:
            parts.append(rows(_NOTHING, 1, newest.filter(section=about.section).values("pk")[:_NEWEST]))
    return parts[0].union(*parts[1:], all=True)


def _suggestion(row: dict, languages) -> Suggestion | None:
    """The story of a row, if readers can open it in one of the languages."""
    public = [code for code in languages if row[f"is_public_{code}"]]
    if not public:
        return None
    titles, slugs, dates = ({code: row[column(name, code)] for code in public} for name in _COLUMNS)
    return Suggestion(row["pk"], row["section_id"], titles, slugs, dates)


def _rarity(rows: list[dict]) -> dict[tuple[int, int], float]:
    """How much each topic and state says: the more, the more stories were entered for each that has it.

    A label with fewer stories than were asked for is in no other; of a common one, the numbers of its newest stories
    say how close they stand. Nothing is counted.
    """
    first = min((row["pk"] for row in rows), default=0)
    last = max((row["pk"] for row in rows), default=0)
    numbers: dict[tuple[int, int], list[int]] = {}
    for row in rows:
        if row["shares"] in {TOPIC, STATE}:
            numbers.setdefault((row["shares"], row["label"]), []).append(row["pk"])
    return {
        key: _information(last - (min(held) if len(held) == _OF_EACH else first) + 1, len(held))
        for key, held in numbers.items()
    }


def _information(among: int, count: int) -> float:
    """What it says of a story to be one of `count` among so many; a little even if all are."""
    return round(0.1 + log2(max(among / count, 1)), 6)


def _judge(stories, about: About, weights: dict) -> None:
    """Weigh what each story shares. The rarest thing counts in full, the second half, the third a third, …"""
    ours = {code: _names(title) for code, title in about.titles.items()}
    shared_names = {
        story.pk: {
            (code, name)
            for code, title in story.titles.items()
            for name in ours.get(code, set()) & _names(title)
        }
        for story in stories
    }
    holders = Counter(name for names in shared_names.values() for name in names)
    known = {name: _NAME * log2(len(shared_names) / count) for name, count in holders.items()}
    for story in stories:
        said = sorted((-known[name], name) for name in shared_names[story.pk] if known[name])
        story.shared.sort(key=lambda label: (-weights[label], label))
        for _weight, (code, name) in said:
            story.names.setdefault(code, []).append(_as_written(story.titles[code], name))
        story.same_section = story.section is not None and story.section == about.section
        shared = sorted(
            [*(weights[label] for label in story.shared), *(-weight for weight, _name in said)], reverse=True
        )
        total = sum(weight / place for place, weight in enumerate(shared, 1))
        story.weight = round(total + _SECTION * story.same_section, 6)


_CAPITAL = re.compile(r"\b[^\W\d_]\w{3,}")


def _names(title: str) -> set[str]:
    """Words of a title that begin with a capital letter, without their endings: Ташкент and Ташкенте are one."""
    words = [word for word in _CAPITAL.findall(title or "") if word[0].isupper()]
    return {word[:6] for word in words_of(*words)}


def _as_written(title: str, name: str) -> str:
    """A name as the title writes it."""
    return next(
        word for word in _CAPITAL.findall(title) if word[0].isupper() and words_of(word)[0][:6] == name
    )

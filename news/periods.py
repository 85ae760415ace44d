"""The archive's years, months and days, in Moscow time, and which of them hold stories."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, Q, QuerySet
from django.utils import timezone

from news.languages import column
from news.models import Article
from news.models.years import FIRST_YEAR, LAST_YEAR

# The days for which the archive has addresses.
FIRST_DAY, END = date(FIRST_YEAR, 1, 1), date(LAST_YEAR + 1, 1, 1)


@dataclass(frozen=True)
class Period:
    """Days `[first, end)` of the archive: everything, a year, a month or a day."""

    first: date
    end: date
    kind: str

    def condition(self, language=None) -> Q:
        """That the edition is dated in the period."""
        published = column("published_at", language)
        return Q(**{f"{published}__gte": _midnight(self.first), f"{published}__lt": _midnight(self.end)})

    def of(self, articles, language=None):
        """Those of `articles` whose edition is dated in the period."""
        return articles.filter(self.condition(language))

    def has_stories(self, language: str | None = None) -> bool:
        """Whether an edition in `language` is public in the period."""
        return self.of(Article.objects.published(language), language).exists()


EVERYTHING = Period(FIRST_DAY, END, "all")


def period(year: int, month: int | None = None, day: int | None = None) -> Period:
    """A year, a month or a day. Raises ValueError for one that no calendar has."""
    first = date(year, 1 if month is None else month, 1 if day is None else day)
    if not FIRST_DAY <= first < END:
        raise ValueError(f"{first} is outside the archive")
    if month is None:
        return Period(first, date(year + 1, 1, 1), "year")
    if day is None:
        return Period(first, (first + timedelta(days=31)).replace(day=1), "month")
    return Period(first, first + timedelta(days=1), "day")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass
class Menu:
    """The years from the first story to the last, newest first, and the months of the chosen one.

    Each with whether it holds a story: what holds none is shown and not linked.
    """

    years: list[tuple[Period, bool]]
    months: list[tuple[Period, bool]]


def menu(chosen: Period) -> Menu:
    """The way through the archive from a period. Three queries, however long the archive is."""
    ends = edges()
    years = [period(year) for year in range(ends[1].year, ends[0].year - 1, -1)] if ends else []
    months = [] if chosen.kind == "all" else [period(chosen.first.year, month) for month in range(1, 13)]
    marked = list(zip(years + months, with_stories(years + months), strict=True))
    return Menu(marked[: len(years)], marked[len(years) :])


def with_stories(periods: list[Period]) -> list[bool]:
    """Which of the periods hold stories: one query, one step in the index for each."""
    flags = {f"p{n}": Exists(one.of(Article.objects.published())) for n, one in enumerate(periods)}
    # Django's own queryset: modeltranslation's looks for names to rewrite in every part of the question.
    row = QuerySet(Article).order_by().values(**flags).first() if flags else None
    return [bool(row and row[name]) for name in flags]


def _days(language: str | None = None):
    """The dates of public editions that have a day in the archive: not a slip such as the year 202."""
    stories = EVERYTHING.of(Article.objects.published(language), language)
    return stories.values_list(column("published_at", language), flat=True)


def edges(language: str | None = None) -> tuple[date, date] | None:
    """The first and the last day of the archive in a language (by default, that of the page)."""
    published, days = column("published_at", language), _days(language)
    first, last = days.order_by(published).first(), days.order_by(f"-{published}").first()
    return (timezone.localdate(first), timezone.localdate(last)) if first else None


def nearest(chosen: Period) -> tuple[date | None, date | None]:
    """The last day with a story before the period, and the first one after it."""
    published, days = column("published_at"), _days()
    earlier = days.filter(**{f"{published}__lt": _midnight(chosen.first)}).order_by(f"-{published}").first()
    later = days.filter(**{f"{published}__gte": _midnight(chosen.end)}).order_by(published).first()
    return earlier and timezone.localdate(earlier), later and timezone.localdate(later)

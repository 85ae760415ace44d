"""Days with stories: the calendar of a month, and one day of the calendar through all years (“on this day”)."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet, Subquery
from django.utils import timezone

from news import periods
from news.languages import column
from news.models import Article
from news.periods import Period, period

# A leap year, so that 29 February is a day.
LEAP_YEAR = 2000


@dataclass
class Month:
    """A month as a calendar shows it: its days, each with whether it holds a story.

    `earlier` and `later` are the last day with a story before the month and the first one after it.
    """

    period: Period
    days: list[tuple[Period, bool]]
    earlier: date | None
    later: date | None

    @property
    def weeks(self) -> list[list[tuple[date, bool] | None]]:
        """The days by weeks from Monday; None fills the edges."""
        marked = {day.first: (day.first, holds) for day, holds in self.days}
        weeks = calendar.Calendar().monthdatescalendar(self.period.first.year, self.period.first.month)
        return [[marked.get(day) for day in week] for week in weeks]

    @property
    def weekdays(self) -> list[date]:
        """Seven days from a Monday, for their names."""
        return [date(2001, 1, 1) + timedelta(days=n) for n in range(7)]

    def nearest(self, chosen: Period) -> tuple[date | None, date | None]:
        """What `periods.nearest` says of the month or a day of it, without asking again."""
        held = [day.first for day, holds in self.days if holds]
        return (
            max((day for day in (self.earlier, *held) if day and day < chosen.first), default=None),
            min((day for day in (*held, self.later) if day and day >= chosen.end), default=None),
        )


def month_of(chosen: Period) -> Month:
    """The calendar of the month that is chosen or holds the chosen day. Three queries."""
    month = period(chosen.first.year, chosen.first.month)
    moments = month.of(Article.objects.published()).values_list(column("published_at"), flat=True)
    held = {timezone.localdate(moment) for moment in moments}
    days = [period(month.first.year, month.first.month, n + 1) for n in range((month.end - month.first).days)]
    return Month(month, [(day, day.first in held) for day in days], *periods.nearest(month))


@dataclass(frozen=True, order=True)
class CalendarDay:
    """A day of the calendar without a year. Raises ValueError for one that no year has."""

    month: int
    day: int

    def __post_init__(self):
        date(LEAP_YEAR, self.month, self.day)

    @property
    def date(self) -> date:
        """A date whose day and month are this day's, for showing."""
        return date(LEAP_YEAR, self.month, self.day)

    def in_year(self, year: int) -> Period | None:
        """This day in a year; None for 29 February of a common one."""
        try:
            return period(year, self.month, self.day)
        except ValueError:
            return None


def calendar_day(day: date) -> CalendarDay:
    """The day of the calendar of a date."""
    return CalendarDay(day.month, day.day)


def years(language: str | None = None) -> range:
    """The years from the first story in a language to the last. Two queries."""
    ends = periods.edges(language)
    return range(ends[0].year, ends[1].year + 1) if ends else range(0)


def on_day(day: CalendarDay, articles, among: range, language: str | None = None):
    """Those of `articles` whose edition in a language is dated on the day in one of the years.

    One range a year, so that the index on the date serves, however long the archive is.
    """
    condition = Q()
    for year in among:
        if found := day.in_year(year):
            condition |= found.condition(language)
    return articles.filter(condition) if condition else articles.none()


def neighbours(day: CalendarDay, among: range) -> tuple[CalendarDay | None, CalendarDay | None]:
    """The nearest days of the calendar before and after this one that hold stories in one of the years.

    One step in the index for each year and direction, all in one query.
    """
    published = column("published_at")
    moments = Article.objects.published().order_by().values_list(published, flat=True)
    earlier, later = {}, {}
    for year in among:
        here = day.in_year(year)
        start = here.first if here else date(year, 3, 1)
        before = Period(date(year, 1, 1), start, "part")
        after = Period(here.end if here else start, date(year + 1, 1, 1), "part")
        earlier[f"before_{year}"] = Subquery(before.of(moments).order_by(f"-{published}")[:1])
        later[f"after_{year}"] = Subquery(after.of(moments).order_by(published)[:1])
    row = QuerySet(Article).order_by().values(**earlier, **later).first() or {}
    return (
        max((_day_of(row[name]) for name in earlier if row.get(name)), default=None),
        min((_day_of(row[name]) for name in later if row.get(name)), default=None),
    )


def _day_of(moment) -> CalendarDay:
    return calendar_day(timezone.localdate(moment))

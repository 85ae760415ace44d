"""Days with stories: the calendar of a month, and one day of the calendar through all years (“on this day”)."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, Subquery
from django.utils import timezone

from news import periods
from news.languages import column
from news.models import Article
from news.periods import Period, period

# A leap year, so that 29 February is a day.
LEAP_YEAR = 2000


@dataclass
class Month:
    """A month as a calendar shows it: weeks from Monday, with whether a day holds a story; None fills the edges."""

    period: Period
    weeks: list[list[tuple[date, bool] | None]]
    earlier: Period | None
    later: Period | None

    @property
    def weekdays(self) -> list[date]:
        """Seven days from a Monday, for their names."""
        return [date(2001, 1, 1) + timedelta(days=n) for n in range(7)]


def month_of(chosen: Period) -> Month:
    """The calendar of a chosen month or day, with the nearest months that hold stories. Three queries."""
    month = period(chosen.first.year, chosen.first.month)
    days = [month.first + timedelta(days=n) for n in range((month.end - month.first).days)]
    marked = dict(
        zip(
            days,
            periods.with_stories([period(day.year, day.month, day.day) for day in days]),
            strict=True,
        )
    )
    weeks = [
        [(day, marked[day]) if day in marked else None for day in week]
        for week in calendar.Calendar().monthdatescalendar(month.first.year, month.first.month)
    ]
    earlier, later = periods.nearest(month)
    return Month(
        month,
        weeks,
        earlier and period(earlier.year, earlier.month),
        later and period(later.year, later.month),
    )


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


def on_day(day: CalendarDay, articles, language: str | None = None):
    """Those of `articles` whose edition in a language is dated on the day, in whatever year.

    One range a year, so that the index on the date serves, however long the archive is.
    """
    condition = Q()
    for year in _years(language):
        if found := day.in_year(year):
            condition |= found.condition(language)
    return articles.filter(condition) if condition else articles.none()


def neighbours(day: CalendarDay) -> tuple[CalendarDay | None, CalendarDay | None]:
    """The nearest days of the calendar before and after this one that hold stories, within the year.

    One step in the index for each year and direction, all in one query.
    """
    published = column("published_at")
    moments = Article.objects.published().order_by().values_list(published, flat=True)
    earlier, later = {}, {}
    for year in _years():
        here = day.in_year(year)
        start = here.first if here else date(year, 3, 1)
        before = Period(date(year, 1, 1), start, "part")
        after = Period(here.end if here else start, date(year + 1, 1, 1), "part")
        earlier[f"before_{year}"] = Subquery(before.of(moments).order_by(f"-{published}")[:1])
        later[f"after_{year}"] = Subquery(after.of(moments).order_by(published)[:1])
    row = Article.objects.order_by().values(**earlier, **later).first() or {}
    return (
        max((_day_of(row[name]) for name in earlier if row.get(name)), default=None),
        min((_day_of(row[name]) for name in later if row.get(name)), default=None),
    )


def _day_of(moment) -> CalendarDay:
    return calendar_day(timezone.localdate(moment))


def _years(language: str | None = None) -> range:
    ends = periods.edges(language)
    return range(ends[0].year, ends[1].year + 1) if ends else range(0)

"""Local time in the capitals, as a page can keep it without asking the reader's device.

A page carries, for each capital, the offset now, the moment at which it changes next, and the offset after that. A
script adds the time of the server; a device with a wrong clock or an old table of zones shows the right time.
"""

import zoneinfo
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from django.utils import timezone

# How far ahead a change of offset is looked for. Summer time comes and goes twice a year.
HORIZON = timedelta(days=370)


@dataclass(frozen=True)
class Clock:
    """A zone's offset from UTC in seconds, and its next change (None: none within a year)."""

    offset: int
    next_change: datetime | None
    next_offset: int

    @property
    def utc_label(self) -> str:
        """The offset as people write it: UTC+5:30, UTC−3, UTC (with a true minus)."""
        hours, minutes = divmod(abs(self.offset) // 60, 60)
        if not self.offset:
            return "UTC"
        sign = "+" if self.offset > 0 else "−"
        return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"


def clock(zone: str, at: datetime | None = None) -> Clock:
    """The clock of a zone at a moment (by default, now)."""
    moment = (at or timezone.now()).astimezone(UTC)
    clock_then = _clock_from(zone, moment.replace(minute=0, second=0, microsecond=0))
    if clock_then.next_change and clock_then.next_change <= moment:
        return _clock_from(zone, clock_then.next_change)
    return clock_then


def local_time(zone: str, at: datetime | None = None) -> datetime:
    """The wall time in a zone."""
    return (at or timezone.now()).astimezone(zoneinfo.ZoneInfo(zone))


def _offset(zone: str, moment: datetime) -> int:
    return int(moment.astimezone(zoneinfo.ZoneInfo(zone)).utcoffset().total_seconds())


@lru_cache(maxsize=512)
def _clock_from(zone: str, moment: datetime) -> Clock:
    offset = _offset(zone, moment)
    day = moment
    while day - moment < HORIZON:
        following = day + timedelta(days=1)
        if _offset(zone, following) != offset:
            change = _first_change(zone, day, following)
            return Clock(offset, change, _offset(zone, change))
        day = following
    return Clock(offset, None, offset)


def _first_change(zone: str, before: datetime, after: datetime) -> datetime:
    """The second at which the offset stops being what it was at `before`."""
    offset = _offset(zone, before)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=int((after - before).total_seconds()) // 2)
        before, after = (middle, after) if _offset(zone, middle) == offset else (before, middle)
    return after

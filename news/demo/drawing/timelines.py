"""Charts that run along the years: statuses, their numbers, meetings; and the clocks of one moment."""

import math
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from .charts import RULE, figure, paper, rule, year_of
from .charts_data import STATES, STATUSES, meetings, on
from .colours import ACCENT, CREAM, DEEP, EMBER, INK, MIST, NIGHT, PAPER, SAND, SLATE, STONE, TEAL, mix
from .sheet import Sheet, line

COLOURS = dict(zip(STATUSES, (TEAL, ACCENT, mix(STONE, PAPER, 0.12)), strict=True))
_FIGURES = dict(zip(STATUSES, (TEAL, EMBER, SLATE), strict=True))
_TEN_PAST_TEN = datetime(2020, 11, 3, 10, 10, tzinfo=ZoneInfo("Europe/Moscow"))


def _days_of_change(end: str) -> list[str]:
    """The days on which a status began or ended, up to and with the end."""
    days = {
        day
        for state in STATES.values()
        for membership in state["memberships"]
        for day in (membership["since"], membership.get("until"))
        if day and day < end
    }
    return [*sorted(days), end]


def _growth(end: str, ticks: tuple[int, ...], top_value: int, step: int) -> Sheet:
    """Stepped areas, one on another: members, observers, dialogue partners up to a day."""
    sheet = paper()
    left, right, top, bottom = 150, 1400, 70, 930
    days = _days_of_change(end)
    first, last = year_of(days[0]), year_of(end)
    tall = (bottom - top) / top_value

    def across(day: str) -> float:
        return left + (right - left) * (year_of(day) - first) / (last - first)

    floors = [0] * len(days)
    for status in STATUSES:
        roofs = [floor + len(on(day)[status]) for floor, day in zip(floors, days, strict=True)]
        edge = _steps(days, roofs) + _steps(days, floors)[::-1]
        area = line([(across(day), bottom - tall * value) for day, value in edge], closed=True)
        sheet.path(area, fill=COLOURS[status], stroke=PAPER, stroke_width=4, stroke_linejoin="round")
        count = roofs[-1] - floors[-1]
        middle = bottom - tall * (roofs[-1] + floors[-1]) / 2
        figure(sheet, right + 36, middle, count, 104, fill=_FIGURES[status], text_anchor="start")
        floors = roofs
    for value in range(0, top_value + 1, step):
        y = bottom - tall * value
        rule(
            sheet,
            left - 14,
            y,
            right,
            y,
            INK if not value else PAPER,
            stroke_opacity=1 if not value else 0.35,
        )
        figure(sheet, left - 30, y, value, 56, fill=SLATE, text_anchor="end", font_weight=600)
    for year in ticks:
        x = across(f"{year}-01-01") if year > 2001 else left
        rule(sheet, x, bottom, x, bottom + 22, INK)
        figure(sheet, x, bottom + 70, year, 60, fill=SLATE, font_weight=600)
    return sheet


def _steps(days: list[str], values: list[int]) -> list[tuple[str, int]]:
    """The corners of the steps: on each day, the value before and the value since."""
    before = [values[0], *values]
    return [(day, value) for day, *pair in zip(days, before, values, strict=False) for value in pair]


def growth_to_2012() -> Sheet:
    """Up to the end of 2012: six, five and two."""
    return _growth("2012-12-31", (2001, 2004, 2008, 2012), 13, 2)


def growth_to_2025() -> Sheet:
    """Up to the end of 2025, by the statuses that the portal keeps."""
    return _growth("2025-12-31", (2001, 2005, 2010, 2015, 2020, 2025), 28, 5)


def status_lines() -> Sheet:
    """A line for each of the 27 states, in two columns; its colour changes with the status."""
    sheet = paper()
    end = "2025-12-31"
    order = [code for status in STATUSES for code in on(end)[status]]
    top, pitch, scale = 62, 65, 556 / 25
    for column, codes in enumerate((order[:14], order[14:])):
        left = 158 + 800 * column
        for year in (2001, 2013, 2025):
            x, foot = left + scale * (year - 2001), top + pitch * 13 + 34
            rule(sheet, x, top - 28, x, foot)
            figure(sheet, x, foot + 40, year, 50, fill=SLATE, font_weight=600)
        for row, code in enumerate(codes):
            y = top + pitch * row
            figure(sheet, left - 26, y, code, 50, text_anchor="end")
            rule(sheet, left, y, left + scale * 24, y, mix(RULE, PAPER, 0.4))
            for membership in STATES[code]["memberships"]:
                start, until = (year_of(membership.get(key, end)) - 2001 for key in ("since", "until"))
                x, wide = left + scale * start, max(scale * (until - start), 5)
                sheet.rect(x, y - 16, wide, 32, fill=COLOURS[membership["status"]])
    return sheet


def anti_drug_meetings() -> Sheet:
    """Seven meetings on two lines of five years: number, host, day; a ring for the one by video."""
    sheet = paper()
    left, wide, radius = 90, 1420 / 5, 62
    for row, start in enumerate((2013, 2018)):
        y = 272 + 500 * row
        rule(sheet, left, y, left + 5 * wide, y, mix(TEAL, PAPER, 0.55), stroke_width=9)
        rows = meetings("anti-drug", range(start, start + 5))
        held = {int(meeting["last"][:4]) for meeting in rows}
        for year in range(start, start + 6):
            x = left + wide * (year - start)
            rule(sheet, x, y - 26, x, y + 26, mix(TEAL, PAPER, 0.55), stroke_width=6)
            if year not in held and year < start + 5:
                figure(sheet, x + wide / 2, y + 188, year, 56, fill=STONE, font_weight=600)
        for meeting in rows:
            x = left + wide * (year_of(meeting["last"]) - start)
            video, day = meeting.get("video"), date.fromisoformat(meeting["last"])
            sheet.disc(x, y, radius - 4, fill=PAPER if video else TEAL, stroke=TEAL, stroke_width=9)
            if "number" in meeting:
                figure(sheet, x, y, meeting["number"], 72, fill=TEAL if video else PAPER)
            figure(sheet, x, y - 128, meeting["host"], 88)
            figure(sheet, x, y + 112, f"{day:%d.%m}", 64, fill=EMBER)
            figure(sheet, x, y + 188, day.year, 56, fill=SLATE, font_weight=600)
    return sheet


def clocks() -> Sheet:
    """Eight clocks: ten past ten in Moscow and the same moment in the other capitals of November 2020."""
    sheet = Sheet()
    sheet.wash(sheet.shade((0, mix(DEEP, TEAL, 0.85)), (1, mix(NIGHT, DEEP, 0.7))))
    times = {
        code: _TEN_PAST_TEN.astimezone(ZoneInfo(STATES[code]["time_zone"]))
        for code in on("2020-11-03")["member"]
    }
    for number, code in enumerate(sorted(times, key=lambda code: (times[code].utcoffset(), code))):
        x, y = 230 + 380 * (number % 4), 232 + 494 * (number // 4)
        _clock(sheet, x, y, 150, times[code], mix(STONE, PAPER, 0.3) if number else ACCENT)
        figure(sheet, x, y + 218, code, 66, fill=PAPER if number else ACCENT)
    return sheet


def _clock(sheet: Sheet, x: float, y: float, radius: float, moment: datetime, rim: str) -> None:
    """A clock with its shadow; the face is warm in the morning and cooler in the afternoon."""
    sheet.disc(x + 10, y + 26, radius, fill=NIGHT, fill_opacity=0.55, filter=sheet.blur(18))
    sheet.disc(x, y, radius, fill=sheet.shade((0, mix(rim, PAPER, 0.35)), (1, mix(rim, INK, 0.3))))
    late = timedelta(hours=moment.hour, minutes=moment.minute) / timedelta(hours=12) - 0.85
    face = mix(CREAM, PAPER, 0.6)
    face = mix(face, MIST, max(0.0, min(0.7, late)))
    sheet.disc(x, y, radius * 0.9, fill=sheet.shade((0, mix(face, SAND, 0.7)), (0.3, face), (1, face)))

    def hand(turn: float, start: float, end: float, width: float, colour: str) -> None:
        across, down = math.sin(turn * math.tau) * radius, -math.cos(turn * math.tau) * radius
        ends = (x + across * start, y + down * start, x + across * end, y + down * end)
        rule(sheet, *ends, colour, stroke_width=width, stroke_linecap="round")

    for mark in range(60):
        hour = mark % 5 == 0
        hand(mark / 60, 0.72 if hour else 0.8, 0.82, 7 if hour else 2.5, DEEP if hour else SLATE)
    minutes = moment.minute / 60
    hand((moment.hour + minutes) / 12, -0.1, 0.44, 14, DEEP)
    hand(minutes, -0.14, 0.66, 9, DEEP)
    sheet.disc(x, y, 10, fill=ACCENT)


PICTURES = {
    "growth-2012": growth_to_2012,
    "growth-2025": growth_to_2025,
    "status-lines": status_lines,
    "anti-drug-meetings": anti_drug_meetings,
    "clocks": clocks,
}

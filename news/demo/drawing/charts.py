"""Bar charts and dot plots: who met where, since when, and by what clock. Numbers and codes are the only words."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from .charts_data import LABEL, STATES, meetings, on, since
from .colours import ACCENT, INK, MIST, PAPER, SAND, SLATE, STONE, TEAL, mix
from .sheet import Sheet

RULE = mix(STONE, PAPER, 0.45)


def paper() -> Sheet:
    """An empty sheet in the colour of the site's paper."""
    sheet = Sheet()
    sheet.wash(PAPER)
    return sheet


def figure(sheet: Sheet, x: float, y: float, text: str | int, size: float, **style) -> None:
    """A number or a code, centred on the place; a number's height is about seven tenths of its size."""
    place = {"text_anchor": "middle", "fill": INK}
    sheet.words(x, y + size * 0.357, text, size, **(LABEL | place | style))


def rule(sheet: Sheet, x: float, y: float, end_x: float, end_y: float, colour: str = RULE, **style) -> None:
    """A straight line; `stroke_width` and the like may be given."""
    sheet.path(f"M{x:.1f} {y:.1f}L{end_x:.1f} {end_y:.1f}", stroke=colour, **({"stroke_width": 3} | style))


def year_of(day: str) -> float:
    """A day as a year and its part: the first of July 2012 is about 2012.5."""
    moment = date.fromisoformat(day)
    start, after = date(moment.year, 1, 1), date(moment.year + 1, 1, 1)
    return moment.year + (moment - start) / (after - start)


def hosts(rows: Iterable[dict]) -> dict[str, list[dict]]:
    """The meetings by the state that had the chair, the most frequent first, then who was the first."""
    by_state: dict[str, list[dict]] = {}
    for row in rows:
        by_state.setdefault(row["host"], []).append(row)
    return dict(sorted(by_state.items(), key=lambda item: -len(item[1])))


def summits_by_state() -> Sheet:
    """A row for each state: a tile with the year for every summit that it chaired; by video, an empty tile."""
    sheet = paper()
    rows = hosts(meetings("summit"))
    left, top, wide, pitch = 236, 72, 212, 134
    for number, (code, its) in enumerate(rows.items()):
        y = top + pitch * number
        figure(sheet, left - 32, y + 53, code, 72, text_anchor="end")
        for place, row in enumerate(its):
            video, x = row.get("video"), left + (wide + 8) * place
            style = {"fill": TEAL} if not video else {"fill": PAPER, "stroke": TEAL, "stroke_width": 5}
            inset = 2.5 if video else 0
            sheet.rect(x + inset, y + inset, wide - 2 * inset, 106 - 2 * inset, rx=6, **style)
            year = row["last"][:4]
            figure(sheet, x + wide / 2, y + 53, year, 62, fill=TEAL if video else PAPER, font_weight=600)
        figure(
            sheet, left + (wide + 8) * len(its) + 24, y + 53, len(its), 86, fill=ACCENT, text_anchor="start"
        )
    return sheet


def government_heads() -> Sheet:
    """Years across, states down: a dot where the heads of government met, a ring where they met by video."""
    sheet = paper()
    rows = hosts(meetings("heads-of-government"))
    left, right, top, bottom = 262, 1402, 80, 906
    across, down = (right - left) / 24, (bottom - top) / (len(rows) - 1)
    for year in range(2001, 2026):
        x = left + across * (year - 2001)
        labelled = year == 2001 or year % 5 == 0
        colour = RULE if labelled else mix(RULE, PAPER, 0.6)
        rule(sheet, x, top - 44, x, bottom + 54, colour)
        if labelled:
            figure(sheet, x, bottom + 98, year, 54, fill=SLATE, font_weight=600)
    for number, (code, its) in enumerate(rows.items()):
        y = top + down * number
        rule(sheet, left - 40, y, right + 40, y, mix(TEAL, PAPER, 0.7), stroke_width=5)
        figure(sheet, left - 74, y, code, 68, text_anchor="end")
        for row in its:
            x = left + across * (int(row["last"][:4]) - 2001)
            ring = {"fill": PAPER, "stroke": TEAL, "stroke_width": 9}
            video = row.get("video")
            sheet.disc(x, y, 22.5 if video else 27, **(ring if video else {"fill": TEAL}))
        figure(sheet, right + 78, y, len(its), 76, fill=ACCENT, text_anchor="start")
    return sheet


def membership() -> Sheet:
    """A bar for each member from the day it joined; the colour tells the year."""
    sheet = paper()
    members = on("2024-12-31")["member"]
    left, top, pitch, thick, scale = 292, 60, 90, 60, 51.5  # a year is as wide as the scale
    colours = {"2001": TEAL, "2017": mix(TEAL, MIST, 0.62), "2023": mix(ACCENT, SAND, 0.3), "2024": ACCENT}
    axis = top + pitch * len(members)
    for year in (2005, 2010, 2015, 2020, 2025):
        x = left + scale * (year - 2001.45)
        rule(sheet, x, top - 20, x, axis + 4)
        figure(sheet, x, axis + 48, year, 54, fill=SLATE, font_weight=600)
    for number, code in enumerate(members):
        joined = since(code, "2024-12-31")
        x, y = left + scale * (year_of(joined) - 2001.45), top + pitch * number
        fill = colours[joined[:4]]
        sheet.rect(x, y, sheet.width - x, thick, fill=fill)
        middle, year_wide = y + thick / 2, 136
        halo = {"stroke": PAPER, "stroke_width": 14, "paint_order": "stroke", "text_anchor": "end"}
        figure(sheet, x - 20, middle, joined[:4], 50, fill=SLATE, font_weight=600, **halo)
        figure(sheet, x - 20 - year_wide, middle, code, 60, **halo)
    return sheet


def offsets() -> Sheet:
    """The members' codes over the hours by which their capitals' clocks are ahead of UTC."""
    sheet = paper()
    day = datetime(2025, 1, 1, tzinfo=ZoneInfo("UTC"))
    columns: dict[float, list[str]] = {}
    for code in on("2024-12-31")["member"]:
        ahead = day.astimezone(ZoneInfo(STATES[code]["time_zone"])).utcoffset()
        columns.setdefault(ahead.total_seconds() / 3600, []).append(code)
    left, hour, base, tile, high = 150, 260, 778, 122, 146
    for half in range(11):
        hours = 3 + half / 2
        x, codes = left + hour * half / 2, sorted(columns.get(hours, []), reverse=True)
        whole = half % 2 == 0
        rule(sheet, x, base + 4, x, base + (34 if whole else 20), SLATE, stroke_width=5)
        if whole:
            figure(sheet, x, base + 84, f"+{hours:.0f}", 72, fill=INK if codes else STONE)
        elif codes:
            figure(sheet, x, base + 164, f"+{int(hours)}:30", 60, fill=ACCENT)
            rule(sheet, x, base + 40, x, base + 126, ACCENT, stroke_width=4, stroke_dasharray="4 8")
        for floor, code in enumerate(codes, 1):
            fill = TEAL if whole else ACCENT
            sheet.rect(x - tile / 2, base - 8 - (high + 8) * floor + 8, tile, high, rx=8, fill=fill)
            figure(sheet, x, base - (high + 8) * floor + high / 2, code, 68, fill=PAPER)
    rule(sheet, left - 90, base + 4, left + 5 * hour + 90, base + 4, SLATE, stroke_width=5)
    return sheet


PICTURES = {
    "summits-by-state": summits_by_state,
    "government-heads": government_heads,
    "membership": membership,
    "offsets": offsets,
}
